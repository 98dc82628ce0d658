import type { Document } from 'docx';
import { codedFooter } from '../document-code.ts';
import { gridTable } from '../grid-table.ts';
import { executor, formTitle, formWidth, longText, pairs, remarks, reviewer, signOff, ticks, wide } from '../form-parts.ts';
import { formPage, singleSection } from '../page.ts';
import { closingParagraph, options } from '../text.ts';

/** 备份记录单: one run of a backup task and the test that it can be restored. */
export function backupRunForm(): Document {
  const table = gridTable(formWidth, [
    pairs([['备份日期', '{备份日期}'], ['备份任务', '{备份任务}']]),
    ticks('备份方式'),
    pairs([['备份对象', '{备份对象}'], ['服务项', '{服务项名称}']]),
    pairs([['开始时间', '{开始时间}'], ['结束时间', '{结束时间}']]),
    pairs([['数据量', '{#数据量}{数据量} GB{/数据量}'], ['存放位置', '{存放位置}']]),
    pairs([['备份结果', options('备份结果')], ['恢复测试', options('恢复测试')]]),
    wide('校验情况', '{校验情况}', { height: 16 }),
    longText('失败处理', '失败处理', 34),
    pairs([['执行人', '{执行人}'], ['关联单号', '{关联单号}']], { keepNext: true }),
    remarks({ height: 16 }),
    signOff([executor, reviewer], 30),
  ]);
  return singleSection('备份记录单', formPage, [...formTitle(), table, closingParagraph()], codedFooter(formPage));
}
