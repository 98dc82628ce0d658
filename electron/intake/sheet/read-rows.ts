import type { Problem } from '../../../shared/app-error.ts';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import type { RecordInput, RecordStatus, SignOff } from '../../../shared/records/record.ts';
import { dateValue, textValue, unusable, type CellValue } from '../../../shared/entry/cell-values.ts';
import { extraValue, fieldValue } from '../../../shared/entry/field-value.ts';
import type { FoundSheet } from './find-sheets.ts';
import { statusLabels, type SheetColumn } from '../../../shared/entry/sheet-columns.ts';
import type { Cell } from '../../../shared/entry/cell.ts';
import { columnName, type SheetRow } from './workbook.ts';

/** Where a value came from, so that a later check can point at it. */
export type CellPlace = { readonly sheet: string | undefined; readonly row: number; readonly column: number | undefined; readonly label: string };

/** One row as read: values by column target, and which fields could not be read (and need no second complaint). */
export type ReadRow = {
  readonly row: SheetRow;
  readonly key: string | undefined;
  readonly number: string | undefined;
  readonly values: Readonly<Record<string, unknown>>;
  readonly extra: Readonly<Record<string, string | number | boolean>>;
  readonly signOff: SignOff;
  readonly status: RecordStatus | undefined;
  readonly lateReason: string | undefined;
  readonly unread: ReadonlySet<string>;
  /** What is wrong with its cells. */
  readonly problems: readonly Problem[];
  readonly places: ReadonlyMap<string, CellPlace>;
};

/** `第 5 行 “巡检日期”（B5）`, with the worksheet's name before it where there are several. */
export function placeText(place: CellPlace): string {
  const sheet = place.sheet === undefined ? '' : `“${place.sheet}”表 `;
  const cell = place.column === undefined ? '' : `（${columnName(place.column)}${place.row}）`;
  return `${sheet}第 ${place.row} 行 “${place.label}”${cell}`;
}

function isBlank(cell: Cell): boolean {
  return cell.type === 'text' && cell.text.trim() === '';
}

function statusValue(text: string): CellValue<RecordStatus> {
  if (text === '草稿' || text === '正式') return { ok: true, value: statusLabels[text] };
  return { ok: false, message: text === '作废' ? '作废的记录不能直接导入，请先导入，再在软件里写明原因作废' : `“${text.slice(0, 20)}”不在选项里，只能是：草稿 / 正式` };
}

function shortText(text: string, limit: number): CellValue<string> {
  return text.length > limit ? { ok: false, message: `最多 ${limit} 个字` } : { ok: true, value: text };
}

type Draft = { key?: string; number?: string; status?: RecordStatus; lateReason?: string; values: Record<string, unknown>; extra: Record<string, string | number | boolean>; signOff: SignOff };

/** Puts one cell where its column says; the answer is what is wrong with it. */
function take(draft: Draft, column: SheetColumn, cell: Cell, profile: ContractProfile, date1904: boolean): string | undefined {
  const fault = unusable(cell);
  if (fault !== undefined) return fault;
  const text = textValue(cell, date1904);
  switch (column.target) {
    case 'key': draft.key = text; return undefined;
    case 'number': return keep(shortText(text, 40), (value) => { draft.number = value; });
    case 'status': return keep(statusValue(text), (value) => { draft.status = value; });
    case 'lateReason': return keep(shortText(text, 400), (value) => { draft.lateReason = value; });
    case 'signOff': return keep(column.isDate ? dateValue(cell, date1904) : shortText(text, 40), (value) => { draft.signOff = { ...draft.signOff, [column.name]: value }; });
    case 'extra': return keep(extraValue(cell, column.extra, date1904), (value) => { draft.extra[column.name] = value; });
    case 'field': return keep(fieldValue(cell, column.field, profile, date1904), (value) => { draft.values[column.name] = value; });
    default: return column satisfies never;
  }
}

function keep<T>(value: CellValue<T>, store: (value: T) => void): string | undefined {
  if (!value.ok) return value.message;
  store(value.value);
  return undefined;
}

/** Reads the rows of one worksheet cell by cell. Rows in which nothing but 序号 is filled are passed over. */
export function readRows(found: FoundSheet, profile: ContractProfile, date1904: boolean, named: boolean): { rows: ReadRow[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const rows: ReadRow[] = [];
  const sheet = named ? found.sheet.name : undefined;
  for (const row of found.rows) {
    const filled = [...row.cells].filter(([index, cell]) => !isBlank(cell) && found.columns.has(index));
    if (filled.every(([index]) => found.columns.get(index)?.target === 'key')) continue;
    const draft: Draft = { values: {}, extra: {}, signOff: {} };
    const unread = new Set<string>();
    const own: Problem[] = [];
    const places = new Map<string, CellPlace>();
    for (const [index, column] of found.columns) places.set('name' in column ? column.name : column.target, { sheet, row: row.number, column: index, label: column.label });
    for (const [index, cell] of filled) {
      const column = found.columns.get(index);
      if (!column) continue;
      const message = take(draft, column, cell, profile, date1904);
      if (message === undefined) continue;
      own.push({ place: placeText({ sheet, row: row.number, column: index, label: column.label }), message });
      if ('name' in column) unread.add(column.name);
    }
    problems.push(...own);
    rows.push({ row, key: draft.key, number: draft.number, values: draft.values, extra: draft.extra, signOff: draft.signOff, status: draft.status, lateReason: draft.lateReason, unread, problems: own, places });
  }
  return { rows, problems };
}

/** The record a row describes; what was not filled in stays absent. */
export function recordOf(kind: RecordInput['kind'], row: ReadRow, body: Readonly<Record<string, unknown>>): RecordInput {
  return {
    kind, body: { ...body },
    ...(row.number === undefined ? {} : { number: row.number }),
    ...(row.status === undefined ? {} : { status: row.status }),
    ...(Object.keys(row.extra).length === 0 ? {} : { extra: { ...row.extra } }),
    ...(Object.keys(row.signOff).length === 0 ? {} : { signOff: row.signOff }),
    ...(row.lateReason === undefined ? {} : { lateReason: row.lateReason }),
  };
}
