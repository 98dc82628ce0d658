import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodySheets, placeItems } from '../../../shared/volumes/measure-volume.ts';
import { pagesToPrint, sheetsOf, volumeSides } from '../../../electron/handover/volumes/pdf/volume-sides.ts';

test('documents that begin on fronts leave empty reverses without a number; a volume ends with its sheet', () => {
  const sides = volumeSides([
    { pages: 1, startsOnFront: true }, { pages: 3, page: 1, startsOnFront: true }, { pages: 1, page: 4, startsOnFront: false }, { pages: 1, page: 5, startsOnFront: true },
  ], true);
  expect(sides.map((side) => (side === undefined ? '空' : `${side.number ?? '—'}${side.isFront ? '正' : '背'}`))).toEqual(['—正', '空', '1正', '2背', '3正', '4背', '5正', '空']);
});

test('forms inside a file that begin on fronts move what stands behind them on by an empty reverse each', () => {
  const sides = volumeSides([{ pages: 5, page: 1, startsOnFront: true, fronts: [0, 1, 3] }, { pages: 1, page: 6, startsOnFront: false }], true);
  expect(sides.map((side) => (side === undefined ? '空' : `${side.number ?? '—'}${side.isFront ? '正' : '背'}`))).toEqual(['1正', '空', '2正', '3背', '4正', '5背', '6正', '空']);
});

test('the paper that is reckoned for an arrangement is the paper that is printed', () => {
  const item = fc.integer({ min: 1, max: 9 }).chain((pages) => fc.record({ pages: fc.constant(pages), starts: fc.option(fc.uniqueArray(fc.integer({ min: 0, max: pages - 1 })), { nil: undefined }) }));
  fc.assert(fc.property(fc.array(item, { minLength: 1, maxLength: 12 }), fc.boolean(), fc.boolean(), fc.boolean(), (items, doubleSided, itemsStartOnOddPage, recordsStartOnOddPage) => {
    const printing = { doubleSided, itemsStartOnOddPage, recordsStartOnOddPage, profile: 'simple' } as const;
    const bound = items.map(({ pages, starts }, index) => ({
      deliverable: 'd', scope: String(index), title: '', deliverableTitle: '', kindTitle: '', fileNumber: '', responsible: '', date: '2024-08-05', from: '2024-08-05', to: '2024-08-05',
      quarter: '', records: 1, note: '', pages, recordStarts: starts?.toSorted((a, b) => a - b), pagesAreCounted: true,
    }));
    const { placed, extent } = placeItems(bound, printing);
    const sides = volumeSides(placed.map(({ pages, firstPage, recordStarts }, index) => ({
      pages, page: firstPage, startsOnFront: index === 0 || itemsStartOnOddPage, ...(recordsStartOnOddPage ? { fronts: recordStarts } : {}),
    })), doubleSided);
    expect(placed.map(({ firstSide }) => firstSide)).toEqual(placed.map((_, position) => sides.findIndex((side) => side?.part === position) + 1));
    expect(bodySheets(extent, printing)).toBe(sheetsOf(sides.length, doubleSided));
  }));
});

test('of sheets that bear nothing but signed originals nothing is printed; the others stay whole sheets, so that fronts stay fronts', () => {
  // Cover, empty; a form and its empty reverse; two pages signed; a signed page with a printed one on its back.
  const parts = [{ pages: 1, startsOnFront: true }, { pages: 1, page: 1, startsOnFront: true }, { pages: 2, page: 2, startsOnFront: true }, { pages: 1, page: 4, startsOnFront: true }, { pages: 2, page: 5, startsOnFront: false }];
  const signed = (part: number): boolean => part === 2 || part === 3;
  const of = (doubleSided: boolean): unknown => pagesToPrint(volumeSides(parts, doubleSided), doubleSided, signed);
  expect([of(true), of(false)]).toEqual([[{ from: 1, to: 4 }, { from: 7, to: 10 }], [{ from: 1, to: 2 }, { from: 6, to: 7 }]]);
});

test('single-sided paper has fronts only and no empty sides', () => {
  const sides = volumeSides([{ pages: 1, startsOnFront: true }, { pages: 2, page: 1, startsOnFront: true }], false);
  expect(sides.map((side) => side?.isFront)).toEqual([true, true, true]);
});

test('every page comes once and in order, every part that asks for it begins on a front, numbers run without gaps', () => {
  const part = fc.record({ pages: fc.integer({ min: 1, max: 9 }), startsOnFront: fc.boolean() });
  fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 20 }), fc.boolean(), (parts, doubleSided) => {
    let next = 1;
    const numbered = parts.map((one) => {
      const page = next;
      next += one.pages;
      return { ...one, page };
    });
    const sides = volumeSides(numbered, doubleSided);
    const shown = sides.flatMap((side) => (side === undefined ? [] : [side]));
    expect(shown.map(({ number }) => number)).toEqual(Array.from({ length: next - 1 }, (_, index) => index + 1));
    expect(shown.map(({ part: position, index }) => [position, index])).toEqual(parts.flatMap(({ pages }, position) => Array.from({ length: pages }, (_, index) => [position, index])));
    const onBacks = parts.filter(({ startsOnFront }, position) => startsOnFront && sides.find((side) => side?.part === position)?.isFront === false);
    expect([onBacks, sheetsOf(sides.length, doubleSided) * (doubleSided ? 2 : 1)]).toEqual([[], sides.length]);
  }));
});
