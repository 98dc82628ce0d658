import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileWorkbookTemplate } from '../../../electron/documents/excel/workbook-template.ts';
import { inflateMember, readZip } from '../../../electron/files/zip-reader.ts';
import { writeZip } from '../../../electron/files/zip-writer.ts';
import { AppError } from '../../../shared/app-error.ts';
import { newOfficeErrors } from '../../helpers/ooxml-validate.ts';
import { cellsOf, partOf, writtenRow, writtenWorkbook } from './written-workbook.ts';

const sheet = 'xl/worksheets/sheet1.xml';

function cell(xml: string, reference: string): string {
  return new RegExp(`<c r="${reference}"[^<>]*?(?:/>|>.*?</c>)`, 's').exec(xml)?.[0] ?? '';
}

function failure(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'none';
}

/** One row with a cell of each format: general, number, date, text, percent, wrapping. */
const typed = writtenWorkbook({ sheets: [{ name: '值', rows: [writtenRow(1, [0, 1, 2, 3, 4, 5].map((style) => `{值}#${style}`))] }] });
const compiledTyped = compileWorkbookTemplate(typed);

describe('the type of a filled cell', () => {
  test.each([
    ['12.5', ['12.5', 12.5, '12.5', '12.5', 12.5, '12.5']],
    ['1,234.50', ['1,234.50', 1234.5, '1,234.50', '1,234.50', 1234.5, '1,234.50']],
    ['35%', ['35%', '35%', '35%', '35%', 0.35, '35%']],
    ['007', ['007', '007', '007', '007', '007', '007']],
    ['123456789012345678', Array.from({ length: 6 }, () => '123456789012345678')],
    ['2024年8月5日', ['2024年8月5日', '2024年8月5日', 45_509, '2024年8月5日', '2024年8月5日', '2024年8月5日']],
    ['2024-08-05 18:00', ['2024-08-05 18:00', '2024-08-05 18:00', 45_509.75, '2024-08-05 18:00', '2024-08-05 18:00', '2024-08-05 18:00']],
    ['06:00', ['06:00', '06:00', 0.25, '06:00', '06:00', '06:00']],
    ['2024-02-31', Array.from({ length: 6 }, () => '2024-02-31')],
    ['1900-01-05', Array.from({ length: 6 }, () => '1900-01-05')],
    [7, [7, 7, 7, '7', 7, 7]],
    [1e21, [1e21, 1e21, 1e21, '1e+21', 1e21, 1e21]],
    [true, [true, true, true, 'true', true, true]],
    [['甲', '乙'], Array.from({ length: 6 }, () => '甲、乙')],
  ])('%j', (value, expected) => {
    expect(Object.values(cellsOf(compiledTyped.render({ 值: value })))).toEqual(expected);
  });

  test('days count from 1904 where the workbook says so', () => {
    const sheets = [{ name: '值', rows: [writtenRow(1, ['{值}#2'])] }];
    const serials = [false, true].map((date1904) => cellsOf(compileWorkbookTemplate(writtenWorkbook({ sheets, date1904 })).render({ 值: '1904-01-02' }))['A1']);
    expect(serials).toEqual([1463, 1]);
  });
});

describe('texts', () => {
  const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")', '{值}', '<f>1</f>', '&amp;', ']]>', '_x0041_', '_x005F_', '\u0000\u0001', '\ud800', '  两端  ', '一\r\n二\n三', '=cmd|\' /C calc\'!A0'];
  const template = writtenWorkbook({ sheets: [{ name: '值', rows: [writtenRow(1, ['{#值}{.}', '{.}#3', '前{.}#5', '{/值}'])], tail: '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><headerFooter><oddHeader>&amp;L{首}&amp;R&amp;12{首}</oddHeader></headerFooter>' }] });
  const compiled = compileWorkbookTemplate(template);
  const shown = (text: string): string => text.toWellFormed().replaceAll('\u0000\u0001', '').replace(/\r\n?/g, '\n').replaceAll('_x0041_', '_x005F_x0041_').replaceAll('_x005F_', '_x005F_').replace(/^_x005F_$/, '_x005F_x005F_');

  test('stay what they are: no formula, no markup, no escape of Excel’s own', async () => {
    const output = compiled.render({ 值: hostile, 首: '甲' });
    const cells = cellsOf(output);
    hostile.forEach((text, index) => {
      expect([cells[`A${index + 1}`], cells[`B${index + 1}`], cells[`C${index + 1}`]]).toEqual([shown(text), shown(text), `前${shown(text)}`]);
    });
    expect(partOf(output, sheet)).not.toMatch(/<f[\s>]/);
    expect(await newOfficeErrors(template, output, 'xlsx')).toEqual([]);
  });

  test('that begin like a formula are texts for whoever edits them too; their styles are added once', () => {
    const output = compiled.render({ 值: ['=1', '安全', '@a'], 首: '甲' });
    const xml = partOf(output, sheet);
    expect([cell(xml, 'A1'), cell(xml, 'A2'), cell(xml, 'A3'), cell(xml, 'B1')].map((text) => /\bs="(\d+)"/.exec(text)?.[1])).toEqual(['6', undefined, '6', '3']);
    const styles = partOf(output, 'xl/styles.xml');
    expect(/<cellXfs count="7">.*<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"\/><\/cellXfs>/.test(styles)).toBe(true);
  });

  test('in page headers, & and digits behind a font size mean themselves', () => {
    const header = (value: string): string | undefined => /<oddHeader>([^<]*)</.exec(partOf(compiled.render({ 值: [], 首: value }), sheet))?.[1];
    expect([header('A&P'), header('2024年'), header('&"宋体"&B')]).toEqual(['&amp;LA&amp;&amp;P&amp;R&amp;12A&amp;&amp;P', '&amp;L2024年&amp;R&amp;12 2024年', '&amp;L&amp;&amp;&quot;宋体&quot;&amp;&amp;B&amp;R&amp;12&amp;&amp;&quot;宋体&quot;&amp;&amp;B']);
  });

  test('longer than Excel takes are refused, not cut', () => {
    expect(failure(() => compiled.render({ 值: ['长'.repeat(32_768)], 首: '' }))).toBe('render-failed: 工作表“值”的 A1 填好后有 32768 个字，超过 Excel 单元格的上限 32767 个，没有生成。');
    expect(cellsOf(compiledTyped.render({ 值: '长'.repeat(32_767) }))['A1']).toBe('长'.repeat(32_767));
    expect(failure(() => compiled.render({ 值: [], 首: '长'.repeat(200) }))).toBe('render-failed: 工作表“值”的页眉页脚填好后有 407 个字，超过 Excel 的上限 255 个，没有生成。');
  });

  test('any text comes back as it was, and the sheet has no formula', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (text) => {
      const output = compiled.render({ 值: [text], 首: '' });
      const visible = text.toWellFormed().replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/\r\n?/g, '\n');
      const written = cellsOf(output)['B1'];
      expect(typeof written === 'string' ? written.replaceAll('_x005F_', '_') : written).toBe(visible.replaceAll('_x005F_', '_'));
      expect(partOf(output, sheet)).not.toMatch(/<f[\s>]/);
    }), { numRuns: 300 });
  });
});

describe('formats inside a cell', () => {
  const rich = '<r><rPr><b/></rPr><t>客户：</t></r><r><rPr><i/></rPr><t xml:space="preserve">{名</t></r><r><rPr><u/></rPr><t>称} 等{#项}{.}、{/项}</t></r><rPh sb="0" eb="1"><t>拼音</t></rPh>';

  test('a value looks like the run its tag begins in; runs without text go', () => {
    const template = writtenWorkbook({ sheets: [{ name: '值', rows: ['<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'] }], sharedStrings: [rich, '<t>不变{</t>'.replace('{', '')] });
    const output = compileWorkbookTemplate(template).render({ 名称: '某<局', 项: ['甲', '乙'] });
    expect(cell(partOf(output, sheet), 'A1')).toBe('<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>客户：</t></r><r><rPr><i/></rPr><t>某&lt;局</t></r><r><rPr><u/></rPr><t xml:space="preserve"> 等甲、乙、</t></r></is></c>');
    expect(cell(partOf(output, sheet), 'B1')).toBe('<c r="B1" t="s"><v>1</v></c>');
  });

  test('formulas are no tags, whatever braces they have; nor are results of formulas', () => {
    const template = writtenWorkbook({ sheets: [{ name: '值', rows: ['<row r="1"><c r="A1" t="str" cm="1"><f>SUM({1,2;3,4})&amp;"{a}"</f><v>{b}</v></c><c r="B1" t="str"><v>{c}</v></c><c r="C1" t="inlineStr"><is><t>{d}</t></is></c></row>'] }] });
    const compiled = compileWorkbookTemplate(template);
    expect(compiled.tags.map(({ name }) => name)).toEqual(['d']);
    expect(partOf(compiled.render({ d: 1 }), sheet)).toContain('<c r="A1" cm="1"><f>SUM({1,2;3,4})&amp;&quot;{a}&quot;</f></c><c r="B1" t="str"><v>{c}</v></c><c r="C1"><v>1</v></c>');
  });
});

describe('heights of rows', () => {
  test('a wrapped text makes its row higher, over merged columns less so; heights set by hand stay', () => {
    const rows = [writtenRow(1, ['{文}#5']), writtenRow(2, ['{文}#5'], ' ht="20"'), writtenRow(3, ['{文}#5'], ' ht="20" customHeight="1"'), writtenRow(4, ['{文}#5']), writtenRow(5, ['{文}#0'])];
    const template = writtenWorkbook({ sheets: [{ name: '值', head: '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="3" width="20" customWidth="1"/></cols>', rows, tail: '<mergeCells count="1"><mergeCell ref="A4:C4"/></mergeCells>' }] });
    const output = compileWorkbookTemplate(template).render({ 文: '用'.repeat(30) });
    expect([...partOf(output, sheet).matchAll(/<row r="\d"([^<>]*)>/g)].map((match) => match[1])).toEqual([' ht="68"', ' ht="68"', ' ht="20" customHeight="1"', ' ht="36"', '']);
  });
});

describe('workbooks of other programs', () => {
  const plain = writtenWorkbook({ sheets: [{ name: '值', rows: [writtenRow(1, ['{#项}{.}#1', '=A1*2', '{/项}']), writtenRow(2, ['=SUM(A1:A1)'])], tail: '<mergeCells count="1"><mergeCell ref="C1:D1"/></mergeCells>' }], names: '<definedName name="值">值!$A$1:$A$1</definedName>' });
  const rewritten = (edit: (name: string, text: string) => Uint8Array): Uint8Array => writeZip([...readZip(plain).values()].map((member) => ({ name: member.name, bytes: edit(member.name, inflateMember(member).toString('utf8')) })));
  const expected = { A1: 1, B1: '=A1*2', A2: 2, B2: '=A2*2', A3: '=SUM(A1:A2)' };
  const isSpreadsheet = (name: string): boolean => /^xl\/(workbook|styles|worksheets\/sheet1)\.xml$/.test(name);

  test('with a prefix on every element', async () => {
    const prefixed = rewritten((name, text) => Buffer.from(isSpreadsheet(name) ? text.replace(/<(\/?)(?=[a-zA-Z]+[\s/>])/g, '<$1x:').replace(' xmlns="', ' xmlns:x="') : text));
    const output = compileWorkbookTemplate(prefixed).render({ 项: [1, 2] });
    expect(cellsOf(output)).toEqual(expected);
    expect(await newOfficeErrors(prefixed, output, 'xlsx')).toEqual([]);
  });

  test('with single quotes, and as UTF-16', () => {
    const odd = rewritten((name, text) => (isSpreadsheet(name) ? Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replaceAll('"', "'").replace("encoding='UTF-8'", "encoding='UTF-16'"), 'utf16le')]) : Buffer.from(text)));
    const output = compileWorkbookTemplate(odd).render({ 项: [1, 2] });
    expect(cellsOf(output)).toEqual(expected);
    expect([partOf(output, sheet).slice(0, 40), /<definedName [^<>]*>([^<]*)</.exec(partOf(output, 'xl/workbook.xml'))?.[1]]).toEqual(['<?xml version="1.0" encoding="UTF-8" sta', '值!$A$1:$A$2']);
  });

  test('whose parts have names of their own', () => {
    const strings = writtenWorkbook({ sheets: [{ name: '值', rows: ['<row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row>'] }], sharedStrings: ['<t>{甲}</t>'] });
    const renamed = writeZip([...readZip(strings).values()].map((member) => ({
      name: member.name.replace('sharedStrings', 'words').replace('xl/styles', 'xl/looks'),
      bytes: Buffer.from(inflateMember(member).toString('utf8').replace(/(["/])sharedStrings\.xml/g, '$1words.xml').replace(/(["/])styles\.xml/g, '$1looks.xml')),
    })));
    expect(partOf(compileWorkbookTemplate(renamed).render({ 甲: '12' }), sheet)).toContain('<c r="A1" s="1"><v>12</v></c>');
  });

  test('in the strict format are refused in words', () => {
    const strict = rewritten((_name, text) => Buffer.from(text.replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships')));
    expect(failure(() => compileWorkbookTemplate(strict))).toBe('unreadable-file: 这份文件是“Strict Open XML”格式，WPS 和许多程序打不开。请在 Word、Excel 里另存为普通的 .docx 或 .xlsx 后再用。');
  });
});
