import { Duplex, PDFName, PrintScaling, degrees, PDFDocument, rgb, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import { AppError } from '../../../../shared/app-error.ts';
import { writeNewFile } from '../../../files/atomic-write.ts';
import { sha256Hex } from '../../../files/digest.ts';
import type { FontFace } from '../find-fonts.ts';
import { addBookmarks, type Bookmark } from './outline.ts';
import { stampPlace, type TextPlace } from './page-place.ts';
import { readPdf } from './read-pdf.ts';
import { embedStampFont, usableFont, type UsableFont } from './stamp-font.ts';
import { volumeSides, type Side } from './volume-sides.ts';

/** A PDF that goes into a volume. */
export type AssemblyPart = {
  readonly file: string;
  /** What it is called in the bookmarks and in messages. */
  readonly title: string;
  /** As counted before; a file that has other pages by now is refused. */
  readonly pages: number;
  /** Running number of its first page; absent for cover, contents and filing note. */
  readonly page?: number | undefined;
  readonly startsOnFront: boolean;
  /** Further pages that begin on a front, from 0. */
  readonly fronts?: readonly number[] | undefined;
  /** Pages are pictures of paper, to their edges: numbers stand on a white ground. */
  readonly isScanned?: boolean | undefined;
};

export type VolumeAssembly = {
  /** Must not exist; it lies in a folder that is put in place as a whole. */
  readonly target: string;
  readonly title: string;
  readonly author: string;
  /** ISO instant written into the file as its date: part of the input, so that the same input gives the same bytes. */
  readonly date: string;
  readonly doubleSided: boolean;
  /** Absent: the numbers of the documents are kept. `volume` is printed above the page number: 第1卷 第12页. */
  readonly stamp?: { readonly volume?: number | undefined; readonly fonts: readonly FontFace[] } | undefined;
  readonly parts: readonly AssemblyPart[];
};

/** A finished volume. `sides` counts empty reverses too. */
export type AssembledVolume = { readonly bytes: number; readonly sha256: string; readonly sides: number; readonly numberedPages: number; /** Page numbers are set in a Chinese font of this computer. */ readonly hasFont: boolean };

const a4: [number, number] = [595.28, 841.89];

/** Lines of a stamp from above, with their size in points. They fit into the outer margin of a form. */
type Stamp = { readonly lines: readonly string[]; readonly size: number };

function stampOf(number: number, volume: number | undefined, isChinese: boolean): Stamp {
  if (volume === undefined) return { lines: [String(number)], size: 10.5 };
  return isChinese ? { lines: [`第${volume}卷`, `第${number}页`], size: 8 } : { lines: [`${volume}-${number}`], size: 9 };
}

/** The outer margin beside the code of a form, less the blank that the code needs, in points. */
const widestStamp = 28.5;

function stampPage(page: PDFPage, font: PDFFont, { lines, size: wished }: Stamp, isFront: boolean, isScanned: boolean): void {
  const userUnit = page.node.lookup(PDFName.of('UserUnit'));
  const unit = userUnit !== undefined && 'asNumber' in userUnit && typeof userUnit.asNumber === 'function' ? Number(userUnit.asNumber()) : 1;
  const view = { mediaBox: page.getMediaBox(), cropBox: page.getCropBox(), rotation: page.getRotation().angle, unit };
  const size = Math.min(wished, widestStamp / Math.max(...lines.map((text) => font.widthOfTextAtSize(text, 1))));
  for (const [index, text] of lines.entries()) {
    const rise = (lines.length - 1 - index) * size * 1.25;
    const place = stampPlace(view, isFront ? 'right' : 'left', font.widthOfTextAtSize(text, 1), size, rise);
    if (isScanned) drawGround(page, place, font.widthOfTextAtSize(text, place.size));
    page.drawText(text, { x: place.x, y: place.y, size: place.size, font, rotate: degrees(place.turn) });
  }
}

/** A white field behind a line of a stamp: what a scan shows there may be dark, or an older number. */
function drawGround(page: PDFPage, { x, y, size, turn }: TextPlace, width: number): void {
  const [margin, below] = [size * 0.3, size * 0.25];
  const angle = (turn * Math.PI) / 180;
  page.drawRectangle({
    x: x - margin * Math.cos(angle) + below * Math.sin(angle), y: y - margin * Math.sin(angle) - below * Math.cos(angle),
    width: width + 2 * margin, height: size * 1.25, rotate: degrees(turn), color: rgb(1, 1, 1),
  });
}

/** Links and actions mean nothing on paper, and would take the pages that they point to along a second time. */
function withoutLinks(page: PDFPage): void {
  for (const name of ['Annots', 'AA', 'B', 'StructParents', 'Tabs']) {
    if (name !== 'Annots') page.node.delete(PDFName.of(name));
  }
  const annotations = page.node.Annots();
  if (annotations === undefined) return;
  for (let index = annotations.size() - 1; index >= 0; index--) {
    const annotation = annotations.lookup(index);
    const subtype = annotation !== undefined && 'get' in annotation && typeof annotation.get === 'function' ? annotation.get(PDFName.of('Subtype')) : undefined;
    if (subtype === PDFName.of('Link')) annotations.remove(index);
  }
  if (annotations.size() === 0) page.node.delete(PDFName.of('Annots'));
}

async function pagesOf(volume: PDFDocument, { file, title, pages }: AssemblyPart): Promise<readonly PDFPage[]> {
  const source = await readPdf(file, title);
  const found = source.getPageCount();
  if (found !== pages) throw new AppError('unreadable-file', `“${title}”的 PDF 现在有 ${found} 页，先前是 ${pages} 页。请重新装订。`, { file: title, reason: 'changed' });
  for (const page of source.getPages()) withoutLinks(page);
  return volume.copyPages(source, source.getPageIndices());
}

function describe(volume: PDFDocument, { title, author, date, doubleSided }: VolumeAssembly): void {
  volume.setTitle(title, { showInWindowTitleBar: true });
  volume.setAuthor(author);
  volume.setLanguage('zh-CN');
  volume.setCreationDate(new Date(date));
  volume.setModificationDate(new Date(date));
  const preferences = volume.catalog.getOrCreateViewerPreferences();
  // A page number 9 mm from the edge must stay there.
  preferences.setPrintScaling(PrintScaling.None);
  preferences.setDuplex(doubleSided ? Duplex.DuplexFlipLongEdge : Duplex.Simplex);
}

/**
 * Puts the PDFs of a volume behind each other, with running page numbers, bookmarks and empty reverses, and writes the result.
 * Throws what `readPdf` and `writeNewFile` throw, and `unreadable-file` for a file whose pages are not those counted.
 * @param tell called after each part
 */
export async function assembleVolume(plan: VolumeAssembly, tell: (done: number) => void): Promise<AssembledVolume> {
  const volume = await PDFDocument.create({ updateMetadata: false });
  describe(volume, plan);
  const font: UsableFont | undefined = plan.stamp === undefined ? undefined : await usableFont(plan.stamp.fonts);
  const stampFont = plan.stamp === undefined ? undefined : await embedStampFont(volume, font);
  const sides = volumeSides(plan.parts, plan.doubleSided);
  const bookmarks: Bookmark[] = [];
  let current: { readonly part: number; readonly pages: readonly PDFPage[] } | undefined;
  let size = a4;
  for (const [position, side] of sides.entries()) {
    if (side === undefined) {
      volume.addPage(size);
      continue;
    }
    const part = plan.parts[side.part];
    if (part === undefined) continue;
    if (current?.part !== side.part) {
      current = { part: side.part, pages: await pagesOf(volume, part) };
      bookmarks.push({ title: part.title, page: position });
      tell(side.part + 1);
    }
    const page = current.pages[side.index];
    if (page === undefined) continue;
    volume.addPage(page);
    size = [page.getWidth(), page.getHeight()];
    if (plan.stamp !== undefined && stampFont !== undefined && side.number !== undefined) stampPage(page, stampFont, stampOf(side.number, plan.stamp.volume, font !== undefined), side.isFront, part.isScanned === true);
  }
  addBookmarks(volume, bookmarks);
  const bytes = await volume.save({ addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Infinity });
  await writeNewFile(plan.target, bytes);
  return { bytes: bytes.length, sha256: sha256Hex(bytes), sides: sides.length, numberedPages: numbered(sides), hasFont: font !== undefined };
}

function numbered(sides: readonly Side[]): number {
  return sides.filter((side) => side?.number !== undefined).length;
}
