import { attributeOf, childNamed, closest, type XmlElement } from './xml-tree.ts';

/** What may stand between a table and its rows, or a row and its cells, without being either. */
const transparent = /^w:(sdt|sdtContent|customXml|ins|del|moveTo|moveFrom)$/;

/** The rows of a table, those in content controls included, those of tables within left out. */
export function rowsOf(table: XmlElement): readonly XmlElement[] {
  return within(table, 'w:tr');
}

/** The cells of a row, in the same way. */
export function cellsOf(row: XmlElement): readonly XmlElement[] {
  return within(row, 'w:tc');
}

/** The row whose cells, the table whose rows, or the cell whose content a loop repeats, content controls between or not. */
export function repeatsIn(extent: { readonly container: XmlElement | undefined }): XmlElement | undefined {
  return closest(extent.container, 'w:tr', 'w:tbl', 'w:tc', 'w:txbxContent');
}

/** How many columns of the grid a cell covers. */
export function spanOf(xml: string, cell: XmlElement): number {
  return numberIn(xml, childNamed(cell, 'w:tcPr'), 'w:gridSpan') ?? 1;
}

/** The first column of the grid that a cell covers, from 0. */
export function columnOf(xml: string, row: XmlElement, cell: XmlElement): number {
  let column = numberIn(xml, childNamed(row, 'w:trPr'), 'w:gridBefore') ?? 0;
  for (const other of cellsOf(row)) {
    if (other === cell) break;
    column += spanOf(xml, other);
  }
  return column;
}

/** Whether a cell begins a vertical merge, goes on with the one above, or does neither. */
export type MergeKind = 'restart' | 'continue' | 'none';

export function verticalMerge(xml: string, cell: XmlElement): MergeKind {
  const properties = childNamed(cell, 'w:tcPr');
  const merge = properties === undefined ? undefined : childNamed(properties, 'w:vMerge');
  if (merge === undefined) return 'none';
  return attributeOf(xml, merge, 'w:val') === 'restart' ? 'restart' : 'continue';
}

function numberIn(xml: string, properties: XmlElement | undefined, name: string): number | undefined {
  const element = properties === undefined ? undefined : childNamed(properties, name);
  const value = element === undefined ? Number.NaN : Number(attributeOf(xml, element, 'w:val'));
  return Number.isInteger(value) && value >= 0 && value < 1000 ? value : undefined;
}

function within(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : transparent.test(child.name) ? within(child, name) : []));
}
