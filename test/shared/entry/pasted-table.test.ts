import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryColumns } from '../../../shared/entry/entry-row.ts';
import { formatTable, parsePastedTable, pastedHeadings, pastedLimits } from '../../../shared/entry/pasted-table.ts';
import { testProfile } from '../../helpers/records.ts';

describe('a table from the clipboard', () => {
  it('has cells between tabs and rows between line ends; the last line end closes the last row', () => {
    expect(parsePastedTable('a\tb\r\n\tc\r\n')).toEqual([['a', 'b'], ['', 'c']]);
  });

  it('keeps line breaks, tabs and quotes of quoted cells', () => {
    expect(parsePastedTable('"第一行\n第二行"\t"说""好"""\n尾\t')).toEqual([['第一行\n第二行', '说"好"'], ['尾', '']]);
  });

  it('takes a quote that nothing closes as a character', () => {
    expect(parsePastedTable('"张三\tb\n"c\td')).toEqual([['"张三', 'b'], ['"c', 'd']]);
  });

  it('comes back as it was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '中', '"', '\t', '\n', ' ', '1') });
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
      expect(parsePastedTable(`${formatTable(rows)}\n`)).toEqual(rows);
    }));
  });

  it('reads any text within its limits and in time', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('"', '\t', '\n', 'x', '\r') }), (text) => {
      expect(parsePastedTable(text).length).toBeGreaterThan(0);
    }));
    const started = performance.now();
    expect(parsePastedTable('"a\t'.repeat(400_000)).flat().length).toBe(pastedLimits.columns);
    expect(parsePastedTable('"\n'.repeat(400_000)).length).toBe(pastedLimits.rows + 1);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('knows its headings in any order, and names those it does not know', () => {
    const columns = entryColumns('worklog', testProfile());
    const found = pastedHeadings([['投入工时（人时）', '服务日期*', '天气', '', '工作描述']], columns);
    expect(found?.columns.map((column) => column?.label)).toEqual(['投入工时', '服务日期', undefined, undefined, '工作描述']);
    expect(found?.unknown).toEqual(['天气']);
    expect(pastedHeadings([['2024-08-05', '电话', '重置口令']], columns)).toBeUndefined();
  });
});
