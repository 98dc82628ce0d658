import { firstWorkingDayFrom } from '../../shared/calendar/working-days.ts';
import { lastHandoverDay, reviewDeadline, wholePeriod, type Period } from '../../shared/contract/periods.ts';
import { addDays, type LocalDate } from '../../shared/dates.ts';
import type { FigureInput } from '../../shared/figures/figure.ts';
import { figuresOf } from '../../shared/figures/figures.ts';
import { indexRecords } from '../../shared/figures/record-index.ts';
import type { KindBody } from '../../shared/records/kinds.ts';
import { formatNumber, numberPrefix } from '../../shared/records/numbering.ts';
import type { AnyRecord, RecordOf } from '../../shared/records/record.ts';
import { engineersFor } from './cast.ts';
import { extraValues } from './fit-body.ts';
import { workingDayAfter, type Frame } from './frame.ts';
import { envelope } from './number-entries.ts';
import { createRandom } from './random.ts';
import { writeOverview, writePlan, writeProblems } from './report-narrative.ts';
import { signOffOf } from './sign-offs.ts';

type Report = RecordOf<'report'>;
type Planned = { readonly period: Period; readonly type: '季度' | '年度'; readonly ordinal: number; readonly next: Period | undefined };

/** Quarters that the form can count; later ones are told apart by their dates. */
const highestOrdinal = 12;
/** Every third report passes because the customer raised no questions in time. */
const silentEvery = 3;

type Review = { readonly submittedOn: LocalDate; readonly reviewedOn: LocalDate; readonly isSilent: boolean; readonly opinion: string };

/** When and how the customer judges a report that was handed in on that day. */
function reviewOf(frame: Frame, submittedOn: LocalDate, position: number): Review {
  const deadline = reviewDeadline(frame.profile, submittedOn);
  const isSilent = frame.profile.reporting.silenceApproves && position % silentEvery === 1;
  const random = createRandom(frame.seed, `review ${position}`);
  // Silence has approved once the last day is over.
  const reviewedOn = isSilent ? addDays(deadline, 1) : [workingDayAfter(frame, submittedOn, random.whole(3, 7)), deadline].toSorted()[0] ?? deadline;
  const opinion = isSilent ? '评审期内未提出质疑，按合同约定视为通过。' : random.pick(['报告内容完整，数据与记录一致，同意通过。', '同意，请继续做好下一阶段运行保障。', '数据清楚，同意通过；建议进一步细化趋势分析。']);
  return { submittedOn, reviewedOn, isSilent, opinion };
}

function reviewFields(frame: Frame, { submittedOn, reviewedOn, isSilent, opinion }: Review, until: LocalDate | undefined): Partial<KindBody<'report'>> {
  const submitted = { submittedOn, submittedTo: frame.cast.contact.name };
  if (until !== undefined && reviewedOn > until) return { ...submitted, reviewState: '评审中' };
  return { ...submitted, reviewState: isSilent ? '默认通过' : '已通过', reviewedOn, reviewOpinion: opinion };
}

function createReport(frame: Frame, planned: Planned, records: readonly AnyRecord[], position: number, until: LocalDate | undefined): Report | undefined {
  const { period, type, ordinal } = planned;
  const due = firstWorkingDayFrom(addDays(period.to, 1), frame.profile.calendarOverrides);
  // Where the hand-over is due with the last day of service, the report is written on that day.
  const date = due <= lastHandoverDay(frame.profile) ? due : period.to;
  if (until !== undefined && date > until) return undefined;
  const index = indexRecords(records);
  const input: FigureInput = { profile: frame.profile, records, period, asOf: date, index };
  const narrative = { input, next: planned.next };
  const author = type === '年度' ? frame.cast.manager : engineersFor(frame.cast, 'report', createRandom(frame.seed, `author ${position}`))[0]?.name ?? frame.cast.manager;
  const key = `report ${type} ${period.key}`;
  const review = reviewOf(frame, date, position);
  const body: KindBody<'report'> = {
    date, reportType: type, ...(type === '季度' && ordinal <= highestOrdinal ? { ordinal } : {}), periodFrom: period.from, periodTo: period.to, author,
    overview: writeOverview(narrative), problems: writeProblems(narrative), plan: writePlan(narrative),
    figures: figuresOf(frame.profile, period, records, date, index), reviewState: '未提交', ...reviewFields(frame, review, until),
  };
  return envelope('report', {
    id: key, number: '', date, body, extra: extraValues(frame.profile, 'report', date),
    signOff: signOffOf(frame, { key, kind: 'report', date, executor: author, doneOn: date, confirmedOn: review.reviewedOn }, until),
  });
}

/** Numbers of reports in the order of their days; two of one day follow each other. */
export function numberReports(frame: Pick<Frame, 'profile'>, reports: readonly Report[]): Report[] {
  const prefix = numberPrefix('report', frame.profile);
  const sequences = new Map<LocalDate, number>();
  return reports.toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1)).map((report) => {
    const sequence = (sequences.get(report.date) ?? 0) + 1;
    sequences.set(report.date, sequence);
    return { ...report, number: formatNumber({ prefix, date: report.date, sequence }) };
  });
}

/**
 * 季度报告 for every reporting period and one 年度报告 for the whole service, each written on the first working day after
 * its period from the records as they are. Reports that are not due by `until` are left out. Numbers are given by `numberReports`.
 */
export function createReports(frame: Frame, records: readonly AnyRecord[], until: LocalDate | undefined): Report[] {
  const { periods } = frame;
  const planned: Planned[] = [
    ...periods.map((period, index): Planned => ({ period, type: '季度', ordinal: index + 1, next: periods[index + 1] })),
    { period: wholePeriod(frame.profile.service), type: '年度', ordinal: 1, next: undefined },
  ];
  return planned.flatMap((one, position) => createReport(frame, one, records, position, until) ?? []);
}
