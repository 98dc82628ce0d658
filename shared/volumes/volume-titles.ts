import { formatChineseMonth } from '../dates.ts';
import type { BoundItem } from './volume.ts';

const namedTogether = 3;

/** What a volume holds, in words: its deliverables; where they are many the first of each kind, or of the first kinds. */
function contentsTitle(items: readonly BoundItem[]): string {
  const titles = [...new Set(items.map((item) => item.deliverableTitle))];
  if (titles.length <= namedTogether) return titles.join('、');
  const kinds = [...Map.groupBy(items, (item) => item.kindTitle).values()].map((own) => own[0]?.deliverableTitle ?? '');
  return kinds.length <= namedTogether ? kinds.join('、') : `${kinds.slice(0, namedTogether).join('、')}等${kinds.length}类`;
}

/** First and last day of some documents; empty texts for none. */
export function spanOfItems(items: readonly BoundItem[]): { readonly from: string; readonly to: string } {
  const from = items.reduce((first, item) => (first === '' || item.from < first ? item.from : first), '');
  return { from, to: items.reduce((last, item) => (item.to > last ? item.to : last), '') };
}

function monthsTitle(items: readonly BoundItem[]): string {
  const span = spanOfItems(items);
  const [first, last] = [formatChineseMonth(span.from), formatChineseMonth(span.to)];
  return first === last ? `（${first}）` : `（${first}至${last}）`;
}

function repeated(titles: readonly string[]): ReadonlySet<string> {
  return new Set(titles.filter((title, index) => titles.indexOf(title) !== index));
}

/**
 * 案卷题名 of each volume: what it holds behind the prefix that all documents share; the months where that alone does not tell two volumes
 * apart, and a count where the months do not either.
 */
export function volumeTitles(volumes: readonly (readonly BoundItem[])[], prefix: string): string[] {
  const plain = volumes.map((items) => `${prefix}${contentsTitle(items)}`);
  const twice = repeated(plain);
  const dated = volumes.map((items, index) => { const title = plain[index] ?? ''; return twice.has(title) ? `${title}${monthsTitle(items)}` : title; });
  const still = repeated(dated);
  const counts = new Map<string, number>();
  return dated.map((title) => {
    if (!still.has(title)) return title;
    const count = (counts.get(title) ?? 0) + 1;
    counts.set(title, count);
    return `${title}（第${count}册）`;
  });
}

function filledLines(pieces: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + piece.length <= width) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines;
}

/**
 * A title in as few lines as it needs, none much shorter than the others and none broken inside a name: lines end behind `、` or before `（`.
 * @param width in characters
 */
export function titleOnLines(title: string, width: number): string {
  if (title.length <= width) return title;
  const pieces = title.split(/(?<=、)|(?=（)/);
  let lines = filledLines(pieces, width);
  for (let narrower = width - 1; narrower > 0; narrower--) {
    const narrow = filledLines(pieces, narrower);
    if (narrow.length > lines.length) break;
    lines = narrow;
  }
  return lines.join('\n');
}
