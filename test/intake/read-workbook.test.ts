import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/app-error.ts';
import { inflateMember, readZip } from '../../electron/files/zip-reader.ts';
import { writeZip } from '../../electron/files/zip-writer.ts';
import { readSheet } from '../../electron/intake/import-sheet.ts';
import { readWorkbook } from '../../electron/intake/sheet/read-workbook.ts';
import { columnName, columnOf } from '../../electron/intake/sheet/workbook.ts';
import { testProfile } from '../helpers/records.ts';
import { workbookBytes } from './make-sheet.ts';

const headings = ['服务日期', '服务渠道', '服务项', '工作描述', '服务后状态', '投入工时', '执行人'];
const plain = await workbookBytes([{ name: 'Sheet1', rows: [headings, ['2024-08-05', '电话', 3, '重置口令', '完成', 0.5, '林远航']] }]);

/** The workbook with its sheet's XML changed. */
function changed(change: (xml: string) => string, part = 'xl/worksheets/sheet1.xml'): Buffer {
  return writeZip([...readZip(plain).values()].map((member) => (member.name === part ? { name: member.name, bytes: Buffer.from(change(inflateMember(member).toString('utf8'))) } : member)));
}

function failure(bytes: Uint8Array): string {
  try {
    readSheet(bytes, 'worklog', testProfile());
  } catch (error) {
    return error instanceof AppError ? `${error.code}: ${error.message}` : `unexpected ${String(error)}`;
  }
  return 'read';
}

describe('the workbook reader', () => {
  it('does not unfold rules and merges over whole columns, which ordinary sheets have', () => {
    const bytes = changed((xml) => xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="H1:XFD1048576"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>'));
    expect(readSheet(bytes, 'worklog', testProfile()).problems).toEqual([]);
  });

  it('reads cells without references, phonetic hints left out, and carriage returns', () => {
    const bytes = changed((xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, '<sheetData><row><c t="inlineStr"><is><r><t>东</t></r><rPh sb="0" eb="1"><t>ひがし</t></rPh><r><t>京</t></r></is></c><c t="str"><f>A1</f><v>一_x000D_&#10;二</v></c></row><row r="9"><c r="C9" t="b"><v>1</v></c></row></sheetData>'));
    expect(readWorkbook(bytes).sheets[0]?.rows.map((row) => [row.number, [...row.cells]])).toEqual([
      [1, [[0, { type: 'text', text: '东京' }], [1, { type: 'text', text: '一\n二' }]]],
      [9, [[2, { type: 'flag', value: true }]]],
    ]);
  });

  it('tells days from plain numbers by their formats, also by the Chinese ones', () => {
    const numFmts = '<numFmts count="3"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="[$-804]AAAA;@"/><numFmt numFmtId="178" formatCode="#,##0.00&quot;元&quot;"/></numFmts>';
    const styles = `<styleSheet xmlns="x">${numFmts}<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[0, 14, 31, 22, 32, 176, 177, 178].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;
    const withStyles = changed(() => styles, 'xl/styles.xml');
    const bytes = writeZip([...readZip(withStyles).values()].map((member) => (member.name === 'xl/worksheets/sheet1.xml' ? { name: member.name, bytes: Buffer.from(`<worksheet><sheetData><row r="1">${[0, 1, 2, 3, 4, 5, 6, 7].map((style) => `<c s="${style}"><v>45509.5</v></c>`).join('')}</row></sheetData></worksheet>`) } : member)));
    expect([...(readWorkbook(bytes).sheets[0]?.rows[0]?.cells.values() ?? [])].map((cell) => (cell.type === 'number' ? cell.format : cell.type))).toEqual([undefined, 'date', 'date', 'moment', 'time', 'date', undefined, undefined]);
  });

  it('refuses what is no workbook, with what to do', () => {
    expect(failure(Buffer.alloc(0))).toBe('unreadable-file: 文件是空的。');
    expect(failure(Buffer.from('日期,内容\n2024-08-05,巡检'))).toBe('unreadable-file: 文件已损坏，或不是 .docx/.xlsx/.zip 文件。');
    expect(failure(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(100)]))).toContain('旧版 Office 文件');
    expect(failure(writeZip([{ name: 'word/document.xml', bytes: Buffer.from('<x/>') }]))).toBe('unreadable-file: 这不是 .xlsx 工作簿。请在 Excel 或 WPS 中另存为“Excel 工作簿（.xlsx）”后再导入。');
  });

  it('refuses entity declarations and archives that unfold without end', () => {
    expect(failure(changed((xml) => `<!DOCTYPE w [<!ENTITY a "aaaa">]>${xml}`))).toContain('unreadable-file: 文件内部含有不应出现的文档类型声明');
    expect(failure(writeZip([{ name: 'xl/workbook.xml', bytes: Buffer.alloc(100 * 1024 * 1024) }]))).toBe('unreadable-file: 压缩包里的“xl/workbook.xml”解开后超过 96 MB，已拒绝打开。');
  });

  it('answers any damage with an AppError or a reading', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 5 }), (changes) => {
      const bytes = Buffer.from(plain);
      for (const [place, value] of changes) bytes[place % bytes.length] = value;
      expect(failure(bytes)).toMatch(/^(?:read|unreadable-file: .*)$/s);
    }), { numRuns: 300 });
    const inserted = fc.constantFrom('<', '>', '</row>', '<row>', '<c r="B2">', '<v>', '</c>', 't="s"', '&#x110000;', '&amp', '"', '<is>', 'r="ZZZ9"', '9e999', '<![CDATA[', '<!--');
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(), inserted), { minLength: 1, maxLength: 6 }), (changes) => {
      const bytes = changed((xml) => changes.reduce((text, [place, piece]) => text.slice(0, place % text.length) + piece + text.slice(place % text.length), xml));
      expect(failure(bytes)).toMatch(/^(?:read|unreadable-file: .*)$/s);
    }), { numRuns: 300 });
  });

  it('names columns as Excel does', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 16_383 }), (column) => {
      expect(columnOf(`${columnName(column)}7`)).toBe(column);
    }));
    expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  });
});
