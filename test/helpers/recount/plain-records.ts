/**
 * A contract and its records as plain JSON, for the tests that count everything again on their own. Nothing here or beside it knows the
 * program's definitions of figures: what they say in words is written a second time.
 */

type Item = { readonly category: string; readonly item: string; readonly result: string; readonly handling?: string; readonly handledBy?: string; readonly rectifiedOn?: string };
type Score = { readonly criterion: string; readonly fullScore: number; readonly score: number };
export type ReportedRow = { readonly figure: string; readonly label: string; readonly value: number; readonly reason?: string };

type Fields = {
  date: string; startTime: string; endTime: string; hours: number; related: readonly string[]; serviceItem: number; staff: string; channel: string; state: string;
  description: string; process: string; result: string; restoredAt: string; answeredAt: string; reportedAt: string; vendorFault: boolean; category: string; symptom: string;
  items: readonly Item[]; conclusion: string;
  charge: string; decision: string; personDays: number; actualPersonDays: number; releasedOn: string; name: string;
  task: string; restoreTest: string; sizeGb: number; endedAt: string;
  topic: string; attendees: readonly unknown[]; trainingType: string; hostUnit: string; hosts: string;
  overall: string; scores: readonly Score[]; respondent: string; respondentUnit: string;
  receivedAt: string; respondedAt: string; closedAt: string; followUpOn: string; resolved: string; satisfied: string; appealType: string; content: string;
  reportType: string; periodFrom: string; periodTo: string; figures: readonly ReportedRow[]; reviewState: string;
};

export type PlainRecord = {
  readonly id: string; readonly kind: string; readonly number: string; readonly date: string; readonly status: string; readonly createdAt: string;
  readonly body: Readonly<Partial<Fields>>;
};

export type PlainContract = {
  readonly service: { readonly from: string; readonly to: string };
  readonly serviceItems: readonly { readonly no: number; readonly name: string; readonly quantity: number; readonly evidence: readonly string[] }[];
  readonly serviceLevel: { readonly answerMinutes: number; readonly restoreMinutes: number; readonly vendorFaultOnly: boolean };
  readonly changeQuota: { readonly personDays: number };
  readonly complaintTypes: readonly string[];
  readonly deliverables: readonly { readonly enabled: boolean; readonly title: string; readonly kind: string; readonly where: Readonly<Record<string, string>> }[];
};

/** Final records by number, and the final work records that name a number. */
export type Links = { readonly byNumber: ReadonlyMap<string, PlainRecord>; readonly about: ReadonlyMap<string, readonly PlainRecord[]> };

/** Records by day and number. */
export type PlainYear = { readonly contract: PlainContract; readonly records: readonly PlainRecord[]; readonly links: Links };

/** Out to JSON and in again: what remains is data that no code of the program stands behind. */
export function exported(contract: unknown, records: unknown): PlainYear {
  const plain = JSON.parse(JSON.stringify({ contract, records })) as Pick<PlainYear, 'contract' | 'records'>;
  const sorted = plain.records.toSorted((a, b) => (`${a.date} ${a.number}` < `${b.date} ${b.number}` ? -1 : 1));
  return { contract: plain.contract, records: sorted, links: linksOf(sorted.filter(({ status }) => status === 'final')) };
}

function linksOf(final: readonly PlainRecord[]): Links {
  const about = new Map<string, PlainRecord[]>();
  for (const work of final.filter(({ kind }) => kind === 'worklog')) {
    for (const number of work.body.related ?? []) about.set(number, [...(about.get(number) ?? []), work]);
  }
  return { byNumber: new Map(final.toReversed().map((record) => [record.number, record])), about };
}

export type Span = { readonly from: string; readonly to: string };

export function isIn(span: Span, date: string): boolean {
  return date >= span.from && date <= span.to;
}

/** Final records of one kind in the span, by day and number. */
export function of(year: PlainYear, kind: string, span: Span): PlainRecord[] {
  return year.records.filter((record) => record.status === 'final' && record.kind === kind && isIn(span, record.date));
}

/** `2024-08-05T10:00` → `2024-08-05` */
export function day(moment: string): string {
  return moment.slice(0, 10);
}

export function sum<T>(things: readonly T[], amount: (thing: T) => number): number {
  return things.reduce((total, thing) => total + amount(thing), 0);
}

/** Half up; sums of tenths carry a tail that must not decide. */
export function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.floor(value * factor + 0.5 + 1e-7) / factor;
}

/** In percent with two decimals; null without a whole. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : round((part / whole) * 100, 2);
}
