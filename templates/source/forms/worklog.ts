import type { Document } from 'docx';
import { codedFooter } from '../document-code.ts';
import { gridTable } from '../grid-table.ts';
import { confirmer, executor, formTitle, formWidth, label, labelWidth, longText, momentLook, pairs, remarks, reviewer, signOff, ticks, value } from '../form-parts.ts';
import { formPage, singleSection } from '../page.ts';
import { closingParagraph, options } from '../text.ts';

/** 日常工作记录单, one piece of work on one page. */
export function worklogForm(): Document {
  const table = gridTable(formWidth, [
    pairs([['服务日期', '{服务日期}'], ['服务时段', '{开始时间}{#结束时间}—{结束时间}{/结束时间}'], ['投入工时', '{投入工时} 人时']]),
    ticks('服务渠道'),
    ticks('服务类型'),
    pairs([['服务项', '{#服务项序号}{服务项序号}. {/服务项序号}{服务项名称}'], ['系统模块', '{系统模块}']]),
    pairs([['提出人', '{提出人}'], ['提出部门', '{提出部门}'], ['联系电话', '{联系电话}']]),
    pairs([['报修时间', '{报修时间}'], ['响应时间', '{响应时间}'], ['完成时间', '{完成时间}']], {}, momentLook),
    longText('工作描述', '工作描述', 30),
    longText('处理过程', '处理过程', 44),
    longText('处理结果', '处理结果', 26),
    { height: 8, cells: [label('服务后状态'), value(options('服务后状态'), 62), label('下次服务时间', 26), value('{下次服务时间}', formWidth - labelWidth - 88)] },
    pairs([['执行人', '{执行人}'], ['值守', '{非工作日值守}'], ['关联单号', '{关联单号}']], { keepNext: true }),
    remarks(),
    signOff([executor, reviewer, confirmer], 30),
  ]);
  return singleSection('日常工作记录单', formPage, [...formTitle(), table, closingParagraph()], codedFooter(formPage));
}
