import type { TemplateProblem } from '../tags/template-problem.ts';
import type { MergeEdit, Replacement } from './edits.ts';
import { cellsOf, columnOf, repeatsIn, rowsOf, verticalMerge, type MergeKind } from './table-grid.ts';
import type { PlacedLoop } from './loop-edits.ts';
import type { TemplatePart } from './package-parts.ts';
import { problemAt, type PlacedTag } from './place-tags.ts';
import { fixedText } from './program.ts';
import { childNamed, closest, descendantsOf, type XmlElement } from './xml-tree.ts';

/** What must come before w:vMerge in a w:tcPr. */
const beforeMerge: ReadonlySet<string> = new Set(['w:cnfStyle', 'w:tcW', 'w:gridSpan', 'w:hMerge']);
/** Properties of a paragraph that mean something although nobody sees it. */
const meaningful: readonly string[] = ['w:sectPr', 'w:numPr', 'w:pPrChange'];

export type MergeEdits = { readonly edits: readonly (MergeEdit | Replacement)[]; readonly problems: readonly TemplateProblem[] };

/**
 * `{部门|合并相同}`: where consecutive copies of a row print the same in this cell, one merged cell stands. Blank cells stay apart: they
 * are filled in by hand. A merge ends where a marked cell further left in the row ends, so that groups stay within their outer group.
 */
export function mergeEdits(xml: string, tags: readonly PlacedTag[], loops: readonly PlacedLoop[], part: TemplatePart): MergeEdits {
  const problems: TemplateProblem[] = [];
  const cells = new Set<XmlElement>();
  for (const placed of tags) {
    if (placed.tag.kind !== 'value' || placed.tag.mergesEqual !== true) continue;
    const cell = closest(placed.startElement, 'w:tc', 'w:txbxContent');
    const row = closest(cell, 'w:tr');
    if (cell?.name === 'w:tc' && row !== undefined && loops.some(({ extent }) => extent.kind === 'blocks' && extent.from <= row.from && row.to <= extent.to)) cells.add(cell);
    else problems.push(problemAt('merge-place', part, placed.place, placed.written));
  }
  const tables = [...new Set([...cells].flatMap((cell) => closest(cell, 'w:tbl') ?? []))];
  const edits = [...cells].map((cell, index): MergeEdit => mergeEdit(xml, cell, index, tables.findIndex((table) => table === closest(cell, 'w:tbl')), loops));
  const rowBegins = tables.flatMap((table, index) => [table, ...rowsOf(table)].map((element): Replacement => ({ kind: 'replace', from: element.contentFrom, to: element.contentFrom, content: [{ kind: 'merge-row', table: index }], when: 'always' })));
  return { edits: [...rowBegins, ...edits], problems };
}

function mergeEdit(xml: string, cell: XmlElement, index: number, table: number, loops: readonly PlacedLoop[]): MergeEdit {
  const properties = childNamed(cell, 'w:tcPr');
  const known = properties === undefined ? undefined : childNamed(properties, 'w:vMerge');
  const contentFrom = properties?.to ?? cell.contentFrom;
  const stated = (value: string): string => `<w:vMerge${value}/>`;
  let from = cell.contentFrom;
  let around: (merge: string) => string = (merge) => `<w:tcPr>${merge}</w:tcPr>`;
  if (properties !== undefined && properties.selfClosing) {
    from = properties.from;
  } else if (properties !== undefined) {
    from = known?.from ?? properties.children.findLast((child) => beforeMerge.has(child.name))?.to ?? properties.contentFrom;
    const behind = known?.to ?? from;
    around = (merge) => `${merge}${xml.slice(behind, properties.to)}`;
  }
  return {
    kind: 'merge',
    from,
    to: cell.contentTo,
    bodyFrom: contentFrom,
    operation: {
      table,
      cell: index,
      rows: rowsMerged(xml, cell),
      afterCellLoop: loops.some(({ extent }) => extent.kind === 'blocks' && repeatsIn(extent) === closest(cell, 'w:tr') && extent.to <= cell.from),
      begin: fixedText(around(stated(' w:val="restart"'))),
      continued: fixedText(`${around(stated(''))}<w:p>${paragraphFormat(xml, cell)}</w:p>`),
    },
  };
}

/** How many rows of the template the cell covers already: a block of two rows with one cell at their side. */
function rowsMerged(xml: string, cell: XmlElement): number {
  const row = closest(cell, 'w:tr');
  const table = closest(row, 'w:tbl');
  if (row === undefined || table === undefined || verticalMerge(xml, cell) !== 'restart') return 1;
  const column = columnOf(xml, row, cell);
  const below = rowsOf(table).filter((candidate) => candidate.from > row.from);
  const continues = (candidate: XmlElement): boolean => {
    const there: MergeKind | undefined = cellsOf(candidate).filter((other) => columnOf(xml, candidate, other) === column).map((other) => verticalMerge(xml, other))[0];
    return there === 'continue';
  };
  const end = below.findIndex((candidate) => !continues(candidate));
  return 1 + (end < 0 ? below.length : end);
}

/** The hidden line of a merged cell keeps the format of the visible one, so that no row grows by it. */
function paragraphFormat(xml: string, cell: XmlElement): string {
  const paragraph = childNamed(cell, 'w:p');
  const properties = paragraph === undefined ? undefined : childNamed(paragraph, 'w:pPr');
  if (properties === undefined || meaningful.some((name) => descendantsOf(properties, name).length > 0)) return '';
  return xml.slice(properties.from, properties.to);
}
