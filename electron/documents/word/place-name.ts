import { closest, type XmlElement } from './xml-tree.ts';

/** Where something stands, as a person would say it: 第3段, 表格1第2行第3格, 文本框第1段; '' where there is nothing to count. */
export function placeName(root: XmlElement, element: XmlElement): string {
  const paragraph = closest(element, 'w:p', 'a:p');
  if (paragraph === undefined) return '';
  const cell = closest(paragraph, 'w:tc', 'w:txbxContent', 'a:tc');
  if (cell === undefined) return `第${ordinal(root, paragraph)}段`;
  if (cell.name === 'w:txbxContent') return `文本框第${ordinal(cell, paragraph)}段`;
  return cellName(root, cell);
}

function cellName(root: XmlElement, cell: XmlElement): string {
  const row = closest(cell, 'w:tr', 'a:tr');
  const table = closest(row, 'w:tbl', 'a:tbl');
  if (row === undefined || table === undefined) return '';
  const outer = closest(table.parent, 'w:tc', 'w:txbxContent', 'a:tc');
  const here = `表格${ordinal(outer ?? root, table)}第${ordinal(table, row)}行第${ordinal(row, cell)}格`;
  if (outer === undefined) return here;
  return outer.name === 'w:txbxContent' ? `文本框${here}` : `${cellName(root, outer)}内${here}`;
}

/** Which of its kind the element is within a container, from 1; what stands in a container of its own further in is not counted. */
function ordinal(container: XmlElement, wanted: XmlElement): number {
  let count = 0;
  const visit = (element: XmlElement): boolean => {
    for (const child of element.children) {
      if (child.name === wanted.name) count++;
      if (child === wanted) return true;
      if (isOwnContainer(child, wanted)) continue;
      if (visit(child)) return true;
    }
    return false;
  };
  visit(container);
  return count;
}

/** Paragraphs are counted outside tables, tables outside cells; both outside text boxes. */
function isOwnContainer(element: XmlElement, wanted: XmlElement): boolean {
  if (element.from <= wanted.from && wanted.to <= element.to) return false;
  return element.name === 'w:tbl' || element.name === 'a:tbl' || element.name === 'w:txbxContent' || element.name.endsWith('Pr');
}
