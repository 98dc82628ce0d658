import type { Arrangement } from './arrangement.ts';
import { amountOf, capacityOf, emptyExtent, extended, type Extent } from './measure-volume.ts';
import type { BoundItem } from './volume.ts';

/** Documents that go into one volume, before it has a number and a title. */
export type Gathering = { readonly key: string; readonly items: readonly BoundItem[] };

/** What a volume never mixes, of one document. */
export function groupOf(item: BoundItem, { separateBy }: Pick<Arrangement, 'separateBy'>): string {
  switch (separateBy) {
    case 'deliverable': return item.deliverable;
    case 'kind': return item.kindTitle;
    case 'none': return '';
    default: return separateBy satisfies never;
  }
}

/** The span that a document's volume is kept to; what reaches over several spans comes after them. */
function spanOf(item: BoundItem, { breakBy }: Arrangement): string {
  const beyond = '~';
  switch (breakBy) {
    case 'none': return '';
    case 'quarter': return item.quarter === '' ? beyond : item.quarter;
    case 'month': return item.from.slice(0, 7) === item.to.slice(0, 7) ? item.from.slice(0, 7) : beyond;
    default: return breakBy satisfies never;
  }
}

function groups(items: readonly BoundItem[], arrangement: Arrangement): Gathering[] {
  return [...Map.groupBy(items, (item) => groupOf(item, arrangement))].flatMap(([group, own]) => {
    const spans = [...Map.groupBy(own, (item) => spanOf(item, arrangement))].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return spans.map(([span, members]) => ({ key: span === '' ? group : `${group}/${span}`, items: members }));
  });
}

/** The documents in their order, as they are gathered when nobody has changed it: group by group, and within a group span by span. */
export function inRuleOrder(items: readonly BoundItem[], arrangement: Arrangement): BoundItem[] {
  return groups(items, arrangement).flatMap((group) => group.items);
}

function extentOf(items: readonly BoundItem[], arrangement: Arrangement): Extent {
  return items.reduce((extent, item) => extended(extent, item, arrangement), emptyExtent);
}

/** Neighbours that fill less than a third of a volume each, as long as one volume holds them together. */
function joinThin(gathered: readonly Gathering[], arrangement: Arrangement): Gathering[] {
  if (!arrangement.joinsThin || arrangement.breakBy !== 'none') return [...gathered];
  const capacity = capacityOf(arrangement);
  const isThin = ({ items }: Gathering): boolean => amountOf(extentOf(items, arrangement), arrangement) * 3 < capacity;
  const joined: Gathering[] = [];
  let isLastThin = false;
  for (const group of gathered) {
    const last = joined.at(-1);
    const together = last === undefined ? [] : [...last.items, ...group.items];
    const joins: boolean = isLastThin && isThin(group) && amountOf(extentOf(together, arrangement), arrangement) <= capacity;
    if (joins && last !== undefined) joined[joined.length - 1] = { key: last.key, items: together };
    else joined.push(group);
    isLastThin = joins || isThin(group);
  }
  return joined;
}

/** Fills one volume after the other up to the capacity. A document that is larger alone stays whole, in a volume of its own. */
function fill(items: readonly BoundItem[], capacity: number, arrangement: Arrangement): BoundItem[][] {
  const volumes: BoundItem[][] = [];
  let extent = emptyExtent;
  for (const item of items) {
    const grown = extended(extent, item, arrangement);
    const current = volumes.at(-1);
    if (current === undefined || amountOf(grown, arrangement) > capacity) {
      volumes.push([item]);
      extent = extended(emptyExtent, item, arrangement);
    } else {
      current.push(item);
      extent = grown;
    }
  }
  return volumes;
}

/** As few volumes as the capacity allows, and these as even as their order allows: 124 and 123 pages rather than 180 and 67. */
function fillEvenly(items: readonly BoundItem[], arrangement: Arrangement): BoundItem[][] {
  let most = capacityOf(arrangement);
  let volumes = fill(items, most, arrangement);
  const wanted = volumes.length;
  let least = 1;
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    const tried = fill(items, middle, arrangement);
    if (tried.length <= wanted) {
      most = middle;
      volumes = tried;
    } else {
      least = middle + 1;
    }
  }
  return volumes;
}

/** Gathers documents into volumes by the rule alone. Every document once, none torn apart. */
export function gatherByRule(items: readonly BoundItem[], arrangement: Arrangement): Gathering[] {
  return joinThin(groups(items, arrangement), arrangement)
    .flatMap((group) => fillEvenly(group.items, arrangement).map((own, index) => ({ key: `${group.key}#${index + 1}`, items: own })));
}
