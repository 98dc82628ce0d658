import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrangementSchema, usualArrangement, type Arrangement } from '../../../shared/volumes/arrangement.ts';
import { arrangeVolumes } from '../../../shared/volumes/arrange-volumes.ts';
import { asManual, backToRule, joinWithNext, moveItems, renameVolume, splitBefore, stepItem, stepVolume } from '../../../shared/volumes/change-arrangement.ts';
import { itemKey, type BoundItem, type Volume } from '../../../shared/volumes/volume.ts';
import { boundItem } from './bound-item.ts';

const ofKind = (kind: string, scope: string): BoundItem => boundItem(scope, { deliverable: kind, kindTitle: kind, deliverableTitle: kind, pages: 80 });
const items = [ofKind('巡检', 'a'), ofKind('巡检', 'b'), ofKind('巡检', 'c'), ofKind('工作', 'x'), ofKind('工作', 'y')];
const key = (item: BoundItem): Pick<BoundItem, 'deliverable' | 'scope'> => ({ deliverable: item.deliverable, scope: item.scope });

function scopes(volumes: readonly Volume[]): string[] {
  return volumes.map((volume) => volume.items.map(({ scope }) => scope).join(''));
}

const byRule = arrangeVolumes(items, usualArrangement);

test('by the rule: two of three months, the third, and the work records', () => {
  expect(scopes(byRule)).toEqual(['ab', 'c', 'xy']);
});

test('documents are moved before, behind and into other volumes; an emptied volume goes with its title', () => {
  const move = (scope: string, volume: number, index: number): string[] => {
    const item = items.find((candidate) => candidate.scope === scope) ?? boundItem('');
    return scopes(arrangeVolumes(items, moveItems(usualArrangement, byRule, [key(item)], { volume: byRule[volume]?.key ?? '', index })));
  };
  expect([move('a', 0, 2), move('b', 0, 0), move('a', 0, 1), move('y', 0, 1), move('c', 2, 2)]).toEqual([
    ['ba', 'c', 'xy'], ['ba', 'c', 'xy'], ['ab', 'c', 'xy'], ['ayb', 'c', 'x'], ['ab', 'xyc'],
  ]);
  const titled = { ...usualArrangement, titles: { [byRule[1]?.key ?? '']: '第三个月', [byRule[0]?.key ?? '']: '前两个月' } };
  expect(moveItems(titled, byRule, [key(items[2] ?? boundItem(''))], { volume: byRule[2]?.key ?? '', index: 0 }).titles).toEqual({ [byRule[0]?.key ?? '']: '前两个月' });
});

test('several documents move together and keep their order', () => {
  const moved = moveItems(usualArrangement, byRule, [key(items[4] ?? boundItem('')), key(items[0] ?? boundItem(''))], { volume: byRule[1]?.key ?? '', index: 0 });
  expect(scopes(arrangeVolumes(items, moved))).toEqual(['b', 'ayc', 'x']);
});

test('step by step a document goes through its volume and over into the next, up to the ends', () => {
  const walk = (start: Arrangement, scope: string, step: 'up' | 'down'): string[] => {
    const seen: string[] = [];
    let arrangement: Arrangement | undefined = start;
    const item = key(items.find((candidate) => candidate.scope === scope) ?? boundItem(''));
    while (arrangement !== undefined) {
      const volumes = arrangeVolumes(items, arrangement);
      seen.push(scopes(volumes).join('|'));
      arrangement = stepItem(arrangement, volumes, item, step);
    }
    return seen;
  };
  expect(walk(usualArrangement, 'b', 'down')).toEqual(['ab|c|xy', 'a|bc|xy', 'a|cb|xy', 'a|c|bxy', 'a|c|xby', 'a|c|xyb']);
  expect(walk(usualArrangement, 'c', 'up')).toEqual(['ab|c|xy', 'abc|xy', 'acb|xy', 'cab|xy']);
});

test('a volume is divided, joined with the next, moved among the others, and all goes back to the rule', () => {
  const split = splitBefore(usualArrangement, byRule, key(items[1] ?? boundItem('')));
  const divided = arrangeVolumes(items, split);
  expect([scopes(divided), divided.map((volume) => volume.key)]).toEqual([['a', 'b', 'c', 'xy'], ['巡检#1', 'own#1', '巡检#2', '工作#1']]);
  expect(scopes(arrangeVolumes(items, splitBefore(split, divided, key(items[0] ?? boundItem('')))))).toEqual(['a', 'b', 'c', 'xy']);
  expect(scopes(arrangeVolumes(items, joinWithNext(split, divided, 'own#1')))).toEqual(['a', 'bc', 'xy']);
  expect(joinWithNext(split, divided, '工作#1')).toBe(split);
  expect(scopes(arrangeVolumes(items, stepVolume(split, divided, '工作#1', 'up') ?? usualArrangement))).toEqual(['a', 'b', 'xy', 'c']);
  expect(stepVolume(split, divided, '工作#1', 'down')).toBeUndefined();
  expect(scopes(arrangeVolumes(items, backToRule(split)))).toEqual(['ab', 'c', 'xy']);
});

test('a volume that a person filled beyond the limit stays as it is and says so', () => {
  const joined = arrangeVolumes(items, joinWithNext(usualArrangement, byRule, byRule[0]?.key ?? ''));
  expect(joined.map((volume) => [volume.pages, volume.isOverLimit])).toEqual([[240, true], [160, false]]);
});

test('a title is given, and taken back by an empty one or the title of the rule', () => {
  const volume = byRule[0] ?? { key: '', ruleTitle: '' };
  const named = renameVolume(usualArrangement, volume, ' 上半年巡检 ');
  expect(arrangeVolumes(items, named).map(({ title }) => title)).toEqual(['上半年巡检', byRule[1]?.title, byRule[2]?.title]);
  expect([renameVolume(named, volume, ' '), renameVolume(named, volume, volume.ruleTitle)]).toEqual([usualArrangement, usualArrangement]);
});

test('new documents come behind the one that the rule puts before them, gone ones leave no gap, new groups get volumes of their own', () => {
  const manual = moveItems(usualArrangement, byRule, [key(items[1] ?? boundItem(''))], { volume: byRule[2]?.key ?? '', index: 2 });
  expect(scopes(arrangeVolumes(items, manual))).toEqual(['a', 'c', 'xyb']);
  const [a, , c, x, y] = items;
  const later = [ofKind('巡检', '0'), ...[a, c].flatMap((item) => item ?? []), ofKind('巡检', 'd'), ofKind('需求', 'n'), ...[x, y].flatMap((item) => item ?? []), ofKind('工作', 'z')];
  expect(scopes(arrangeVolumes(later, manual))).toEqual(['0a', 'cd', 'n', 'xyz']);
});

test('nothing at all is bound when every document is gone', () => {
  expect(arrangeVolumes([], { ...usualArrangement, manual: asManual(byRule) })).toEqual([]);
});

const someKinds = fc.array(fc.record({ kind: fc.nat(3), pages: fc.integer({ min: 1, max: 200 }) }), { maxLength: 25 })
  .map((facts) => facts.map(({ kind, pages }, index) => boundItem(String(index), { deliverable: `d${kind}`, kindTitle: `k${kind}`, deliverableTitle: `k${kind}`, pages })));

test('whatever was arranged by hand before, every document of today is bound exactly once, and arranging again changes nothing', () => {
  fc.assert(fc.property(someKinds, fc.array(fc.array(fc.nat(30), { maxLength: 8 }), { maxLength: 6 }), (today, hand) => {
    const manual = hand.map((scopesOfVolume, index) => ({ key: `v${index}`, items: scopesOfVolume.map((scope) => ({ deliverable: `d${scope % 4}`, scope: String(scope) })) }));
    const arrangement = arrangementSchema.parse({ manual });
    const volumes = arrangeVolumes(today, arrangement);
    expect(volumes.flatMap((volume) => volume.items.map(itemKey)).toSorted()).toEqual(today.map(itemKey).toSorted());
    expect(new Set(volumes.map((volume) => volume.key)).size).toBe(volumes.length);
    expect(volumes.every((volume) => volume.items.length > 0)).toBe(true);
    expect(arrangeVolumes(today, { ...arrangement, manual: asManual(volumes) })).toEqual(volumes);
  }));
});
