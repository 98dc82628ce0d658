import { firstWorkingDayFrom, lastWorkingDayUpTo } from '../../../shared/calendar/working-days.ts';
import { addDays, formatChineseDate } from '../../../shared/dates.ts';
import { figuresOf } from '../../../shared/figures/figures.ts';
import type { AnyRecord, RecordOf } from '../../../shared/records/record.ts';
import type { Frame } from '../frame.ts';
import type { PlantedFault } from '../planted-fault.ts';

type Report = RecordOf<'report'>;

/** A fault in the reports; its record's number is known only after all reports have their days. */
export type ReportFault = {
  readonly reports: readonly Report[];
  readonly rule: PlantedFault['rule'];
  readonly reportId: string | undefined;
  readonly describe: (number: string) => string;
  readonly date?: string | undefined;
};

/** How far the falsified number is from the true one. */
const invented = 37;

function replace(reports: readonly Report[], changed: Report): Report[] {
  return reports.map((report) => (report.id === changed.id ? changed : report));
}

/** More work reported than there are records. */
export function falsifyFigures(reports: readonly Report[], report: Report): ReportFault {
  const figures = report.body.figures.map((row) => (row.figure === 'work.count' ? { ...row, value: row.value + invented } : row));
  return {
    reports: replace(reports, { ...report, body: { ...report.body, figures } }), rule: 'report-figures-differ', reportId: report.id,
    describe: (number) => `${number} 把日常工作记录多写了 ${invented} 条，与单据张数不符`, date: report.date,
  };
}

/** A quarter without its report. */
export function dropReport(frame: Frame, reports: readonly Report[], report: Report, label: string): ReportFault {
  return {
    reports: reports.filter((other) => other.id !== report.id), rule: 'quarterly-report-missing', reportId: undefined,
    describe: () => `缺${label}服务工作总结报告`, date: firstWorkingDayFrom(addDays(report.body.periodTo, 1), frame.profile.calendarOverrides),
  };
}

/** A report that was written before its period was over. */
export function dateTooEarly(frame: Frame, records: readonly AnyRecord[], reports: readonly Report[], report: Report): ReportFault {
  const { periodFrom, periodTo } = report.body;
  const date = lastWorkingDayUpTo(addDays(periodTo, -3), frame.profile.calendarOverrides);
  // Figures stay right: they are those of the last day of the period, as the rule takes them.
  const figures = figuresOf(frame.profile, { key: 'early', label: '', from: periodFrom, to: periodTo }, records, periodTo);
  return {
    reports: replace(reports, { ...report, date, body: { ...report.body, date, figures } }), rule: 'report-date-order', reportId: report.id,
    describe: (number) => `${number} 的编制日期${formatChineseDate(date)}早于报告期末${formatChineseDate(periodTo)}`, date,
  };
}

/** A report that passed by silence, without proof of the day on which the customer had it. */
export function dropReceipt(reports: readonly Report[], report: Report): ReportFault {
  const body: Report['body'] = { ...report.body, reviewState: '默认通过', submittedTo: undefined };
  return {
    reports: replace(reports, { ...report, body }), rule: 'review-passed-silently', reportId: report.id,
    describe: (number) => `${number} 为默认通过，没有签收人`, date: report.body.submittedOn,
  };
}

/** More work in the text beside the table than in the table. */
export function boastInText(reports: readonly Report[], report: Report): ReportFault | undefined {
  const counted = report.body.figures.find(({ figure }) => figure === 'work.count')?.value;
  if (counted === undefined) return undefined;
  const written = `${report.body.reportType === '年度' ? '本服务年度' : '本季度'}共完成日常工作 ${counted + invented} 条，各渠道响应及时。`;
  const body: Report['body'] = { ...report.body, workNote: [...(report.body.workNote === undefined ? [] : [report.body.workNote]), written].join('\n') };
  return {
    reports: replace(reports, { ...report, body }), rule: 'narrative-differs', reportId: report.id,
    describe: (number) => `${number} 的日常工作说明把工作多写了 ${invented} 条，与表里的数字不符`, date: report.date,
  };
}
