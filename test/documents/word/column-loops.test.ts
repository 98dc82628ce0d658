import { expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { docxOf, paragraph, table } from '../../helpers/ooxml-docx.ts';
import { newLintFaults, paragraphTexts } from '../../helpers/ooxml-lint.ts';
import { newOfficeErrors } from '../../helpers/ooxml-validate.ts';

const months = { 月份: [{ 月: '1月', 巡检: 3, 异常: [] }, { 月: '2月', 巡检: 4, 异常: ['磁盘', '备份'] }], 合计: 7, 系统: [{ 名: '门户' }, { 名: '数据库' }] };
const codesOf = (body: string): readonly string[] => compileTemplate(docxOf(body), formOptions).problems.map((problem) => problem.code);
const wide = (text: string): string => `<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>${paragraph(text)}</w:tc>`;

it('a loop over columns may begin in the heading and end in the last row; the grid follows', async () => {
  const body = table([['项目', '{#月份|按列}{月}', '合计'], ['巡检', '{巡检}', '{合计}'], ['异常', '{#异常}{.}；{/异常}{/月份}', '—']]);
  const source = docxOf(body);
  const template = compileTemplate(source, formOptions);
  const output = template.render(months);
  expect([template.problems, paragraphTexts(output)]).toEqual([[], ['项目', '1月', '2月', '合计', '巡检', '3', '4', '7', '异常', '', '磁盘；备份；', '—']]);
  expect((memberText(readZip(output), 'word/document.xml') ?? '').split('<w:gridCol ').length - 1).toBe(4);
  expect(template.tags.map(({ tag, within }) => `${tag} ${within.join('/')}`)).toEqual(['{#月份|按列} ', '{月} 月份', '{巡检} 月份', '{合计} ', '{#异常} 月份', '{.} 月份/异常']);
  const without = template.render({ ...months, 月份: [] });
  expect(paragraphTexts(without)).toEqual(['项目', '合计', '巡检', '7', '异常', '—']);
  expect([...newLintFaults(source, output), ...newLintFaults(source, without), ...(await newOfficeErrors(source, output, 'docx')), ...(await newOfficeErrors(source, without, 'docx'))]).toEqual([]);
});

it('loops between its rows that are not in its columns are none of its business', () => {
  const body = table([['{#系统}{名}、{/系统}', '{#月份|按列}{月}'], ['{#系统}{名}{/系统}', '{巡检}'], ['末', '{/月份}']]);
  expect(paragraphTexts(compileTemplate(docxOf(body), formOptions).render(months))).toEqual(['门户、数据库、', '1月', '2月', '门户数据库', '3', '4', '末', '', '']);
});

it('a title above all its columns is not repeated; a cell partly in them is a mistake', () => {
  const titled = table([['{#月份|按列}{月}', 'x'], ['{巡检}', 'y'], ['{/月份}', 'z']]).replace(/(<\/w:tr>)(<w:tr>)/, `$1<w:tr>${wide('标题')}</w:tr>$2`);
  expect(paragraphTexts(compileTemplate(docxOf(titled), formOptions).render(months))).toEqual(['1月', '2月', 'x', '标题', '3', '4', 'y', '', '', 'z']);
  const partly = table([['x', '{#月份|按列}{月}', 'y'], ['x', '{/月份}', 'y']]).replace(/(<\/w:tr>)(<w:tr>)/, `$1<w:tr>${wide('a')}${wide('b').replace('"2"', '"1"')}</w:tr>$2`);
  expect(codesOf(partly)).toEqual([]);
  const twoColumns = table([['x', '{#月份|按列}{月}', 'y'], ['x', 'z', '{/月份}']]).replace(/(<\/w:tr>)(<w:tr>)/, `$1<w:tr>${wide('a')}<w:tc><w:tcPr/>${paragraph('b')}</w:tc></w:tr>$2`);
  expect(codesOf(twoColumns)).toEqual(['loop-containers']);
  expect(codesOf(table([['x', '{#月份|按列}'], ['{/月份}', 'y']]))).toEqual(['loop-containers']);
  expect(codesOf(table([['{#月份|按列}']]) + paragraph('') + table([['{/月份}']]))).toEqual(['loop-containers']);
});

it('rows that repeat across its rows cross it', () => {
  expect(codesOf(table([['x', '{#月份|按列}{月}'], ['{#系统}{名}', '{/系统}'], ['y', '{/月份}']]))).toEqual(['loops-crossed']);
});
