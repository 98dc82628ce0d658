import { posix } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { ZipArchive, ZipLimits } from '../../files/zip-member.ts';
import { memberText, readZip } from '../../files/zip-reader.ts';
import { attribute, xmlTokens } from '../source/xml-tokens.ts';
import type { Cell, DateFormat } from '../../../shared/entry/cell.ts';
import { columnOf, type Sheet, type SheetRow, type Workbook } from './workbook.ts';

/** Ten thousand records with a full checklist each stay below this; an attack does not. */
const limits: ZipLimits = { members: 2000, memberBytes: 96 * 1024 * 1024, totalBytes: 160 * 1024 * 1024 };
const cellLimit = 3_000_000;
/** Excel takes no longer number format. */
const longestFormatCode = 255;
const fileLimit = 40 * 1024 * 1024;

type Relation = { readonly id: string; readonly type: string; readonly target: string };

function relationsOf(archive: ZipArchive, part: string): Relation[] {
  const folder = posix.dirname(part);
  const xml = memberText(archive, posix.join(folder, '_rels', `${posix.basename(part)}.rels`)) ?? '';
  return [...xmlTokens(xml)].flatMap((token) => {
    if (token.type !== 'open' || token.name !== 'Relationship') return [];
    const target = attribute(token.attributes, 'Target') ?? '';
    return [{ id: attribute(token.attributes, 'Id') ?? '', type: attribute(token.attributes, 'Type') ?? '', target: target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder, target)) }];
  });
}

/** `_x000D_` is how Excel writes a carriage return inside a string. */
function unescape(text: string): string {
  if (!text.includes('_x') && !text.includes('\r')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).replace(/\r\n?/g, '\n');
}

function sharedStrings(xml: string | undefined): string[] {
  const strings: string[] = [];
  let current: string[] | undefined;
  let inText = false;
  let inPhonetic = false;
  for (const token of xmlTokens(xml ?? '')) {
    if (token.type === 'text') {
      if (inText && !inPhonetic && current) current.push(token.text);
    } else if (token.type === 'open') {
      if (token.name === 'si') {
        if (token.empty) strings.push('');
        else current = [];
      } else if (token.name === 't') inText = !token.empty;
      else if (token.name === 'rPh') inPhonetic = !token.empty;
    } else if (token.name === 'si') {
      strings.push(unescape((current ?? []).join('')));
      current = undefined;
    } else if (token.name === 't') inText = false;
    else if (token.name === 'rPh') inPhonetic = false;
  }
  return strings;
}

/** Formats 14–22, 27–36, 45–47 and 50–58 are dates in Chinese Excel without being written out anywhere. */
function builtInFormat(id: number): DateFormat | undefined {
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35)) return 'time';
  if (id === 22) return 'moment';
  return (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : undefined;
}

function formatMeaning(code: string): DateFormat | undefined {
  const plain = code.slice(0, longestFormatCode).replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, '').replace(/general/i, '');
  const hasDay = /[yd年日]/i.test(plain) || (/m/i.test(plain) && !/[hs]/i.test(plain));
  const hasTime = /[hs时]/i.test(plain);
  if (hasDay) return hasTime ? 'moment' : 'date';
  return hasTime ? 'time' : undefined;
}

function dateFormats(xml: string | undefined): (DateFormat | undefined)[] {
  const custom = new Map<number, DateFormat | undefined>();
  const formats: (DateFormat | undefined)[] = [];
  let inCellFormats = false;
  for (const token of xmlTokens(xml ?? '')) {
    if (token.type === 'text') continue;
    if (token.name === 'cellXfs') inCellFormats = token.type === 'open' && !token.empty;
    else if (token.type === 'open' && token.name === 'numFmt') custom.set(Number(attribute(token.attributes, 'numFmtId')), formatMeaning(attribute(token.attributes, 'formatCode') ?? ''));
    else if (token.type === 'open' && token.name === 'xf' && inCellFormats) {
      const id = Number(attribute(token.attributes, 'numFmtId') ?? 0);
      formats.push(custom.has(id) ? custom.get(id) : builtInFormat(id));
    }
  }
  return formats;
}

type OpenCell = { readonly column: number; readonly type: string; readonly style: number; value: string; inline: string; hasValue: boolean; formula: boolean };

function finishCell(cell: OpenCell, strings: readonly string[], formats: readonly (DateFormat | undefined)[]): Cell | undefined {
  if (cell.type === 'inlineStr') return cell.inline === '' ? undefined : { type: 'text', text: unescape(cell.inline) };
  if (!cell.hasValue) return cell.formula ? { type: 'uncomputed' } : undefined;
  switch (cell.type) {
    case 's': return { type: 'text', text: strings[Number(cell.value)] ?? '' };
    case 'str':
    case 'd': return { type: 'text', text: unescape(cell.value) };
    case 'b': return { type: 'flag', value: cell.value === '1' || cell.value === 'true' };
    case 'e': return { type: 'error', code: cell.value };
    default: {
      const value = Number(cell.value);
      return cell.value.trim() === '' || !Number.isFinite(value) ? undefined : { type: 'number', value, format: formats[cell.style] };
    }
  }
}

function sheetRows(xml: string, strings: readonly string[], formats: readonly (DateFormat | undefined)[], budget: { cells: number }): SheetRow[] {
  const rows: SheetRow[] = [];
  let number = 0;
  let cells = new Map<number, Cell>();
  let cell: OpenCell | undefined;
  let nextColumn = 0;
  let inside: 'v' | 't' | undefined;
  let inPhonetic = false;
  const finishRow = (): void => {
    if (cells.size > 0) rows.push({ number, cells });
    cells = new Map();
    nextColumn = 0;
  };
  for (const token of xmlTokens(xml)) {
    if (token.type === 'text') {
      if (cell && inside === 'v') cell.value += token.text;
      else if (cell && inside === 't' && !inPhonetic) cell.inline += token.text;
    } else if (token.type === 'open') {
      if (token.name === 'row') {
        number = Number(attribute(token.attributes, 'r') ?? number + 1);
      } else if (token.name === 'c' && !token.empty) {
        const column = columnOf(attribute(token.attributes, 'r') ?? '') ?? nextColumn;
        cell = { column, type: attribute(token.attributes, 't') ?? 'n', style: Number(attribute(token.attributes, 's') ?? 0), value: '', inline: '', hasValue: false, formula: false };
        nextColumn = column + 1;
        if (--budget.cells < 0) throw new AppError('unreadable-file', '工作簿里的单元格太多，已拒绝打开。请只保留要导入的行。', { limit: cellLimit });
      } else if (token.name === 'c') nextColumn = (columnOf(attribute(token.attributes, 'r') ?? '') ?? nextColumn) + 1;
      else if (token.name === 'v' && cell && !token.empty) [inside, cell.hasValue] = ['v', true];
      else if (token.name === 't' && cell && !token.empty) inside = 't';
      else if (token.name === 'f' && cell) cell.formula = true;
      else if (token.name === 'rPh') inPhonetic = !token.empty;
    } else if (token.name === 'v' || token.name === 't') inside = undefined;
    else if (token.name === 'rPh') inPhonetic = false;
    else if (token.name === 'c' && cell) {
      const finished = finishCell(cell, strings, formats);
      if (finished && cell.column < 16_384) cells.set(cell.column, finished);
      cell = undefined;
    } else if (token.name === 'row') finishRow();
    else if (token.name === 'sheetData') break;
  }
  finishRow();
  return rows;
}

/**
 * Reads the cells of a workbook and nothing else. exceljs is not used for reading: it expands every range a sheet mentions cell by cell
 * (four whole columns with a validation list took 7 s and 500 MB, merged cells more), which ordinary sheets can have and hostile ones will.
 * @throws AppError unreadable-file
 */
export function readWorkbook(bytes: Uint8Array): Workbook {
  if (bytes.length > fileLimit) throw new AppError('unreadable-file', `文件超过 ${fileLimit / 1024 / 1024} MB，没有读取。请删去图片或拆成几个文件。`, { size: bytes.length });
  const archive = readZip(bytes, limits);
  const main = relationsOf(archive, '').find((relation) => relation.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const workbookXml = memberText(archive, main);
  if (workbookXml === undefined || main.startsWith('word/') || main.endsWith('.bin')) {
    throw new AppError('unreadable-file', '这不是 .xlsx 工作簿。请在 Excel 或 WPS 中另存为“Excel 工作簿（.xlsx）”后再导入。', { part: main });
  }
  const relations = relationsOf(archive, main);
  const partOf = (type: string): string | undefined => {
    const target = relations.find((relation) => relation.type.endsWith(`/${type}`))?.target;
    return target === undefined ? undefined : memberText(archive, target);
  };
  const strings = sharedStrings(partOf('sharedStrings'));
  const formats = dateFormats(partOf('styles'));
  const budget = { cells: cellLimit };
  const sheets: Sheet[] = [];
  const read = new Set<string>();
  let date1904 = false;
  for (const token of xmlTokens(workbookXml)) {
    if (token.type !== 'open') continue;
    if (token.name === 'workbookPr') date1904 = /^(?:1|true)$/.test(attribute(token.attributes, 'date1904') ?? '');
    if (token.name !== 'sheet') continue;
    const relation = relations.find((entry) => entry.id === (attribute(token.attributes, 'id') ?? '\0'));
    if (relation?.type.endsWith('/worksheet') !== true) continue;
    if (read.has(relation.target)) throw new AppError('unreadable-file', '工作簿里有两张工作表用了同一份内容，已拒绝打开。', { part: relation.target });
    read.add(relation.target);
    const xml = memberText(archive, relation.target);
    const hidden = /hidden/i.test(attribute(token.attributes, 'state') ?? '');
    if (xml !== undefined) sheets.push({ name: attribute(token.attributes, 'name') ?? '', hidden, rows: hidden ? [] : sheetRows(xml, strings, formats, budget) });
  }
  return { sheets, date1904 };
}
