import { AppError } from '../../../shared/app-error.ts';
import { memberText, readZip } from '../../files/zip-reader.ts';
import type { ZipArchive } from '../../files/zip-member.ts';
import type { SourceLine } from './source-line.ts';
import { numberWriter, readNumbering, type ParagraphNumbering } from './word-numbering.ts';
import { attribute, xmlTokens, type XmlToken } from './xml-tokens.ts';

/** Deleted text, field codes and the second copy of text boxes are no part of the contract. */
const skipped = new Set(['del', 'moveFrom', 'instrText', 'delText', 'Fallback', 'rPrChange', 'pPrChange', 'tblPrChange', 'trPrChange', 'tcPrChange', 'sectPrChange']);

type Paragraph = { text: string; numbering: { numId: string | undefined; level: number | undefined; style: string | undefined }; joinsNext: boolean };
type Table = { readonly id: number; cells: string[]; cell: string[] | undefined; span: number; rowDeleted: boolean };

/** Where the main text is; Word for the web calls it document2.xml. */
function mainPart(archive: ZipArchive): string {
  const relations = memberText(archive, '_rels/.rels') ?? '';
  for (const token of xmlTokens(relations)) {
    if (token.type !== 'open' || token.name !== 'Relationship') continue;
    if (attribute(token.attributes, 'Type')?.endsWith('/officeDocument') === true) return (attribute(token.attributes, 'Target') ?? '').replace(/^\//, '');
  }
  return 'word/document.xml';
}

/**
 * The paragraphs and table rows of a Word contract in reading order, tracked changes accepted, automatic numbers written out.
 * @throws AppError unreadable-file when it is no Word file, is damaged, or holds pictures only
 */
export function docxLines(bytes: Uint8Array): SourceLine[] {
  const archive = readZip(bytes);
  const part = mainPart(archive);
  const xml = memberText(archive, part);
  if (xml === undefined || !part.startsWith('word/')) {
    const kind = part.startsWith('xl/') ? 'Excel 表格' : part.startsWith('ppt/') ? '演示文稿' : '压缩包';
    throw new AppError('unreadable-file', `这是${kind}，不是 Word 文档。请选择 .docx 或 .txt 格式的合同。`, { format: kind });
  }
  const write = numberWriter(readNumbering(memberText(archive, 'word/numbering.xml'), memberText(archive, 'word/styles.xml')));
  const lines = linesOf(xml, write);
  const characters = lines.reduce((sum, line) => sum + line.text.trim().length, 0);
  const pictures = [...archive.keys()].filter((name) => name.startsWith('word/media/')).length;
  if (characters < 40 && pictures > 0) {
    throw new AppError('unreadable-file', `这份 .docx 里只有图片（${pictures} 张），没有文字，应是扫描件。请先用文字识别软件转成文字，或使用合同的电子原稿。`, { pictures });
  }
  if (characters === 0) throw new AppError('unreadable-file', '这份 .docx 里没有文字。', { format: 'docx' });
  return lines;
}

function linesOf(xml: string, number: (paragraph: ParagraphNumbering) => string): SourceLine[] {
  const lines: SourceLine[] = [];
  const tables: Table[] = [];
  const paragraphs: Paragraph[] = [];
  let skipping: string | undefined;
  let skipDepth = 0;
  let tableCount = 0;
  let inText = false;
  let inTabs = false;
  let inRowProperties = false;
  let carried = '';

  const emit = (text: string): void => {
    const cell = tables.at(-1)?.cell;
    if (cell) cell.push(text);
    else for (const line of text.split('\n')) lines.push({ text: line });
  };
  const open = (token: Extract<XmlToken, { type: 'open' }>): void => {
    const { name, attributes } = token;
    const paragraph = paragraphs.at(-1);
    const table = tables.at(-1);
    if (skipped.has(name)) {
      if (!token.empty) [skipping, skipDepth] = [name, 1];
      if (name === 'del' || name === 'moveFrom') {
        if (inRowProperties && table) table.rowDeleted = true;
        else if (token.empty && paragraph) paragraph.joinsNext = true;
      }
      return;
    }
    if (name === 'p') {
      if (!token.empty) paragraphs.push({ text: '', numbering: { numId: undefined, level: undefined, style: undefined }, joinsNext: false });
      else emit('');
    } else if (name === 'tbl') tables.push({ id: ++tableCount, cells: [], cell: undefined, span: 1, rowDeleted: false });
    else if (name === 'tr' && table) [table.cells, table.rowDeleted] = [[], false];
    else if (name === 'trPr') inRowProperties = !token.empty;
    else if (name === 'tc' && table) [table.cell, table.span] = [[], 1];
    else if (name === 'gridSpan' && table) table.span = Math.max(1, Math.min(60, Math.floor(Number(attribute(attributes, 'val')) || 1)));
    else if (name === 'tabs') inTabs = !token.empty;
    else if (name === 't') inText = !token.empty;
    else if (paragraph) openInParagraph(paragraph, name, attributes, inTabs);
  };
  const close = (name: string): void => {
    const table = tables.at(-1);
    if (name === 't') inText = false;
    else if (name === 'tabs') inTabs = false;
    else if (name === 'trPr') inRowProperties = false;
    else if (name === 'p') {
      const paragraph = paragraphs.pop();
      if (!paragraph) return;
      const label = number(paragraph.numbering);
      const text = carried + (label === '' || paragraph.text.trim() === '' ? '' : `${label} `) + paragraph.text;
      carried = paragraph.joinsNext ? text : '';
      if (!paragraph.joinsNext) emit(text);
    } else if (name === 'tc' && table?.cell) {
      table.cells.push(table.cell.join('\n').trim(), ...Array<string>(table.span - 1).fill(''));
      table.cell = undefined;
    } else if (name === 'tr' && table && !table.rowDeleted) {
      const outer = tables.at(-2)?.cell;
      const text = table.cells.join('\t');
      if (outer) outer.push(text);
      else lines.push({ text, cells: table.cells, table: table.id });
    } else if (name === 'tbl') tables.pop();
  };

  for (const token of xmlTokens(xml)) {
    if (skipping !== undefined) {
      if (token.type === 'open' && token.name === skipping && !token.empty) skipDepth++;
      if (token.type === 'close' && token.name === skipping && --skipDepth === 0) skipping = undefined;
    } else if (token.type === 'text') {
      const paragraph = paragraphs.at(-1);
      if (inText && paragraph) paragraph.text += token.text;
    } else if (token.type === 'open') open(token);
    else close(token.name);
  }
  if (carried !== '') emit(carried);
  return lines;
}

function openInParagraph(paragraph: Paragraph, name: string, attributes: string, inTabs: boolean): void {
  const value = attribute(attributes, 'val');
  if (name === 'tab' && !inTabs) paragraph.text += '\t';
  else if (name === 'br' || name === 'cr') paragraph.text += '\n';
  else if (name === 'noBreakHyphen') paragraph.text += '-';
  else if (name === 'numId') paragraph.numbering.numId = value;
  else if (name === 'ilvl') paragraph.numbering.level = Number(value);
  else if (name === 'pStyle') paragraph.numbering.style = value;
}
