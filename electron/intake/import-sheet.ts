import type { z } from 'zod';
import type { Problem } from '../../shared/app-error.ts';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import { bodySchema, dropEmpty, fieldPlace } from '../../shared/records/body-schema.ts';
import type { KindDefinition } from '../../shared/records/define-kind.ts';
import { kindOf, type KindName } from '../../shared/records/kinds.ts';
import type { RecordInput } from '../../shared/records/record.ts';
import { chineseIssue } from '../../shared/schema-messages.ts';
import { findSheets } from './sheet/find-sheets.ts';
import { placeText, readRows, recordOf, type ReadRow } from './sheet/read-rows.ts';
import { readWorkbook } from './sheet/read-workbook.ts';
import { mainColumns, tableSheets, type TableSheet } from '../../shared/entry/sheet-columns.ts';
import { templateSheets } from './sheet/template-sheets.ts';
import { writeWorkbook } from './sheet/write-workbook.ts';

/** What a workbook holds: either records, or everything that is wrong with it. Never some of both. */
export type SheetReading = { readonly records: readonly RecordInput[]; readonly problems: readonly Problem[] };

/** More than anyone reads; the last one says how many were left out. */
const problemLimit = 500;

/** Rows of one table worksheet, by the record they belong to. */
type TableRows = { readonly table: TableSheet; readonly byRow: ReadonlyMap<ReadRow, readonly ReadRow[]>; readonly sheetName: string | undefined };

/** Ties the rows of a table worksheet to their records by 序号 or 编号. */
function assignRows(rows: readonly ReadRow[], records: readonly ReadRow[], sheetName: string): { byRow: Map<ReadRow, ReadRow[]>; problems: Problem[] } {
  const problems: Problem[] = [];
  const byRow = new Map<ReadRow, ReadRow[]>();
  const byKey = new Map(records.flatMap((record) => (record.key === undefined ? [] : [[record.key, record] as const])));
  const byNumber = new Map(records.flatMap((record) => (record.number === undefined ? [] : [[record.number, record] as const])));
  for (const row of rows) {
    const owner = row.key === undefined ? byNumber.get(row.number ?? '\0') : (byKey.get(row.key) ?? byNumber.get(row.key));
    const own = owner && byRow.get(owner);
    if (own) own.push(row);
    else if (owner) byRow.set(owner, [row]);
    else {
      const wanted = row.key ?? row.number;
      problems.push({ place: `“${sheetName}”表 第 ${row.row.number} 行 “序号”`, message: wanted === undefined ? '必填：这一行属于主表的哪一条' : `主表里没有序号或编号“${wanted.slice(0, 40)}”` });
    }
  }
  return { byRow, problems };
}

function duplicates(records: readonly ReadRow[], what: 'key' | 'number', label: string): Problem[] {
  const seen = new Map<string, number>();
  return records.flatMap((record) => {
    const value = record[what];
    if (value === undefined) return [];
    const first = seen.get(value);
    if (first === undefined) seen.set(value, record.row.number);
    const place = record.places.get(what);
    return first === undefined || !place ? [] : [{ place: placeText(place), message: `${label}“${value}”与第 ${first} 行重复` }];
  });
}

/** Where a problem of the body's own check belongs: a cell of the main row, or of one of its table rows. */
function bodyPlace(path: readonly PropertyKey[], record: ReadRow, tables: readonly TableRows[], definition: KindDefinition): { place: string; alreadyTold: boolean } {
  const [name, index, inner] = path;
  const table = tables.find((entry) => entry.table.name === name);
  const row = table && typeof index !== 'symbol' && index !== undefined ? table.byRow.get(record)?.[Number(index)] : undefined;
  const holder = row ?? record;
  const column = row ? String(inner) : String(name);
  const place = holder.places.get(column);
  if (place) return { place: placeText(place), alreadyTold: holder.unread.has(column) };
  const label = fieldPlace(definition.fields, row ? path : path.slice(0, 1));
  return { place: row && table ? `“${table.sheetName ?? table.table.label}”表 第 ${row.row.number} 行 “${label}”` : placeText({ sheet: record.places.values().next().value?.sheet, row: record.row.number, column: undefined, label }), alreadyTold: holder.unread.has(column) };
}

function checkBody(record: ReadRow, body: Readonly<Record<string, unknown>>, schema: z.ZodType<Readonly<Record<string, unknown>>>, tables: readonly TableRows[], definition: KindDefinition, hasUnread: boolean): Problem[] {
  const parsed = schema.safeParse(dropEmpty(body), { reportInput: true, error: chineseIssue });
  if (!parsed.success) {
    return parsed.error.issues.flatMap((issue) => {
      if (record.status === 'draft' && issue.code === 'invalid_type' && issue.input === undefined) return [];
      const { place, alreadyTold } = bodyPlace(issue.path, record, tables, definition);
      const missing = issue.code === 'invalid_type' && issue.input === undefined;
      return alreadyTold ? [] : [{ place, message: missing ? '必填' : issue.message }];
    });
  }
  // Rules between fields make sense only once every cell could be read.
  if (hasUnread || record.status === 'draft') return [];
  return definition.check(parsed.data).map((problem) => {
    const table = tables.find((entry) => entry.table.name === problem.field)?.table.label;
    const hint = table === undefined ? '' : `；填在“${table}”工作表里，“序号”一栏填 ${record.key ?? '本行的序号'}`;
    return { place: bodyPlace(problem.field.split('.'), record, tables, definition).place, message: `${problem.message}${hint}` };
  });
}

function missingExtras(record: ReadRow, kind: KindName, profile: ContractProfile): Problem[] {
  return (profile.extraFields[kind] ?? []).filter((extra) => extra.required && record.status !== 'draft' && record.extra[extra.name] === undefined && !record.unread.has(extra.name)).flatMap((extra) => {
    const place = record.places.get(extra.name);
    return place ? [{ place: placeText(place), message: '必填' }] : [];
  });
}

function limited(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= problemLimit) return problems;
  return [...problems.slice(0, problemLimit - 1), { place: '其余', message: `还有 ${problems.length - problemLimit + 1} 处问题没有列出，请先改正以上各处再导入` }];
}

/**
 * Reads records of one kind from an .xlsx with Chinese headings: field labels, 编号, the contract's extra fields, signatures.
 * Table fields (巡检项目, 评分 …) have a worksheet of their own, named like the field, whose 序号 column names the row of the main worksheet.
 * Every problem is reported with its row and cell, and then no record is returned.
 * @throws AppError unreadable-file when it is no workbook
 */
export function readSheet(bytes: Uint8Array, kind: KindName, profile: ContractProfile): SheetReading {
  const workbook = readWorkbook(bytes);
  const definition = kindOf(kind);
  const tables = tableSheets(kind);
  const found = findSheets(workbook, mainColumns(kind, profile), tables);
  const problems: Problem[] = [...found.problems];
  const severalSheets = found.main.length > 1;
  const records = found.main.flatMap((sheet) => {
    const read = readRows(sheet, profile, workbook.date1904, severalSheets);
    problems.push(...read.problems);
    return read.rows;
  });
  if (tables.length > 0) problems.push(...duplicates(records, 'key', '序号'));
  problems.push(...duplicates(records, 'number', '编号'));
  const tableRows = tables.map((table): TableRows => {
    const sheet = found.tables.get(table.name);
    if (!sheet) return { table, byRow: new Map(), sheetName: undefined };
    const read = readRows(sheet, profile, workbook.date1904, true);
    const assigned = assignRows(read.rows, records, sheet.sheet.name);
    problems.push(...read.problems, ...assigned.problems);
    return { table, byRow: assigned.byRow, sheetName: sheet.sheet.name };
  });
  const schema = bodySchema(kind, profile);
  const inputs: RecordInput[] = [];
  for (const record of records) {
    const filledTables = tableRows.flatMap((entry) => {
      const rows = entry.byRow.get(record) ?? [];
      // Whether a required table may be empty is for the kind to say: an inspection without items is wrong, a report without figures is not.
      return rows.length > 0 || entry.table.required ? [[entry.table.name, rows.map((row) => row.values)] as const] : [];
    });
    const body = { ...record.values, ...Object.fromEntries(filledTables) };
    const before = problems.length;
    const tableUnread = tableRows.some((entry) => entry.byRow.get(record)?.some((row) => row.unread.size > 0) === true);
    problems.push(...checkBody(record, body, schema, tableRows, definition, tableUnread || record.unread.size > 0), ...missingExtras(record, kind, profile));
    if (problems.length === before) inputs.push(recordOf(kind, record, body));
  }
  if (records.length === 0 && problems.length === 0) problems.push({ place: '工作簿', message: '标题行下面没有填写任何记录' });
  return problems.length > 0 ? { records: [], problems: limited(problems) } : { records: inputs, problems: [] };
}

/**
 * An empty workbook for records of one kind under one contract: headings (required ones marked), validation lists, formats for dates,
 * times and numbers, a frozen heading, notes. What is filled into it, `readSheet` reads. The same bytes for the same contract.
 */
export function importTemplate(kind: KindName, profile: ContractProfile): Uint8Array {
  return writeWorkbook(templateSheets(kind, profile));
}
