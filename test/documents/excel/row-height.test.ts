import { describe, expect, test } from 'vitest';
import { neededHeight, readColumnWidths, readTextLooks } from '../../../electron/documents/excel/row-height.ts';

const wrapping = { wraps: true, size: 10 };

describe('the height of a row with wrapped text', () => {
  test('is left to the program when every text fits on one line', () => {
    expect(neededHeight([{ column: 'A', look: wrapping, text: '已处理' }], () => 20)).toBeUndefined();
  });

  test('follows the text that needs most lines; Chinese characters are two digits wide', () => {
    const cells = [
      { column: 'A', look: wrapping, text: '用'.repeat(40) },
      { column: 'B', look: wrapping, text: 'x'.repeat(40) },
    ];
    // 40 characters = 80 digits in 20.2 digits of room: four lines of 14.5 points and 4 for the padding.
    expect(neededHeight(cells, () => 20)).toBe(62);
  });

  test('counts line breaks and ignores cells that do not wrap', () => {
    expect(neededHeight([{ column: 'A', look: wrapping, text: '一\n二\n三' }, { column: 'B', look: { wraps: false, size: 10 }, text: '长'.repeat(500) }], () => 20)).toBe(48);
  });

  test('never exceeds what Excel allows', () => {
    expect(neededHeight([{ column: 'A', look: wrapping, text: '长'.repeat(5000) }], () => 10)).toBe(409);
  });
});

test('looks of the styles and widths of the columns are read from the workbook', () => {
  const styles = '<styleSheet><fonts><font><sz val="11"/></font><font><sz val="9"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"><alignment wrapText="1"/></xf></cellXfs></styleSheet>';
  expect(readTextLooks(styles)).toEqual([{ wraps: false, size: 11 }, { wraps: true, size: 9 }]);
  const widthOf = readColumnWidths('<sheetFormatPr defaultRowHeight="15" defaultColWidth="12"/><cols><col min="2" max="3" width="30.5" customWidth="1"/></cols>');
  expect(['A', 'B', 'C', 'D'].map(widthOf)).toEqual([12, 30.5, 30.5, 12]);
});
