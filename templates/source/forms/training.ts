import type { Document } from 'docx';
import { codedFooter } from '../document-code.ts';
import { gridTable, type GridRow } from '../grid-table.ts';
import { confirmer, executor, formTitle, formWidth, longText, pairs, remarks, reviewer, signOff, ticks, wide } from '../form-parts.ts';
import { twips } from '../measures.ts';
import { formPage, singleSection } from '../page.ts';
import { options, paragraph } from '../text.ts';

const columns = [
  { heading: '序号', width: 13, text: '{#参训人员}{序号}' },
  { heading: '姓名', width: 27, text: '{姓名}' },
  { heading: '部门', width: 42, text: '{部门}' },
  { heading: '职务', width: 24, text: '{职务}' },
  { heading: '联系方式', width: 32, text: '{联系方式}' },
  { heading: '签名', width: 30, text: '{/参训人员}' },
] as const;

function signInRow(texts: readonly string[], header: boolean): GridRow {
  return {
    header, height: 8.5,
    cells: columns.map((column, index) => ({ width: column.width, shaded: header, content: [paragraph(texts[index] ?? '', { face: header ? 'hei' : 'song', align: 'center', line: 15 })] })),
  };
}

/** 培训记录单 on the first page, its 签到表 from the second on. */
export function trainingForm(): Document {
  const record = gridTable(formWidth, [
    wide('培训主题', '{培训主题}'),
    pairs([['培训日期', '{培训日期}'], ['培训时间', '{开始时间}{#结束时间}—{结束时间}{/结束时间}'], ['课时', '{课时}']]),
    ticks('培训类别'),
    pairs([['培训方式', options('培训方式')]]),
    pairs([['培训地点', '{培训地点}'], ['参训人数', '{参训人数} 人']]),
    pairs([['讲师', '{讲师}'], ['组织人', '{组织人}']]),
    longText('培训目的', '培训目的', 20),
    longText('培训内容', '培训内容', 56),
    longText('培训材料', '培训材料', 16),
    longText('效果评价', '效果评价', 26),
    remarks(),
    signOff([executor, reviewer, confirmer], 30),
  ]);
  const signIn = gridTable(formWidth, [signInRow(columns.map((column) => column.heading), true), signInRow(columns.map((column) => column.text), false)]);
  return singleSection('培训记录单', formPage, [
    ...formTitle(),
    record,
    paragraph('培训签到表', { face: 'hei', size: 18, align: 'center', line: 30, pageBreakBefore: true, keepNext: true }),
    paragraph('培训主题：{培训主题}', { line: 20, keepNext: true }),
    paragraph('培训日期：{培训日期}　{开始时间}{#结束时间}—{结束时间}{/结束时间}\t编号：{编号}', { line: 20, rightTab: twips(formWidth), keepNext: true }),
    signIn,
    paragraph('应到（实到）人数：{参训人数} 人（　　　人）\t组织人签字：　　　　　　　　', { line: 24, before: 4, rightTab: twips(formWidth) }),
  ], codedFooter(formPage));
}
