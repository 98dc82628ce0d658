import type { Document, Table } from 'docx';
import { formWidth } from '../form-parts.ts';
import { gridTable, type GridRow } from '../grid-table.ts';
import { formPage, sectionPage, wordDocument } from '../page.ts';
import { closingParagraph, paragraph, piece } from '../text.ts';

/** A label and its value on a line, in the middle of the page. */
function fact(label: string, text: string): GridRow {
  const margin = 9;
  const labelWidth = 30;
  return {
    height: 12,
    cells: [
      { width: margin, content: [paragraph('')] },
      { width: labelWidth, vertical: 'center', content: [paragraph(label, { face: 'hei', size: 14, line: 22, align: 'center' })] },
      { width: formWidth - 2 * margin - labelWidth, vertical: 'center', underlined: true, content: [paragraph(text, { size: 13, line: 18 })] },
      { width: margin, content: [paragraph('')] },
    ],
  };
}

function facts(rows: readonly (readonly [label: string, text: string])[]): Table {
  return gridTable(formWidth, rows.map(([label, text]) => fact(label, text)), { lines: false });
}

/** Room that a long title takes from, so that what follows stays on the page: there is some left for names of 60 and contracts of 80 characters. */
function room(height: number, content: GridRow['cells'][number]['content']): Table {
  return gridTable(formWidth, [{ height, cells: [{ width: formWidth, vertical: 'center', content }] }], { lines: false });
}

/** 封面 of a volume bound without further ado: project, title, which of how many, both sides. */
export function volumeCover(): Document {
  return wordDocument('案卷封面', [{
    properties: sectionPage(formPage),
    children: [
      room(66, [paragraph('{项目名称}', { face: 'song', size: 18, line: 30, align: 'center', bold: true })]),
      room(74, [paragraph('{封面题名}', { face: 'hei', size: 26, line: 42, align: 'center' })]),
      room(32, [paragraph('第 {卷号} 卷　　共 {卷数} 卷', { face: 'hei', size: 16, line: 26, align: 'center' })]),
      facts([
        ['合同名称', '{合同名称}'], ['起止日期', '{起止日期}'], ['件　　数', '{件数} 件　　共 {页数}{^页数}　　{/页数} 页'],
        ['甲　　方', '{甲方}'], ['乙　　方', '{乙方}'],
      ]),
      closingParagraph(),
    ],
  }]);
}

/** 案卷封面 with the fields of GB/T 11822-2008: 档号、案卷题名、立卷单位、起止日期、保管期限、密级. */
export function archiveCover(): Document {
  return wordDocument('案卷封面', [{
    properties: sectionPage(formPage),
    children: [
      paragraph([piece('档号　', { face: 'hei', size: 14 }), piece('{档号}', { size: 14 })], { size: 14, line: 28, before: 10 }),
      room(132, [
        paragraph('{项目名称}', { face: 'song', size: 18, line: 30, align: 'center', bold: true }),
        paragraph('{封面题名}', { face: 'hei', size: 26, line: 42, align: 'center', before: 18 }),
      ]),
      facts([['立卷单位', '{立卷单位}'], ['起止日期', '{起止日期}'], ['保管期限', '{保管期限}'], ['密　　级', '{密级}']]),
      paragraph('第 {卷号} 卷　　共 {卷数} 卷', { face: 'hei', size: 14, line: 26, align: 'center', before: 30 }),
      closingParagraph(),
    ],
  }]);
}
