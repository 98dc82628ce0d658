import type { z } from 'zod';
import type { Problem } from '../../../shared/app-error.ts';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { tableSheets, type TableSheet } from '../../../shared/entry/sheet-columns.ts';
import { bodySchema, dropEmpty, fieldPlace } from '../../../shared/records/body-schema.ts';
import type { KindDefinition } from '../../../shared/records/define-kind.ts';
import { kindOf, type KindName } from '../../../shared/records/kinds.ts';
import type { RecordInput } from '../../../shared/records/record.ts';
import { chineseIssue } from '../../../shared/schema-messages.ts';
import type { FoundSheets } from './find-sheets.ts';
import { placeText, readRows, recordOf, type ReadRow } from './read-rows.ts';

/** Rows of one table worksheet, by the record they belong to. */
export type TableRows = { readonly table: TableSheet; readonly byRow: ReadonlyMap<ReadRow, readonly ReadRow[]>; readonly sheetName: string | undefined };

/** A row of the main worksheet with everything that is wrong with it; `input` when nothing is. */
export type ReadRecord = { readonly sheet: string; readonly row: ReadRow; readonly problems: readonly Problem[]; readonly input: RecordInput | undefined };

/** `problems`: of the file as a whole, and those of all rows once more, in the order in which they are told. */
export type RecordsReading = { readonly records: readonly ReadRecord[]; readonly tables: readonly TableRows[]; readonly fileProblems: readonly Problem[]; readonly problems: readonly Problem[] };

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

function duplicates(records: readonly ReadRow[], what: 'key' | 'number', label: string): Map<ReadRow, Problem> {
  const seen = new Map<string, number>();
  const found = new Map<ReadRow, Problem>();
  for (const record of records) {
    const value = record[what];
    if (value === undefined) continue;
    const first = seen.get(value);
    if (first === undefined) seen.set(value, record.row.number);
    const place = record.places.get(what === 'key' ? 'key' : 'number');
    if (first !== undefined && place) found.set(record, { place: placeText(place), message: `${label}“${value}”与第 ${first} 行重复` });
  }
  return found;
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

/** Reads the records of the worksheets found, row by row, with the rows of their tables. */
export function readRecords(found: FoundSheets, date1904: boolean, kind: KindName, profile: ContractProfile): RecordsReading {
  const definition = kindOf(kind);
  const tables = tableSheets(kind);
  const fileProblems: Problem[] = [...found.problems];
  const problems: Problem[] = [...found.problems];
  const severalSheets = found.main.length > 1;
  const sheetOf = new Map<ReadRow, string>();
  const rows = found.main.flatMap((sheet) => {
    const read = readRows(sheet, profile, date1904, severalSheets);
    problems.push(...read.problems);
    for (const row of read.rows) sheetOf.set(row, sheet.sheet.name);
    return read.rows;
  });
  const twice = [...(tables.length > 0 ? [duplicates(rows, 'key', '序号')] : []), duplicates(rows, 'number', '编号')];
  for (const entry of twice) problems.push(...entry.values());
  const tableRows = tables.map((table): TableRows => {
    const sheet = found.tables.get(table.name);
    if (!sheet) return { table, byRow: new Map(), sheetName: undefined };
    const read = readRows(sheet, profile, date1904, true);
    const assigned = assignRows(read.rows, rows, sheet.sheet.name);
    problems.push(...read.problems, ...assigned.problems);
    fileProblems.push(...assigned.problems);
    return { table, byRow: assigned.byRow, sheetName: sheet.sheet.name };
  });
  const schema = bodySchema(kind, profile);
  const records = rows.map((row): ReadRecord => {
    const filledTables = tableRows.flatMap((entry) => {
      const own = entry.byRow.get(row) ?? [];
      // Whether a required table may be empty is for the kind to say: an inspection without items is wrong, a report without figures is not.
      return own.length > 0 || entry.table.required ? [[entry.table.name, own.map(({ values }) => values)] as const] : [];
    });
    const body = { ...row.values, ...Object.fromEntries(filledTables) };
    const ownTables = tableRows.flatMap((entry) => entry.byRow.get(row) ?? []);
    const tableUnread = ownTables.some(({ unread }) => unread.size > 0);
    const ofBody = [...checkBody(row, body, schema, tableRows, definition, tableUnread || row.unread.size > 0), ...missingExtras(row, kind, profile)];
    problems.push(...ofBody);
    const own = [...row.problems, ...twice.flatMap((entry) => entry.get(row) ?? []), ...ownTables.flatMap((entry) => entry.problems), ...ofBody];
    return { sheet: sheetOf.get(row) ?? '', row, problems: own, input: own.length === 0 ? recordOf(kind, row, body) : undefined };
  });
  return { records, tables: tableRows, fileProblems, problems };
}
