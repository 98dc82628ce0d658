import type { Arrangement } from './arrangement.ts';
import { spineWidths } from './arrangement.ts';
import type { BoundItem, PlacedItem } from './volume.ts';

/** Rows of a contents list on one page (卷内目录, as practised). */
export const contentsRows = 15;

/** How much a volume holds so far. */
export type Extent = { readonly pages: number; readonly sides: number; readonly items: number };

export const emptyExtent: Extent = { pages: 0, sides: 0, items: 0 };

type Printing = Pick<Arrangement, 'doubleSided' | 'itemsStartOnOddPage' | 'recordsStartOnOddPage' | 'profile'>;

/** What of a document decides how much paper it takes. */
type Measured = Pick<BoundItem, 'pages' | 'recordStarts'>;

/** Pages of a document, from 0, that begin on the front of a sheet: its own first one, and those of its forms. None on paper printed on one side. */
export function frontPages({ recordStarts }: Measured, { doubleSided, itemsStartOnOddPage, recordsStartOnOddPage }: Omit<Printing, 'profile'>): ReadonlySet<number> {
  if (!doubleSided) return new Set();
  return new Set([...(itemsStartOnOddPage ? [0] : []), ...(recordsStartOnOddPage ? recordStarts ?? [] : [])]);
}

/** The first and the last side of the next document. */
function nextSides({ sides }: Extent, item: Measured, printing: Printing): { readonly first: number; readonly last: number } {
  const fronts = frontPages(item, printing);
  const first = fronts.has(0) && sides % 2 === 1 ? sides + 2 : sides + 1;
  // Each front before which a side stays empty moves everything behind it on by one.
  let empty = 0;
  for (const page of [...fronts].toSorted((a, b) => a - b)) {
    if (page > 0 && page < item.pages && (first + page + empty) % 2 === 0) empty += 1;
  }
  return { first, last: first + item.pages - 1 + empty };
}

/** With one more document behind it. */
export function extended(extent: Extent, item: Measured, printing: Printing): Extent {
  return { pages: extent.pages + item.pages, sides: nextSides(extent, item, printing).last, items: extent.items + 1 };
}

function sheetsOf(sides: number, doubleSided: boolean): number {
  return doubleSided ? Math.ceil(sides / 2) : sides;
}

/** Sheets of the body. */
export function bodySheets({ sides }: Extent, { doubleSided }: Printing): number {
  return sheetsOf(sides, doubleSided);
}

/** Sheets of the cover and the contents list, and of the filing note where the profile has one. */
export function paperSheets({ items }: Extent, { doubleSided, profile }: Printing): number {
  const contents = sheetsOf(Math.max(1, Math.ceil(items / contentsRows)), doubleSided);
  return 1 + contents + (profile === 'archive' ? 1 : 0);
}

/** What the limit counts: pages, or sheets where a thickness was chosen. */
export function amountOf(extent: Extent, arrangement: Arrangement): number {
  return arrangement.limit.by === 'pages' ? extent.pages : bodySheets(extent, arrangement) + paperSheets(extent, arrangement);
}

/** The largest amount of one volume, in what the limit counts. */
export function capacityOf({ limit, paper }: Arrangement): number {
  // A hair more, because 0.1 has no exact binary value.
  return limit.by === 'pages' ? limit.pages : Math.floor(limit.millimetres / paper + 1e-9);
}

/** The smallest usual spine that holds this thickness; the widest for what no spine holds. Millimetres. */
export function spineFor(thickness: number): number {
  return spineWidths.find((width) => width >= thickness) ?? spineWidths[spineWidths.length - 1] ?? thickness;
}

/** Numbers the documents of a volume and finds the place of each. */
export function placeItems(items: readonly BoundItem[], printing: Printing): { readonly placed: readonly PlacedItem[]; readonly extent: Extent } {
  const placed: PlacedItem[] = [];
  let extent = emptyExtent;
  for (const item of items) {
    const firstSide = nextSides(extent, item, printing).first;
    placed.push({ ...item, number: placed.length + 1, firstPage: extent.pages + 1, lastPage: extent.pages + item.pages, firstSide });
    extent = extended(extent, item, printing);
  }
  return { placed, extent };
}
