import type { Document } from 'docx';
import { codedFooter } from '../document-code.ts';
import { gridTable, type GridCell, type GridRow } from '../grid-table.ts';
import { confirmer, executor, formTitle, formWidth, label, labelWidth, pairs, remarks, reviewer, signOff, value } from '../form-parts.ts';
import { formPage, singleSection } from '../page.ts';
import { photoPages } from '../photo-pages.ts';
import { closingParagraph, options, paragraph } from '../text.ts';

type Column = { readonly heading: string; readonly width: number; readonly text: string; readonly align?: 'left' | 'center' };

/** Small and tight: thirty items and their signatures are to fit on one page. */
const small = { size: 9, line: 12 } as const;

const itemColumns: readonly Column[] = [
  { heading: '序号', width: 8.5, text: '{#巡检项目}{序号}', align: 'center' },
  { heading: '类别', width: 15, text: '{巡检类别}', align: 'center' },
  { heading: '巡检项目', width: 20, text: '{巡检项目}' },
  { heading: '检查方法及正常标准', width: 85, text: '{检查方法}{#正常标准}{#检查方法}；{/检查方法}{正常标准}{/正常标准}' },
  { heading: '结果', width: 11.5, text: '{检查结果}', align: 'center' },
  { heading: '实测值', width: 28, text: '{实测值}{/巡检项目}', align: 'center' },
];

const abnormalColumns: readonly Column[] = [
  { heading: '序号', width: 8.5, text: '{#异常项}{序号}', align: 'center' },
  { heading: '异常项目', width: 33.5, text: '{巡检项目}（{检查结果}）' },
  { heading: '异常描述与处理措施', width: 69, text: '{异常描述与处理措施}{#备注}（{备注}）{/备注}' },
  { heading: '处理单号', width: 30, text: '{处理单号}', align: 'center' },
  { heading: '整改完成日期', width: 27, text: '{整改完成日期}{/异常项}', align: 'center' },
];

function headings(columns: readonly Column[], row: Omit<GridRow, 'cells'>): GridRow {
  return { ...row, height: 5.5, cells: columns.map((column) => ({ width: column.width, shaded: true, content: [paragraph(column.heading, { ...small, face: 'hei', align: 'center' })] })) };
}

function cells(columns: readonly Column[]): GridCell[] {
  return columns.map((column) => ({ width: column.width, content: [paragraph(column.text, { ...small, align: column.align ?? 'left' })] }));
}

const noneFound: GridRow = {
  height: 5,
  keepNext: true,
  cells: [
    { width: 8.5, content: [paragraph('{^异常项}—', { ...small, align: 'center' })] },
    { width: formWidth - 8.5, content: [paragraph('本次巡检未发现异常。{/异常项}', small)] },
  ],
};

/** 日常巡检记录单: checklist, what was wrong and what was done about it, conclusion. */
export function inspectionForm(): Document {
  const head = { header: true, height: 6 };
  const table = gridTable(formWidth, [
    pairs([['巡检日期', '{巡检日期}'], ['巡检时间', '{开始时间}{#结束时间}—{结束时间}{/结束时间}'], ['巡检人', '{巡检人}']], head),
    { ...head, cells: [label('巡检类型'), value(options('巡检类型'), 96), label('值守'), value('{非工作日值守}', formWidth - 2 * labelWidth - 96)] },
    headings(itemColumns, { header: true }),
    { height: 4.8, cells: cells(itemColumns) },
    { ...headings(abnormalColumns, {}), keepNext: true },
    { height: 5, cells: cells(abnormalColumns) },
    noneFound,
    {
      height: 6.2, keepNext: true,
      cells: [label('总体结论'), value(options('总体结论'), 92), value('共 {巡检项数} 项，正常 {正常项数}，异常 {异常项数}', formWidth - labelWidth - 92, { size: 9 })],
    },
    remarks({ height: 6 }),
    signOff([executor, reviewer, confirmer], 16.5, 2, 14.5),
  ], { padding: 0.2 });
  return singleSection('日常巡检记录单', formPage, [...formTitle(), table, ...photoPages(), closingParagraph()], codedFooter(formPage));
}
