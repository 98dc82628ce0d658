import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownBox, stampPlace, type PageView } from '../../../electron/handover/volumes/pdf/page-place.ts';

const a4 = { x: 0, y: 0, width: 595, height: 842 };
const upright: PageView = { mediaBox: a4, cropBox: a4, rotation: 0, unit: 1 };

/** Where a point of the page's own units lies for the reader, from the reader's bottom left. */
function asRead({ mediaBox, cropBox, rotation }: PageView, { x, y }: { readonly x: number; readonly y: number }): { readonly right: number; readonly up: number; readonly width: number; readonly height: number } {
  const box = shownBox({ mediaBox, cropBox });
  const [left, low, width, height] = [x - box.x, y - box.y, box.width, box.height];
  switch ((((rotation / 90) % 4) + 4) % 4) {
    case 0: return { right: left, up: low, width, height };
    case 1: return { right: low, up: width - left, width: height, height: width };
    case 2: return { right: width - left, up: height - low, width, height };
    default: return { right: height - low, up: left, width: height, height: width };
  }
}

test('a number stands bottom right on a front and bottom left on a back, in the outer margin', () => {
  expect(stampPlace(upright, 'right', 2, 10)).toEqual({ x: expect.closeTo(595 - 17.01 - 20, 1), y: expect.closeTo(22.68, 1), turn: 0, size: 10 });
  expect(stampPlace(upright, 'left', 2, 10)).toEqual({ x: expect.closeTo(17.01, 1), y: expect.closeTo(22.68, 1), turn: 0, size: 10 });
});

test('whatever the rotation and the boxes, the reader finds the number at the same place, upright and on the page', () => {
  const box = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }), width: fc.integer({ min: 200, max: 2000 }), height: fc.integer({ min: 200, max: 2000 }) });
  fc.assert(fc.property(box, fc.constantFrom(-90, 0, 90, 180, 270, 450), fc.constantFrom<'left' | 'right'>('left', 'right'), (mediaBox, rotation, corner) => {
    const view = { mediaBox, cropBox: mediaBox, rotation, unit: 1 };
    const place = stampPlace(view, corner, 2, 10);
    const read = asRead(view, place);
    expect(read.up).toBeCloseTo(22.68, 1);
    expect(corner === 'right' ? read.width - read.right - 20 : read.right).toBeCloseTo(17.01, 1);
    expect(place.turn).toBe((((rotation % 360) + 360) % 360));
  }));
});

test('only what is shown of a sheet counts; a crop box beside it does not', () => {
  expect(shownBox({ mediaBox: a4, cropBox: { x: 100, y: -50, width: 900, height: 450 } })).toEqual({ x: 100, y: 0, width: 495, height: 400 });
  expect(shownBox({ mediaBox: a4, cropBox: { x: 2000, y: 2000, width: 10, height: 10 } })).toEqual(a4);
  expect(shownBox({ mediaBox: { x: 595, y: 842, width: -595, height: -842 }, cropBox: a4 })).toEqual(a4);
});

test('a page with larger units gets a number of the same size on paper', () => {
  const doubled = { ...upright, unit: 2 };
  expect(stampPlace(doubled, 'left', 2, 10)).toMatchObject({ size: 5, x: expect.closeTo(8.5, 1), y: expect.closeTo(11.34, 1) });
});
