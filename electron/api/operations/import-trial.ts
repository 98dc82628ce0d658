import type { Contract, ContractProfile } from '../../../shared/contract/profile.ts';
import { shownValue } from '../../../shared/entry/entry-row.ts';
import { importLimits, mainRole, targetId, type DuplicateChoice, type ImportPlan, type ImportRow, type ImportTrial } from '../../../shared/entry/import-plan.ts';
import { mainColumns, type SheetColumn } from '../../../shared/entry/sheet-columns.ts';
import { kindOf, type KindName } from '../../../shared/records/kinds.ts';
import type { RecordInput } from '../../../shared/records/record.ts';
import { readPlanned } from '../../intake/planned-import.ts';
import type { ReadRecord, RecordsReading } from '../../intake/sheet/read-records.ts';
import type { Workbook } from '../../intake/sheet/workbook.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';

/** A record of the file: what is wrong with it, or which stored record it repeats. */
export type JudgedRecord = ReadRecord & { readonly duplicateOf: string | undefined; readonly isNumberTaken: boolean; readonly date: string; readonly title: string };

export type JudgedFile = { readonly reading: RecordsReading; readonly records: readonly JudgedRecord[] };

function dateAndTitle(kind: KindName, input: RecordInput | undefined): { readonly date: string; readonly title: string } {
  if (input === undefined || input.status === 'draft') return { date: '', title: '' };
  const definition = kindOf(kind);
  // The body passed the kind's own schema and checks.
  return { date: definition.dateOf(input.body), title: definition.titleOf(input.body).slice(0, 120) };
}

/** Reads a file by its plan and compares it with what is stored: by number, else by day and title. */
export function judgeFile(core: Core, contract: Contract, kind: KindName, workbook: Workbook, plan: ImportPlan): JudgedFile {
  const reading = readPlanned(workbook, plan, kind, contract.profile);
  const numbers = new Set<string>();
  const known = new Map<string, string>();
  for (const record of allRecords(core.store, contract.id)) {
    if (record.number !== '') numbers.add(record.number);
    if (record.kind === kind && record.status !== 'void') known.set(`${record.date}\n${record.title}`, record.number || record.title);
  }
  const records = reading.records.map((record): JudgedRecord => {
    const { date, title } = dateAndTitle(kind, record.input);
    const number = record.input?.number;
    const isNumberTaken = number !== undefined && numbers.has(number);
    const same = date === '' ? undefined : known.get(`${date}\n${title}`);
    return { ...record, duplicateOf: isNumberTaken ? number : same, isNumberTaken, date, title };
  });
  return { reading, records };
}

function stateOf(record: JudgedRecord): ImportRow['state'] {
  return record.input === undefined ? 'problem' : record.duplicateOf === undefined ? 'good' : 'duplicate';
}

/** What is to be stored, by the person's choice about duplicates; a number that is taken gives way to a new one. */
export function chosenInputs(judged: JudgedFile, duplicates: DuplicateChoice): RecordInput[] {
  return judged.records.flatMap((record) => {
    if (record.input === undefined || (record.duplicateOf !== undefined && duplicates === 'skip')) return [];
    if (!record.isNumberTaken) return [record.input];
    const { number: _, ...unnumbered } = record.input;
    return [unnumbered];
  });
}

function previewCell(column: SheetColumn, input: RecordInput, profile: ContractProfile): string {
  if (column.target === 'key') return '';
  const holders: Readonly<Record<typeof column.target, Readonly<Record<string, unknown>> | undefined>> = {
    field: input.body, extra: input.extra, signOff: input.signOff,
    number: { number: input.number }, status: { status: input.status }, lateReason: { lateReason: input.lateReason },
  };
  const value = holders[column.target]?.['name' in column ? column.name : column.target];
  return value === undefined ? '' : shownValue(column, value, profile);
}

/** The place without what the line above it says already: worksheet and row. */
function withinRow(place: string, row: number): string {
  const own = `第 ${row} 行 `;
  const at = place.indexOf(own);
  return at === -1 || place.includes('”表 ') ? place : place.slice(at + own.length);
}

/** What an import by this plan would do. Nothing is stored. */
export function importTrial(core: Core, contract: Contract, kind: KindName, workbook: Workbook, plan: ImportPlan): ImportTrial {
  const judged = judgeFile(core, contract, kind, workbook, plan);
  const counts = { good: 0, problem: 0, duplicate: 0 };
  const rows: ImportRow[] = [];
  const several = plan.sheets.filter(({ role }) => role === mainRole).length > 1;
  for (const record of judged.records) {
    const state = stateOf(record);
    counts[state]++;
    if (state === 'good' || rows.length >= importLimits.shownRows) continue;
    rows.push({ sheet: several ? record.sheet : '', row: record.row.row.number, state, title: [record.date, record.title].filter((text) => text !== '').join(' '), problems: record.problems.map(({ place, message }) => ({ place: withinRow(place, record.row.row.number), message })), duplicateOf: record.duplicateOf });
  }
  const mapped = new Set(plan.sheets.filter(({ role }) => role === mainRole).flatMap(({ columns }) => columns.map(({ target }) => target)));
  const columns = mainColumns(kind, contract.profile).filter((column) => column.target !== 'key' && mapped.has(targetId(column)));
  const first = judged.records.flatMap(({ input }) => input ?? []).slice(0, importLimits.previewRows);
  const { fileProblems: found } = judged.reading;
  const fileProblems = found.length === 0 && judged.records.length === 0 ? [{ place: '工作簿', message: '标题行下面没有填写任何记录' }] : found;
  return { counts, rows, problems: fileProblems, preview: { headings: columns.map(({ label }) => label), rows: first.map((input) => columns.map((column) => previewCell(column, input, contract.profile))) } };
}
