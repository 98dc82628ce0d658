import { PDFDocument, type PDFImage, type PDFPage } from '@cantoo/pdf-lib';
import { AppError } from '../../../../shared/app-error.ts';
import { writeNewFile } from '../../../files/atomic-write.ts';
import { sha256Hex } from '../../../files/digest.ts';
import { readContentFile } from '../../../store/attachment-files.ts';
import { parsePdf } from './read-pdf.ts';

/** A scan as it is kept; its content is compared with its digest. `shownAs` is what a person knows it by. */
export type ScannedPages = { readonly file: string; readonly sha256: string; readonly mediaType: string; readonly shownAs: string };

/** Scans of one paper, in its order, and where they are to stand as one PDF; it must not exist. */
export type Gathering = { readonly target: string; readonly scans: readonly ScannedPages[] };

/** `pages` of each scan. */
export type GatheredPages = { readonly pages: readonly number[]; readonly bytes: number; readonly sha256: string };

const a4 = { short: 595.28, long: 841.89 } as const;

async function imageOf(pdf: PDFDocument, { file, sha256, mediaType, shownAs }: ScannedPages): Promise<PDFImage> {
  const bytes = readContentFile(file, sha256);
  try {
    return mediaType === 'image/png' ? await pdf.embedPng(bytes) : await pdf.embedJpg(bytes);
  } catch (error) {
    throw new AppError('unreadable-file', `扫描件“${shownAs}”已损坏，读不出图像。`, { file: shownAs }, { cause: error });
  }
}

/** The picture as large as its sheet holds, upright or across as it lies itself. */
async function addPicture(pdf: PDFDocument, scan: ScannedPages): Promise<PDFPage> {
  const image = await imageOf(pdf, scan);
  const [width, height] = image.width > image.height ? [a4.long, a4.short] : [a4.short, a4.long];
  const scale = Math.min(width / image.width, height / image.height);
  const page = pdf.addPage([width, height]);
  page.drawImage(image, { x: (width - image.width * scale) / 2, y: (height - image.height * scale) / 2, width: image.width * scale, height: image.height * scale });
  return page;
}

async function addPages(pdf: PDFDocument, scan: ScannedPages): Promise<number> {
  if (scan.mediaType !== 'application/pdf') {
    await addPicture(pdf, scan);
    return 1;
  }
  const source = await parsePdf(readContentFile(scan.file, scan.sha256), scan.shownAs);
  for (const page of await pdf.copyPages(source, source.getPageIndices())) pdf.addPage(page);
  return source.getPageCount();
}

/** Puts the scans of a paper behind each other as one PDF of A4 sheets. Throws what reading a scan throws, naming it. */
export async function gatherPages({ target, scans }: Gathering): Promise<GatheredPages> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const pages: number[] = [];
  for (const scan of scans) pages.push(await addPages(pdf, scan));
  const bytes = await pdf.save({ useObjectStreams: true });
  await writeNewFile(target, bytes);
  return { pages, bytes: bytes.length, sha256: sha256Hex(bytes) };
}
