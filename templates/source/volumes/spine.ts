import type { Document, FileChild, TextRun } from 'docx';
import { gridTable, type GridRow } from '../grid-table.ts';
import { sectionPage, wordDocument, type PageLayout } from '../page.ts';
import { closingParagraph, paragraph, piece } from '../text.ts';

/** Strips are cut out: they use the paper up to what printers reach. */
const spinePage: PageLayout = { landscape: true, top: 10, bottom: 8, left: 12, right: 12, footer: 5 };

/** A size of text in points, its line, and the size where the text is longer than the strip and stands in two lines. */
type StripText = { readonly size: number; readonly line?: number; readonly long?: number };

/** Strips of one width (in millimetres) beside each other, as many as the data puts on one page. */
type StripSheet = { readonly width: number; readonly across: number; readonly title: StripText; readonly project: StripText; readonly small: number };

const sheets: readonly StripSheet[] = [
  // The narrowest has room for one line of either.
  { width: 10, across: 27, title: { size: 10, line: 11.5, long: 7 }, project: { size: 7.5, line: 7.5, long: 5 }, small: 7.5 },
  { width: 15, across: 18, title: { size: 12, line: 14, long: 9 }, project: { size: 8.5, line: 9.5, long: 7 }, small: 9 },
  { width: 20, across: 13, title: { size: 14 }, project: { size: 9.5 }, small: 10.5 },
  { width: 30, across: 9, title: { size: 16 }, project: { size: 10.5 }, small: 12 },
  { width: 40, across: 6, title: { size: 18 }, project: { size: 11 }, small: 12 },
  { width: 50, across: 5, title: { size: 20 }, project: { size: 11 }, small: 12 },
];

/** A line of a strip; `whenLong`: the condition under which its text takes the size for long ones. */
type StripLine = StripText & { readonly text: string; readonly hei?: boolean; readonly whenLong?: string };

/** One part of a strip, from its top: text from top to bottom, or a few short lines across. */
type StripPart = { readonly height: number; readonly upright?: boolean; readonly lines: (sheet: StripSheet) => readonly StripLine[] };

const titlePart = (height: number): StripPart => ({
  height, upright: true,
  lines: ({ title, project }) => [{ text: '{竖排项目}', ...project, whenLong: '项目名长' }, { text: '{竖排题名}', ...title, hei: true, whenLong: '题名长' }],
});

const numberPart: StripPart = { height: 20, lines: ({ small }) => [{ text: '{#卷号}第{/卷号}', size: small }, { text: '{卷号}', size: small + 2, hei: true }, { text: '{#卷号}卷{/卷号}', size: small }] };

const simpleParts: readonly StripPart[] = [
  { height: 30, upright: true, lines: ({ small }) => [{ text: '{年度}', size: small }] },
  titlePart(130),
  numberPart,
];

/** 脊背 of GB/T 11822: 保管期限、档号、案卷题名. */
const archiveParts: readonly StripPart[] = [
  { height: 18, upright: true, lines: ({ small }) => [{ text: '{保管期限}', size: small }] },
  { height: 36, upright: true, lines: ({ small }) => [{ text: '{档号}', size: small }] },
  titlePart(106),
  numberPart,
];

/** Its runs: one size, or the one that the length of the text asks for. */
function runsOf({ text, size, long, hei, whenLong }: StripLine): TextRun[] {
  const face = hei === true ? 'hei' : 'song';
  if (long === undefined || whenLong === undefined) return [piece(text, { size, face })];
  return [piece(`{^${whenLong}}${text}{/${whenLong}}`, { size, face }), piece(`{#${whenLong}}${text}{/${whenLong}}`, { size: long, face })];
}

function rowOf(part: StripPart, sheet: StripSheet, index: number, last: number): GridRow {
  const lines = part.lines(sheet);
  return {
    height: part.height,
    exact: true,
    cells: [{
      width: sheet.width * sheet.across,
      ...(part.upright === true ? { upright: true } : {}),
      content: lines.map((line, at) => {
        const opens = index === 0 && at === 0 ? '{#条|按列}' : '';
        const closes = index === last && at === lines.length - 1 ? '{/条}' : '';
        const around = (text: string): TextRun[] => (text === '' ? [] : [piece(text, { size: line.size })]);
        return paragraph([...around(opens), ...runsOf(line), ...around(closes)], { size: line.size, line: line.line ?? line.size * 1.25, align: 'center' });
      }),
    }],
  };
}

/** The pages of one width; nothing when no volume has it. */
function pagesOf(sheet: StripSheet, parts: readonly StripPart[]): FileChild[] {
  const caption = `脊背 ${sheet.width} mm，沿线裁下`;
  return [
    paragraph(`{#脊背${sheet.width}}`, { size: 1, line: 1 }),
    paragraph('{#另起页}', { size: 1, line: 1 }),
    paragraph(caption, { size: 8, line: 14, pageBreakBefore: true, keepNext: true }),
    paragraph('{/另起页}', { size: 1, line: 1 }),
    paragraph('{^另起页}', { size: 1, line: 1 }),
    paragraph(caption, { size: 8, line: 14, keepNext: true }),
    paragraph('{/另起页}', { size: 1, line: 1 }),
    gridTable(sheet.width * sheet.across, parts.map((part, index) => rowOf(part, sheet, index, parts.length - 1)), { sidePadding: 0.1, padding: 0.2 }),
    closingParagraph(),
    paragraph(`{/脊背${sheet.width}}`, { size: 1, line: 1 }),
  ];
}

function spines(parts: readonly StripPart[]): Document {
  return wordDocument('案卷脊背', [{ properties: sectionPage(spinePage), children: sheets.flatMap((sheet) => pagesOf(sheet, parts)) }]);
}

/** 脊背 of volumes bound without further ado. */
export function volumeSpine(): Document {
  return spines(simpleParts);
}

/** 脊背 with the fields of archives. */
export function archiveSpine(): Document {
  return spines(archiveParts);
}
