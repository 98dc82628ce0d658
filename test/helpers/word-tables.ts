import { memberText, readZip } from '../../electron/files/zip-reader.ts';
import { descendants, elements, parseXml, textOf, type XmlNode } from './ooxml-xml.ts';

/**
 * The tables of the main part in order, each row as one line of its cells: text, ×2 for a cell over two columns, ┬ before a cell that
 * begins a vertical merge, │ before one that goes on with it.
 */
export function tableRows(bytes: Uint8Array): readonly (readonly string[])[] {
  const root = parseXml(memberText(readZip(bytes), 'word/document.xml') ?? '');
  return descendants(root, 'w:tbl').map((table) => children(table, 'w:tr').map((row) => children(row, 'w:tc').map(cellText).join(' / ')));
}

/** Widths of the columns of every table, and the table's own. */
export function tableGrids(bytes: Uint8Array): readonly string[] {
  const root = parseXml(memberText(readZip(bytes), 'word/document.xml') ?? '');
  return descendants(root, 'w:tbl').map((table) => {
    const columns = children(children(table, 'w:tblGrid')[0] ?? table, 'w:gridCol').map((column) => column.attributes.get('w:w'));
    return `${columns.join(' ')} = ${descendants(table, 'w:tblW')[0]?.attributes.get('w:w')}`;
  });
}

function children(node: XmlNode, name: string): readonly XmlNode[] {
  return elements(node).flatMap((child) => (child.name === name ? [child] : /^w:(sdt|sdtContent|ins)$/.test(child.name) ? children(child, name) : []));
}

function cellText(cell: XmlNode): string {
  const properties = children(cell, 'w:tcPr')[0];
  const own = (name: string): XmlNode | undefined => (properties === undefined ? undefined : children(properties, name)[0]);
  const merge = own('w:vMerge');
  const mark = merge === undefined ? '' : merge.attributes.get('w:val') === 'restart' ? '┬' : '│';
  const span = own('w:gridSpan')?.attributes.get('w:val');
  const text = children(cell, 'w:p').map((paragraph) => descendants(paragraph, 'w:t').map(textOf).join('')).join('¶');
  return `${mark}${text}${span === undefined ? '' : ` ×${span}`}`;
}
