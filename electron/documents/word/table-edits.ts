import type { Replacement, TableEdit } from './edits.ts';
import type { PlacedLoop } from './loop-edits.ts';
import type { ColumnGroup, GridColumn, LaterText, Operation } from './program.ts';
import { cellsOf, columnOf, repeatsIn, rowsOf, spanOf, verticalMerge } from './table-grid.ts';
import { attributeOf, attributeSpan, childNamed, closest, descendantsOf, type XmlElement } from './xml-tree.ts';

type ColumnLoop = { readonly loop: PlacedLoop; readonly row: XmlElement; readonly cells: readonly XmlElement[]; readonly from: number; readonly to: number };
type TableEdits = readonly (TableEdit | Replacement)[];

/**
 * Tables whose columns a loop repeats get a grid to match: the width of the template's columns is divided among the copies, cells that
 * span them span all the copies, and columns without copies vanish; the longest row counts. And in tables whose merged cells may lose
 * the row in which they begin, the next row of the merge begins it.
 */
export function tableEdits(xml: string, root: XmlElement, loops: readonly PlacedLoop[]): TableEdits {
  const blockLoops = loops.filter(({ extent }) => extent.kind === 'blocks' && ['w:tr', 'w:tbl'].includes(repeatsIn(extent)?.name ?? ''));
  if (blockLoops.length === 0) return [];
  return descendantsOf(root, 'w:tbl').flatMap((table): TableEdits => {
    const ofTable = blockLoops.filter(({ extent }) => closest(extent.container, 'w:tbl') === table);
    if (ofTable.length === 0) return [];
    const columns = columnEdits(xml, table, ofTable);
    const mendsMerges = mayLoseMergeBeginnings(xml, table, ofTable.map(({ extent }) => extent));
    if (columns === undefined && !mendsMerges) return [];
    return [{ kind: 'table', from: table.from, to: table.to, operation: { groups: columns?.groups ?? [], mendsMerges } }, ...(columns?.edits ?? [])];
  });
}

/** undefined where no columns are repeated, or where it cannot be told which columns of the grid they are: then the grid stays. */
function columnEdits(xml: string, table: XmlElement, loops: readonly PlacedLoop[]): { readonly groups: readonly ColumnGroup[]; readonly edits: readonly Replacement[] } | undefined {
  const repeated = loops.filter(({ extent }) => repeatsIn(extent)?.name === 'w:tr').map((loop) => columnLoop(xml, loop));
  if (repeated.length === 0 || repeated.some((one) => repeated.some((other) => one !== other && one.row === other.row && one.loop.extent.from < other.loop.extent.to && other.loop.extent.from < one.loop.extent.to))) return undefined;
  const keys = [...new Set(repeated.map(({ from, to }) => `${from} ${to}`))];
  const spans = keys.map((key) => key.split(' ').map(Number)).map(([from = 0, to = 0]) => ({ from, to }));
  const grid = childNamed(table, 'w:tblGrid');
  const gridColumns = grid?.children.filter((child) => child.name === 'w:gridCol') ?? [];
  const overlap = spans.some((one, index) => spans.some((other, at) => at !== index && one.from < other.to && other.from < one.to));
  if (grid === undefined || overlap || spans.some(({ from, to }) => from >= to || to > gridColumns.length)) return undefined;
  const groupOf = ({ from, to }: ColumnLoop): number => keys.indexOf(`${from} ${to}`);

  const widthOf = (column: XmlElement): number => Number(attributeOf(xml, column, 'w:w') ?? Number.NaN);
  const keeps = spans.map(() => false);
  const edits: Replacement[] = [];
  for (const row of rowsOf(table)) {
    edits.push(at(row.contentFrom, { kind: 'table-row' }));
    const inRow = repeated.filter((one) => one.row === row);
    for (const cell of cellsOf(row)) {
      const repeating = inRow.find(({ cells }) => cells.includes(cell));
      if (repeating !== undefined) {
        const group = groupOf(repeating);
        if (cell === repeating.cells[0]) edits.push(at(cell.contentFrom, { kind: 'table-column', group }));
        edits.push(...widthEdits(xml, cell, (width) => ({ kind: 'share', width, group })));
        continue;
      }
      const from = columnOf(xml, row, cell);
      const to = from + spanOf(xml, cell);
      const over = spans.flatMap((span, group) => (span.from < to && from < span.to ? [{ ...span, group }] : []));
      if (over.some((span) => span.from < from || to < span.to)) return undefined;
      if (over.length === 0) continue;
      const groups = over.map((span) => ({ group: span.group, columns: span.to - span.from, width: sum(gridColumns.slice(span.from, span.to).map(widthOf)) }));
      // A cell that has only columns of the list keeps one of them.
      if (over.length === 1 && over[0]?.from === from && over[0].to === to) keeps[over[0].group] = true;
      const span = spanEdit(xml, cell, { kind: 'span', columns: to - from, groups });
      if (span === undefined) return undefined;
      edits.push(span, ...widthEdits(xml, cell, (width) => ({ kind: 'rest', width, groups })));
    }
  }
  const all = spans.map((span, group) => ({ group, columns: span.to - span.from, width: sum(gridColumns.slice(span.from, span.to).map(widthOf)) }));
  const columns = gridColumns.map((column, index): GridColumn => {
    const span = attributeSpan(xml, column, 'w:w');
    const width = widthOf(column);
    const group = spans.findIndex(({ from, to }) => from <= index && index < to);
    const whole = { group: group < 0 ? undefined : group, width: Number.isFinite(width) ? width : 0 };
    return span === undefined ? { ...whole, before: xml.slice(column.from, column.to), behind: undefined } : { ...whole, before: xml.slice(column.from, span.valueFrom), behind: xml.slice(span.valueTo, column.to) };
  });
  const first = gridColumns[0]?.from ?? grid.contentFrom;
  edits.push({ kind: 'replace', from: first, to: gridColumns.at(-1)?.to ?? first, content: [{ kind: 'later', text: { kind: 'grid', columns } }], when: 'always' });
  const properties = childNamed(table, 'w:tblPr');
  const tableWidth = properties === undefined ? undefined : childNamed(properties, 'w:tblW');
  if (tableWidth !== undefined && attributeOf(xml, tableWidth, 'w:type') === 'dxa') edits.push(...valueEdit(xml, tableWidth, (width) => ({ kind: 'rest', width, groups: all })));
  return { groups: spans.map((span, group) => ({ ...span, isKept: keeps[group] === true })), edits };
}

function columnLoop(xml: string, loop: PlacedLoop): ColumnLoop {
  const { extent } = loop;
  const row = closest(extent.container, 'w:tr') ?? loop.pair.open.startElement;
  const cells = cellsOf(row).filter((cell) => cell.from >= extent.bodyFrom && cell.to <= extent.bodyTo);
  const [first] = cells;
  const last = cells.at(-1);
  if (first === undefined || last === undefined) return { loop, row, cells, from: 0, to: 0 };
  return { loop, row, cells, from: columnOf(xml, row, first), to: columnOf(xml, row, last) + spanOf(xml, last) };
}

function at(offset: number, operation: Operation): Replacement {
  return { kind: 'replace', from: offset, to: offset, content: [operation], when: 'always' };
}

function widthEdits(xml: string, cell: XmlElement, text: (width: number) => LaterText): readonly Replacement[] {
  const properties = childNamed(cell, 'w:tcPr');
  const width = properties === undefined ? undefined : childNamed(properties, 'w:tcW');
  return width === undefined ? [] : valueEdit(xml, width, text);
}

function valueEdit(xml: string, element: XmlElement, text: (width: number) => LaterText): readonly Replacement[] {
  const span = attributeSpan(xml, element, 'w:w');
  if (span === undefined || !/^\d{1,6}$/.test(span.value)) return [];
  return [{ kind: 'replace', from: span.valueFrom, to: span.valueTo, content: [{ kind: 'later', text: text(Number(span.value)) }], when: 'always' }];
}

function spanEdit(xml: string, cell: XmlElement, text: LaterText): Replacement | undefined {
  const properties = childNamed(cell, 'w:tcPr');
  if (properties === undefined || properties.selfClosing) return undefined;
  const known = childNamed(properties, 'w:gridSpan');
  const behind = properties.children.findLast((child) => child.name === 'w:cnfStyle' || child.name === 'w:tcW')?.to ?? properties.contentFrom;
  return { kind: 'replace', from: known?.from ?? behind, to: known?.to ?? behind, content: [{ kind: 'later', text }], when: 'always' };
}

/** Whether a row in which cells go on with a merge may come to stand below another than the template has above it. */
function mayLoseMergeBeginnings(xml: string, table: XmlElement, extents: readonly { readonly from: number; readonly to: number }[]): boolean {
  const rows = rowsOf(table);
  const isIn = (extent: { readonly from: number; readonly to: number }, row: XmlElement | undefined): boolean => row !== undefined && extent.from <= row.from && row.to <= extent.to;
  return rows.some((row, index) => {
    if (!cellsOf(row).some((cell) => verticalMerge(xml, cell) === 'continue')) return false;
    return extents.some((extent) => rows.slice(0, index).some((above) => isIn(extent, above) !== isIn(extent, row)));
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + (Number.isFinite(number) ? number : 0), 0);
}
