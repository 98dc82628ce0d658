import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { docxOf, paragraph, run, table } from '../../helpers/ooxml-docx.ts';
import { newLintFaults } from '../../helpers/ooxml-lint.ts';
import { newOfficeErrors } from '../../helpers/ooxml-validate.ts';
import { tableRows } from '../../helpers/word-tables.ts';

function rendered(body: string, data: unknown): Uint8Array {
  const template = docxOf(body);
  const bytes = compileTemplate(template, formOptions).render(data);
  expect(newLintFaults(template, bytes)).toEqual([]);
  return bytes;
}
/** The cells of every row of the first table: text, gridSpan if any, and ┬ where a merge begins, │ where it goes on. */
const rows = (body: string, data: unknown): readonly string[] => tableRows(rendered(body, data))[0] ?? [];
const people = (...list: readonly (readonly [string, string, string])[]) => ({ r: list.map(([a, b, c]) => ({ a, b, c })) });

describe('cells that merge where they print the same', () => {
  const two = table([['部门', '组', '人'], ['{#r}{a|合并相同}', '{b|合并相同}', '{c}{/r}']]);

  it('one merged cell per stretch of equal neighbours', () => {
    expect(rows(two, people(['甲', '一', 'x'], ['甲', '一', 'y'], ['甲', '二', 'z'], ['乙', '三', 'u']))).toEqual([
      '部门 / 组 / 人', '┬甲 / ┬一 / x', '│ / │ / y', '│ / ┬二 / z', '┬乙 / ┬三 / u',
    ]);
  });

  it('never over the end of a merged cell further left', () => {
    expect(rows(two, people(['甲', '一', 'x'], ['乙', '一', 'y'], ['乙', '一', 'z']))).toEqual(['部门 / 组 / 人', '┬甲 / ┬一 / x', '┬乙 / ┬一 / y', '│ / │ / z']);
  });

  it('blank cells stay apart, to be filled in by hand', () => {
    expect(rows(two, people(['', '一', 'x'], ['', '一', 'y']))).toEqual(['部门 / 组 / 人', '┬ / ┬一 / x', '┬ / ┬一 / y']);
  });

  it('compares all that the cell prints; a full-width bar will do', () => {
    expect(rows(table([['{#r}{a ｜ 合并相同}（{b}）', '{c}{/r}']]), people(['甲', '1', 'x'], ['甲', '2', 'y'], ['甲', '2', 'z']))).toEqual(['┬甲（1） / x', '┬甲（2） / y', '│ / z']);
  });

  it('through the loops around it, but not over another row or into the next table', () => {
    const data = { g: [{ a: '甲', r: [{ c: 1 }, { c: 2 }] }, { a: '甲', r: [{ c: 3 }] }] };
    expect(rows(table([['{#g}{#r}{a|合并相同}', '{c}{/r}{/g}']]), data)).toEqual(['┬甲 / 1', '│ / 2', '│ / 3']);
    expect(rows(table([['{#g}组', ''], ['{#r}{a|合并相同}', '{c}{/r}'], ['', '{/g}']]), data)).toEqual(['组 / ', '┬甲 / 1', '│ / 2', ' / ', '组 / ', '┬甲 / 3', ' / ']);
    const each = paragraph('{#g}') + table([['{#r}{a|合并相同}', '{c}{/r}']]) + paragraph('') + paragraph('{/g}');
    expect(tableRows(rendered(each, data))).toEqual([['┬甲 / 1', '│ / 2'], ['┬甲 / 3']]);
  });

  it('a block of two rows with one cell at their side', () => {
    const cell = (text: string, properties: string): string => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${properties}<w:vAlign w:val="center"/></w:tcPr>${paragraph(text)}</w:tc>`;
    const body = `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr>${cell('{#r}{a|合并相同}', '<w:vMerge w:val="restart"/>')}${cell('{b}', '')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('{c}{/r}', '')}</w:tr></w:tbl>`;
    expect(rows(body, people(['甲', '1', 'x'], ['甲', '2', 'y'], ['乙', '3', 'z']))).toEqual(['┬甲 / 1', '│ / x', '│ / 2', '│ / y', '┬乙 / 3', '│ / z']);
  });

  it('cells over several columns, in nested tables, without properties, with empty ones', () => {
    const spanned = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1"/><w:gridCol w:w="1"/><w:gridCol w:w="1"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('{#r}{a|合并相同}')}</w:tc><w:tc>${paragraph('{b|合并相同}')}</w:tc><w:tc><w:tcPr/>${paragraph('{c|合并相同}{/r}')}</w:tc></w:tr></w:tbl>`;
    const data = people(['甲', '1', 'x'], ['甲', '1', 'x']);
    expect(rows(spanned, data)).toEqual(['┬甲 ×2 / ┬1 / ┬x', '│ ×2 / │ / │']);
    const nested = table([['{#g}{a|合并相同}', table([['{#r}{b|合并相同}', '{c}{/r}']]) + paragraph('{/g}')]]);
    const inner = { r: [{ b: 1, c: 2 }, { b: 1, c: 3 }] };
    expect(tableRows(rendered(nested, { g: [{ a: '甲', ...inner }, { a: '甲', ...inner }] }))).toEqual([['┬甲 / ', '│ / '], ['┬1 / 2', '│ / 3'], ['┬1 / 2', '│ / 3']]);
  });

  it('not where the cells before it are more or fewer', () => {
    expect(rows(table([['{#r}{-w:tc b}{.}{/b}', '{a|合并相同}', '{c}{/r}']]), { r: [{ b: [1, 2], a: '甲' }, { b: [1], a: '甲' }, { b: [2], a: '甲' }] })).toEqual(['1 / 2 / ┬甲 / ', '1 / ┬甲 / ', '2 / │ / ']);
  });

  it('the hidden line keeps its format, but no number', () => {
    const hidden = (format: string): string => {
      const body = table([[`<w:p><w:pPr>${format}</w:pPr>${run('{#r}{a|合并相同}')}</w:p>`, '{/r}']]);
      const xml = memberText(readZip(rendered(body, people(['甲', '', ''], ['甲', '', '']))), 'word/document.xml') ?? '';
      return /<w:vMerge\/><\/w:tcPr>(.*?)<\/w:tc>/.exec(xml)?.[1] ?? '';
    };
    expect([hidden('<w:jc w:val="center"/>'), hidden('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')]).toEqual(['<w:p><w:pPr><w:jc w:val="center"/></w:pPr></w:p>', '<w:p></w:p>']);
  });

  it('outside a row that repeats it is a mistake', () => {
    const problems = compileTemplate(docxOf(paragraph('{a|合并相同}') + table([['{b|合并相同}', '{#l}{.|合并相同}{/l}']])), formOptions).problems;
    expect(problems.map(({ code, place, tag }) => `${code} ${place} ${tag}`)).toEqual(['merge-place 第1段 {a|合并相同}', 'merge-place 表格1第1行第1格 {b|合并相同}', 'merge-place 表格1第1行第2格 {.|合并相同}']);
  });
});

it('the validator finds nothing in merged cells', async () => {
  const template = docxOf(table([['{#r}{a|合并相同}', '{b|合并相同}', '{c}{/r}']]) + paragraph('') + table([['{#r}{c}', '{a|合并相同}{/r}']]));
  const compiled = compileTemplate(template, formOptions);
  const data = people(['甲', '一', 'x'], ['甲', '一', 'y'], ['乙', '二', 'z']);
  const outputs = [compiled.render(data), compiled.renderMany([data, data])];
  expect((await Promise.all(outputs.map((output) => newOfficeErrors(template, output, 'docx')))).flat()).toEqual([]);
});
