import type { Document } from 'docx';
import { codedFooter } from '../document-code.ts';
import { gridTable, type GridRow } from '../grid-table.ts';
import { confirmer, executor, formTitle, formWidth, longText, pairs, remarks, signOff, ticks, wide } from '../form-parts.ts';
import { formPage, singleSection } from '../page.ts';
import { closingParagraph, paragraph } from '../text.ts';

const columns = [
  { heading: '序号', width: 11, text: '{#评分}{序号}', center: true },
  { heading: '评价项目', width: 32, text: '{评价项目}', center: false },
  { heading: '评价标准', width: 63, text: '{评价标准}', center: false },
  { heading: '满分', width: 13, text: '{满分}', center: true },
  { heading: '得分', width: 13, text: '{得分}', center: true },
  { heading: '客户意见', width: 36, text: '{客户意见}{/评分}', center: false },
] as const;

const heading: GridRow = {
  header: true, height: 7,
  cells: columns.map((column) => ({ width: column.width, shaded: true, content: [paragraph(column.heading, { face: 'hei', align: 'center', line: 15 })] })),
};

const scoreRow: GridRow = {
  height: 9,
  cells: columns.map((column) => ({ width: column.width, content: [paragraph(column.text, { size: 10, line: 14, align: column.center ? 'center' : 'left' })] })),
};

const totalRow: GridRow = {
  height: 8, keepNext: true,
  cells: [
    { width: 106, content: [paragraph('合　计', { face: 'hei', align: 'center', line: 15 })] },
    { width: 13, content: [paragraph('{满分}', { align: 'center', line: 15 })] },
    { width: 13, content: [paragraph('{总分}', { align: 'center', line: 15 })] },
    { width: 36, content: [paragraph('')] },
  ],
};

/** 满意度调查表: one respondent, scores by criterion, overall opinion. */
export function surveyForm(): Document {
  const table = gridTable(formWidth, [
    pairs([['调查部门', '{被调查部门}'], ['被调查人', '{被调查人}'], ['联系电话', '{联系电话}']], { header: true }),
    pairs([['调查日期', '{调查日期}'], ['服务实施人', '{服务实施人}']], { header: true }),
    ticks('调查方式', '调查方式', { header: true }),
    { ...wide('服务内容', '{服务内容}'), header: true, height: 10 },
    { header: true, height: 8, cells: [{ width: formWidth, content: [paragraph('为持续改进运维服务，请您结合实际感受如实评价。各项得分不超过该项满分。', { size: 9, line: 13 })] }] },
    heading,
    scoreRow,
    totalRow,
    ticks('总体评价', '总体评价', { keepNext: true }),
    longText('意见建议', '意见建议', 28, { keepNext: true }),
    remarks(),
    signOff([{ ...executor, heading: '乙方调查人' }, { heading: '被调查人', name: '被调查人', date: '调查日期' }, confirmer], 30),
  ]);
  return singleSection('满意度调查表', formPage, [...formTitle(), table, closingParagraph()], codedFooter(formPage));
}
