import type { Document } from 'docx';
import { gridTable, type GridRow } from '../grid-table.ts';
import { confirmer, executor, formTitle, formWidth, label, longText, pairs, partHeading, remarks, reviewer, signOff, ticks, wide } from '../form-parts.ts';
import { formPage, singleSection } from '../page.ts';
import { closingParagraph, options, paragraph } from '../text.ts';

const moments = ['报障时间', '应答时间', '接入时间', '恢复时间'] as const;
const quarter = formWidth / moments.length;

const momentHeadings: GridRow = { height: 7, keepNext: true, cells: moments.map((moment) => label(moment, quarter)) };
const momentValues: GridRow = { height: 8, cells: moments.map((moment) => ({ width: quarter, content: [paragraph(`{${moment}}`, { size: 9.5, align: 'center', line: 15 })] })) };

const stepHeading: GridRow = { height: 6.5, keepNext: true, cells: [label('时间', 40), label('处置内容', formWidth - 64), label('处置人', 24)] };
const step: GridRow = {
  height: 7,
  cells: [
    { width: 40, content: [paragraph('{#处置过程}{时间}', { size: 9.5, align: 'center', line: 15 })] },
    { width: formWidth - 64, content: [paragraph('{处置内容}', { line: 15 })] },
    { width: 24, content: [paragraph('{处置人}{/处置过程}', { align: 'center', line: 15 })] },
  ],
};

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
    pairs([['发生日期', '{发生日期}'], ['事件类别', options('事件类别')]]),
    pairs([['系统模块', '{系统模块}'], ['故障级别', options('故障级别')]]),
    ticks('触发方式'),
    pairs([['报障人', '{报障人}'], ['联系电话', '{联系电话}'], ['服务项', '{服务项名称}']]),
    longText('故障现象', '故障现象', 12),
    wide('影响范围', '{影响范围}'),
    partHeading('一、时限（应答不超过 {应答时限}，恢复不超过 {恢复时限}）'),
    momentHeadings,
    momentValues,
    pairs([['应答用时', '{应答用时}　达标：{应答达标}'], ['恢复用时', '{恢复用时}　达标：{恢复达标}']]),
    pairs([['乙方责任', options('乙方责任')], ['超时说明', '{超时说明}']]),
    partHeading('二、处置过程'),
    stepHeading,
    step,
    noStep,
    longText('原因分析', '原因分析', 12),
    longText('处理措施', '处理措施', 12),
    wide('验证情况', '{验证情况}'),
    partHeading('三、总结'),
    pairs([['预案编号', '{预案编号}'], ['上报情况', '{上报情况}']]),
    pairs([['整改措施', '{整改措施}'], ['整改完成', '{整改完成日期}']]),
    wide('复盘总结', '{复盘总结}', { height: 12 }),
    pairs([['处理人', '{处理人}'], ['投入工时', '{#投入工时}{投入工时} 人时{/投入工时}'], ['处理状态', '{处理状态}']]),
    wide('关联单号', '{关联单号}', { keepNext: true }),
    remarks({ height: 8 }),
    signOff([executor, reviewer, confirmer], 22, 4),
  ], { padding: 0.2 });
  return singleSection('故障处理记录单', formPage, [...formTitle(), table, closingParagraph()]);
}
