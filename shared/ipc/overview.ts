import type { ScheduleTask } from '../contract/acceptance-schedule.ts';
import type { Contract } from '../contract/profile.ts';
import type { LocalDate } from '../dates.ts';
import type { InspectionDay } from '../figures/inspection-calendar.ts';
import type { KindName } from '../records/kinds.ts';
import type { ReportFacts, ReportPeriod } from './report-channels.ts';

/** The records of one kind in one cell of the evidence matrix, and the span of days in which the list finds exactly them. */
export type EvidenceCount = { readonly kind: KindName; readonly count: number; readonly from: LocalDate; readonly to: LocalDate };

/** One priced service item: its records by month, a list for each of `Overview.months`. */
export type EvidenceRow = { readonly no: number; readonly name: string; readonly kinds: readonly KindName[]; readonly total: number; readonly cells: readonly (readonly EvidenceCount[])[] };

export type OverviewMonth = { readonly key: string; readonly label: string; readonly from: LocalDate; readonly to: LocalDate; readonly records: number; readonly workHours: number };

export type OverviewMiss = {
  readonly id: string;
  readonly number: string;
  readonly date: LocalDate;
  readonly title: string;
  readonly answerMinutes?: number | undefined;
  readonly restoreMinutes?: number | undefined;
  readonly isAnswerLate: boolean;
  readonly isRestoreLate: boolean;
  /** Why it was late, as written on the record. */
  readonly reason?: string | undefined;
};

/** Where a report of the contract stands: a period of the reports screen without what only that shows. */
export type OverviewReport = Pick<ReportPeriod, 'type' | 'label' | 'from' | 'to' | 'dueOn' | 'state' | 'daysLeft' | 'reviewUntil'> & Pick<ReportFacts, 'submittedOn'> & { readonly recordId?: string | undefined };

/** `isDone`: what the records say; absent when they say nothing. Whether findings are mended only the check knows (`check.run`). */
export type OverviewTask = ScheduleTask & { readonly isDone?: boolean | undefined };

/** All that the first screen shows, as of one day, but for the findings, which `check.run` gives. `handoverDay` is the last working day before the acceptance deadline. */
export type Overview = {
  readonly contract: Contract;
  readonly today: LocalDate;
  readonly daysToServiceEnd: number;
  readonly handoverDay: LocalDate;
  readonly daysToHandover: number;
  /** Final records. */
  readonly counts: Readonly<Record<KindName, number>>;
  readonly personDays: { readonly used: number; readonly quota: number };
  readonly inspections: { readonly due: number; readonly done: number };
  /** Every day of the service period. */
  readonly inspectionDays: readonly InspectionDay[];
  /** Calendar months of the service period. */
  readonly months: readonly OverviewMonth[];
  readonly evidence: readonly EvidenceRow[];
  /** `measured`: faults that the promised times apply to. Rates in percent, absent when there was no such fault. */
  readonly serviceLevel: { readonly measured: number; readonly answerRate?: number | undefined; readonly restoreRate?: number | undefined; readonly misses: readonly OverviewMiss[] };
  readonly reports: readonly OverviewReport[];
  readonly schedule: { readonly tasks: readonly OverviewTask[]; readonly shortBy: number };
};
