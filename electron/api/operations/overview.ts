import { acceptanceSchedule } from '../../../shared/contract/acceptance-schedule.ts';
import { lastHandoverDay, wholePeriod } from '../../../shared/contract/periods.ts';
import { daysBetween, type LocalDate } from '../../../shared/dates.ts';
import { activityByMonth, evidenceMatrix, type EvidenceCell } from '../../../shared/figures/breakdowns.ts';
import type { FigureInput } from '../../../shared/figures/figure.ts';
import { figureValue } from '../../../shared/figures/figures.ts';
import { inspectionCalendar } from '../../../shared/figures/inspection-calendar.ts';
import { reportClocks, type ReportClock } from '../../../shared/figures/report-clocks.ts';
import { serviceLevelMisses } from '../../../shared/figures/service-level.ts';
import type { EvidenceCount, EvidenceRow, Overview, OverviewMonth, OverviewReport } from '../../../shared/ipc/overview.ts';
import { kindNames, type KindName } from '../../../shared/records/kinds.ts';
import { getContract } from '../../store/contracts.ts';
import { keptIndex } from '../../store/record-memory.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';

function countsOf({ month, records }: EvidenceCell): EvidenceCount[] {
  return [...Map.groupBy(records, (record) => record.kind)].map(([kind, members]) => {
    const latest = members.at(-1)?.date ?? month.to;
    return { kind, count: members.length, from: month.from, to: latest > month.to ? latest : month.to };
  });
}

function evidenceRows(input: FigureInput): EvidenceRow[] {
  return evidenceMatrix(input).map(({ item, cells }) => ({
    no: item.no,
    name: item.name,
    kinds: item.evidence,
    total: cells.reduce((sum, cell) => sum + cell.records.length, 0),
    cells: cells.map(countsOf),
  }));
}

function monthsOfYear(input: FigureInput): OverviewMonth[] {
  return activityByMonth(input).map(({ period, counts, workHours }) => (
    { key: period.key, label: period.label, from: period.from, to: period.to, records: Object.values(counts).reduce((sum, count) => sum + count, 0), workHours }
  ));
}

function serviceLevelOf(input: FigureInput): Overview['serviceLevel'] {
  const rate = (id: 'incident.answerRate' | 'incident.restoreRate'): number | undefined => {
    const value = figureValue(id, input);
    return value.empty === true ? undefined : value.value;
  };
  return {
    measured: figureValue('incident.measured', input).value,
    answerRate: rate('incident.answerRate'),
    restoreRate: rate('incident.restoreRate'),
    misses: serviceLevelMisses(input).map(({ record, ...miss }) => (
      { id: record.id, number: record.number, date: record.date, title: record.title, reason: record.body.overrunReason, ...miss }
    )),
  };
}

function reportRow({ type, period, dueOn, state, report, reviewUntil, daysLeft }: ReportClock): OverviewReport {
  return { type, label: period.label, from: period.from, to: period.to, dueOn, state, recordId: report?.id, submittedOn: report?.body.submittedOn, reviewUntil, daysLeft };
}

/** Whether the reports on the last span and on the year are handed in. */
function areLastReportsIn(clocks: readonly ReportClock[], serviceEnd: LocalDate): boolean {
  return clocks.filter(({ period }) => period.to === serviceEnd).every(({ report }) => report?.status === 'final' && report.body.submittedOn !== undefined);
}

/** The numbers and pictures of the first screen, as of one day; the same figures as in the reports. */
export function overviewOf(core: Pick<Core, 'store'>, contractId: string, today: LocalDate): Overview {
  const contract = getContract(core.store, contractId);
  const { profile } = contract;
  const records = allRecords(core.store, contractId);
  const index = keptIndex(core.store, records);
  const handoverDay = lastHandoverDay(profile);
  const period = wholePeriod(profile.service);
  const whole: FigureInput = { profile, records, index, period };
  const toDate: FigureInput = { ...whole, period: today < period.to ? { ...period, to: today } : period };
  const clocks = reportClocks(profile, records, today);
  const { tasks, shortBy } = acceptanceSchedule(profile);
  return {
    contract,
    today,
    daysToServiceEnd: daysBetween(today, profile.service.to),
    handoverDay,
    daysToHandover: daysBetween(today, handoverDay),
    counts: Object.fromEntries(kindNames.map((kind) => [kind, index.final[kind].length])) as Record<KindName, number>,
    personDays: { used: figureValue('request.personDaysUsed', toDate).value, quota: profile.changeQuota.personDays },
    inspections: { due: figureValue('inspection.due', toDate).value, done: figureValue('inspection.done', toDate).value },
    inspectionDays: inspectionCalendar(whole, today),
    months: monthsOfYear(whole),
    evidence: evidenceRows(whole),
    serviceLevel: serviceLevelOf(toDate),
    reports: clocks.map(reportRow),
    schedule: { tasks: tasks.map((task) => (task.id === 'reports' ? { ...task, isDone: areLastReportsIn(clocks, profile.service.to) } : task)), shortBy },
  };
}
