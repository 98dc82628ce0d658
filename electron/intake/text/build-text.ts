import type { SourceLine } from '../source/source-line.ts';
import type { ContractText, Paragraph, Sentence, Table, TableRow } from './contract-text.ts';
import { clauseNumber, isHeading, type ClauseNumber } from './headings.ts';
import { normaliseCharacters, tidy, tight } from '../../../shared/text/normalise.ts';

/** Longer paragraphs are cut, so that no pattern ever runs over more than this many characters. */
const paragraphLimit = 2000;

type Line = { readonly line: number; readonly text: string; readonly cells: readonly string[]; readonly table: number | undefined };

/** Labels that are spread to the width of longer ones: 甲 and 方 far apart, 地 and 址 too. */
const spreadLabels = /(甲|乙|地|住|电|传|邮|日|合|总|小|序) {1,8}(?=[方址所话真编期计号](?![\u4e00-\u9fff]))/g;

function cellsOf(source: SourceLine): readonly string[] {
  if (source.cells) return source.cells.map(tidy);
  if (!/[\t|｜│┃¦]|[ \u00a0\u2000-\u200a\u3000]{2}/.test(source.text)) return [tidy(source.text)];
  const text = normaliseCharacters(source.text).replace(spreadLabels, '$1');
  if (text.includes('\t')) return text.split('\t').map(tidy);
  const bars = text.replace(/[｜│┃¦]/g, '|');
  if (bars.split('|').length > 2) return bars.replace(/^\s*\||\|\s*$/g, '').split('|').map(tidy);
  return text.trim().split(/ {2,}/).map(tidy);
}

/** A label such as `电话：` begins a new statement; so does a clause number. */
function beginsAnew(text: string): boolean {
  return clauseNumber(text) !== undefined || /^[\u4e00-\u9fffA-Za-z-]{1,12}(?:[（(][^（()）]{0,12}[）)])?[:：]/.test(text);
}

function titleIsOpen(text: string): boolean {
  return text.lastIndexOf('《') > text.lastIndexOf('》');
}

/** Whether a line goes on in the next one: scans and text files break lines in the middle of titles, names and sentences. */
function continues(text: string, next: string, blanks: number): boolean {
  if (titleIsOpen(text)) return text.length < 200 && blanks <= 2;
  if (blanks > 1 || text.length + next.length > paragraphLimit || beginsAnew(next) || isHeading(clauseNumber(text))) return false;
  const end = text.slice(-8);
  if (/[、，,]$/.test(end)) return true;
  // The title of a project, a contract or an organisation is whole, however long.
  if (/(?:合同书?|协议书?|项目|公司|中心|委员会|大学|学院|医院|局|厅)$/.test(end) && !/[，。；]/.test(text)) return false;
  if (/[。；！？;!?:：…”》）)]$/.test(end) || /^[（(]/.test(next)) return false;
  const isLabelled = /^(?:甲方|乙方|项目名称|合同名称)[^：:]{0,14}[：:]/.test(text);
  const isAddress = /^.{2,8}[省市区县]/.test(text) && /^.{2,8}[省市区县]/.test(next);
  return text.length >= (isLabelled ? 14 : 18) && !isAddress && /[\u4e00-\u9fff\d]$/.test(end) && !/^\d{4}年/.test(next);
}

/** Runs of lines that have columns are tables; Word tables are told by the file. A single such line is a paragraph with wide gaps. */
function findTables(lines: readonly Line[]): { readonly tables: Line[][]; readonly taken: ReadonlySet<Line> } {
  const tables: Line[][] = [];
  const taken = new Set<Line>();
  let run: Line[] = [];
  const finish = (): void => {
    const wide = run.filter((line) => line.cells.length >= 3).length;
    if (run.length >= 2 && (wide >= 2 || run[0]?.table !== undefined)) {
      tables.push(run);
      for (const line of run) taken.add(line);
    }
    run = [];
  };
  for (const line of lines) {
    if (line.text === '' && line.cells.every((cell) => cell === '')) continue;
    const ruler = line.cells.length > 1 && line.cells.every((cell) => /^:?-{2,}:?$/.test(cell));
    if (ruler) continue;
    const last = run.at(-1);
    if (last && last.table !== line.table) finish();
    // A label with its value beside another label is a signature block in two columns, not a table.
    const isRow = line.table !== undefined || (line.cells.length >= (run.length === 0 ? 3 : 2) && !line.cells.every((cell) => cell === '' || /[:：]/.test(cell)));
    if (isRow) run.push(line);
    else finish();
  }
  finish();
  return { tables, taken };
}

/** Two-column signature tables of Word read as paragraphs, one per cell, like everything that has no heading row. */
function isLayoutTable(rows: readonly Line[]): boolean {
  return rows.every((row) => row.cells.length <= 2) || rows.some((row) => row.cells.some((cell) => /^[甲乙]\s*方[（(：:]|[（(](?:盖章|签章|签字|公章)[）)]/.test(cell)));
}

/** `项目名称 | 某系统` in a Word table of two columns reads like `项目名称：某系统`; two parties side by side are read one after the other. */
function layoutTexts(line: Line): string[] {
  const [label = '', value = ''] = line.cells;
  const isPair = line.cells.length === 2 && /^[\u4e00-\u9fff ]{2,12}$/.test(label) && value !== '' && !/[甲乙签章]/.test(label) && !/^[^：:]{1,12}[：:]/.test(value);
  return (isPair ? [`${label}：${value}`] : line.cells.flatMap((cell) => cell.split('\n'))).map(tight).filter((text) => text !== '');
}

/** Two columns of a signature block, set with blanks: 甲方：…    乙方：… */
function isLabelRow(line: Line): boolean {
  const cells = line.cells.filter((cell) => cell !== '');
  return cells.length >= 2 && cells.every((cell) => /^[^：:]{1,16}[：:]|^[（(][^）)]{1,12}[）)]$/.test(cell));
}

function cutLong(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += paragraphLimit) parts.push(text.slice(at, at + paragraphLimit));
  return parts;
}

/** Joins the lines of paragraphs, finds chapters and tables. Time is proportional to the text. */
export function buildText(source: readonly SourceLine[]): ContractText {
  const lines = source.map((line, index) => ({ line: index + 1, text: tight(line.text), cells: cellsOf(line), table: line.table }));
  const found = findTables(lines);
  const layout = found.tables.filter((rows) => rows[0]?.table !== undefined && isLayoutTable(rows));
  const layoutLines = new Set(layout.flat());
  const starts = new Map<Line, Line[]>();
  for (const rows of found.tables) if (rows[0] && !layoutLines.has(rows[0])) starts.set(rows[0], rows);

  const chapters = chapterReader();
  const tables: Table[] = [];
  let open: { line: number; text: string } | undefined;
  let blanks = 0;
  const close = (): void => {
    if (open) for (const part of cutLong(open.text)) chapters.add(open.line, part);
    open = undefined;
  };
  const addLine = (line: number, text: string): void => {
    if (open && continues(open.text, text, blanks)) open = { line: open.line, text: `${open.text}${/[A-Za-z]$/.test(open.text.slice(-1)) && /^[A-Za-z]/.test(text) ? ' ' : ''}${text}` };
    else {
      close();
      open = { line, text };
    }
    blanks = 0;
  };
  for (const line of lines) {
    const rows = starts.get(line);
    if (rows) {
      close();
      tables.push({ rows: rows.map(asRow), path: chapters.path() });
    }
    if (layoutLines.has(line) || (!found.taken.has(line) && isLabelRow(line))) for (const text of layoutTexts(line)) addLine(line.line, text);
    if (found.taken.has(line) || isLabelRow(line)) continue;
    if (line.text === '') blanks++;
    else addLine(line.line, line.text);
  }
  close();
  return { paragraphs: chapters.paragraphs, sentences: chapters.paragraphs.flatMap(sentencesOf), tables };
}

function asRow(line: Line): TableRow {
  return { line: line.line, cells: line.cells };
}

function sentencesOf(paragraph: Paragraph): Sentence[] {
  return paragraph.text.split(/(?<=[。；！？])/).filter((text) => text.trim() !== '').map((text) => ({ text: text.trim(), paragraph }));
}

type ChapterReader = { readonly paragraphs: Paragraph[]; readonly path: () => readonly string[]; readonly add: (line: number, text: string) => void };

function chapterReader(): ChapterReader {
  const paragraphs: Paragraph[] = [];
  let stack: { level: number; text: string }[] = [];
  const path = (): readonly string[] => stack.map((entry) => entry.text);
  const add = (line: number, text: string): void => {
    const number: ClauseNumber | undefined = clauseNumber(text);
    const heading = isHeading(number);
    if (number) stack = stack.filter((entry) => entry.level < number.level);
    paragraphs.push({ index: paragraphs.length, line, text, level: number?.level, body: number?.rest ?? text, heading, path: path(), annex: stack.find((entry) => entry.level === 0)?.text ?? (number?.level === 0 ? text : undefined) });
    // A clause that says its matter at once (第八条 甲方应在…) still governs the numbered points under it.
    if (number) stack.push({ level: number.level, text: heading ? text : text.slice(0, 24) });
  };
  return { paragraphs, path, add };
}
