import type { Document, Paragraph, Table } from 'docx';
import { formWidth, label, value, wide } from '../form-parts.ts';
import { gridTable, type GridRow } from '../grid-table.ts';
import { headingRow, loopRow, type ListColumn } from '../list-parts.ts';
import { formPage, singleSection } from '../page.ts';
import { sealedSide } from '../sealed-side.ts';
import { closingParagraph, paragraph } from '../text.ts';

function columnsFor(way: string, witness: string): readonly ListColumn[] {
  return [
    { heading: '编号', width: 15, text: '{编号}', align: 'center' },
    { heading: '内容', width: 41, text: '{内容}{#数据量}（{数据量}）{/数据量}' },
    { heading: '介质', width: 24, text: '{介质}', align: 'center' },
    { heading: `${way}日期`, width: 28, text: '{处理日期}', align: 'center' },
    { heading: `${way}方式`, width: 28, text: '{处理方式}', align: 'center' },
    { heading: '经办人', width: 16, text: '{经办人}', align: 'center' },
    { heading: witness, width: 16, text: '{监督人}', align: 'center' },
  ];
}

const outColumns: readonly ListColumn[] = [
  { heading: '编号', width: 15, text: '{编号}', align: 'center' },
  { heading: '内容', width: 41, text: '{内容}' },
  { heading: '介质', width: 24, text: '{介质}', align: 'center' },
  { heading: '应还日期', width: 28, text: '{应还日期}', align: 'center' },
  { heading: '携带人', width: 16, text: '{携带人}', align: 'center' },
  { heading: '去向', width: 44, text: '{去向}' },
];

/** A heading over a table, and the table, both only when the condition holds. */
function partOf(condition: string, heading: string, table: Table): readonly (Paragraph | Table)[] {
  return [
    paragraph(`{#${condition}}`, { size: 1, line: 1, keepNext: true }),
    paragraph(heading, { face: 'hei', line: 22, before: 4, keepNext: true }),
    table,
    paragraph(`{/${condition}}`, { size: 1, line: 1 }),
  ];
}

function consentRow(): GridRow {
  return { height: 8, cells: [label('甲方书面许可', 30), value('{#销毁清单}{编号}：{甲方许可}　{/销毁清单}', formWidth - 30)] };
}

/** 携出介质交回、销毁记录: what the confidentiality agreement asks for when the work ends, signed by both sides. */
export function carriedClosing(): Document {
  const returned = columnsFor('交回', '接收人');
  const destroyed = columnsFor('销毁', '监督人');
  const facts = gridTable(formWidth, [
    wide('项目名称', '{项目名称}'),
    wide('合同名称', '{合同名称}'),
    { height: 8, cells: [label('服务期'), value('{服务期}', 78), label('清点结果'), value('共 {合计.件数} 件', formWidth - 120)] },
    wide('处理结果', '交回 {合计.已交回} 件　　销毁 {合计.已销毁} 件　　在外 {合计.在外} 件'),
  ]);
  const statement = gridTable(formWidth, [
    {
      height: 16, keepNext: true,
      cells: [{ width: formWidth, content: [
        paragraph('{#交回义务}', { size: 1, line: 1 }), paragraph('{条款}', { size: 9, line: 14 }), paragraph('{/交回义务}', { size: 1, line: 1 }),
        paragraph('{^无携出}乙方确认：上列即本合同期内携出的全部介质和资料，{#有在外}除“尚未处理”的以外{/有在外}均已交回或销毁，没有留存副本。双方已逐项核对。{/无携出}本记录一式两份，双方各执一份。', { line: 16, indentCharacters: 2 }),
      ] }],
    },
    { height: 48, cells: [sealedSide({ room: [12, 12], heading: '乙方', name: '{乙方}', signers: ['经办人（签字）', '项目经理（签字）'] }), sealedSide({ room: [12, 12], heading: '甲方', name: '{甲方}', signers: ['接收（监督）人（签字）', '负责人（签字）'] })] },
  ], { padding: 0.6 });
  return singleSection('携出介质交回、销毁记录', formPage, [
    paragraph('{交付文档名}', { face: 'hei', size: 15, align: 'center', line: 22, keepNext: true }),
    paragraph('携出介质交回、销毁记录', { face: 'hei', size: 20, align: 'center', line: 34, after: 4, keepNext: true }),
    facts,
    paragraph('{#无携出}', { size: 1, line: 1 }),
    paragraph('本合同期内没有携出任何载有保密信息的介质和资料，无需交回或销毁。', { line: 24, before: 6, indentCharacters: 2 }),
    paragraph('{/无携出}', { size: 1, line: 1 }),
    ...partOf('有交回', '交回', gridTable(formWidth, [headingRow(returned), loopRow(returned, '交回清单')], { padding: 0.4 })),
    ...partOf('有销毁', '销毁', gridTable(formWidth, [headingRow(destroyed), loopRow(destroyed, '销毁清单'), consentRow()], { padding: 0.4 })),
    ...partOf('有在外', '尚未处理', gridTable(formWidth, [headingRow(outColumns), loopRow(outColumns, '在外清单')], { padding: 0.4 })),
    paragraph('', { size: 6, line: 8 }),
    statement,
    closingParagraph(),
  ]);
}
