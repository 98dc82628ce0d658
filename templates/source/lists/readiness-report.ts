import type { Document, Paragraph, Table } from 'docx';
import { formWidth, label, value, wide } from '../form-parts.ts';
import { gridTable } from '../grid-table.ts';
import { headingRow, loopRow, type ListColumn } from '../list-parts.ts';
import { formPage, singleSection } from '../page.ts';
import { closingParagraph, paragraph } from '../text.ts';

const number: ListColumn = { heading: '序号', width: 10, text: '{序号}', align: 'center' };
const rule: ListColumn = { heading: '检查项', width: 30, text: '{规则}' };

const findingColumns: readonly ListColumn[] = [
  number, rule,
  { heading: '日期', width: 20, text: '{日期}', align: 'center' },
  { heading: '问题', width: 62, text: '{问题}' },
  { heading: '办法', width: 46, text: '{办法}' },
];

const waiverColumns: readonly ListColumn[] = [
  number, rule,
  { heading: '问题', width: 52, text: '{问题}' },
  { heading: '豁免原因', width: 40, text: '{原因}' },
  { heading: '豁免人', width: 16, text: '{豁免人}', align: 'center' },
  { heading: '日期', width: 20, text: '{豁免日期}', align: 'center' },
];

const lapsedColumns: readonly ListColumn[] = [
  number, rule,
  { heading: '当时的问题', width: 52, text: '{问题}' },
  { heading: '豁免原因', width: 40, text: '{原因}' },
  { heading: '情况', width: 36, text: '{情况}', align: 'center' },
];

const takenOverColumns: readonly ListColumn[] = [
  number, rule,
  { heading: '日期', width: 20, text: '{日期}', align: 'center' },
  { heading: '已转入续签合同的未了事项', width: 108, text: '{问题}' },
];

const settingColumns: readonly ListColumn[] = [
  number,
  { heading: '检查项', width: 60, text: '{规则}' },
  { heading: '原级别', width: 16, text: '{原级别}', align: 'center' },
  { heading: '本合同', width: 16, text: '{级别}', align: 'center' },
  { heading: '原因', width: 66, text: '{原因}' },
];

const taskColumns: readonly ListColumn[] = [
  number,
  { heading: '事项', width: 34, text: '{事项}' },
  { heading: '开始', width: 20, text: '{开始}', align: 'center' },
  { heading: '最迟完成', width: 20, text: '{完成}', align: 'center' },
  { heading: '距今', width: 16, text: '{天数}', align: 'center' },
  { heading: '状态', width: 16, text: '{状态}', align: 'center' },
  { heading: '到期时应做到', width: 52, text: '{要求}' },
];

function heading(text: string): Paragraph {
  return paragraph(text, { face: 'hei', size: 12, line: 22, before: 8, after: 2, keepNext: true });
}

function listOf(columns: readonly ListColumn[], loop: string): Table {
  return gridTable(formWidth, [headingRow(columns), loopRow(columns, loop)], { padding: 0.4 });
}

/** A heading over a table, and the table, both only when the condition holds. */
function partOf(condition: string, text: string, table: Table): readonly (Paragraph | Table)[] {
  return [paragraph(`{#${condition}}`, { size: 1, line: 1, keepNext: true }), heading(text), table, paragraph(`{/${condition}}`, { size: 1, line: 1 })];
}

/** 预检报告: what stands between today and the acceptance, and what must be done when. */
export function readinessReport(): Document {
  const facts = gridTable(formWidth, [
    wide('项目名称', '{项目名称}'),
    wide('合同名称', '{合同名称}'),
    { height: 8, cells: [label('服务期'), value('{服务期}', 84), label('检查日期'), value('{检查日期}', formWidth - 126)] },
    { height: 8, cells: [label('验收期限'), value('{验收期限}', 84), label('移交截止'), value('{移交截止}', formWidth - 126)] },
    { height: 8, cells: [label('检查结果'), value('错误 {合计.错误} 项　警告 {合计.警告} 项　提示 {合计.提示} 项　豁免 {合计.豁免} 项{#有转入}　转入 {合计.转入} 项{/有转入}', 84), label('距移交'), value('{距移交}', formWidth - 126)] },
    wide('检查项', '共 {合计.规则} 项，{合计.通过} 项没有发现问题{#有豁免规则}，{合计.豁免规则} 项的问题都已豁免{/有豁免规则}{#有转入规则}，{合计.转入规则} 项的问题都已转入续签合同{/有转入规则}{#有不检查}，{合计.不检查} 项按本合同设置不检查{/有不检查}'),
    wide('结论', '{结论}', { height: 10 }),
  ]);
  return singleSection('验收预检报告', formPage, [
    paragraph('{交付文档名}', { face: 'hei', size: 15, align: 'center', line: 22, keepNext: true }),
    paragraph('验收预检报告', { face: 'hei', size: 20, align: 'center', line: 34, after: 4, keepNext: true }),
    facts,
    heading('一、验收倒排日程'),
    paragraph('从移交截止日往前排，起止都是工作日。{#日程不足}服务期满后的时间不够：报告的评审期要在打印前结束，差 {不足天数} 个工作日，请提前提交或商定缩短评审。{/日程不足}', { size: 9, line: 14, after: 2, keepNext: true }),
    listOf(taskColumns, '日程'),
    heading('二、检查发现的问题'),
    paragraph('{#没有问题}没有发现问题。{/没有问题}{^没有问题}错误须在验收前清零；警告应整改，或写明原因豁免；提示供核对。{/没有问题}', { size: 9, line: 14, keepNext: false }),
    ...partOf('有错误', '（一）错误', listOf(findingColumns, '错误清单')),
    ...partOf('有警告', '（二）警告', listOf(findingColumns, '警告清单')),
    ...partOf('有提示', '（三）提示', listOf(findingColumns, '提示清单')),
    ...partOf('有转入', '（四）已转入续签合同，不计入错误和警告', listOf(takenOverColumns, '转入清单')),
    heading('三、豁免与规则设置'),
    paragraph('{#有豁免}下列问题经人确认不再整改，不计入错误和警告；内容变化后豁免自动失效。{/有豁免}{^有豁免}没有豁免的问题。{/有豁免}{^有规则设置}检查项都按原级别检查。{/有规则设置}', { size: 9, line: 14 }),
    ...partOf('有豁免', '（一）已豁免', listOf(waiverColumns, '豁免清单')),
    ...partOf('有失效', '（二）失效的豁免', listOf(lapsedColumns, '失效清单')),
    ...partOf('有规则设置', '（三）本合同另定级别的检查项', listOf(settingColumns, '规则设置')),
    paragraph('', { size: 5, line: 8 }),
    gridTable(formWidth, [{ height: 14, cells: ['检查人', '项目经理', '日期'].map((name) => ({ width: formWidth / 3, content: [paragraph(`${name}：`, { face: 'hei', line: 18 })] })) }]),
    closingParagraph(),
  ]);
}
