import type { Document } from 'docx';
import { gridTable } from '../grid-table.ts';
import { headingRow, listSignatures, listWidth, loopRow, totalRow, type ListColumn } from '../list-parts.ts';
import { twips } from '../measures.ts';
import { listPage, singleSection } from '../page.ts';
import { closingParagraph, paragraph } from '../text.ts';

const columns: readonly ListColumn[] = [
  { heading: '编号', width: 15, text: '{编号}', align: 'center' },
  { heading: '携出内容', width: 40, text: '{内容}{#文件名}（{文件名}，{数据量}）{/文件名}' },
  { heading: '介质', width: 20, text: '{介质}', align: 'center' },
  { heading: '加密', width: 22, text: '{加密}', align: 'center' },
  { heading: '携带人', width: 16, text: '{携带人}', align: 'center' },
  { heading: '去向和用途', width: 32, text: '{去向}，{用途}' },
  { heading: '许可人、许可日期', width: 30, text: '{许可人}，{许可日期}{#许可凭据}（{许可凭据}）{/许可凭据}' },
  { heading: '携出日期', width: 28, text: '{携出日期}', align: 'center' },
  { heading: '应还日期', width: 28, text: '{应还日期}', align: 'center' },
  { heading: '状态', width: 30, text: '{状态}{#处理日期}，{处理日期}{/处理日期}{#处理方式}，{处理方式}{/处理方式}{#说明}：{说明}{/说明}' },
];

/** 携出介质台账: everything that ever left the computer, by whose permission, and what became of it. */
export function carriedInventory(): Document {
  const list = gridTable(listWidth, [
    headingRow(columns),
    loopRow(columns, '清单'),
    totalRow([[77, '合　计（{合计.件数} 件）'], [184, '在外 {合计.在外} 件（其中逾期 {合计.逾期} 件）　已交回 {合计.已交回} 件　已销毁 {合计.已销毁} 件']]),
    listSignatures(['登记人', '乙方项目经理', '甲方']),
  ], { padding: 0.4 });
  return singleSection('携出介质台账', listPage, [
    paragraph('{交付文档名}', { face: 'hei', size: 13, align: 'center', line: 20, keepNext: true }),
    paragraph('携出介质台账', { face: 'hei', size: 18, align: 'center', line: 28, keepNext: true }),
    paragraph('甲方：{甲方}　　乙方：{乙方}\t{打印日期}', { line: 18, rightTab: twips(listWidth), keepNext: true }),
    list,
    closingParagraph(),
  ]);
}
