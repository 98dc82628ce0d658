import { describe, expect, it } from 'vitest';
import { checkTemplate } from '../../electron/documents/check-template.ts';
import { inReadingOrder } from '../../electron/documents/in-reading-order.ts';
import { compileTemplate, formOptions } from '../../electron/documents/template.ts';
import { editDistance, likelyName } from '../../electron/documents/tags/likely-name.ts';
import { docxOf, paragraph, table } from '../helpers/ooxml-docx.ts';
import { paragraphTexts } from '../helpers/ooxml-lint.ts';

describe('a template checked without data', () => {
  it('lists each tag once per part, with its first place and its loops', () => {
    const check = checkTemplate(docxOf(paragraph('{编号}{编号}') + table([['{#检查项}{名称}', '{编号}{/检查项}']]), { header: paragraph('{编号}') }));
    expect(check).toEqual({
      tags: [
        { part: '正文', place: '第1段', name: '编号', within: [] },
        { part: '正文', place: '表格1第1行第1格', name: '检查项', within: [] },
        { part: '正文', place: '表格1第1行第1格', name: '名称', within: ['检查项'] },
        { part: '正文', place: '表格1第1行第2格', name: '编号', within: ['检查项'] },
        { part: '页眉', place: '第1段', name: '编号', within: [] },
      ],
      problems: [], unknown: [], unused: [],
    });
  });

  it('doubts unknown names and says which was probably meant', () => {
    const known = ['巡检日期', '巡检人', '检查项', '检查项.名称', '检查项.结果', '备注', '甲方.名称'];
    const check = checkTemplate(docxOf(paragraph('{巡捡日期}{#检查项}{名称}{结过}{/检查项}{甲方.名称}{完全不同的名称}{$序号}')), known);
    expect(check.unknown).toEqual([
      { part: '正文', place: '第1段', tag: '{巡捡日期}', message: '没有“巡捡日期”这一项，生成时会是空白。', suggestion: '是否想写“巡检日期”？' },
      { part: '正文', place: '第1段', tag: '{结过}', message: '没有“结过”这一项，生成时会是空白。', suggestion: '是否想写“检查项.结果”？' },
      { part: '正文', place: '第1段', tag: '{完全不同的名称}', message: '没有“完全不同的名称”这一项，生成时会是空白。' },
    ]);
    expect(check.unused).toEqual(['巡检日期', '巡检人', '检查项.结果', '备注']);
  });

  it('recognises tags in full-width braces', () => {
    expect(checkTemplate(docxOf(paragraph('｛巡检日期｝与｛＃项目｝') + paragraph('{a}'))).unknown).toEqual([
      { part: '正文', place: '第1段', tag: '｛巡检日期｝', message: '“｛巡检日期｝”用了全角花括号，会原样印在纸上。', suggestion: '如果是标签，请改为 {巡检日期}' },
      { part: '正文', place: '第1段', tag: '｛＃项目｝', message: '“｛＃项目｝”用了全角花括号，会原样印在纸上。', suggestion: '如果是标签，请改为 {#项目}' },
    ]);
  });

  it('tells one of a pair of braces from a Chinese input method as that', () => {
    const { problems } = checkTemplate(docxOf(paragraph('{巡检人｝') + paragraph('｛#项目}')));
    expect(problems.map(({ tag, message, suggestion }) => [tag, message, suggestion])).toEqual([
      ['{巡检人｝', '“{巡检人｝”的右花括号是全角的。', '改为 {巡检人}'], ['｛#项目}', '“｛#项目}”的左花括号是全角的。', '改为 {#项目}'],
    ]);
  });

  it('goes through the file as a person does', () => {
    const check = checkTemplate(docxOf(paragraph('{/乙}') + paragraph('{a|没有}') + table([['{b|没有}', '{#甲}']]) + paragraph('{#丙}'), { header: paragraph('{') }));
    expect(check.problems.map(({ part, place, suggestion }) => [part, place, suggestion])).toEqual([
      ['正文', '第1段', '补上开始标签，例如 {#名称}，或删去结束标签'],
      ['正文', '第2段', expect.stringMatching(/^可用的有/)],
      ['正文', '第3段', '在要结束的地方补上 {/丙}'],
      ['正文', '表格1第1行第1格', expect.stringMatching(/^可用的有/)],
      ['正文', '表格1第1行第2格', '在要结束的地方补上 {/甲}'],
      ['页眉', '第1段', '补上右花括号；如果只是普通文字，请改用全角括号'],
    ]);
    const places = ['B10', 'AA2', 'C2', '整张表'].map((place) => ({ part: '工作表“甲”', place, tag: '', message: '' }));
    expect(inReadingOrder(places).map(({ place }) => place)).toEqual(['C2', 'AA2', 'B10', '整张表']);
  });

  it('knows the short word for a field, and operators without blanks', () => {
    const { unknown } = checkTemplate(docxOf(paragraph('{日期}{#数 > 3 且完成}{/}')), ['日检', '巡检日期', '数', '完成']);
    expect(unknown.map(({ tag, suggestion }) => [tag, suggestion])).toEqual([['{日期}', '是否想写“巡检日期”？'], ['{3 且完成}', '且、或、非 的两边要有空格']]);
  });

  it('hands on the problems', () => {
    expect(checkTemplate(docxOf(paragraph('{a'))).problems.map((problem) => problem.code)).toEqual(['unclosed-tag']);
  });
});

it('full-width signs work like the others', () => {
  expect(paragraphTexts(compileTemplate(docxOf(paragraph('{＃项目}{.}；{／项目}{＾无}没有{／}')), formOptions).render({ 项目: [1, 2] }))).toEqual(['1；2；没有']);
});

describe('the likely name', () => {
  it.each<[string, readonly string[], string | undefined]>([
    ['Date', ['date', 'data'], 'date'],
    ['巡检 日期', ['巡检日期'], '巡检日期'],
    ['ｄate', ['date'], 'date'],
    ['编码', ['编号', '编制'], undefined],
    ['编好', ['编号'], '编号'],
    ['xyz', ['巡检日期'], undefined],
    ['a', [], undefined],
  ])('%s of %j is %s', (written, known, likely) => {
    expect(likelyName(written, known)).toBe(likely);
  });

  it('counts changed, missing and extra characters', () => {
    expect([editDistance('kitten', 'sitting'), editDistance('', '甲乙'), editDistance('abcdef', 'a', 2)]).toEqual([3, 2, 3]);
  });
});
