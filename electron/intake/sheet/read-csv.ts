import { AppError } from '../../../shared/app-error.ts';
import { decodeText } from '../source/text-encoding.ts';
import type { Cell } from '../../../shared/entry/cell.ts';
import type { SheetRow, Workbook } from './workbook.ts';

const limits = { bytes: 40 * 1024 * 1024, cells: 3_000_000, columns: 1000 };

/** The character between the cells: the one the first line has most of. */
function separatorOf(text: string): string {
  const first = text.slice(0, 10_000).split('\n', 1)[0] ?? '';
  const counts = [',', '\t', ';', '，'].map((separator) => ({ separator, count: first.split(separator).length }));
  return counts.reduce((best, entry) => (entry.count > best.count ? entry : best)).separator;
}

/** The cells of a text file (RFC 4180), with the number of the line each row begins at. */
function rowsOf(text: string, separator: string): SheetRow[] {
  const rows: SheetRow[] = [];
  let cells = new Map<number, Cell>();
  let column = 0;
  let number = 1;
  let budget = limits.cells;
  let at = 0;
  const put = (value: string): void => {
    if (value.trim() !== '' && column < limits.columns) cells.set(column, { type: 'text', text: value });
    if (--budget < 0) throw new AppError('unreadable-file', '表格太大，没有读取。请拆成几个文件。', {});
    column++;
  };
  while (at <= text.length) {
    let end = at;
    if (text[at] === '"') {
      const parts: string[] = [];
      let from = at + 1;
      for (;;) {
        const quote = text.indexOf('"', from);
        end = quote === -1 ? text.length : quote;
        parts.push(text.slice(from, end));
        if (text[end + 1] !== '"') break;
        parts.push('"');
        from = end + 2;
      }
      end = Math.min(text.length, end + 1);
      put(parts.join(''));
      // Whatever stands between the closing quote and the separator is no part of the cell.
      while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
    } else {
      while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
      put(text.slice(at, end));
    }
    if (end >= text.length || text[end] === '\n') {
      if (cells.size > 0) rows.push({ number, cells });
      number++;
      [cells, column] = [new Map<number, Cell>(), 0];
    }
    at = end + 1;
  }
  return rows;
}

/**
 * A table in a text file as a workbook of one worksheet: UTF-8 or GB18030, cells between commas, tabs or semicolons. Rows are counted as
 * spreadsheets count them when they open the file.
 * @throws AppError unreadable-file
 */
export function readCsv(bytes: Uint8Array): Workbook {
  if (bytes.length > limits.bytes) throw new AppError('unreadable-file', `文件超过 ${limits.bytes / 1024 / 1024} MB，没有读取。请拆成几个文件。`, { size: bytes.length });
  const text = decodeText(bytes).replace(/^\ufeff/, '').replace(/\r\n?/g, '\n').replace(/^sep=.\n/, '');
  return { date1904: false, sheets: [{ name: 'CSV', hidden: false, rows: rowsOf(text, separatorOf(text)) }] };
}
