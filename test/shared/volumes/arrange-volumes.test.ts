import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrangementSchema, spineWidths, usualArrangement, type Arrangement } from '../../../shared/volumes/arrangement.ts';
import { arrangeVolumes } from '../../../shared/volumes/arrange-volumes.ts';
import { inRuleOrder } from '../../../shared/volumes/gather-items.ts';
import { amountOf, capacityOf, placeItems } from '../../../shared/volumes/measure-volume.ts';
import { itemKey, type BoundItem, type Volume } from '../../../shared/volumes/volume.ts';
import { boundItem } from './bound-item.ts';

const kinds = ['日常巡检', '日常工作', '需求', '满意度'];
const days = ['2024-08-05', '2024-09-30', '2024-12-01', '2025-03-15', '2025-07-31'];

const someItems = fc.array(fc.record({ kind: fc.nat(3), pages: fc.integer({ min: 1, max: 260 }), from: fc.nat(4), span: fc.nat(2), counted: fc.boolean() }), { maxLength: 40 })
  .map((facts) => facts.map(({ kind, pages, from, span, counted }, index) => boundItem(String(index), {
    deliverable: `d${kind}`, kindTitle: kinds[kind] ?? '', deliverableTitle: kinds[kind] ?? '', pages, pagesAreCounted: counted,
    from: days[from] ?? '', to: days[Math.min(4, from + span)] ?? '', quarter: span === 0 ? `${days[from] ?? ''} 季度` : '',
  })));

const someArrangement = fc.record({
  profile: fc.constantFrom('simple', 'archive'),
  limit: fc.oneof(fc.integer({ min: 10, max: 400 }).map((pages) => ({ by: 'pages', pages })), fc.constantFrom(...spineWidths).map((millimetres) => ({ by: 'thickness', millimetres }))),
  paper: fc.constantFrom(0.08, 0.1, 0.13),
  doubleSided: fc.boolean(), itemsStartOnOddPage: fc.boolean(), recordsStartOnOddPage: fc.boolean(), joinsThin: fc.boolean(),
  separateBy: fc.constantFrom('deliverable', 'kind', 'none'),
  breakBy: fc.constantFrom('none', 'quarter', 'month'),
}).map((value) => arrangementSchema.parse(value));

function keysOf(volumes: readonly Volume[]): string[] {
  return volumes.flatMap((volume) => volume.items.map(itemKey));
}

test('every document is bound exactly once and in the order of the rule, whatever the rule is', () => {
  fc.assert(fc.property(someItems, someArrangement, (items, arrangement) => {
    expect(keysOf(arrangeVolumes(items, arrangement))).toEqual(inRuleOrder(items, arrangement).map(itemKey));
    expect(inRuleOrder(items, arrangement).map(itemKey).toSorted()).toEqual(items.map(itemKey).toSorted());
  }));
});

test('gathered by nothing and broken nowhere, documents keep the order of the delivery plan', () => {
  fc.assert(fc.property(someItems, (items) => {
    expect(keysOf(arrangeVolumes(items, { ...usualArrangement, separateBy: 'none' }))).toEqual(items.map(itemKey));
  }));
});

test('no volume is above the limit unless a single document is', () => {
  fc.assert(fc.property(someItems, someArrangement, (items, arrangement) => {
    for (const volume of arrangeVolumes(items, arrangement)) {
      const amount = amountOf(placeItems(volume.items, arrangement).extent, arrangement);
      expect(volume.isOverLimit).toBe(amount > capacityOf(arrangement));
      expect(!volume.isOverLimit || volume.items.length === 1).toBe(true);
      expect(arrangement.limit.by === 'pages' || volume.isOverLimit || volume.spine <= arrangement.limit.millimetres).toBe(true);
    }
  }));
});

test('page numbers run through each volume, and documents begin on the front of a sheet when asked', () => {
  fc.assert(fc.property(someItems, someArrangement, (items, arrangement) => {
    for (const volume of arrangeVolumes(items, arrangement)) {
      expect(volume.items.map((item) => [item.number, item.firstPage, item.lastPage - item.firstPage + 1])).toEqual(volume.items.map((item, index) => [
        index + 1, 1 + volume.items.slice(0, index).reduce((sum, before) => sum + before.pages, 0), item.pages,
      ]));
      expect(volume.pages).toBe(volume.items.at(-1)?.lastPage);
      expect(arrangement.doubleSided || volume.sheets === volume.pages).toBe(true);
      const startsOnFronts = arrangement.doubleSided && arrangement.itemsStartOnOddPage;
      for (const [index, item] of volume.items.entries()) {
        const before = volume.items[index - 1];
        const free = before === undefined ? 1 : before.firstSide + before.pages;
        expect(item.firstSide).toBe(startsOnFronts && free % 2 === 0 ? free + 1 : free);
      }
    }
  }));
});

test('nothing in a volume is mixed that the rule keeps apart, except thin neighbours', () => {
  fc.assert(fc.property(someItems, someArrangement.map((arrangement) => ({ ...arrangement, joinsThin: false })), (items, arrangement) => {
    const volumes = arrangeVolumes(items, arrangement);
    const mixed = (of: (item: BoundItem) => string): Volume[] => volumes.filter((volume) => new Set(volume.items.map(of)).size > 1);
    expect(arrangement.separateBy === 'none' ? [] : mixed((item) => item.kindTitle)).toEqual([]);
    expect(arrangement.breakBy === 'quarter' ? mixed((item) => item.quarter) : []).toEqual([]);
  }));
});

test('keys and titles tell volumes apart, and the same documents give the same volumes', () => {
  fc.assert(fc.property(someItems, someArrangement, (items, arrangement) => {
    const volumes = arrangeVolumes(items, arrangement, '示例');
    expect(new Set(volumes.map(({ key }) => key)).size).toBe(volumes.length);
    expect(new Set(volumes.map(({ title }) => title)).size).toBe(volumes.length);
    expect(arrangeVolumes(structuredClone(items), structuredClone(arrangement), '示例')).toEqual(volumes);
  }));
});

function pagesOf(items: readonly BoundItem[], arrangement: Arrangement = usualArrangement): (readonly [string, number])[] {
  return arrangeVolumes(items, arrangement, '示例').map((volume) => [volume.title, volume.pages]);
}

test('a year of inspections is spread evenly over as few volumes as hold it', () => {
  const months = Array.from({ length: 12 }, (_, index) => boundItem(`${index}`, { pages: 21, from: `2024-${String(index + 1).padStart(2, '0')}-01` }));
  expect(pagesOf(months)).toEqual([['示例日常巡检记录（2024年1月至2024年6月）', 126], ['示例日常巡检记录（2024年7月至2024年12月）', 126]]);
});

test('a document that is larger than a volume stays whole', () => {
  expect(pagesOf([boundItem('a', { pages: 30 }), boundItem('b', { pages: 500, from: '2024-09-01' }), boundItem('c', { pages: 30, from: '2024-10-01' })])).toEqual([
    ['示例日常巡检记录（2024年8月）', 30], ['示例日常巡检记录（2024年9月）', 500], ['示例日常巡检记录（2024年10月）', 30],
  ]);
});

test('thin neighbours share a volume, and each has its own when that is wished', () => {
  const kindsOf = (pages: number): BoundItem[] => ['满意度调查表', '培训记录', '走访记录'].map((title, index) => boundItem(title, { deliverable: `k${index}`, kindTitle: title, deliverableTitle: title, pages }));
  expect(pagesOf(kindsOf(20))).toEqual([['示例满意度调查表、培训记录、走访记录', 60]]);
  expect(pagesOf(kindsOf(20), { ...usualArrangement, joinsThin: false })).toEqual([['示例满意度调查表', 20], ['示例培训记录', 20], ['示例走访记录', 20]]);
  expect(pagesOf(kindsOf(60))).toEqual([['示例满意度调查表', 60], ['示例培训记录', 60], ['示例走访记录', 60]]);
});

test('a broken-off year lies behind its quarters', () => {
  const items = [
    boundItem('台账', { from: '2024-08-03', to: '2025-08-02', quarter: '' }),
    boundItem('11月', { from: '2024-11-05', quarter: '2024-11-03 第二季度' }), boundItem('8月', { from: '2024-08-05' }),
  ];
  expect(arrangeVolumes(items, { ...usualArrangement, breakBy: 'quarter' }).map((volume) => volume.items.map(({ scope }) => scope))).toEqual([['8月'], ['11月'], ['台账']]);
});

test('sheets, spine, code and what stays to be checked of a volume', () => {
  const items = [boundItem('a', { pages: 3 }), boundItem('b', { pages: 1, pagesAreCounted: false }), boundItem('c', { pages: 2 })];
  const volume = arrangeVolumes(items, { ...usualArrangement, profile: 'archive', codePrefix: 'YW·2024·A1' })[0];
  expect(volume).toMatchObject({ number: 1, code: 'YW·2024·A1-0001', pages: 6, pagesAreCounted: false, sheets: 4, paperSheets: 3, thickness: 0.7, spine: 10, isOverLimit: false });
  expect(volume?.items.map((item) => [item.firstPage, item.lastPage, item.firstSide])).toEqual([[1, 3, 1], [4, 4, 5], [5, 6, 7]]);
});

test('a volume thicker than the widest spine says the widest', () => {
  expect(arrangeVolumes([boundItem('a', { pages: 2000 })], usualArrangement)[0]).toMatchObject({ spine: 50, isOverLimit: true });
});

test('deliverables that were left out are not bound', () => {
  expect(keysOf(arrangeVolumes([boundItem('a'), boundItem('b', { deliverable: 'ledger' })], { ...usualArrangement, leftOut: ['ledger'] }))).toEqual(['inspection a']);
});
