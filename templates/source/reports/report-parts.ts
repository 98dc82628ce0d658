import { Bookmark, PageReference, Paragraph, type FileChild } from 'docx';
import { gridTable, type GridRow } from '../grid-table.ts';
import { twips } from '../measures.ts';
import { contentWidth, reportPage } from '../page.ts';
import { paragraph, piece, type ParagraphLook } from '../text.ts';

export const reportWidth = contentWidth(reportPage);

/** 三号: the size of running text; 28.95 points let 22 lines fill the 225 mm of the type area (GB/T 9704-2012). */
export const bodySize = 16;
export const bodyLine = 28.95;

/** The page numbers of the contents are fields, which take their look from the paragraph's style. */
export const contentsStyle = 'TOC1';
export const contentsSize = 15;

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六'];

/** A chapter of a report: what stands under one heading of the contents. */
export type Chapter = { readonly title: string; readonly content: readonly FileChild[] };

/** An appendix in the contents; one with a condition is there only when that holds. */
export type Appendix = { readonly title: string; readonly condition?: string };

function bookmarkOf(index: number): string {
  return `chapter${index + 1}`;
}

/** `一、项目概述` */
function chapterTitle(chapter: Chapter, index: number): string {
  return `${ordinals[index] ?? String(index + 1)}、${chapter.title}`;
}

/** First level: 黑体, and in the outline of the document. */
function chapterHeading(chapter: Chapter, index: number): Paragraph {
  return new Paragraph({
    style: 'Heading1',
    children: [new Bookmark({ id: bookmarkOf(index), children: [piece(chapterTitle(chapter, index), { face: 'hei', size: bodySize })] })],
  });
}

/** Second level: 楷体. */
export function sectionHeading(ordinal: number, text: string): Paragraph {
  return new Paragraph({ style: 'Heading2', children: [piece(`（${ordinals[ordinal - 1] ?? String(ordinal)}）${text}`, { face: 'kai', size: bodySize })] });
}

/** Running text: 仿宋 三号, two characters in. */
export function text(content: string, look: ParagraphLook = {}): Paragraph {
  return paragraph(content, { face: 'fang', size: bodySize, line: bodyLine, indentCharacters: 2, align: 'justify', ...look });
}

/** Every paragraph of a text that an author wrote or the figures drafted. */
export function texts(tag: string): Paragraph[] {
  return [text(`{#${tag}}`), text('{文}'), text(`{/${tag}}`)];
}

/** What is there only when the condition holds. */
export function when(condition: string, content: readonly FileChild[]): FileChild[] {
  return [text(`{#${condition}}`), ...content, text(`{/${condition}}`)];
}

/** What is there only when the condition does not hold. */
export function unless(condition: string, content: readonly FileChild[]): FileChild[] {
  return [text(`{^${condition}}`), ...content, text(`{/${condition}}`)];
}

/** A column of a report's table; millimetres. Text is centred unless it is prose. */
export type Column = { readonly heading: string; readonly width: number; readonly text: string; readonly prose?: true };

const cellLook = { size: 9, line: 13 } as const;

function cellsOf(columns: readonly Column[], textOf: (column: Column, index: number) => string, look: ParagraphLook): GridRow['cells'] {
  return columns.map((column, index) => ({
    width: column.width,
    content: [paragraph(textOf(column, index), { ...cellLook, align: column.prose === true && look.face !== 'hei' ? 'left' : 'center', ...look })],
  }));
}

/**
 * A table of the report with its title above, one row per item of `loop`. Widths are shares of the text's width.
 * @param total cells of a last row, as many as there are columns
 * @param short a table of few rows, kept on one page
 */
export function table(title: string, loop: string, columns: readonly Column[], total?: readonly string[], short = false): FileChild[] {
  const sum = columns.reduce((width, column) => width + column.width, 0);
  const fitted = columns.map((column) => ({ ...column, width: (column.width * reportWidth) / sum }));
  const last = fitted.length - 1;
  const rows: GridRow[] = [
    { header: true, keepNext: true, height: 7.5, cells: cellsOf(fitted, (column) => column.heading, { face: 'hei' }).map((cell) => ({ ...cell, shaded: true })) },
    { height: 7, keepNext: short, cells: cellsOf(fitted, (column, index) => `${index === 0 ? `{#${loop}}` : ''}${column.text}${index === last ? `{/${loop}}` : ''}`, {}) },
    ...(total === undefined ? [] : [{ height: 7, cells: cellsOf(fitted, (_column, index) => total[index] ?? '', {}) }]),
  ];
  return [
    paragraph(title, { face: 'hei', size: 12, line: 24, align: 'center', before: 6, keepNext: true }),
    gridTable(reportWidth, rows, { padding: 0.4 }),
    paragraph('', { size: 6, line: 8 }),
  ];
}

/** A small note under a table. */
export function note(content: string): Paragraph {
  return paragraph(content, { face: 'song', size: 10.5, line: 16, align: 'justify', after: 6 });
}

/** 目录: the chapters with their pages, which Word and LibreOffice work out from the bookmarks. */
export function contents(chapters: readonly Chapter[], appendices: readonly Appendix[]): Paragraph[] {
  const rightTab = twips(reportWidth);
  const entry = (title: string, bookmark: string): Paragraph => new Paragraph({
    style: contentsStyle,
    children: [piece(`${title}\t`, { face: 'fang', size: contentsSize }), new PageReference(bookmark, { hyperlink: true })],
    tabStops: [{ type: 'right', position: rightTab }],
  });
  return [
    paragraph('目　录', { face: 'hei', size: 22, line: 40, align: 'center', after: 16, pageBreakBefore: true }),
    ...chapters.map((chapter, index) => entry(chapterTitle(chapter, index), bookmarkOf(index))),
    ...appendices.flatMap(({ title, condition }, index) => {
      const line = entry(`附件${index + 1}　${title}`, `appendix${index + 1}`);
      return condition === undefined ? [line] : [text(`{#${condition}}`), line, text(`{/${condition}}`)];
    }),
  ];
}

/** Headings and contents of all chapters, one after the other. */
export function bodyOf(chapters: readonly Chapter[]): FileChild[] {
  return chapters.flatMap((chapter, index) => [chapterHeading(chapter, index), ...chapter.content]);
}

/** An appendix begins on a page of its own. */
export function appendixHeading(ordinal: number, title: string): Paragraph[] {
  return [
    new Paragraph({ style: 'Heading1', pageBreakBefore: true, children: [new Bookmark({ id: `appendix${ordinal}`, children: [piece(`附件${ordinal}`, { face: 'hei', size: bodySize })] })] }),
    paragraph(title, { face: 'hei', size: 18, line: 32, align: 'center', after: 8, keepNext: true }),
  ];
}
