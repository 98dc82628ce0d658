import { outputBytes, putBytes, putText } from './byte-output.ts';
import { fixedText, type ColumnGroup, type LaterText, type TableOperation } from './program.ts';
import type { Rendering } from './rendering.ts';
import { cellsOf, columnOf, rowsOf, spanOf, verticalMerge } from './table-grid.ts';
import { childNamed, parseXmlTree } from './xml-tree.ts';

/** A table being written, whose columns are counted on the way. */
export type TableWriting = {
  /** Copies of each group of columns in this row, and the most in any row. */
  readonly here: number[];
  readonly most: number[];
  /** What can only be said when all rows are written, and where; copy counts from 0 within the row. */
  later: { readonly at: number; readonly text: LaterText; readonly copy: number }[];
};

/** Writes a table, then puts in what only its rows could tell. */
export function writeTable(step: TableOperation, rendering: Rendering, writeBody: () => void): void {
  const { output, tables } = rendering;
  const from = output.length;
  const table: TableWriting = { here: step.groups.map(() => 0), most: step.groups.map(() => 0), later: [] };
  tables.push(table);
  writeBody();
  tables.pop();
  if (step.groups.length > 0) {
    const counts = step.groups.map(({ isKept }, group) => Math.max(table.most[group] ?? 0, isKept ? 1 : 0));
    const written = Buffer.from(outputBytes(output).subarray(from));
    output.length = from;
    let done = 0;
    for (const { at, text, copy } of table.later) {
      putBytes(output, written.subarray(done, at - from));
      putText(output, laterText(text, copy, counts, step.groups));
      done = at - from;
    }
    putBytes(output, written.subarray(done));
  }
  if (step.mendsMerges) {
    const mended = mendMerges(outputBytes(output).subarray(from).toString('utf8'), rendering.part);
    output.length = from;
    putBytes(output, fixedText(mended));
  }
}

/** A row begins. */
export function beginTableRow({ tables }: Rendering): void {
  tables.at(-1)?.here.fill(0);
}

/** A copy of a group of columns begins. */
export function beginTableColumn(group: number, { tables }: Rendering): void {
  const table = tables.at(-1);
  if (table === undefined) return;
  const count = (table.here[group] ?? 0) + 1;
  table.here[group] = count;
  table.most[group] = Math.max(table.most[group] ?? 0, count);
}

/** Here stands what only the whole table tells. */
export function writeLater(text: LaterText, { tables, output }: Rendering): void {
  const table = tables.at(-1);
  table?.later.push({ at: output.length, text, copy: text.kind === 'share' ? (table.here[text.group] ?? 1) - 1 : 0 });
}

/** Takes back what was written since, with what was to be put in there. */
export function rewind(rendering: Rendering, length: number): void {
  rendering.output.length = length;
  const table = rendering.tables.at(-1);
  if (table !== undefined && table.later.length > 0) table.later = table.later.filter(({ at }) => at <= length);
}

function laterText(text: LaterText, copy: number, counts: readonly number[], groups: readonly ColumnGroup[]): string {
  const countOf = (group: number): number => counts[group] ?? 1;
  switch (text.kind) {
    case 'share':
      return String(share(text.width, copy, countOf(text.group)));
    case 'rest':
      return String(Math.max(0, text.width - text.groups.reduce((lost, { group, width }) => lost + (countOf(group) === 0 ? width : 0), 0)));
    case 'span': {
      const columns = text.columns + text.groups.reduce((more, part) => more + part.columns * (countOf(part.group) - 1), 0);
      return columns <= 1 ? '' : `<w:gridSpan w:val="${columns}"/>`;
    }
    case 'grid':
      return text.columns.map((column, index) => {
        const group = column.group === undefined ? undefined : groups[column.group];
        const shown = (width: number): string => `${column.before}${column.behind === undefined ? '' : `${width}${column.behind}`}`;
        if (group === undefined || column.group === undefined) return shown(column.width);
        if (index > group.from) return '';
        // All columns of an item side by side, then those of the next.
        const count = countOf(column.group);
        return Array.from({ length: count }, (_, item) => text.columns.slice(group.from, group.to).map((own) => `${own.before}${own.behind === undefined ? '' : `${share(own.width, item, count)}${own.behind}`}`).join('')).join('');
      }).join('');
  }
}

/** The width of one of so many equal parts; together they are as wide as the whole, to the last twip. */
function share(width: number, part: number, parts: number): number {
  return parts === 0 ? width : Math.floor(((part + 1) * width) / parts) - Math.floor((part * width) / parts);
}

/** The table with every merge begun by the first of its rows that is there. */
function mendMerges(xml: string, part: string): string {
  const table = parseXmlTree(xml, part).children[0];
  if (table === undefined) return xml;
  const changes: { readonly from: number; readonly to: number }[] = [];
  let above: ReadonlySet<number> = new Set();
  for (const row of rowsOf(table)) {
    const here = new Set<number>();
    for (const cell of cellsOf(row)) {
      const merge = verticalMerge(xml, cell);
      const place = columnOf(xml, row, cell);
      const key = place * 1000 + spanOf(xml, cell);
      const properties = childNamed(cell, 'w:tcPr');
      const element = properties === undefined ? undefined : childNamed(properties, 'w:vMerge');
      if (merge !== 'none') here.add(key);
      if (merge === 'continue' && !above.has(key) && element !== undefined) changes.push(element);
    }
    above = here;
  }
  return changes.reduceRight((text, { from, to }) => `${text.slice(0, from)}<w:vMerge w:val="restart"/>${text.slice(to)}`, xml);
}
