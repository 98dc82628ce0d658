import type { Document } from 'docx';
import { formWidth, label, pairs, value, wide } from '../form-parts.ts';
import { gridTable, type GridRow } from '../grid-table.ts';
import { headingRow, loopRow, totalRow, type ListColumn } from '../list-parts.ts';
import { formPage, singleSection } from '../page.ts';
import { sealedSide } from '../sealed-side.ts';
import { paragraph } from '../text.ts';

const columns: readonly ListColumn[] = [
  { heading: '序号', width: 10, text: '{序号}', align: 'center' },
  { heading: '文档名称', width: 60, text: '{文档名称}' },
  { heading: '形式', width: 20, text: '{形式|分行}', align: 'center' },
  { heading: '份数', width: 11, text: '{份数}', align: 'center' },
  { heading: '页数', width: 11, text: '{页数}', align: 'center' },
  { heading: '编号范围', width: 32, text: '{编号范围}', align: 'center' },
  { heading: '备注', width: 24, text: '{备注|分行:"，"}' },
];

const volumeColumns: readonly ListColumn[] = [
  { heading: '卷号', width: 14, text: '{卷号}', align: 'center' },
  { heading: '案卷题名', width: 88, text: '{案卷题名}' },
  { heading: '档号', width: 38, text: '{档号}', align: 'center' },
  { heading: '件数', width: 14, text: '{件数}', align: 'center' },
  { heading: '页数', width: 14, text: '{页数}', align: 'center' },
];

/** The paper as it is bound; the row that closes the part also counts it. */
const volumes: readonly GridRow[] = [
  { height: 7, keepNext: true, cells: [{ width: formWidth, shaded: true, content: [paragraph('{#有案卷}纸质案卷', { face: 'hei', line: 15 })] }] },
  { ...headingRow(volumeColumns), header: false, keepNext: true },
  loopRow(volumeColumns, '案卷'),
  // Stays with its list when what follows begins a new page.
  { ...totalRow([[formWidth, '共 {案卷|条数} 卷{/有案卷}']]), keepNext: false },
];

const disc: readonly GridRow[] = [
  { height: 7, keepNext: true, cells: [{ width: formWidth, shaded: true, content: [paragraph('{#有光盘}电子版光盘', { face: 'hei', line: 15 })] }] },
  pairs([['光盘编号', '{光盘信息.光盘编号}'], ['卷标', '{光盘信息.卷标}'], ['文件数', '{光盘信息.文件数}']], { keepNext: true }),
  { height: 8, keepNext: true, cells: [label('数据量'), value('{光盘信息.数据量}', 35), label('校验'), value('{光盘信息.校验方式} {光盘信息.校验值}{/有光盘}', formWidth - 77, { size: 9 })] },
];

const sealed = { room: [14, 14], signers: ['经办人（签字）', '负责人（签字）'], date: '{移交日期}{^移交日期}　　　　年　　月　　日{/移交日期}' } as const;

/** 文件移交清单: what was handed over, counted, and the signatures and seals of both sides. */
export function handoverList(): Document {
  const facts = gridTable(formWidth, [
    wide('项目名称', '{项目名称}'),
    wide('合同名称', '{合同名称}'),
    { height: 8, cells: [label('服务期'), value('{服务期}', 78), label('移交日期'), value('{移交日期}', formWidth - 120)] },
    { height: 8, cells: [label('交付形式'), value('{交付形式}', 78), label('交付份数'), value('{份数} 份', formWidth - 120)] },
  ]);
  const list = gridTable(formWidth, [
    headingRow(columns),
    loopRow(columns, '清单'),
    totalRow([[90, '合　计（{合计.文档数} 种）'], [11, '{合计.份数}'], [11, '{合计.页数}'], [56, '']]),
  ], { padding: 0.4 });
  // A table of its own: the list's heading is not repeated above what is none of it.
  const closing = gridTable(formWidth, [
    ...volumes,
    ...disc,
    {
      height: 13, keepNext: true,
      cells: [{ width: formWidth, content: [paragraph('上列文件由乙方移交甲方，双方已逐项清点，名称、份数、页数与实物相符，光盘内容可以读取并与纸质文件一致。本清单一式两份，双方各执一份。', { line: 16, indentCharacters: 2 })] }],
    },
    { height: 50, cells: [sealedSide({ ...sealed, heading: '移交单位（乙方）', name: '{乙方}' }), sealedSide({ ...sealed, heading: '接收单位（甲方）', name: '{甲方}' })] },
  ], { padding: 0.4 });
  return singleSection('文件移交清单', formPage, [
    paragraph('{交付文档名}', { face: 'hei', size: 15, align: 'center', line: 22, keepNext: true }),
    paragraph('文件移交清单', { face: 'hei', size: 20, align: 'center', line: 34, after: 4, keepNext: true }),
    facts,
    paragraph('移交文件', { face: 'hei', line: 22, keepNext: true }),
    list,
    paragraph('', { size: 4, line: 6 }),
    closing,
    paragraph('', { size: 1, line: 1 }),
  ]);
}
