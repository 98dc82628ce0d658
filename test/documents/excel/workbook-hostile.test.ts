import { describe, expect, it } from 'vitest';
import { compileWorkbookTemplate } from '../../../electron/documents/excel/workbook-template.ts';
import { AppError } from '../../../shared/app-error.ts';
import { hostileWorkbook, sheetXml } from '../hostile-files.ts';

const many = 150_000;
const data = { a: 1, l: [{ a: 1 }, { a: 2 }] };
const sheet = 'xl/worksheets/sheet1.xml';
const styles = 'xl/styles.xml';
const strings = 'xl/sharedStrings.xml';

function fill(parts: Readonly<Record<string, string>>): Uint8Array {
  return compileWorkbookTemplate(hostileWorkbook(parts)).render(data);
}

function refusal(parts: Readonly<Record<string, string>>, values: unknown = data): string {
  try {
    compileWorkbookTemplate(hostileWorkbook(parts)).render(values);
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'accepted';
}

function workbook(inside: string): string {
  return `<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets>${inside}</workbook>`;
}

/** Each takes milliseconds when it is read once, minutes when an end is looked for from every beginning. */
const pathological: readonly (readonly [what: string, parts: Readonly<Record<string, string>>])[] = [
  ['texts that never end', { [strings]: `<sst>${'<si>'.repeat(many)}</sst>` }],
  ['empty phonetic hints', { [strings]: `<sst><si>${'<rPh/>'.repeat(many)}</si></sst>` }],
  ['start tags inside start tags', { [strings]: `<sst><si>${'<t '.repeat(many)}</si></sst>` }],
  ['one number format with countless attributes', { [styles]: `<styleSheet><numFmt ${'numFmtId="1" '.repeat(many)}/></styleSheet>` }],
  ['style lists that never end', { [styles]: `<styleSheet>${'<cellXfs>'.repeat(many)}${'<fonts>'.repeat(many)}</styleSheet>` }],
  ['a number format of opening brackets', { [styles]: `<styleSheet><numFmt numFmtId="200" formatCode="${'['.repeat(many)}"/><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>` }],
  ['a row tag full of blanks', { [sheet]: sheetXml(`<row r="5"${' '.repeat(many)}x="1"></row>`) }],
  ['formulas that never end', { [sheet]: sheetXml(`<row r="5"><c r="A5">${'<f '.repeat(many)}</c></row>`) }],
  ['a formula of apostrophes', { [sheet]: sheetXml(`<row r="5"><c r="A5"><f>${"'".repeat(many - 1)}</f></c></row>`) }],
  ['dimensions and formats that never end', { [sheet]: sheetXml('', '', '<dimension '.repeat(many) + '<sheetFormatPr '.repeat(many)) }],
  ['empty merge lists', { [sheet]: sheetXml('', '<mergeCells/>'.repeat(many)) }],
  ['conditional formats that never end', { [sheet]: sheetXml('', '<conditionalFormatting sqref="A1">'.repeat(many)) }],
  ['one validation with countless ranges', { [sheet]: sheetXml('', `<dataValidation ${'sqref="A1" '.repeat(many)}`) }],
  ['empty validation lists and page breaks', { [sheet]: sheetXml('', '<dataValidations/>'.repeat(many) + '<rowBreaks/>'.repeat(many)) }],
  ['hyperlinks that never end', { [sheet]: sheetXml('', '<hyperlink '.repeat(many)) }],
  ['calculation settings that never end', { 'xl/workbook.xml': workbook('<calcPr '.repeat(many)) }],
  ['sheet lists that end again and again', { 'xl/workbook.xml': workbook(`${'</sheets>'.repeat(many)}</definedNames>`) }],
];

describe('workbooks made to hang whoever reads them', () => {
  it.each(pathological)('%s: read in one pass', (_what, parts) => {
    expect(refusal(parts)).toMatch(/^(accepted$|(unreadable-file|template-broken|render-failed): .*[\u4e00-\u9fff])/s);
  });
});

describe('workbooks made to fill the memory', () => {
  it('the same sheet listed many times is refused', () => {
    const listed = '<sheet name="a" sheetId="1" r:id="rId1"/>'.repeat(5000);
    expect(refusal({ 'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${listed}</sheets></workbook>` })).toBe('unreadable-file: 工作簿里有两张工作表用了同一份内容，已拒绝打开。');
  });

  it('a row with more cells than Excel has columns is refused', () => {
    expect(refusal({ [sheet]: sheetXml(`<row r="5">${'<c r="A5"/>'.repeat(16_385)}</row>`) })).toBe('unreadable-file: 工作表的内容读不懂（第 5 行），请用 Excel 或 WPS 重新保存后再试');
  });

  it('rows beyond the last row of Excel are not written', () => {
    const list = { l: Array.from({ length: 1_048_577 }, () => ({})) };
    expect(refusal({}, list)).toBe('render-failed: 工作表“a”填好后超过 Excel 的 1048576 行，没有生成。');
  });

  it('loops in loops inside a cell stop', () => {
    const text = `${'{#l}'.repeat(9)}${'{/l}'.repeat(9)}`;
    const list = { l: Array.from({ length: 50 }, () => ({})) };
    expect(refusal({ [sheet]: sheetXml(`<row r="5"><c r="A5" t="inlineStr"><is><t>${text}</t></is></c></row>`) }, list)).toBe('render-failed: 一个单元格里的循环超过 100000 次，已停止生成。');
  });

  it('loops nested beyond any form are refused before anything recurses', () => {
    const text = `${'{#l}'.repeat(1400)}${'{/l}'.repeat(1400)}`;
    expect(refusal({ [sheet]: sheetXml(`<row r="5"><c r="A5" t="inlineStr"><is><t>${text}</t></is></c></row>`) })).toBe('template-broken: 模板里的循环套了 40 层以上，已停止读取。');
  });
});

describe('workbooks that are not what they say', () => {
  it('macros are known by the content type too', () => {
    const types = '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
    expect(refusal({ '[Content_Types].xml': types })).toBe('unreadable-file: 带宏的工作簿（.xlsm）不能用作模板，请另存为 .xlsx。');
  });

  it.each([sheet, 'xl/workbook.xml', styles, strings])('a document type in %s is refused', (part) => {
    const text = '<!DOCTYPE x [<!ENTITY a "aaaa">]>';
    const whole = part === sheet ? text + sheetXml('') : text + workbook('');
    expect(refusal({ [part]: whole })).toBe(`unreadable-file: “${part}”带有文档类型声明（DOCTYPE），已拒绝打开。`);
  });

  it('a linked picture or workbook is a problem that names the address', () => {
    const rels = '<Relationships><Relationship Id="r" Type="http://x/image" TargetMode="External" Target="http://198.51.100.7/p.png?a=1&amp;b=2"/><Relationship Id="s" Type="http://x/hyperlink" TargetMode="External" Target="http://198.51.100.7/"/></Relationships>';
    expect(compileWorkbookTemplate(hostileWorkbook({ 'xl/worksheets/_rels/sheet1.xml.rels': rels })).problems).toEqual([{
      code: 'bad-part', part: '整份文件', place: '', tag: 'http://198.51.100.7/p.png?a=1&b=2',
      message: '引用了文件之外的内容“http://198.51.100.7/p.png?a=1&b=2”，交付后会打不开，也会向外联网。', suggestion: '把链接的图片、对象或表格改为嵌入文件',
    }]);
  });

  it('an ordinary workbook of this shape is filled', () => {
    expect(fill({}).length).toBeGreaterThan(500);
  });
});
