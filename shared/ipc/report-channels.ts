import { z } from 'zod';
import type { LocalDate } from '../dates.ts';
import type { ReportDrafts } from '../deliverables/report-drafts.ts';
import type { FigureChapter } from '../figures/figure.ts';
import type { ReportClock, ReportState } from '../figures/report-clocks.ts';
import type { KindName } from '../records/kinds.ts';
import { reportTypes } from '../records/kinds/report.ts';
import type { RecordOf, RecordStatus } from '../records/record.ts';
import { channel, dayInput, idInput } from './channel.ts';

type ReportBody = RecordOf<'report'>['body'];

/** A report's record as far as its periods show it. `figures` are the numbers that it states. */
export type ReportFacts = Pick<ReportBody, 'submittedOn' | 'submittedTo' | 'reviewState' | 'reviewedOn' | 'reviewOpinion'> & {
  readonly id: string;
  readonly number: string;
  readonly status: RecordStatus;
  readonly writtenOn: LocalDate;
};

/** One period that the contract wants a report on, and where that report stands. */
export type ReportPeriod = {
  readonly type: ReportClock['type'];
  /** With `type` it names the period: `Q1`, `2024-08`, `all`. */
  readonly key: string;
  readonly label: string;
  /** Which quarter or month it is, from 1; absent for the year, and where the form has no such number. */
  readonly ordinal?: number | undefined;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly dueOn: LocalDate;
  readonly state: ReportState;
  readonly daysLeft?: number | undefined;
  readonly reviewUntil?: LocalDate | undefined;
  readonly report?: ReportFacts | undefined;
  /** The latest freeze of the report's figures. */
  readonly frozen?: { readonly version: number; readonly madeAt: string } | undefined;
  /** How many of the frozen figures are others today; absent where none is. */
  readonly changed?: { readonly count: number; readonly isExplained: boolean } | undefined;
  /** Questions of the review that runs or was the last: how many, and how many of them are not answered. Absent where there are none. */
  readonly questions?: { readonly asked: number; readonly open: number } | undefined;
  /** The file of the plan that the finished report becomes. */
  readonly document?: { readonly deliverable: string; readonly scope: string; readonly name: string } | undefined;
};

/** A figure of a period. Values are absent where there was nothing to count from; `previous` also where there is no period before. */
export type PeriodFigure = {
  readonly id: string;
  readonly chapter: FigureChapter;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  readonly formula: string;
  /** The clause of the contract and the form that it comes from. */
  readonly source: string;
  readonly value?: number | undefined;
  readonly previous?: number | undefined;
  /** What the written report says. */
  readonly reported?: number | undefined;
  /** How many records it was counted from. */
  readonly records: number;
  /** Set when these are exactly the final records of one kind in the period, so that a list can show them. */
  readonly list?: KindName | undefined;
};

export type PeriodDigest = {
  readonly counts: readonly { readonly kind: KindName; readonly final: number; readonly draft: number }[];
  /** 人时 of work records. */
  readonly workHours: number;
  readonly inspections: { readonly due: number; readonly done: number; readonly abnormal: number; readonly closed: number };
  readonly previousLabel?: string | undefined;
  readonly figures: readonly PeriodFigure[];
};

/** A record that a figure was counted from. */
export type CountedRecord = { readonly id: string; readonly kind: KindName; readonly number: string; readonly date: LocalDate; readonly title: string };

const periodInput = { contractId: idInput, type: z.enum(reportTypes), key: z.string().min(1).max(20), today: dayInput.optional() };

const draftedInput = z.strictObject({
  contractId: idInput, date: dayInput, reportType: z.enum(reportTypes), periodFrom: dayInput, periodTo: dayInput,
  /** Those that a person set with a reason. */
  figures: z.array(z.strictObject({ figure: z.string().max(60), label: z.string().max(200), value: z.number(), reason: z.string().max(400) })).max(200),
});

/** The reports that the contract demands, and what is in them. */
export const reportChannels = {
  'reports.periods': channel<readonly ReportPeriod[]>()(z.strictObject({ contractId: idInput, today: dayInput.optional() })),
  /** What the figures of a report say in plain sentences, for its form. */
  'reports.drafts': channel<ReportDrafts>()(draftedInput),
  'reports.digest': channel<PeriodDigest>()(z.strictObject(periodInput)),
  /** The records that one figure of a period was counted from, at most 500 of them. */
  'reports.counted': channel<{ readonly total: number; readonly records: readonly CountedRecord[] }>()(z.strictObject({ ...periodInput, figure: z.string().min(1).max(60) })),
} as const;
