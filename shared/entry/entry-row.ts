import type { ContractProfile } from '../contract/profile.ts';
import { bodySchema, parseBody, parseDraftBody, fieldPlace } from '../records/body-schema.ts';
import { kindOf, type KindName } from '../records/kinds.ts';
import type { RecordInput } from '../records/record.ts';
import type { Cell } from './cell.ts';
import { dateValue, type CellValue } from './cell-values.ts';
import { extraValue, fieldValue, type ReadingRules } from './field-value.ts';
import { mainColumns, statusLabels, type SheetColumn } from './sheet-columns.ts';

/** One column of the entry grid: a field of the kind, of the contract, a signature, or what every record has. */
export type EntryColumn = Exclude<SheetColumn, { readonly target: 'key' }>;

/** Texts as typed, by column id; empty cells are absent. */
export type EntryRow = { readonly id: string; readonly cells: Readonly<Record<string, string>> };

/** `isMissing`: nothing was written yet where something must be. */
export type CellProblem = { readonly message: string; readonly isMissing: boolean };

export type RowReading = {
  readonly isBlank: boolean;
  /** By column id; '' for what concerns the row as a whole. */
  readonly problems: ReadonlyMap<string, CellProblem>;
  /** Complete and right, ready to be saved. */
  readonly input: RecordInput | undefined;
};

/** `date`, `extra.ticket`, `signOff.executor`, `number` … : unique among the columns of a kind. */
export function columnId(column: EntryColumn): string {
  switch (column.target) {
    case 'field': return column.name;
    case 'extra':
    case 'signOff': return `${column.target}.${column.name}`;
    case 'number':
    case 'status':
    case 'lateReason': return `record.${column.target}`;
    default: return column satisfies never;
  }
}

/** Whether records of this kind fit into one row each: kinds with a table that must be filled do not. */
export function fitsGrid(kind: KindName): boolean {
  return Object.values(kindOf(kind).fields).every((field) => field.type !== 'table' || !field.required);
}

export function entryColumns(kind: KindName, profile: Pick<ContractProfile, 'extraFields'>): EntryColumn[] {
  return mainColumns(kind, profile).flatMap((column) => (column.target === 'key' ? [] : [column]));
}

/** The columns a grid starts with: all of a short kind; of a wide one what must be filled, what lists show, and the times. */
export function usualColumns(kind: KindName, columns: readonly EntryColumn[]): EntryColumn[] {
  const fields = columns.filter((column) => column.target === 'field' || (column.target === 'extra' && column.required));
  if (fields.length <= 12) return fields;
  const listed: readonly string[] = kindOf(kind).columns;
  return fields.filter((column) => column.required || (column.target === 'field' && (listed.includes(column.name) || column.field.type === 'time' || column.name === 'process')));
}

/** Spreadsheets that lost their formats paste days and times as numbers: 45509, 0.375. */
function typedCell(text: string, type: string): Cell {
  const value = Number(text);
  const isSerial = /^\d{5}(?:\.\d{1,12})?$/.test(text) || /^0?\.\d{1,12}$/.test(text);
  return isSerial && (type === 'date' || type === 'minute' || type === 'time') ? { type: 'number', value, format: undefined } : { type: 'text', text };
}

/** What was typed or pasted into one cell, as its column means it. `text` is not empty. */
export function readCell(column: EntryColumn, text: string, rules: ReadingRules): CellValue<unknown> {
  switch (column.target) {
    case 'field': return fieldValue(typedCell(text.trim(), column.field.type), column.field, rules, false);
    case 'extra': return extraValue(typedCell(text.trim(), column.extra.type), column.extra, false, rules.period);
    case 'signOff': return column.isDate ? dateValue(typedCell(text.trim(), 'date'), false, rules.period) : shortText(text.trim(), 40);
    case 'number': return shortText(text.trim(), 40);
    case 'lateReason': return shortText(text.trim(), 400);
    case 'status': {
      const label = text.trim();
      return label === '草稿' || label === '正式' ? { ok: true, value: statusLabels[label] } : { ok: false, message: '只能是：草稿 / 正式' };
    }
    default: return column satisfies never;
  }
}

function shortText(text: string, limit: number): CellValue<string> {
  return text.length > limit ? { ok: false, message: `最多 ${limit} 个字` } : { ok: true, value: text };
}

/** A read value the way the grid shows it, so that what was understood can be seen: 2024-08-05, 3 电话咨询, 是. */
export function shownValue(column: EntryColumn, value: unknown, rules: Pick<ContractProfile, 'serviceItems'>): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.join('、');
  if (column.target === 'status') return value === 'draft' ? '草稿' : '正式';
  if (column.target === 'field' && column.field.type === 'serviceItem') {
    const item = rules.serviceItems.find(({ no }) => no === value);
    return item === undefined ? String(value) : `${item.no} ${item.name}`;
  }
  return typeof value === 'string' ? (column.target === 'field' && column.field.type === 'minute' ? value.replace('T', ' ') : value) : String(value);
}

/** The text a cell keeps: what it means when it could be read, else what was typed. */
export function settledText(column: EntryColumn, text: string, rules: ReadingRules): string {
  if (text.trim() === '') return '';
  const read = readCell(column, text, rules);
  return read.ok ? shownValue(column, read.value, rules) : text;
}

type Sorted = { body: Record<string, unknown>; extra: Record<string, string | number | boolean>; signOff: Record<string, string>; number?: string; status?: 'draft' | 'final'; lateReason?: string };

function place(into: Sorted, column: EntryColumn, value: unknown): void {
  if (column.target === 'field') into.body[column.name] = value;
  else if (column.target === 'extra' && (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')) into.extra[column.name] = value;
  else if (typeof value !== 'string') return;
  else if (column.target === 'signOff') into.signOff[column.name] = value;
  else if (column.target === 'number') into.number = value;
  else if (column.target === 'lateReason') into.lateReason = value;
  else if (column.target === 'status') into.status = value === 'draft' ? 'draft' : 'final';
}

/** Reads rows of one kind under one contract. Make it once: it holds the schema. */
export function rowReader(kind: KindName, profile: ContractProfile, rules: ReadingRules): (row: EntryRow) => RowReading {
  const columns = entryColumns(kind, profile);
  const schema = bodySchema(kind, profile);
  const { fields } = kindOf(kind);
  const idOfLabel = new Map(Object.entries(fields).map(([name, field]) => [field.label, name]));
  return (row) => {
    const problems = new Map<string, CellProblem>();
    const read: Sorted = { body: {}, extra: {}, signOff: {} };
    let isBlank = true;
    for (const column of columns) {
      const text = row.cells[columnId(column)] ?? '';
      if (text.trim() === '') continue;
      isBlank = false;
      const value = readCell(column, text, rules);
      if (value.ok) place(read, column, value.value);
      else problems.set(columnId(column), { message: value.message, isMissing: false });
    }
    if (isBlank) return { isBlank, problems, input: undefined };
    const isDraft = read.status === 'draft';
    if (!isDraft) for (const column of columns) if (column.required && (row.cells[columnId(column)] ?? '').trim() === '') problems.set(columnId(column), { message: '必填', isMissing: true });
    const checked = isDraft ? parseDraftBody(kind, schema, read.body) : parseBody(kind, schema, read.body);
    for (const problem of checked.ok ? [] : checked.problems) {
      const id = idOfLabel.get(problem.place) ?? '';
      // A cell that could not be read was told already, and is not missing.
      if (!problems.has(id)) problems.set(id, { message: id === '' ? `${problem.place} ${problem.message}` : problem.message, isMissing: false });
    }
    if (problems.size > 0 || !checked.ok) return { isBlank, problems, input: undefined };
    return { isBlank, problems, input: recordInput(kind, row.id, read, checked.body) };
  };
}

function recordInput(kind: KindName, id: string, read: Sorted, body: Readonly<Record<string, unknown>>): RecordInput {
  return {
    id, kind, status: read.status ?? 'final', body: { ...body },
    ...(read.number === undefined ? {} : { number: read.number }),
    ...(Object.keys(read.extra).length === 0 ? {} : { extra: read.extra }),
    ...(Object.keys(read.signOff).length === 0 ? {} : { signOff: read.signOff }),
    ...(read.lateReason === undefined ? {} : { lateReason: read.lateReason }),
  };
}

/** The column of a kind that a problem of the core names by its label. */
export function columnOfLabel(columns: readonly EntryColumn[], kind: KindName, label: string): string {
  const found = columns.find((column) => column.label === label || (column.target === 'field' && fieldPlace(kindOf(kind).fields, [column.name]) === label));
  return found === undefined ? '' : columnId(found);
}
