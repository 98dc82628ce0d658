import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PackagePart } from '../../../electron/handover/deliverables/package-contents.ts';
import { roomOnDisc, splitOverDiscs } from '../../../electron/handover/package/split-discs.ts';

function part(volume: number | undefined, item: number, bytes: number, name = `${volume}-${item}`): PackagePart {
  const group = volume === undefined ? undefined : { key: `volume ${volume}`, title: `第${volume}卷 巡检`, volume };
  return { file: { path: `data/${name}.docx`, title: name, kind: '单', date: '', responsible: '', content: new Uint8Array() }, bytes, group, item };
}

const megabyte = 1_000_000;
const shared = part(undefined, 0, 1000, '移交清单');

test('volumes stay whole and in order; what belongs to none is on every disc', () => {
  const discs = splitOverDiscs([part(2, 1, 4 * megabyte), part(1, 1, 3 * megabyte), part(1, 2, 3 * megabyte), part(3, 1, megabyte), shared], 9 * megabyte);
  expect(discs.map(({ groups, parts }) => [groups, parts.map(({ file }) => file.title)])).toEqual([
    [['第1卷 巡检'], ['1-1', '1-2', '移交清单']],
    [['第2卷 巡检', '第3卷 巡检'], ['2-1', '3-1', '移交清单']],
  ]);
});

test('a volume larger than a disc is parted between its items, and each part says which it holds', () => {
  const discs = splitOverDiscs([part(1, 1, 3 * megabyte), part(1, 2, 3 * megabyte), part(1, 3, 3 * megabyte)], 8 * megabyte);
  expect(discs.map(({ groups }) => groups)).toEqual([['第1卷 巡检（第1—2件，本卷分在几张盘上）'], ['第1卷 巡检（第3件，本卷分在几张盘上）']]);
});

test('a single file larger than a disc is refused by name; without a capacity everything is one', () => {
  expect(() => splitOverDiscs([part(1, 1, 20 * megabyte)], 8 * megabyte)).toThrow(/data\/1-1\.docx/);
  expect(splitOverDiscs([part(1, 1, 20 * megabyte), shared], undefined)).toHaveLength(1);
});

test('nothing is lost, nothing stands twice, and no disc overflows', () => {
  const parts = fc.array(fc.record({ volume: fc.integer({ min: 1, max: 6 }), item: fc.integer({ min: 1, max: 9 }), bytes: fc.integer({ min: 0, max: 3 * megabyte }) }), { minLength: 1, maxLength: 40 });
  fc.assert(fc.property(parts, (given) => {
    const all = given.map(({ volume, item, bytes }, index) => part(volume, item, bytes, `${index}`));
    const capacity = 6 * megabyte;
    const discs = splitOverDiscs([...all, shared], capacity);
    const titles = discs.flatMap((disc) => disc.parts.map(({ file }) => file.title)).filter((title) => title !== '移交清单');
    expect(titles.toSorted()).toEqual(all.map(({ file }) => file.title).toSorted());
    for (const disc of discs) expect(roomOnDisc(disc.parts)).toBeLessThanOrEqual(capacity);
  }));
});
