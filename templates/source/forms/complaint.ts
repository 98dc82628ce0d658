import type { Document } from 'docx';
import { codedFooter } from '../document-code.ts';
import { gridTable } from '../grid-table.ts';
import { confirmer, executor, formTitle, formWidth, longText, pairs, partHeading, remarks, reviewer, signOff, ticks } from '../form-parts.ts';
import { formPage, singleSection } from '../page.ts';
import { closingParagraph, options } from '../text.ts';

/** 接诉即办处理记录单: appeal, first responsible person, handling, follow-up call. */
export function complaintForm(): Document {
  const table = gridTable(formWidth, [
    partHeading('一、诉求登记'),
    pairs([['接诉日期', '{接诉日期}'], ['接诉时间', '{接诉时间}']]),
    ticks('诉求来源'),
    ticks('诉求类型'),
    pairs([['紧急程度', options('紧急程度')], ['首接责任人', '{首接责任人}']]),
    pairs([['诉求人', '{诉求人}'], ['所在单位', '{诉求人单位}'], ['联系电话', '{联系电话}']]),
    longText('诉求内容', '诉求内容', 28),
    partHeading('二、办理情况'),
    pairs([['响应时间', '{响应时间}'], ['办结时间', '{办结时间}']]),
    longText('办理过程', '办理过程', 35),
    longText('办理结果', '办理结果', 18),
    partHeading('三、回访与考评'),
    pairs([['是否解决', options('是否解决')], ['是否满意', options('是否满意')]]),
    pairs([['回访人', '{回访人}'], ['回访日期', '{回访日期}']]),
    longText('考评通报', '考评通报', 10),
    pairs([['关联单号', '{关联单号}']], { keepNext: true }),
    remarks(),
    signOff([executor, reviewer, confirmer], 24, 6),
  ], { padding: 0.4 });
  return singleSection('接诉即办处理记录单', formPage, [...formTitle(), table, closingParagraph()], codedFooter(formPage));
}
