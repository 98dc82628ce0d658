import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPictureBox } from '../../../../electron/documents/tags/picture-box.ts';
import { fitPicture } from '../../../../electron/documents/word/pictures/fit-picture.ts';
import { readPictureFacts } from '../../../../electron/documents/word/pictures/picture-facts.ts';
import { jpegOf, pngOf, withResolution } from '../../../helpers/pictures.ts';

const centimetre = 360_000;

describe('a picture is known by its content', () => {
  it('PNG, with and without a resolution', () => {
    expect(readPictureFacts(pngOf(40, 30))).toEqual({ format: 'png', width: 40, height: 30, resolution: undefined, orientation: 1 });
    expect(readPictureFacts(withResolution(pngOf(40, 30), 11_811))?.resolution).toEqual({ x: 299.9994, y: 299.9994 });
  });

  it('JPEG, baseline and progressive, with the resolution per inch or per centimetre', () => {
    expect(readPictureFacts(jpegOf({ width: 640, height: 480, density: [1, 300, 300] }))).toEqual({ format: 'jpeg', width: 640, height: 480, resolution: { x: 300, y: 300 }, orientation: 1 });
    expect(readPictureFacts(jpegOf({ width: 5, height: 7, frame: 0xc2, density: [2, 100, 100] }))).toEqual({ format: 'jpeg', width: 5, height: 7, resolution: { x: 254, y: 254 }, orientation: 1 });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('Exif orientation %i in either byte order', (orientation) => {
    expect([true, false].map((little) => readPictureFacts(jpegOf({ width: 4, height: 3, orientation, little }))?.orientation)).toEqual([orientation, orientation]);
  });

  it('an orientation that is none, and a resolution nobody can mean, do not count', () => {
    expect(readPictureFacts(jpegOf({ width: 4, height: 3, orientation: 9, density: [1, 1, 1] }))).toEqual({ format: 'jpeg', width: 4, height: 3, resolution: undefined, orientation: 1 });
  });

  it('anything else is no picture: GIF, HEIC, text, nothing, a size beyond all screens', () => {
    const others = [Buffer.from('GIF89a'), Buffer.from('\0\0\0\x18ftypheic'), Buffer.from('<svg/>'), new Uint8Array(), jpegOf({ width: 40_000, height: 10 }), jpegOf({ width: 0, height: 10 })];
    expect(others.map(readPictureFacts)).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
  });

  it('a file cut off anywhere, or damaged anywhere, is read or refused, never more', () => {
    const files = [jpegOf({ width: 64, height: 48, orientation: 6, density: [1, 72, 72] }), withResolution(pngOf(8, 8), 3000)];
    const cutOff = files.map((file) => Array.from({ length: file.length }, (_, length) => readPictureFacts(file.subarray(0, length))).filter((facts) => facts !== undefined).length);
    // Whatever the head says stands in its first bytes: the pixels may be missing.
    expect(cutOff.every((readable, index) => readable < (files[index]?.length ?? 0))).toBe(true);
    fc.assert(fc.property(fc.constantFrom(...files), fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 6 }), (file, changes) => {
      const damaged = Buffer.from(file);
      for (const [at, value] of changes) damaged[at % damaged.length] = value;
      const facts = readPictureFacts(damaged);
      return facts === undefined || (facts.width > 0 && facts.height > 0 && facts.orientation >= 1 && facts.orientation <= 8);
    }));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => readPictureFacts(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), bytes])) !== null));
  });
});

describe('the box behind the name', () => {
  it.each([
    ['照片', '照片', undefined],
    ['照片 6×4', '照片', { width: 6 * centimetre, height: 4 * centimetre }],
    ['照片:6x4厘米', '照片', { width: 6 * centimetre, height: 4 * centimetre }],
    ['照片：60×45毫米', '照片', { width: 6 * centimetre, height: 4.5 * centimetre }],
    ['照片 6.5cm', '照片', { width: 6.5 * centimetre, height: undefined }],
    ['照片 2in*1in', '照片', { width: 914_400 * 2, height: 914_400 }],
    ['照片 96×48像素', '照片', { width: 914_400, height: 457_200 }],
    ['图 72pt', '图', { width: 914_400, height: undefined }],
    ['现场照片1', '现场照片1', undefined],
    ['a.b 3', 'a.b', { width: 3 * centimetre, height: undefined }],
    ['照片 9999', '照片', { width: 56 * centimetre, height: undefined }],
  ])('%s', (written, name, box) => {
    expect(splitPictureBox(written)).toEqual({ name, box });
  });
});

describe('fitting', () => {
  const room = { width: 16 * centimetre, height: 24 * centimetre };
  const facts = { format: 'jpeg', width: 400, height: 300, resolution: { x: 100, y: 100 }, orientation: 1 } as const;

  it('without a box: its own size, or less where the room is less', () => {
    expect(fitPicture(facts, undefined, room)).toEqual({ width: 4 * 914_400, height: 3 * 914_400 });
    expect(fitPicture(facts, undefined, { width: 914_400, height: room.height })).toEqual({ width: 914_400, height: 685_800 });
  });

  it('with a box: as large as fits, ratio kept, enlarged if need be', () => {
    expect(fitPicture(facts, { width: 8 * centimetre, height: 8 * centimetre }, room)).toEqual({ width: 8 * centimetre, height: 6 * centimetre });
    expect(fitPicture({ ...facts, width: 4, height: 3 }, { width: 8 * centimetre, height: 3 * centimetre }, room)).toEqual({ width: 4 * centimetre, height: 3 * centimetre });
    expect(fitPicture(facts, { width: 8 * centimetre, height: undefined }, room)).toEqual({ width: 8 * centimetre, height: 6 * centimetre });
  });

  it('a picture lying on its side counts as it is looked at', () => {
    expect(fitPicture({ ...facts, orientation: 6 }, { width: 8 * centimetre, height: 8 * centimetre }, room)).toEqual({ width: 6 * centimetre, height: 8 * centimetre });
  });

  it('never leaves the box and never loses the ratio', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 10_000, max: 9_000_000 }), fc.integer({ min: 10_000, max: 9_000_000 }), (width, height, orientation, across, down) => {
      const size = fitPicture({ format: 'png', width, height, resolution: undefined, orientation }, { width: across, height: down }, room);
      const ratio = orientation >= 5 ? height / width : width / height;
      expect(size.width <= across && size.height <= down).toBe(true);
      expect(size.width >= across - 1 || size.height >= down - 1).toBe(true);
      expect(Math.abs(size.width - size.height * ratio)).toBeLessThanOrEqual(Math.max(1, ratio));
    }));
  });
});
