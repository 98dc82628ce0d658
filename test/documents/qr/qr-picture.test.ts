import fs from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { qrPicture } from '../../../electron/documents/qr/qr-picture.ts';
import { readPictureFacts } from '../../../electron/documents/word/pictures/picture-facts.ts';

/** Read by a library that others wrote. */

beforeAll(async () => {
  const bytes = fs.readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(bytes).buffer }, fireImmediately: true });
});

async function read(picture: Uint8Array | undefined): Promise<unknown> {
  if (picture === undefined) return undefined;
  const [code] = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'], tryHarder: true });
  return code === undefined ? undefined : { text: code.text, version: code.version, level: code.ecLevel };
}

test('the code of a document is a small picture of 25 modules at error correction Q', async () => {
  const picture = qrPicture('XJ-20240805-01*7K3FQ');
  expect(await read(picture)).toEqual({ text: 'XJ-20240805-01*7K3FQ', version: '2', level: 'Q' });
  expect(picture === undefined ? undefined : readPictureFacts(picture)).toMatchObject({ format: 'png', width: 116, height: 116 });
  expect(picture?.length).toBeLessThan(400);
});

test('every size is read', async () => {
  for (let length = 1; length <= 130; length += 3) {
    const text = 'GZ-20250801-08/2*'.repeat(8).slice(0, length);
    expect(await read(qrPicture(text))).toMatchObject({ text });
  }
});

test('whatever people number by is read as it was written', async () => {
  await fc.assert(fc.asyncProperty(fc.stringMatching(/^[0-9A-Za-z巡检工作记录单（）·\-/* ]{1,40}$/), async (text) => {
    expect(await read(qrPicture(text))).toMatchObject({ text });
  }), { numRuns: 60 });
});

test('the same text gives the same bytes; what no code of the corner holds gives none', () => {
  expect(qrPicture('XJ-1')).toEqual(qrPicture('XJ-1'));
  expect(qrPicture('巡'.repeat(60))).toBeUndefined();
});
