import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../electron/intake/sheet/read-csv.ts';

/** Rows as [number, texts by column]. */
function cells(bytes: Uint8Array): [number, Record<number, string>][] {
  return readCsv(bytes).sheets[0]?.rows.map((row): [number, Record<number, string>] => [row.number, Object.fromEntries([...row.cells].map(([column, cell]) => [column, cell.type === 'text' ? cell.text : cell.type]))]) ?? [];
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** Text as Excel of a Chinese Windows saves it: the two-byte part of GB18030, found by reading its table backwards. */
function gbk(value: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Uint8Array.from(Array.from(value).flatMap((character) => table.get(character) ?? [character.charCodeAt(0)]));
}

describe('a table in a text file', () => {
  it('is read in UTF-8, with and without a mark, and in GB18030', () => {
    const written = '服务日期,工作描述,执行人\r\n2024-08-05,重置口令的记录和处理,林远航\r\n';
    const expected = [[1, { 0: '服务日期', 1: '工作描述', 2: '执行人' }], [2, { 0: '2024-08-05', 1: '重置口令的记录和处理', 2: '林远航' }]];
    expect(cells(text(written))).toEqual(expected);
    expect(cells(text(`\ufeff${written}`))).toEqual(expected);
    expect(cells(gbk(written))).toEqual(expected);
  });

  it('keeps separators, quotes and line breaks of quoted cells, and counts rows as spreadsheets do', () => {
    expect(cells(text('a,"一,二",c\n\n,"他说""好""\n第二行",\n'))).toEqual([[1, { 0: 'a', 1: '一,二', 2: 'c' }], [3, { 1: '他说"好"\n第二行' }]]);
  });

  it.each([[';'], ['\t'], ['，']])('finds its separator: %j', (separator) => {
    expect(cells(text(['a', 'b', '1'].join(separator)))).toEqual([[1, { 0: 'a', 1: 'b', 2: '1' }]]);
  });

  it('takes any text, and no other files', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'x', '中', ';', '\t') }), (value) => {
      expect(readCsv(text(value)).sheets).toHaveLength(1);
    }));
    const started = performance.now();
    readCsv(text('"a,'.repeat(300_000)));
    expect(performance.now() - started).toBeLessThan(3000);
    expect(() => readCsv(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 1, 2, 0))).toThrow(expect.objectContaining({ code: 'unreadable-file' }));
  });
});
