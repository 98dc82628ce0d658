import { round, sum, type PlainRecord, type PlainYear } from './plain-records.ts';

/** What the last row of a ledger must say: how many records count, how many are void, and its sums by the heading of their column. */
export type LedgerTotals = { readonly counted: number; readonly void: number; readonly sums: Readonly<Record<string, number>> };

type Amount = (body: PlainRecord['body']) => number | undefined;

/** The columns that are added up. */
const amounts: Readonly<Record<string, Readonly<Record<string, Amount>>>> = {
  worklog: { 工时: ({ hours }) => hours },
  request: { 估算人日: ({ personDays }) => personDays, 实际人日: ({ actualPersonDays }) => actualPersonDays },
  training: { 课时: ({ hours }) => hours },
  'backup-run': { '数据量(GB)': ({ sizeGb }) => sizeGb },
  change: { 工时: ({ hours }) => hours },
};

/** The records of a kind as a ledger lists them: everything but drafts, by day and number. */
export function ledgerRecords(year: PlainYear, kind: string): PlainRecord[] {
  return year.records.filter((record) => record.kind === kind && record.status !== 'draft');
}

/** What is counted and added up: final records alone. */
export function ledgerTotals(year: PlainYear, kind: string): LedgerTotals {
  const listed = ledgerRecords(year, kind);
  const final = listed.filter(({ status }) => status === 'final');
  const sums = Object.entries(amounts[kind] ?? {}).map(([heading, amount]) => [heading, round(sum(final, ({ body }) => amount(body) ?? 0), 3)] as const);
  return { counted: final.length, void: listed.length - final.length, sums: Object.fromEntries(sums) };
}
