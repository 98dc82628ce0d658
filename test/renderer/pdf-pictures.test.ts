import { PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { isDigitallySigned, type Recode, shrinkPictures } from '../../renderer/scans/pdf-pictures.ts';
import { jpegOf } from '../helpers/pictures.ts';

/** A JPEG of this size as a scanner makes it: its bytes do not matter, its head does. */
function scan(width: number, height: number, bytes: number): Uint8Array {
  const head = jpegOf({ width, height });
  return Buffer.concat([head, Buffer.alloc(bytes - head.length, 7)]);
}

async function scanned(...pictures: readonly Uint8Array[]): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  for (const picture of pictures) pdf.addPage([595.28, 841.89]).drawImage(await pdf.embedJpg(picture), { x: 0, y: 0, width: 595.28, height: 841.89 });
  // As a scanner's file is read.
  return PDFDocument.load(await pdf.save(), { updateMetadata: false });
}

/** Width, height and bytes of every picture. */
async function picturesIn(pdf: PDFDocument): Promise<unknown[]> {
  const read = await PDFDocument.load(await pdf.save(), { updateMetadata: false });
  return read.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream) || object.dict.get(PDFName.of('Subtype')) !== PDFName.of('Image')) return [];
    const number = (name: string): number | undefined => { const value = object.dict.lookup(PDFName.of(name)); return value instanceof PDFNumber ? value.asNumber() : undefined; };
    return [[number('Width'), number('Height'), object.contents.length, number('Length')]];
  });
}

/** Compresses to so many bytes, and notes what was asked for. */
function recodeTo(bytes: number, asked: unknown[] = []): Recode {
  return (_, said, wanted) => {
    asked.push([said.width, said.height, wanted.width, wanted.height]);
    return Promise.resolve(scan(wanted.width, wanted.height, bytes));
  };
}

test('pages scanned at 600 dots to the inch are kept at what was chosen, by the size of their page', async () => {
  const asked: unknown[] = [];
  const pdf = await scanned(scan(4960, 7016, 30_000), scan(2480, 3508, 9_000));
  expect(await shrinkPictures(pdf, 'clear', recodeTo(8_000, asked))).toBe(22_000);
  expect(asked).toEqual([[4960, 7016, 2480, 3508], [2480, 3508, 2480, 3508]]);
  // The second gains less than a fifth.
  expect(await picturesIn(pdf)).toEqual([[2480, 3508, 8_000, 8_000], [2480, 3508, 9_000, 9_000]]);
});

test('stamps, pictures that cannot be read, other kinds of pictures and whoever wants the original stay as they are', async () => {
  const before = [[4960, 7016, 30_000, 30_000], [300, 300, 5_000, 5_000]];
  const fresh = (): Promise<PDFDocument> => scanned(scan(4960, 7016, 30_000), scan(300, 300, 5_000));
  const untouched = await fresh();
  expect(await shrinkPictures(untouched, 'original', recodeTo(100))).toBe(0);
  expect(await shrinkPictures(untouched, 'small', () => Promise.resolve(undefined))).toBe(0);
  expect(await picturesIn(untouched)).toEqual(before);
  for (const [name, value] of [['Decode', PDFNumber.of(1)], ['Filter', PDFName.of('JPXDecode')], ['ColorSpace', PDFName.of('DeviceCMYK')]] as const) {
    const pdf = await fresh();
    for (const [, object] of pdf.context.enumerateIndirectObjects()) if (object instanceof PDFRawStream) object.dict.set(PDFName.of(name), value);
    expect([name, await shrinkPictures(pdf, 'small', recodeTo(100))]).toEqual([name, 0]);
  }
});

test('a digital signature is seen, wherever it is kept', async () => {
  const pdf = await scanned(scan(4960, 7016, 30_000));
  expect(isDigitallySigned(pdf)).toBe(false);
  const [loose, inField] = [await scanned(scan(100, 100, 1_000)), await scanned(scan(100, 100, 1_000))];
  loose.context.register(loose.context.obj({ Type: 'Sig', ByteRange: [0, 10, 20, 10] }));
  inField.context.register(inField.context.obj({ FT: 'Sig', V: { Type: 'Sig', ByteRange: [0, 10, 20, 10] } }));
  expect([isDigitallySigned(loose), isDigitallySigned(inField)]).toEqual([true, true]);
});
