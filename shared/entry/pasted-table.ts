import { columnFor, type SheetColumn } from './sheet-columns.ts';

/** More than anybody pastes by hand; whole ledgers are imported as files. */
export const pastedLimits = { characters: 4_000_000, rows: 2000, columns: 200 } as const;

/** Where a quoted cell ends: a quote that is not doubled and stands before a tab, a line end or the end of the text; -1 when there is none. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    const next = text[at + 1];
    if (next === '"') at++;
    else if (next === undefined || next === '\t' || next === '\n') return at;
  }
  return -1;
}

/**
 * The cells of a table as spreadsheets put it on the clipboard: tabs between cells, lines between rows, cells with line breaks in quotes.
 * Time is proportional to the text. Rows beyond the limits are left out; the caller compares with `pastedLimits`.
 */
export function parsePastedTable(pasted: string): string[][] {
  const text = pasted.slice(0, pastedLimits.characters).replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  // A quote that nothing closes is a character like any other, and so are all that follow.
  let hasQuotes = text.includes('"');
  for (;;) {
    const close = hasQuotes && text[at] === '"' ? closingQuote(text, at + 1) : undefined;
    if (close === -1) hasQuotes = false;
    let end = close === undefined || close === -1 ? at : close + 1;
    if (close === undefined || close === -1) while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end++;
    if (row.length < pastedLimits.columns) row.push(close === undefined || close === -1 ? text.slice(at, end) : text.slice(at + 1, close).replaceAll('""', '"'));
    if (text[end] !== '\t') {
      rows.push(row);
      row = [];
      if (end >= text.length || rows.length > pastedLimits.rows) return rows;
    }
    at = end + 1;
  }
}

/** A cell as spreadsheets take it from the clipboard. */
function written(cell: string): string {
  return /[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The inverse of `parsePastedTable`. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(written).join('\t')).join('\n');
}

/** What the columns of a pasted block are, by its first row; unknown headings are told, not guessed. */
export type PastedHeadings = { readonly columns: readonly (SheetColumn | undefined)[]; readonly unknown: readonly string[] };

/** Undefined when the first row holds no headings: at least two must be known, and at least half of those written. */
export function pastedHeadings(table: readonly (readonly string[])[], columns: readonly SheetColumn[]): PastedHeadings | undefined {
  const first = (table[0] ?? []).map((heading) => heading.trim());
  const taken = new Set<SheetColumn>();
  const found = first.map((heading) => {
    const column = heading === '' || heading.length > 60 ? undefined : columnFor(columns, heading);
    if (column === undefined || taken.has(column)) return undefined;
    taken.add(column);
    return column;
  });
  const filled = first.filter((heading) => heading !== '').length;
  if (taken.size < 2 || taken.size * 2 < filled) return undefined;
  return { columns: found, unknown: first.filter((heading, index) => heading !== '' && found[index] === undefined) };
}
