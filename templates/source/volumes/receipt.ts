import type { Document } from 'docx';
import { formWidth, label, value, wide } from '../form-parts.ts';
import { gridTable } from '../grid-table.ts';
import { headingRow, loopRow, totalRow, type ListColumn } from '../list-parts.ts';
import { formPage, singleSection } from '../page.ts';
import { sealedSide } from '../sealed-side.ts';
import { closingParagraph, paragraph } from '../text.ts';

const columns: readonly ListColumn[] = [
  { heading: '序号', width: 10, text: '{序号}', align: 'center' },
  { heading: '文档名称', width: 62, text: '{文档名称}' },
  { heading: '形式', width: 14, text: '{形式}', align: 'center' },
  { heading: '份数', width: 11, text: '{份数}', align: 'center' },
  { heading: '页数', width: 13, text: '{页数}', align: 'center' },
  { heading: '编号范围', width: 34, text: '{编号范围}', align: 'center' },
  { heading: '备注', width: 24, text: '{备注}' },
];

const sealed = { room: [16, 12], signers: ['签字'], line: 16 } as const;

/** 文件签收单: the volumes and discs as they change hands, signed and sealed by both sides in two copies. */
export function receipt(): Document {
  return singleSection('文件签收单', formPage, [
    paragraph('{交付文档名}', { face: 'hei', size: 15, align: 'center', line: 22, keepNext: true }),
    paragraph('文件签收单', { face: 'hei', size: 20, align: 'center', line: 34, after: 4, keepNext: true }),
    gridTable(formWidth, [
      wide('项目名称', '{项目名称}'),
      wide('合同名称', '{合同名称}'),
      { height: 8, cells: [label('服务期'), value('{服务期}', 78), label('交付份数'), value('{份数} 份', formWidth - 120)] },
    ]),
    paragraph('', { size: 4, line: 6 }),
    gridTable(formWidth, [
      headingRow(columns),
      // Filled up to whole pages by the data.
      { ...loopRow(columns, '签收目录'), height: 8.4 },
      totalRow([[86, '合　计（{合计.签收项数} 项）'], [11, ''], [13, '{合计.页数}'], [58, '']]),
      {
        height: 13, keepNext: true,
        cells: [{ width: formWidth, content: [paragraph('上列文件已当面清点，名称、份数、页数与实物相符。本单一式两份，移交单位、接收单位各执一份。', { line: 16, indentCharacters: 2 })] }],
      },
      { height: 42, cells: [sealedSide({ ...sealed, heading: '移交单位（乙方）', name: '{乙方}' }), sealedSide({ ...sealed, heading: '接收单位（甲方）', name: '{甲方}' })] },
    ], { padding: 0.4 }),
    closingParagraph(),
  ]);
}
