import type { Arrangement } from '../../../shared/volumes/arrangement.ts';
import type { PlacedItem, Volume } from '../../../shared/volumes/volume.ts';
import type { FontFace } from './find-fonts.ts';
import type { AssemblyPart, VolumeAssembly } from './pdf/assemble-volume.ts';

/** A paper or document as PDF. */
export type PartPdf = { readonly title: string; readonly file: string; readonly pages: number; /** Scans of signed paper. */ readonly isScanned?: boolean | undefined };

export type VolumePdfs = {
  readonly cover: PartPdf;
  readonly contents: PartPdf;
  readonly filingNote?: PartPdf | undefined;
  readonly pdfOf: (item: PlacedItem) => PartPdf;
};

/** A volume as lists and file names call it: without what all titles of a contract begin with. */
export function shortVolumeTitle(title: string, prefix: string): string {
  return title.startsWith(prefix) && title.length > prefix.length ? title.slice(prefix.length) : title;
}

/** What is printed in the bookmarks of a volume: 1 日常巡检记录单（2024年8月）. */
function bookmarkOf({ number, title, fileNumber }: PlacedItem): string {
  return `${number} ${title}${fileNumber === '' || title.includes(fileNumber) ? '' : ` ${fileNumber}`}`;
}

/**
 * How a volume is put together: cover, contents and filing note begin on fronts and have no numbers, documents run on as they were arranged.
 * @param date ISO instant; part of the file
 */
export function planAssembly(
  volume: Volume, pdfs: VolumePdfs, arrangement: Pick<Arrangement, 'doubleSided' | 'itemsStartOnOddPage' | 'recordsStartOnOddPage' | 'pageNumbers' | 'profile'>,
  file: { readonly target: string; readonly author: string; readonly date: string; readonly fonts: readonly FontFace[] },
): VolumeAssembly {
  const { doubleSided, itemsStartOnOddPage, recordsStartOnOddPage, pageNumbers, profile } = arrangement;
  const unnumbered = ({ title, file: source, pages }: PartPdf): AssemblyPart => ({ title, file: source, pages, startsOnFront: true });
  const items = volume.items.map((item, index): AssemblyPart => {
    const pdf = pdfs.pdfOf(item);
    return { title: bookmarkOf(item), file: pdf.file, pages: pdf.pages, page: item.firstPage, startsOnFront: index === 0 || itemsStartOnOddPage, isScanned: pdf.isScanned, ...(recordsStartOnOddPage ? { fronts: item.recordStarts } : {}) };
  });
  return {
    target: file.target,
    title: `第${volume.number}卷 ${volume.title}`,
    author: file.author,
    date: file.date,
    doubleSided,
    // A record office numbers a volume by plain figures; loose sheets of a simple binding say which volume they are from.
    ...(pageNumbers === 'stamp' ? { stamp: { fonts: file.fonts, ...(profile === 'simple' ? { volume: volume.number } : {}) } } : {}),
    parts: [unnumbered(pdfs.cover), unnumbered(pdfs.contents), ...items, ...(pdfs.filingNote === undefined ? [] : [unnumbered(pdfs.filingNote)])],
  };
}
