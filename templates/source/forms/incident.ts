import type { Document } from 'docx';
import { codedFooter } from '../document-code.ts';
import { gridTable, type GridRow } from '../grid-table.ts';
import { confirmer, executor, formTitle, formWidth, label, labelWidth, longText, momentLook, pairs, partHeading, remarks, reviewer, signOff, ticks, value, wide, type CellContent } from '../form-parts.ts';
import { formPage, singleSection } from '../page.ts';
import { photoPages } from '../photo-pages.ts';
import { closingParagraph, options, paragraph } from '../text.ts';

const moments = ['报障时间', '应答时间', '接入时间', '恢复时间'] as const;
const quarter = formWidth / moments.length;

/** Lower than on other forms: fault, timeline and review are to fit on one page. */
const low = { height: 7.2 };

const momentHeadings: GridRow = { height: 6.5, keepNext: true, cells: moments.map((moment) => label(moment, quarter)) };
const momentValues: GridRow = { height: 7.2, cells: moments.map((moment) => ({ width: quarter, content: [paragraph(`{${moment}}`, { ...momentLook, align: 'center', line: 15 })] })) };

const stepHeading: GridRow = { height: 6.5, keepNext: true, cells: [label('时间', 40), label('处置内容', formWidth - 64), label('处置人', 24)] };
const step: GridRow = {
  height: 7,
  cells: [
    { width: 40, content: [paragraph('{#处置过程}{时间}', { ...momentLook, align: 'center', line: 15 })] },
    { width: formWidth - 64, content: [paragraph('{处置内容}', { line: 15 })] },
    { width: 24, content: [paragraph('{处置人}{/处置过程}', { align: 'center', line: 15 })] },
  ],
};

function sideBySide(first: string, firstContent: CellContent, firstWidth: number, second: string, secondContent: CellContent): GridRow {
  return { height: 7.2, cells: [label(first), value(firstContent, firstWidth), label(second), value(secondContent, formWidth - 2 * labelWidth - firstWidth)] };
}

/** Room for the hand where nothing was recorded. */
const noStep: GridRow = {
  height: 10,
  cells: [
    { width: 40, content: [paragraph('{^处置过程}')] },
    { width: formWidth - 64, content: [paragraph('')] },
    { width: 24, content: [paragraph('{/处置过程}')] },
  ],
};

/** 故障处理记录单, also for emergencies and drills: moments against the service level, timeline, cause, review. */
export function incidentForm(): Document {
  const table = gridTable(formWidth, [
    pairs([['发生日期', '{发生日期}'], ['事件类别', options('事件类别')]], low),
    pairs([['系统模块', '{系统模块}'], ['故障级别', options('故障级别')]], low),
    ticks('触发方式', '触发方式', low),
    pairs([['报障人', '{报障人}'], ['联系电话', '{联系电话}'], ['服务项', '{服务项名称}']], low),
    longText('故障现象', '故障现象', 10),
    wide('影响范围', '{影响范围}', low),
    partHeading('一、时限（应答不超过 {应答时限}，恢复不超过 {恢复时限}）'),
    momentHeadings,
    momentValues,
    pairs([['应答用时', '{应答用时}　达标：{应答达标}'], ['恢复用时', '{恢复用时}　达标：{恢复达标}']], low),
    sideBySide('乙方责任', options('乙方责任'), 35, '超时说明', '{超时说明}'),
    partHeading('二、处置过程'),
    stepHeading,
    step,
    noStep,
    longText('原因分析', '原因分析', 10),
    longText('处理措施', '处理措施', 10),
    wide('验证情况', '{验证情况}', low),
    partHeading('三、总结'),
    pairs([['预案编号', '{预案编号}'], ['上报情况', '{上报情况}']], low),
    sideBySide('整改措施', '{整改措施}', formWidth - 2 * labelWidth - 35, '整改完成', '{整改完成日期}'),
    wide('复盘总结', '{复盘总结}', { height: 10 }),
    pairs([['处理人', '{处理人}'], ['投入工时', '{#投入工时}{投入工时} 人时{/投入工时}'], ['处理状态', '{处理状态}']], low),
    wide('关联单号', '{关联单号}', { ...low, keepNext: true }),
    remarks(low),
    signOff([executor, reviewer, confirmer], 20, 3),
  ], { padding: 0.2 });
  return singleSection('故障处理记录单', formPage, [...formTitle(), table, ...photoPages(), closingParagraph()], codedFooter(formPage));
}
