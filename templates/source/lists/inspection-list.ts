import type { Document } from 'docx';
import { codedFooter } from '../document-code.ts';
import { gridTable } from '../grid-table.ts';
import { headingRow, listSignatures, listTitle, listWidth, loopRow, totalRow, type ListColumn } from '../list-parts.ts';
import { listPage, singleSection } from '../page.ts';
import { closingParagraph } from '../text.ts';

const columns: readonly ListColumn[] = [
  { heading: '序号', width: 11, text: '{序号}', align: 'center' },
  { heading: '编号', width: 33, text: '{编号}{#已作废}（作废）{/已作废}', align: 'center' },
  { heading: '巡检日期', width: 29, text: '{巡检日期}', align: 'center' },
  { heading: '巡检时间', width: 26, text: '{开始时间}{#结束时间}—{结束时间}{/结束时间}', align: 'center' },
  { heading: '巡检类型', width: 20, text: '{巡检类型}', align: 'center' },
  { heading: '值守', width: 14, text: '{非工作日值守}', align: 'center' },
  { heading: '巡检人', width: 20, text: '{巡检人}', align: 'center' },
  { heading: '项数', width: 12, text: '{巡检项数}', align: 'center' },
  { heading: '异常', width: 12, text: '{异常项数}', align: 'center' },
  { heading: '总体结论', width: 30, text: '{总体结论}', align: 'center' },
  { heading: '备注', width: 54, text: '{备注}' },
];

/** 日常巡检汇总表: one line per inspection, for a month or a quarter. */
export function inspectionList(): Document {
  const table = gridTable(listWidth, [headingRow(columns), loopRow(columns, '记录'), totalRow([[listWidth, '以上共 {合计.条数} 次巡检']]), listSignatures(['乙方编制人', '乙方审核人', '甲方确认人'])], { padding: 0.4 });
  return singleSection('日常巡检汇总表', listPage, [...listTitle(), table, closingParagraph()], codedFooter(listPage, 40));
}
