import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { pictureSize, type ScanQuality } from './scan-choices.ts';

/** A JPEG made smaller; undefined when it cannot be read, or has another size than was said. */
export type Recode = (jpeg: Uint8Array, said: { readonly width: number; readonly height: number }, wanted: { readonly width: number; readonly height: number; readonly jpegQuality: number }) => Promise<Uint8Array | undefined>;

/** Less than a fifth off is not worth a second compression. */
const leastGain = 0.8;

/** An A3 page at 600 dots to the inch has 70 million; decoded, a picture takes four bytes for each. */
const mostPixels = 100_000_000;

/** Below this a picture is a logo, a stamp or a signature. */
const leastPixels = 500_000;

type ScannedPicture = { readonly stream: PDFRawStream; readonly width: number; readonly height: number };

/** JPEG and nothing else: what is black and white, or packed otherwise, is small already or would lose by it. */
function isPlainJpeg({ dict, transform }: PDFRawStream): boolean {
  const filter = dict.lookup(PDFName.of('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  const isPlain = ['Decode', 'SMask', 'Mask', 'ImageMask', 'DecodeParms'].every((name) => dict.get(PDFName.of(name)) === undefined);
  return transform === undefined && dict.get(PDFName.of('Subtype')) === PDFName.of('Image') && only === PDFName.of('DCTDecode') && isPlain;
}

/** Grey and red-green-blue; a canvas knows no inks. */
function isScreenColour(dict: PDFDict): boolean {
  const space = dict.lookup(PDFName.of('ColorSpace'));
  if (space === PDFName.of('DeviceRGB') || space === PDFName.of('DeviceGray')) return true;
  if (!(space instanceof PDFArray)) return false;
  const [family, profile] = [space.lookup(0), space.size() > 1 ? space.lookup(1) : undefined];
  if (family === PDFName.of('CalRGB') || family === PDFName.of('CalGray')) return true;
  const inks = profile instanceof PDFRawStream ? profile.dict.lookup(PDFName.of('N')) : undefined;
  return family === PDFName.of('ICCBased') && inks instanceof PDFNumber && (inks.asNumber() === 1 || inks.asNumber() === 3);
}

function numberIn(dict: PDFDict, name: string): number {
  const value = dict.lookup(PDFName.of(name));
  return value instanceof PDFNumber ? value.asNumber() : 0;
}

function picturesOf(pdf: PDFDocument): ScannedPicture[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([, stream]) => {
    if (!(stream instanceof PDFRawStream) || !isPlainJpeg(stream) || !isScreenColour(stream.dict)) return [];
    const [width, height] = [numberIn(stream.dict, 'Width'), numberIn(stream.dict, 'Height')];
    return width * height < leastPixels || width * height > mostPixels ? [] : [{ stream, width, height }];
  });
}

function signs(object: unknown): boolean {
  return object instanceof PDFDict && object.get(PDFName.of('ByteRange')) !== undefined;
}

/** A digital signature vouches for every byte of its file. */
export function isDigitallySigned(pdf: PDFDocument): boolean {
  return pdf.context.enumerateIndirectObjects().some(([, object]) => signs(object) || (object instanceof PDFDict && signs(object.lookup(PDFName.of('V')))));
}

/** The longer side of the largest page, in inches. No picture is larger than its page, so none comes out coarser than what was asked for. */
function largestSide(pdf: PDFDocument): number {
  return pdf.getPages().reduce((most, page) => Math.max(most, Math.max(page.getWidth(), page.getHeight()) * Math.max(1, numberIn(page.node, 'UserUnit'))), 0) / 72;
}

/**
 * Makes the photographed pages of a scanned PDF smaller in place, where that pays; text behind them, marks and everything else stay.
 * @returns bytes saved
 */
export async function shrinkPictures(pdf: PDFDocument, quality: ScanQuality, recode: Recode): Promise<number> {
  if (quality === 'original') return 0;
  const inches = largestSide(pdf);
  let saved = 0;
  // One after the other: decoded, a page takes a hundred megabytes.
  for (const { stream, width, height } of picturesOf(pdf)) {
    const wanted = pictureSize({ width, height }, quality, inches);
    const smaller = await recode(stream.contents, { width, height }, wanted);
    if (smaller === undefined || smaller.length > stream.contents.length * leastGain) continue;
    saved += stream.contents.length - smaller.length;
    stream.updateContents(smaller);
    stream.dict.set(PDFName.of('Width'), PDFNumber.of(wanted.width));
    stream.dict.set(PDFName.of('Height'), PDFNumber.of(wanted.height));
    stream.dict.set(PDFName.of('BitsPerComponent'), PDFNumber.of(8));
    stream.dict.set(PDFName.of('ColorSpace'), PDFName.of('DeviceRGB'));
  }
  return saved;
}
