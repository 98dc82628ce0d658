import { AppError } from '../../../shared/app-error.ts';
import type { PackagePart } from '../deliverables/package-contents.ts';
import { sectorBytes } from '../iso/iso-fields.ts';
import { formatSize } from './bag-info.ts';
import type { DiscContents } from './description.ts';

/** One disc: its parts in their order, and how it is named among the others. */
export type Disc = DiscContents & { readonly parts: readonly PackagePart[] };

/**
 * What a file takes beside its content, in bytes: its lines in the manifest, the catalogue and the contents page, and its records in both
 * directory trees; rather too much than too little, so that a disc never overflows.
 */
const bytesPerFile = 3000;
/** Descriptors, scripts, notes and the zeros at the end. */
const bytesPerDisc = 1 << 20;

/** What is not bound comes after the volumes. */
const unbound = Number.MAX_SAFE_INTEGER;

/** How much room a part takes on a disc, in bytes. */
function roomOf({ bytes, file }: PackagePart): number {
  return Math.ceil(bytes / sectorBytes) * sectorBytes + bytesPerFile + 8 * Buffer.byteLength(file.path);
}

function sum(parts: readonly PackagePart[]): number {
  return parts.reduce((total, part) => total + roomOf(part), 0);
}

/** How much room a single package takes on a disc, in bytes; a little more than it really does. */
export function roomOnDisc(parts: readonly PackagePart[]): number {
  return bytesPerDisc + sum(parts);
}

/** Parts that stay together. */
type Unit = { readonly title: string; readonly items: readonly number[] | undefined; readonly parts: readonly PackagePart[] };

function refuseTooLarge(part: PackagePart, room: number): AppError {
  return new AppError('invalid-input', `「${part.file.path}」有 ${formatSize(part.bytes)}，一张所选的光盘（可用 ${formatSize(Math.max(0, room))}）放不下，请换更大的介质。`, { path: part.file.path });
}

/** A volume larger than a disc is parted between its items; each part says which items it holds. */
function unitsOf(title: string, parts: readonly PackagePart[], room: number): Unit[] {
  if (sum(parts) <= room) return [{ title, items: undefined, parts }];
  const byItem = [...Map.groupBy(parts, (part) => part.item)].toSorted(([a], [b]) => a - b).map(([item, own]) => ({ item, parts: own }));
  return byItem.flatMap(({ item, parts: own }): Unit[] => {
    if (sum(own) <= room) return [{ title, items: [item], parts: own }];
    // Even one document with all its photos is too large: then file by file.
    return own.map((part) => {
      if (roomOf(part) > room) throw refuseTooLarge(part, room);
      return { title, items: [item], parts: [part] };
    });
  });
}

function groupText(title: string, units: readonly Unit[]): string {
  const items = units.flatMap((unit) => unit.items ?? []).filter((item) => item > 0);
  if (units.every((unit) => unit.items === undefined) || items.length === 0) return title;
  const [first, last] = [Math.min(...items), Math.max(...items)];
  return `${title}（${first === last ? `第${first}件` : `第${first}—${last}件`}，本卷分在几张盘上）`;
}

function discOf(units: readonly Unit[], common: readonly PackagePart[], number: number): Disc {
  const parts = [...units.flatMap((unit) => unit.parts), ...common];
  const groups = [...Map.groupBy(units, ({ title }) => title)].map(([title, own]) => groupText(title, own));
  return { number, groups, parts, files: parts.length, bytes: parts.reduce((total, { bytes }) => total + bytes, 0) };
}

/**
 * Spreads a hand-over over as few discs as their order allows: volume by volume, none torn apart unless one alone is larger than a disc. What belongs
 * to no volume goes onto every disc. Without a capacity everything is one.
 * Throws `invalid-input` for a single file that is larger than a disc.
 */
export function splitOverDiscs(parts: readonly PackagePart[], capacity: number | undefined): Disc[] {
  const common = parts.filter(({ group }) => group === undefined);
  const grouped = [...Map.groupBy(parts.filter(({ group }) => group !== undefined), ({ group }) => group?.key ?? '').values()]
    .toSorted(([a], [b]) => (a?.group?.volume ?? unbound) - (b?.group?.volume ?? unbound));
  const room = capacity === undefined ? Number.POSITIVE_INFINITY : capacity - bytesPerDisc - sum(common);
  const discs: Unit[][] = [[]];
  let left = room;
  for (const own of grouped) {
    for (const unit of unitsOf(own[0]?.group?.title ?? '', own, room)) {
      const needed = sum(unit.parts);
      if (needed > left && discs.at(-1)?.length !== 0) {
        discs.push([]);
        left = room;
      }
      discs.at(-1)?.push(unit);
      left -= needed;
    }
  }
  return discs.map((units, index) => discOf(units, common, index + 1));
}
