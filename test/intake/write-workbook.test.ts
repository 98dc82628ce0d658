import { expect, test } from 'vitest';
import { writeLongWorkbook, writeWorkbook, type NewSheet } from '../../electron/intake/sheet/write-workbook.ts';

function sheetOf(name: string, rows: number): NewSheet {
  return {
    name, hidden: false, frozenRows: 1, frozenColumns: 1, rules: [], headingRow: 1,
    columns: [{ width: 10, style: 'text' }, { width: 12, style: 'number0' }],
    rows: Array.from({ length: rows }, (_, row) => ({ style: 'text', cells: row % 7 === 0 ? [undefined, { number: row }] : [{ text: `第 ${row} 行 <&>` }, { number: row, style: 'number0' }] })),
  };
}

test.each([0, 1, 250, 251, 1300])('a long workbook of %i rows has the bytes of a small one and lets others work in between', async (rows) => {
  const sheets = [sheetOf('一览', rows), sheetOf('选项', 3)];
  let turns = 0;
  const long = await writeLongWorkbook(sheets, async () => { turns += 1; });
  expect(Buffer.from(long).equals(Buffer.from(writeWorkbook(sheets)))).toBe(true);
  expect(turns).toBeGreaterThanOrEqual(Math.ceil(rows / 250));
});
