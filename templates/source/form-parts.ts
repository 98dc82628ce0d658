import type { Paragraph, TextRun } from 'docx';
import { twips } from './measures.ts';
import type { GridCell, GridRow } from './grid-table.ts';
import { contentWidth, formPage } from './page.ts';
import type { TickBox } from './tick-box.ts';
import { options, paragraph, piece, type ParagraphLook } from './text.ts';

/** Width of every form in millimetres, and of a label beside its value. */
export const formWidth = contentWidth(formPage);
export const labelWidth = 21;

const line = 15;

/** The project's name and the document's, then what tells this sheet from the others. */
export function formTitle(left = '系统名称：{系统名称}'): Paragraph[] {
  return [
    paragraph('{交付文档名}', { face: 'hei', size: 15, align: 'center', line: 21, keepNext: true }),
    paragraph('{文种}{#已作废}（作废）{/已作废}', { face: 'hei', size: 20, align: 'center', line: 28, keepNext: true }),
    paragraph(`${left}\t编号：{编号}`, { line: 20, rightTab: twips(formWidth), keepNext: true }),
  ];
}

export function label(text: string, width = labelWidth): GridCell {
  return { width, content: [paragraph(text, { face: 'hei', align: 'center', line })] };
}

export function value(content: CellContent, width: number, look: ParagraphLook = {}): GridCell {
  return { width, content: [paragraph(content, { line, ...look })] };
}

/** Text with tags, or pieces with looks of their own. */
export type CellContent = string | readonly (TextRun | TickBox)[];

type Pair = readonly [name: string, content: CellContent];

/** Labels and values side by side, all pairs equally wide. */
export function pairs(list: readonly Pair[], row: Omit<GridRow, 'cells'> = {}, look: ParagraphLook = {}): GridRow {
  const width = formWidth / list.length;
  return { height: 8, ...row, cells: list.flatMap(([name, content]) => [label(name), value(content, width - labelWidth, look)]) };
}

/** One label and a value over the rest of the row. */
export function wide(name: string, content: CellContent, row: Omit<GridRow, 'cells'> = {}): GridRow {
  return { height: 8, ...row, cells: [label(name), value(content, formWidth - labelWidth)] };
}

/** A label and room for several lines of text, from the top. Heights in millimetres. */
export function longText(name: string, tag: string, height: number, row: Omit<GridRow, 'cells'> = {}): GridRow {
  return { ...row, height, cells: [label(name), { ...value(`{${tag}}`, formWidth - labelWidth, { before: 2 }), vertical: 'top' }] };
}

/** The options of a choice, ticked. */
export function ticks(name: string, tag = name, row: Omit<GridRow, 'cells'> = {}): GridRow {
  return wide(name, options(tag), row);
}

/** A heading over the rows of a part of the form. */
export function partHeading(text: string): GridRow {
  return { height: 6.5, keepNext: true, cells: [{ width: formWidth, shaded: true, content: [paragraph(text, { face: 'hei', line })] }] };
}

/** Remarks, the contract's own fields, and what must be said about a sheet that was entered late, is a later version or void. */
export function remarks(row: Omit<GridRow, 'cells'> = {}): GridRow {
  const content = [
    paragraph('{备注}', { line }),
    paragraph('{#补充栏目}', { line }), paragraph('{栏目}：{内容}', { line }), paragraph('{/补充栏目}', { line }),
    paragraph('{#补录原因}', { line }), paragraph('补录说明：{补录原因}', { line }), paragraph('{/补录原因}', { line }),
    paragraph('{#修改说明}', { line }), paragraph('第 {版次} 版，修改说明：{修改说明}', { line }), paragraph('{/修改说明}', { line }),
    paragraph('{#已作废}', { line }), paragraph('作废原因：{作废原因}', { line }), paragraph('{/已作废}', { line }),
  ];
  return { height: 9, keepNext: true, ...row, cells: [label('备注'), { width: formWidth - labelWidth, content }] };
}

/** Three moments fit beside each other, date and time on one line, a little smaller. */
export const momentLook: ParagraphLook = { size: 9.5 };

/** Who signs, in the words of this form; the tags are those of the three roles. */
export type Signature = { readonly heading: string; readonly name: string; readonly date: string };

export const executor: Signature = { heading: '乙方执行人', name: '乙方执行人', date: '乙方执行日期' };
export const reviewer: Signature = { heading: '乙方审核人', name: '乙方审核人', date: '乙方审核日期' };
export const confirmer: Signature = { heading: '甲方确认人', name: '甲方确认人', date: '甲方确认日期' };

/** One cell per signer: the name that the record holds, room for the hand, the date or room for it. Height in millimetres, gap between the lines and the lines themselves in points. */
export function signOff(signers: readonly Signature[], height = 24, gap = 8, signLine = 17): GridRow {
  const width = formWidth / signers.length;
  const cells = signers.map(({ heading, name, date }): GridCell => ({
    width,
    vertical: 'top',
    content: [
      paragraph([piece(`${heading}：`, { face: 'hei' }), piece(`{${name}}`)], { line: signLine }),
      paragraph([piece('签字：', { face: 'hei' })], { line: signLine, before: gap / 2 }),
      paragraph([piece('日期：', { face: 'hei' }), piece(`{${date}}{^${date}}　　　年　　月　　日{/${date}}`)], { line: signLine, before: gap }),
    ],
  }));
  return { height, cells };
}
