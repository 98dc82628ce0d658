import type { Arrangement, ManualVolume } from './arrangement.ts';
import { itemKey, type ItemKey, type Volume } from './volume.ts';

/** The volumes as they stand, kept as they are whatever the rule would say. */
export function asManual(volumes: readonly Volume[]): ManualVolume[] {
  return volumes.map(({ key, items }) => ({ key, items: items.map(({ deliverable, scope }) => ({ deliverable, scope })) }));
}

/** What a change by hand makes of the arrangement: volumes that became empty go, and with them their titles. */
function kept(arrangement: Arrangement, volumes: readonly ManualVolume[]): Arrangement {
  const manual = volumes.filter(({ items }) => items.length > 0).map(({ key, items }) => ({ key, items: [...items] }));
  const keys = new Set(manual.map(({ key }) => key));
  return { ...arrangement, manual, titles: Object.fromEntries(Object.entries(arrangement.titles).filter(([key]) => keys.has(key))) };
}

/** Where moved documents go: into a volume, before its document at this place (its length: behind the last). */
export type MoveTarget = { readonly volume: string; readonly index: number };

/** Moves documents, in the order they stand in, to one place; the others keep their order. */
export function moveItems(arrangement: Arrangement, volumes: readonly Volume[], keys: readonly ItemKey[], target: MoveTarget): Arrangement {
  const wanted = new Set(keys.map(itemKey));
  const before = asManual(volumes);
  const moved = before.flatMap(({ items }) => items.filter((item) => wanted.has(itemKey(item))));
  return kept(arrangement, before.map((volume) => {
    const stays = (item: ItemKey): boolean => !wanted.has(itemKey(item));
    if (volume.key !== target.volume) return { ...volume, items: volume.items.filter(stays) };
    return { ...volume, items: [...volume.items.slice(0, target.index).filter(stays), ...moved, ...volume.items.slice(target.index).filter(stays)] };
  }));
}

/** A document one step up or down; at the edge of its volume it goes on into the neighbouring one. Undefined where there is no further step. */
export function stepItem(arrangement: Arrangement, volumes: readonly Volume[], key: ItemKey, step: 'up' | 'down'): Arrangement | undefined {
  const place = volumes.findIndex(({ items }) => items.some((item) => itemKey(item) === itemKey(key)));
  const volume = volumes[place];
  if (volume === undefined) return undefined;
  const index = volume.items.findIndex((item) => itemKey(item) === itemKey(key));
  if (step === 'up' && index > 0) return moveItems(arrangement, volumes, [key], { volume: volume.key, index: index - 1 });
  if (step === 'down' && index < volume.items.length - 1) return moveItems(arrangement, volumes, [key], { volume: volume.key, index: index + 2 });
  const neighbour = volumes[step === 'up' ? place - 1 : place + 1];
  if (neighbour === undefined) return undefined;
  return moveItems(arrangement, volumes, [key], { volume: neighbour.key, index: step === 'up' ? neighbour.items.length : 0 });
}

function newKey(volumes: readonly Volume[]): string {
  for (let count = 1; ; count++) {
    const key = `own#${count}`;
    if (volumes.every((volume) => volume.key !== key)) return key;
  }
}

/** Begins a new volume with this document: it and those behind it leave the volume they are in. Unchanged where it is the first already. */
export function splitBefore(arrangement: Arrangement, volumes: readonly Volume[], key: ItemKey): Arrangement {
  return kept(arrangement, asManual(volumes).flatMap((volume) => {
    const index = volume.items.findIndex((item) => itemKey(item) === itemKey(key));
    return index < 1 ? [volume] : [{ ...volume, items: volume.items.slice(0, index) }, { key: newKey(volumes), items: volume.items.slice(index) }];
  }));
}

/** Binds a volume together with the one behind it. Unchanged for the last one. */
export function joinWithNext(arrangement: Arrangement, volumes: readonly Volume[], key: string): Arrangement {
  const before = asManual(volumes);
  const place = before.findIndex((volume) => volume.key === key);
  const next = before[place + 1];
  if (place === -1 || next === undefined) return arrangement;
  return kept(arrangement, before.flatMap((volume, index) => {
    if (index === place) return [{ ...volume, items: [...volume.items, ...next.items] }];
    return index === place + 1 ? [] : [volume];
  }));
}

/** Moves a whole volume one step among the others. Undefined where there is no further step. */
export function stepVolume(arrangement: Arrangement, volumes: readonly Volume[], key: string, step: 'up' | 'down'): Arrangement | undefined {
  const before = asManual(volumes);
  const place = before.findIndex((volume) => volume.key === key);
  const other = place + (step === 'up' ? -1 : 1);
  const [volume, neighbour] = [before[place], before[other]];
  if (volume === undefined || neighbour === undefined) return undefined;
  return kept(arrangement, before.map((candidate, index) => (index === place ? neighbour : index === other ? volume : candidate)));
}

/** Gives a volume a title of its own; an empty one, or the rule's, takes it back. */
export function renameVolume(arrangement: Arrangement, volume: Pick<Volume, 'key' | 'ruleTitle'>, title: string): Arrangement {
  const { [volume.key]: _, ...others } = arrangement.titles;
  const wanted = title.trim();
  return { ...arrangement, titles: wanted === '' || wanted === volume.ruleTitle ? others : { ...others, [volume.key]: wanted } };
}

/** Back to the rule; titles stay with the volumes that still exist by it. */
export function backToRule(arrangement: Arrangement): Arrangement {
  const { manual: _, ...rest } = arrangement;
  return rest;
}
