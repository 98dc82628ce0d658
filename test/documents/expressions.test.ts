import { describe, expect, it } from 'vitest';
import { checkTemplate } from '../../electron/documents/check-template.ts';
import { compileTemplate, formOptions } from '../../electron/documents/template.ts';
import { docxOf, paragraph, table } from '../helpers/ooxml-docx.ts';
import { newLintFaults, paragraphTexts } from '../helpers/ooxml-lint.ts';
import { newOfficeErrors } from '../helpers/ooxml-validate.ts';

const data = {
  巡检日期: '2024年8月5日', 合同价款: '1680.32', 服务渠道: '电话', 备注: '', 结果: '异常',
  巡检项目: [{ 名称: '电源', 结果: '正常', 得分: '9' }, { 名称: '空调', 结果: '异常', 得分: '10' }, { 名称: '机柜', 结果: '异常', 得分: '8' }],
};
const printed = (body: string, values: unknown = data): readonly string[] => paragraphTexts(compileTemplate(docxOf(body), formOptions).render(values));

describe('expressions in a Word template', () => {
  it('compute values, conditions and loops', async () => {
    const source = docxOf(
      [
        paragraph('日期：{巡检日期|日期:“YYYY-MM-DD”}（{巡检日期|星期}）'),
        paragraph('大写：{合同价款', '|金额', '大写}'),
        paragraph('{服务渠道|勾选:电话}电话 {服务渠道|勾选:现场}现场 {备注|默认:“无”}'),
        paragraph('{#结果 == “异常” 且 巡检项目|条数 > 2}'), paragraph('有异常'), paragraph('{/结果 == "异常" 且 巡检项目|条数 > 2}'),
        paragraph('{^结果 == “异常”}'), paragraph('没有异常'), paragraph('{/}'),
        paragraph('{#巡检项目|筛选:结果,“异常”|排序:得分}{$序号}.{名称}{#$末个}。{/}{^$末个}；{/}{/巡检项目}'),
        table([['{#巡检项目|筛选：结果，“异常”}{名称}', '{得分|数字:1}{/}'], ['合计', '{巡检项目|合计:得分}']]),
      ].join(''),
      { header: paragraph('{巡检日期|第几季度}') },
    );
    const output = compileTemplate(source, formOptions).render(data);
    expect([paragraphTexts(output), newLintFaults(source, output), await newOfficeErrors(source, output, 'docx')]).toEqual([
      ['日期：2024-08-05（星期一）', '大写：壹仟陆佰捌拾元零叁角贰分', '☑电话 ☐现场 无', '有异常', '1.机柜；2.空调。', '空调', '10.0', '机柜', '8.0', '合计', '27'],
      [],
      [],
    ]);
  });

  it('see the item of the loop and what is around it', () => {
    expect(printed(paragraph('{#巡检项目}{#结果 == 目标}{名称}{/}{/}'), { ...data, 目标: '正常' })).toEqual(['电源']);
    expect(printed(paragraph('{#巡检项目|前:1}{巡检项目|条数}{合同价款|金额}{/}'))).toEqual(['3¥1,680.32']);
  });

  it('report a missing value as missing, and print what a filter does not understand', () => {
    const template = compileTemplate(docxOf(paragraph('{没有|日期}{巡检日期|日期}') + paragraph('{结果|日期}{#巡检日期|数字 > 3}x{/}{巡检项目|合计:名称}')), formOptions);
    const { bytes, missing, problems } = template.renderReported(data);
    const at = (place: string, tag: string) => ({ part: '正文', place, tag });
    expect([paragraphTexts(bytes), missing, problems]).toEqual([
      ['2024年8月5日', '异常'],
      [at('第1段', '{没有|日期}'), at('第2段', '{巡检项目|合计:名称}')],
      [
        { ...at('第2段', '{结果|日期}'), message: '“{结果|日期}”日期：不是日期，照原样印出。' },
        { ...at('第2段', '{#巡检日期|数字 > 3}'), message: '“{#巡检日期|数字 > 3}”数字：不是数字，照原样印出。' },
        { ...at('第2段', '{巡检项目|合计:名称}'), message: '“{巡检项目|合计:名称}”合计：有一项不是数字，照原样印出。' },
      ],
    ]);
    expect(template.renderReported({ ...data, 结果: '2024-01-01', 没有: '2024-01-02' }).problems.map(({ tag }) => tag)).toEqual(['{#巡检日期|数字 > 3}', '{巡检项目|合计:名称}']);
  });

  it('are wrong with their place, all at once, and nothing is rendered', () => {
    const template = compileTemplate(docxOf(paragraph('{a|日起}{b|年:1|默认}') + table([['{#c == }x{/}', '{巡检 日期}']])), formOptions);
    expect(template.problems).toEqual([
      { code: 'bad-expression', part: '正文', place: '第1段', tag: '{a|日起}', message: '“{a|日起}”没有“日起”这个过滤器。', suggestion: '是否想写“日期”？' },
      { code: 'bad-expression', part: '正文', place: '第1段', tag: '{b|年:1|默认}', message: '“{b|年:1|默认}”过滤器“年”多了参数。', suggestion: '它不带参数' },
      { code: 'bad-expression', part: '正文', place: '第1段', tag: '{b|年:1|默认}', message: '“{b|年:1|默认}”过滤器“默认”少了参数。', suggestion: '写法：默认:内容' },
      { code: 'bad-expression', part: '正文', place: '表格1第1行第1格', tag: '{#c == }', message: '“{#c == }”表达式没有写完。', suggestion: undefined },
    ].map(({ suggestion, ...problem }) => (suggestion === undefined ? problem : { ...problem, suggestion })));
    expect(() => template.render({})).toThrow('模板有 4 处错误');
  });

  it('leave odd names alone', () => {
    const values = { 'first-name': 1, '工时（人时）': 2, 'R&D': 3, 'x y': [4], 'p 且 q': 5, 'm = n': 6 };
    expect(printed(paragraph('{first-name}{工时（人时）}{R&D}{p 且 q}{m = n}') + paragraph('{#x y}{.}{/x y}'), values)).toEqual(['12356', '4']);
  });

  it('do not change a value in merged cells, and merge by what is printed', () => {
    expect(printed(table([['{#巡检项目}{结果|替换:"异常","待处理"|合并相同}', '{名称}{/}']]))).toEqual(['正常', '电源', '待处理', '空调', '', '机柜']);
  });
});

describe('the check of a template with expressions', () => {
  const known = ['巡检日期', '结果', '名称', '得分', '巡检项目', '甲|乙', '备注'];

  it('knows every name in them, columns of filters among them', () => {
    const check = checkTemplate(docxOf(paragraph('{巡检日期|日期:"YYYY"}{#巡检项目|筛选:结果,"异常"|排序:得份}{名称}{/巡检项目}{结过 == "x" 或 备注}{甲|乙}')), known);
    expect(check.problems.map(({ message }) => message)).toEqual(['“{甲|乙}”没有“乙”这个过滤器。']);
    const { tags, unknown, unused } = checkTemplate(docxOf(paragraph('{巡检日期|日期:"YYYY"}{#巡检项目|筛选:结果,"异常"|排序:得份}{名称}{/巡检项目}{#结过 == "x" 或 备注}{/}')), known);
    expect(tags).toEqual([
      { part: '正文', place: '第1段', name: '巡检日期', within: [] },
      { part: '正文', place: '第1段', name: '巡检项目', within: [] },
      { part: '正文', place: '第1段', name: '结果', within: ['巡检项目'] },
      { part: '正文', place: '第1段', name: '得份', within: ['巡检项目'] },
      { part: '正文', place: '第1段', name: '名称', within: ['巡检项目'] },
      { part: '正文', place: '第1段', name: '结过', within: [] },
      { part: '正文', place: '第1段', name: '备注', within: [] },
    ]);
    expect([unknown.map(({ tag, suggestion }) => [tag, suggestion]), unused]).toEqual([[['{得份}', '是否想写“得分”？'], ['{结过}', '是否想写“结果”？']], ['得分', '甲|乙']]);
  });

  it('knows the names that only filters give', () => {
    const { unknown, unused } = checkTemplate(docxOf(paragraph('{#巡检项目|分组:结果}{结果}：{#各条}{名称}{得份}{/各条}{/巡检项目}')), known);
    expect([unknown.map(({ tag }) => tag), unused]).toEqual([['{得份}'], ['巡检日期', '得分', '甲|乙', '备注']]);
  });

  it('doubts a comparison that would be printed as such', () => {
    expect(checkTemplate(docxOf(paragraph('{ 结果 == "异常" }{!结果}{结果 或 备注}{(结果 == "异常")|是否}{#结果 == "异常"}{/}')), known).unknown).toEqual([
      { part: '正文', place: '第1段', tag: '{ 结果 == "异常" }', message: '“{ 结果 == "异常" }”会印出 true 或 false。', suggestion: '是否想写 {#结果 == "异常"}…{/}，或 {(结果 == "异常")|勾选}、{(结果 == "异常")|是否}？' },
      { part: '正文', place: '第1段', tag: '{!结果}', message: '“{!结果}”会印出 true 或 false。', suggestion: '是否想写 {#!结果}…{/}，或 {(!结果)|勾选}、{(!结果)|是否}？' },
    ]);
  });

  it('takes a key of the data that reads like an expression for a key', () => {
    const check = checkTemplate(docxOf(paragraph('{是 或 否}')), ['是 或 否']);
    expect([check.unknown, check.unused, check.tags.map(({ name }) => name)]).toEqual([[], [], ['是 或 否']]);
  });
});
