import ExcelJS, { type Borders, type Cell, type Fill, type Workbook, type Worksheet } from 'exceljs';
import { kindOf, type KindName } from '../../../shared/records/kinds.ts';
import { ledgerPlans, type LedgerColumn, type LedgerPlan } from './ledger-columns.ts';

/** Templates have no history of their own. */
const templateDate = new Date(Date.UTC(2024, 0, 1));

const line = { style: 'thin', color: { argb: 'FF000000' } } as const;
const allSides: Partial<Borders> = { top: line, bottom: line, left: line, right: line };
const headingFill: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } };

/** Counts that are computed rather than fields of the kind. */
const computedCounts = new Set(['巡检项数', '正常项数', '异常项数', '参训人数', '服务项序号', '累计已用人日', '总分', '满分']);

/** The number format of a column: numbers and dates arrive as such, so that the ledger can be sorted and summed. */
function formatOf(kind: KindName, tag: string): string | undefined {
  if (computedCounts.has(tag)) return '0.##';
  const field = Object.values(kindOf(kind).fields).find((candidate) => candidate.label === tag);
  switch (field?.type) {
    case 'number': return field.decimals === 0 ? '0' : `0.${'0'.repeat(field.decimals)}`;
    case 'date': return 'yyyy-mm-dd';
    case 'minute': return 'yyyy-mm-dd hh:mm';
    default: return undefined;
  }
}

/** Long texts are read from the left, everything else stands in the middle. */
function isProse(kind: KindName, tag: string): boolean {
  const field = Object.values(kindOf(kind).fields).find((candidate) => candidate.label === tag);
  return field?.type === 'longText' || (field?.type === 'text' && !tag.endsWith('编号'));
}

function write(cell: Cell, text: string, look: { readonly heading?: boolean; readonly left?: boolean; readonly format?: string | undefined } = {}): void {
  cell.value = text;
  cell.font = { name: look.heading === true ? '黑体' : '宋体', size: 10 };
  cell.alignment = { horizontal: look.left === true ? 'left' : 'center', vertical: 'middle', wrapText: true };
  cell.border = allSides;
  if (look.heading === true) cell.fill = headingFill;
  if (look.format !== undefined) cell.numFmt = look.format;
}

function writeTitle(sheet: Worksheet, plan: LedgerPlan, last: number): void {
  sheet.mergeCells(1, 1, 1, last);
  const title = sheet.getCell(1, 1);
  title.value = `{交付文档名}${plan.name}`;
  title.font = { name: '黑体', size: 16 };
  title.alignment = { horizontal: 'center', vertical: 'middle' };
  sheet.getRow(1).height = 30;
  sheet.mergeCells(2, 1, 2, last);
  const period = sheet.getCell(2, 1);
  period.value = '期间：{期间起}至{期间止}　　共 {合计.条数} 条{#合计.作废}，另作废 {合计.作废} 份{/}　　{乙方}';
  period.font = { name: '宋体', size: 10 };
  period.alignment = { horizontal: 'left', vertical: 'middle' };
  sheet.getRow(2).height = 20;
}

function writeRows(sheet: Worksheet, kind: KindName, plan: LedgerPlan, columns: readonly LedgerColumn[]): void {
  const last = columns.length - 1;
  for (const [index, column] of columns.entries()) {
    write(sheet.getCell(3, index + 1), column.heading ?? column.tag, { heading: true });
    const text = `${index === 0 ? '{#记录}' : ''}{${column.tag}}${index === last ? '{/记录}' : ''}`;
    write(sheet.getCell(4, index + 1), text, { left: isProse(kind, column.tag), format: formatOf(kind, column.tag) });
    const total = plan.totals?.[column.tag];
    write(sheet.getCell(5, index + 1), index === 0 ? '合计' : index === 1 ? '{合计.条数} 条' : total === undefined ? '' : `{${total}}`, { format: total === undefined ? undefined : '0.##' });
  }
  sheet.getRow(3).height = 24;
  sheet.getRow(5).height = 20;
}

/** With what Excel leaves free beside the text; exceljs leaves out columns as wide as its own default (9), which Excel then draws narrower. */
function drawnWidth(characters: number): number {
  return characters + 0.71;
}

/** Side of the printed code in millimetres, as on every other document. */
const codeSide = 11;
/** Margins of the page in inches. */
const margins = { left: 0.6, right: 0.5, top: 1, bottom: 0.7, header: 0.3, footer: 0.35 };
const printableWidth = 297 - (margins.left + margins.right) * 25.4;

/** How wide a column is drawn, in millimetres: seven pixels of 1/96 inch for a character. */
function columnWidth({ width }: LedgerColumn): number {
  return ((drawnWidth(width) * 7) / 96) * 25.4;
}

/** From which column on, counted from 1, the last ones are together as wide as that. @param millimetres on the sheet */
function firstOfLast(columns: readonly LedgerColumn[], millimetres: number): number {
  let [first, room] = [columns.length + 1, 0];
  for (const column of columns.toReversed()) {
    if (room >= millimetres) break;
    room += columnWidth(column);
    first -= 1;
  }
  return Math.max(2, first);
}

/** Below the table: version and code as text at the left, the code as a picture in the last columns: so much larger as the page is printed smaller. */
function writeCode(sheet: Worksheet, columns: readonly LedgerColumn[]): void {
  const last = columns.length;
  const shrinking = Math.max(1, columns.reduce((sum, column) => sum + columnWidth(column), 0) / printableWidth);
  const side = codeSide * shrinking;
  const first = firstOfLast(columns, side + 1);
  sheet.mergeCells(6, 1, 6, first - 1);
  const text = sheet.getCell(6, 1);
  text.value = '{#版次 > 1}第 {版次} 版　{/}{#修改说明}修改说明：{修改说明}　{/修改说明}{文件码}';
  text.font = { name: '宋体', size: 8 };
  text.alignment = { horizontal: 'right', vertical: 'bottom', wrapText: true };
  if (first < last) sheet.mergeCells(6, first, 6, last);
  const code = sheet.getCell(6, first);
  code.value = `{%文件码|二维码 ${(side / 10).toFixed(1)}}`;
  code.alignment = { horizontal: 'center', vertical: 'middle' };
  // Points, with a millimetre of air.
  sheet.getRow(6).height = Math.ceil(((side + 1) / 25.4) * 72);
}

/** The ledger (台账) of a kind: one row per record, ready to print on A4 across. */
export function ledgerWorkbook(kind: KindName): Workbook {
  const plan = ledgerPlans[kind];
  const columns: readonly LedgerColumn[] = [{ tag: '序号', width: 6 }, ...plan.columns];
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '运维交付夹';
  workbook.lastModifiedBy = '运维交付夹';
  workbook.created = templateDate;
  workbook.modified = templateDate;
  const sheet = workbook.addWorksheet(plan.name, {
    pageSetup: {
      paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true, printTitlesRow: '3:3',
      margins,
    },
    headerFooter: { oddFooter: '&C&"宋体"&9第 &P 页　共 &N 页' },
    views: [{ state: 'frozen', xSplit: 2, ySplit: 3, topLeftCell: 'C4', activeCell: 'A4' }],
  });
  sheet.columns = columns.map((column) => ({ width: drawnWidth(column.width) }));
  writeTitle(sheet, plan, columns.length);
  writeRows(sheet, kind, plan, columns);
  writeCode(sheet, columns);
  return workbook;
}
