import type { Document } from 'docx';
import { codedFooter } from '../document-code.ts';
import { gridTable } from '../grid-table.ts';
import { headingRow, listSignatures, listTitle, listWidth, loopRow, totalRow, type ListColumn } from '../list-parts.ts';
import { listPage, singleSection } from '../page.ts';
import { closingParagraph } from '../text.ts';

const columns: readonly ListColumn[] = [
  { heading: '序号', width: 10, text: '{序号}', align: 'center' },
  { heading: '编号', width: 28, text: '{编号}{#已作废}（作废）{/已作废}', align: 'center' },
  { heading: '服务日期', width: 30, text: '{服务日期}', align: 'center' },
  { heading: '渠道', width: 12, text: '{服务渠道}', align: 'center' },
  { heading: '服务项', width: 27, text: '{服务项名称}' },
  { heading: '提出人', width: 22, text: '{提出部门}{#提出人} {提出人}{/提出人}' },
  { heading: '工作描述', width: 56, text: '{工作描述}' },
  { heading: '处理结果', width: 37, text: '{处理结果}' },
  { heading: '状态', width: 13, text: '{服务后状态}', align: 'center' },
  { heading: '工时', width: 11, text: '{投入工时}', align: 'center' },
  { heading: '执行人', width: 15, text: '{执行人}', align: 'center' },
];

/** 日常工作记录单 as a monthly table: most of the work comes by WeChat and telephone, a sheet for each would fill shelves. */
export function worklogList(): Document {
  const table = gridTable(listWidth, [
    headingRow(columns),
    loopRow(columns, '记录'),
    totalRow([[235, '合　计（{合计.条数} 条）'], [11, '{合计.工时}'], [15, '人时']]),
    listSignatures(['乙方编制人', '乙方审核人', '甲方确认人']),
  ], { padding: 0.4 });
  return singleSection('日常工作记录单', listPage, [...listTitle(), table, closingParagraph()], codedFooter(listPage, 40));
}
