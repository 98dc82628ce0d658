import type { FileChild, Paragraph } from 'docx';
import { gridTable, type GridCell, type GridRow } from '../grid-table.ts';
import { closingParagraph, paragraph, piece } from '../text.ts';
import { appendixHeading, reportWidth, table, when } from './report-parts.ts';

const labelWidth = 26;
const line = 18;

function label(text: string): GridCell {
  return { width: labelWidth, content: [paragraph(text, { face: 'hei', size: 12, line, align: 'center' })] };
}

function value(text: string, width: number): GridCell {
  return { width, content: [paragraph(text, { size: 12, line })] };
}

function wide(name: string, text: string): GridRow {
  return { height: 11, keepNext: true, cells: [label(name), value(text, reportWidth - labelWidth)] };
}

function pair(first: readonly [string, string], second: readonly [string, string]): GridRow {
  const width = reportWidth / 2 - labelWidth;
  return { height: 11, keepNext: true, cells: [label(first[0]), value(first[1], width), label(second[0]), value(second[1], width)] };
}

function signature(heading: string, name: string, date: string): Paragraph[] {
  return [
    paragraph([piece(`${heading}：`, { face: 'hei', size: 12 }), piece(`{${name}}`, { size: 12 })], { line: 20 }),
    paragraph('签字（盖章）：', { face: 'hei', size: 12, line: 20, before: 10 }),
    paragraph([piece('日期：', { face: 'hei' }), piece(`{${date}}{^${date}}　　　年　　月　　日{/${date}}`)], { line: 20, before: 26 }),
  ];
}

/** 附件: the records that the report counts, one line per kind. */
export function documentList(ordinal: number): FileChild[] {
  return [
    ...appendixHeading(ordinal, '单据清单'),
    ...table('本期单据（共 {单据合计} 份）', '单据清单', [
      { heading: '序号', width: 13, text: '{序号}' }, { heading: '文种', width: 38, text: '{文种}', prose: true }, { heading: '编号范围', width: 66, text: '{编号范围}' },
      { heading: '份数', width: 12, text: '{份数}' }, { heading: '作废', width: 12, text: '{作废}' }, { heading: '说明', width: 16, text: '{说明}', prose: true },
    ]),
  ];
}

/** 附件: the page on which the customer receives and judges the report. */
export function reviewPage(ordinal: number): FileChild[] {
  const third = reportWidth / 3;
  return [
    ...appendixHeading(ordinal, '报告签收与评审意见'),
    gridTable(reportWidth, [
      wide('报告名称', '{标题}'),
      pair(['报告编号', '{编号}'], ['报告期间', '{期间起止}']),
      pair(['提交日期', '{评审.提交日期}'], ['签收人', '{评审.签收人}']),
      pair(['评审期限', '{评审.评审期限}'], ['评审截止', '{评审.评审截止日期}']),
      { height: 60, keepNext: true, cells: [label('评审意见'), { ...value('{评审.评审意见}', reportWidth - labelWidth), vertical: 'top' }] },
      pair(['评审状态', '{评审.评审状态}'], ['评审日期', '{评审.评审日期}']),
      wide('说明', '{评审.评审说明}'),
      {
        height: 42,
        cells: [
          { width: third, vertical: 'top', content: signature('乙方编制人', '乙方执行人', '乙方执行日期') },
          { width: third, vertical: 'top', content: signature('乙方审核人', '乙方审核人', '乙方审核日期') },
          { width: third, vertical: 'top', content: signature('甲方评审人', '甲方确认人', '甲方确认日期') },
        ],
      },
    ], { padding: 0.8 }),
    closingParagraph(),
  ];
}

/** 附件: what the customer asked in the review and what was answered; only where there is something. */
export function questionList(ordinal: number): FileChild[] {
  return when('有质疑答复', [
    ...appendixHeading(ordinal, '质疑与答复'),
    ...table('甲方质疑与乙方答复', '质疑答复', [
      { heading: '序号', width: 10, text: '{序号}' }, { heading: '提出日期', width: 29, text: '{提出日期}' }, { heading: '提出人', width: 17, text: '{提出人}' }, { heading: '质疑内容', width: 45, text: '{质疑内容}', prose: true },
      { heading: '答复内容', width: 47, text: '{答复内容}', prose: true }, { heading: '答复人', width: 17, text: '{答复人}' }, { heading: '答复日期', width: 29, text: '{答复日期}' },
    ]),
  ]);
}
