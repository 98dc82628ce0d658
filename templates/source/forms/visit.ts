import type { Document } from 'docx';
import { codedFooter } from '../document-code.ts';
import { gridTable } from '../grid-table.ts';
import { confirmer, executor, formTitle, formWidth, longText, pairs, remarks, signOff, ticks } from '../form-parts.ts';
import { formPage, singleSection } from '../page.ts';
import { photoPages } from '../photo-pages.ts';
import { closingParagraph } from '../text.ts';

/** 走访记录单. */
export function visitForm(): Document {
  const table = gridTable(formWidth, [
    pairs([['走访日期', '{走访日期}'], ['走访时间', '{开始时间}{#结束时间}—{结束时间}{/结束时间}']]),
    pairs([['走访地点', '{走访地点}'], ['走访人', '{走访人}']]),
    pairs([['受访部门', '{受访部门}'], ['受访人', '{受访人}'], ['联系电话', '{联系电话}']]),
    longText('走访目的', '走访目的', 22),
    longText('走访内容', '走访内容', 54),
    longText('意见与建议', '意见与建议', 34),
    longText('改进措施', '改进措施', 28),
    ticks('措施落实'),
    pairs([['关联单号', '{关联单号}']], { keepNext: true }),
    remarks(),
    signOff([{ ...executor, heading: '乙方走访人' }, { heading: '受访人', name: '受访人', date: '走访日期' }, confirmer], 30),
  ]);
  return singleSection('走访记录单', formPage, [...formTitle(), table, ...photoPages(), closingParagraph()], codedFooter(formPage));
}
