import type { Arrangement, ManualVolume } from './arrangement.ts';
import { gatherByRule, groupOf, inRuleOrder, type Gathering } from './gather-items.ts';
import { itemKey, type BoundItem } from './volume.ts';

type Open = { readonly key: string; readonly items: BoundItem[] };

function stillThere(manual: readonly ManualVolume[], items: readonly BoundItem[]): Open[] {
  const left = new Map(items.map((item) => [itemKey(item), item]));
  const take = (key: string): BoundItem[] => {
    const item = left.get(key);
    left.delete(key);
    return item === undefined ? [] : [item];
  };
  return manual.map((volume) => ({ key: volume.key, items: volume.items.flatMap((item) => take(itemKey(item))) }));
}

function freeKey(wanted: string, taken: ReadonlySet<string>): string {
  return taken.has(wanted) ? freeKey(`${wanted}+`, taken) : wanted;
}

/**
 * The volumes as a person arranged them, with what has changed since: documents that are gone are left out, new ones come behind the one that
 * the rule puts before them, and what is of an altogether new group gets volumes of its own at the place the rule gives it.
 */
export function gatherByHand(items: readonly BoundItem[], manual: readonly ManualVolume[], arrangement: Arrangement): Gathering[] {
  const volumes = stillThere(manual, items);
  const home = new Map(volumes.flatMap((volume) => volume.items.map((item) => [itemKey(item), volume] as const)));
  const ordered = inRuleOrder(items, arrangement);
  const byGroup = Map.groupBy(ordered, (item) => groupOf(item, arrangement));
  const strangers: BoundItem[] = [];
  for (const group of byGroup.values()) {
    if (group.some((item) => home.has(itemKey(item)))) slotIn(group, home);
    else strangers.push(...group);
  }
  return withNewGroups(volumes.filter((volume) => volume.items.length > 0), strangers, ordered, arrangement);
}

/** Puts the unplaced documents of a group behind the one before them; those before the first placed one come before it. */
function slotIn(group: readonly BoundItem[], home: Map<string, Open>): void {
  const first = group.findIndex((item) => home.has(itemKey(item)));
  const place = (item: BoundItem, neighbour: BoundItem | undefined, offset: 0 | 1): void => {
    const volume = neighbour === undefined ? undefined : home.get(itemKey(neighbour));
    if (volume === undefined || neighbour === undefined) return;
    volume.items.splice(volume.items.indexOf(neighbour) + offset, 0, item);
    home.set(itemKey(item), volume);
  };
  for (const [index, item] of group.entries()) {
    if (index < first) place(item, group[first], 0);
    else if (!home.has(itemKey(item))) place(item, group[index - 1], 1);
  }
}

function withNewGroups(volumes: readonly Open[], strangers: readonly BoundItem[], ordered: readonly BoundItem[], arrangement: Arrangement): Gathering[] {
  const result: Gathering[] = [...volumes];
  const rank = new Map(ordered.map((item, index) => [itemKey(item), index]));
  for (const added of gatherByRule(strangers, arrangement)) {
    const start = rank.get(itemKey(added.items[0] ?? { deliverable: '', scope: '' })) ?? 0;
    const before = ordered.slice(0, start).findLast((item) => result.some((volume) => volume.items.includes(item)));
    const place = before === undefined ? 0 : result.findIndex((volume) => volume.items.includes(before)) + 1;
    result.splice(place, 0, { key: freeKey(added.key, new Set(result.map(({ key }) => key))), items: added.items });
  }
  return result;
}
