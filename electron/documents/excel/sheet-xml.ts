import { AppError } from '../../../shared/app-error.ts';
import { mostElements } from '../tags/template-limits.ts';
import { attribute, withoutAttribute } from './elements.ts';
import { mostColumns, mostRows } from './sheet-limits.ts';

/** One cell of a sheet part. `attributes` without `r`; `content` is the XML between its tags. */
export type SheetCell = { readonly column: string; readonly attributes: string; readonly content: string };

/** One row; `attributes` without `r` and `spans`, which are hints that insertion would make wrong. */
export type SheetRow = { readonly number: number; readonly attributes: string; readonly cells: readonly SheetCell[] };

/** A worksheet part taken apart at its cells; head and tail are kept as they are. */
export type SheetXml = { readonly head: string; readonly rows: readonly SheetRow[]; readonly tail: string };

const rowTag = /<row\b([^>]*?)(\/?)>/gy;
const cellTag = /<c\b([^>]*?)(\/?)>/gy;

function broken(what: string): AppError {
  return new AppError('unreadable-file', `工作表的内容读不懂（${what}），请用 Excel 或 WPS 重新保存后再试`);
}

/** Elements of one name that follow each other, with what stands between their tags. Anything else between them is an error. */
function* elements(xml: string, pattern: RegExp, closing: string): Generator<readonly [attributes: string, content: string]> {
  let at = 0;
  for (;;) {
    while (/\s/.test(xml[at] ?? '')) at += 1;
    if (at >= xml.length) return;
    pattern.lastIndex = at;
    const tag = pattern.exec(xml);
    if (tag === null) throw broken(xml.slice(at, at + 20));
    const start = at + tag[0].length;
    if (tag[2] === '/') {
      yield [tag[1] ?? '', ''];
      at = start;
      continue;
    }
    const end = xml.indexOf(closing, start);
    if (end < 0) throw broken(closing);
    yield [tag[1] ?? '', xml.slice(start, end)];
    at = end + closing.length;
  }
}

function parseCells(xml: string, row: number): SheetCell[] {
  const cells: SheetCell[] = [];
  let last = 0;
  for (const [attributes, content] of elements(xml, cellTag, '</c>')) {
    const column = /^[A-Z]{1,3}/.exec(attribute(attributes, 'r') ?? '')?.[0] ?? columnName(last + 1);
    last = columnNumber(column);
    if (last > mostColumns || cells.length >= mostColumns) throw broken(`第 ${row} 行`);
    cells.push({ column, attributes: withoutAttribute(attributes, 'r'), content });
  }
  return cells;
}

/** Takes a worksheet part apart. Linear in its length. */
export function parseSheet(xml: string): SheetXml {
  const open = /<sheetData\s*(\/?)>/.exec(xml);
  if (open === null) throw broken('sheetData');
  const start = open.index + open[0].length;
  if (open[1] === '/') return { head: `${xml.slice(0, open.index)}<sheetData>`, rows: [], tail: `</sheetData>${xml.slice(start)}` };
  const end = xml.indexOf('</sheetData>', start);
  if (end < 0) throw broken('sheetData');
  const rows: SheetRow[] = [];
  let last = 0;
  let cells = 0;
  for (const [attributes, content] of elements(xml.slice(start, end), rowTag, '</row>')) {
    const number = Number(attribute(attributes, 'r') ?? last + 1);
    if (!Number.isInteger(number) || number <= last || number > mostRows) throw broken('行号');
    last = number;
    const row = { number: last, attributes: withoutAttribute(withoutAttribute(attributes, 'r'), 'spans'), cells: parseCells(content, last) };
    cells += row.cells.length + 1;
    if (cells > mostElements) throw broken(`单元格超过 ${mostElements} 个`);
    rows.push(row);
  }
  return { head: xml.slice(0, start), rows, tail: xml.slice(end) };
}

/** `A` → 1, `AA` → 27, '' → 0. */
export function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** 1 → `A`, 27 → `AA`. */
export function columnName(number: number): string {
  return number <= 0 ? '' : columnName(Math.floor((number - 1) / 26)) + String.fromCharCode(65 + ((number - 1) % 26));
}

export function cellAttribute(cell: SheetCell, name: string): string | undefined {
  return attribute(cell.attributes, name);
}

/** The attributes of a cell that is filled: a value has its own type, and no metadata of a formula. */
export function filledAttributes(cell: SheetCell): string {
  return ['t', 'cm', 'vm'].reduce(withoutAttribute, cell.attributes);
}

/** The attributes of a cell whose stored result is left out. */
export function unresolvedAttributes(cell: SheetCell): string {
  return withoutAttribute(withoutAttribute(cell.attributes, 't'), 'vm');
}
