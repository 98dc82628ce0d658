import { crc32, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodePng, pngLineBytes, type PngForm } from '../../electron/files/png-writer.ts';

/** The parts of a PNG file by their type, read as the standard lays them out, each with its checksum compared. */
function partsOf(file: Uint8Array): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(file);
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + length);
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    parts.set(body.toString('latin1', 0, 4), body.subarray(4));
    at += length + 12;
  }
  return parts;
}

const forms = fc.record({
  width: fc.integer({ min: 1, max: 70 }), height: fc.integer({ min: 1, max: 9 }), bitsPerPixel: fc.constantFrom(1, 2, 4, 8),
  level: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }), isColoured: fc.boolean(), isFirstColourClear: fc.boolean(),
});

test('a picture of any size and depth is written whole, with its colours and its clear one', () => {
  fc.assert(fc.property(forms, fc.uint8Array({ minLength: 650, maxLength: 650 }), ({ isColoured, isFirstColourClear, level, ...size }, noise) => {
    const palette = [[1, 2, 3], [250, 128, 0]] as const;
    const form: PngForm = { ...size, ...(level === undefined ? {} : { level }), ...(isColoured ? { palette, isFirstColourClear } : {}) };
    const lines = noise.subarray(0, pngLineBytes(form) * form.height);
    const file = encodePng(form, lines);
    const parts = partsOf(file);
    const header = parts.get('IHDR') ?? Buffer.alloc(0);

    expect([...parts.keys()]).toEqual(['IHDR', ...(isColoured ? ['PLTE'] : []), ...(isColoured && isFirstColourClear ? ['tRNS'] : []), 'IDAT', 'IEND']);
    expect([header.readUInt32BE(0), header.readUInt32BE(4), ...header.subarray(8)]).toEqual([form.width, form.height, form.bitsPerPixel, isColoured ? 3 : 0, 0, 0, 0]);
    expect(inflateSync(parts.get('IDAT') ?? Buffer.alloc(0))).toEqual(Buffer.from(lines));
    expect([...parts.get('PLTE') ?? []]).toEqual(isColoured ? palette.flat() : []);
    expect(encodePng(form, lines)).toEqual(file);
  }));
});

test('a line has its filter byte and whole bytes for its pixels', () => {
  expect([1, 8, 9].map((width) => pngLineBytes({ width, bitsPerPixel: 1 }))).toEqual([2, 2, 3]);
  expect(pngLineBytes({ width: 3, bitsPerPixel: 8 })).toBe(4);
});
