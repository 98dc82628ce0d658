import type { TemplateData } from '../deliverables/record-data.ts';

/** A page of a list: how many rows fill it, how many lines a row has room for, and how many characters stand in a line of its columns (as the shipped templates have them). */
export type ListPage = { readonly rows: number; readonly lines: number; readonly columns: Readonly<Record<string, number>> };

/** Width in Chinese characters; those of Western script take half of one. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, character) => width + (character.charCodeAt(0) < 0x100 ? 0.5 : 1), 0);
}

function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / width)), 0);
}

/** Rows that one takes whose text needs more lines than a row has room for. */
function roomOf(row: TemplateData, { lines, columns }: ListPage): number {
  return Object.entries(columns).reduce((room, [name, width]) => {
    const text = row[name];
    return typeof text === 'string' ? Math.max(room, linesOf(text, width) / lines) : room;
  }, 1);
}

/** Fills up whole pages with empty rows (不足补空行). Long texts take their room, so that no page of empty rows follows. */
export function filledUp(rows: readonly TemplateData[], page: ListPage): TemplateData[] {
  const [first] = rows;
  if (first === undefined) return [];
  const blank = Object.fromEntries(Object.keys(first).map((name) => [name, '']));
  // A hair less, because thirds have no exact binary value.
  const used = rows.reduce((sum, row) => {
    const room = roomOf(row, page);
    return sum + room > page.rows + 1e-9 ? room : sum + room;
  }, 0);
  return [...rows, ...Array.from({ length: Math.floor(page.rows - used + 1e-9) }, () => blank)];
}
