import { formatChineseMonth } from '../dates.ts';
import { activityByMonth, evidenceByItem, workByChannel, workByPerson, type ItemEvidence, type MonthActivity, type WorkGroup } from '../figures/breakdowns.ts';
import { personMonthRule, personMonths } from '../figures/effort.ts';
import { figureValue } from '../figures/figures.ts';
import { recordsIn } from '../figures/record-index.ts';
import { roundTo } from '../figures/tally.ts';
import { openWork } from '../figures/work.ts';
import { kindNames, kindOf } from '../records/kinds.ts';
import { evenDecimals } from './even-decimals.ts';
import { formatNumber } from './format-value.ts';
import { dateText, nothing, numberedRows, percent, valueOf, withUnit, type ReportContext } from './report-context.ts';
import type { MentionRow, MonthTotal, OpenWorkRow, ReportTags, ServiceItemRow, ServiceItemTotal, ShareRow } from './report-tags.ts';

/** `日常工作记录单 52 份、备份记录单 12 份` */
function evidenceText(evidence: ItemEvidence): string {
  const counts = kindNames
    .map((kind) => ({ kind, count: evidence.records.filter((record) => record.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  return counts.length === 0 ? nothing : counts.map(({ kind, count }) => `${kindOf(kind).title} ${count} 份`).join('、');
}

function itemRow(evidence: ItemEvidence): Omit<ServiceItemRow, '序号'> {
  const { item, records, hours } = evidence;
  return {
    服务项: item.name, 单位: item.unit, 合同人月: formatNumber(item.quantity, 2), 记录条数: String(records.length),
    投入工时: formatNumber(hours, 1), 折合人月: formatNumber(personMonths(hours), 2), 佐证单据: evidenceText(evidence),
    说明: records.length === 0 ? '期间内无记录' : '',
  };
}

function shares(groups: readonly WorkGroup[]): ShareRow[] {
  const all = groups.reduce((sum, group) => sum + group.records.length, 0);
  const rows = numberedRows(groups, (group) => ({ 名称: group.name, 条数: String(group.records.length), 占比: percent(group.records.length, all), 工时: formatNumber(group.hours, 1) }));
  return rows.map(evenDecimals(rows, ['占比', '工时']));
}

function openRows(context: ReportContext): OpenWorkRow[] {
  const names = new Map(context.profile.serviceItems.map((item) => [item.no, item.name]));
  return numberedRows(openWork(context.input), ({ number, date, body }) => ({
    编号: number, 日期: dateText(date), 服务项: names.get(body.serviceItem) ?? nothing, 工作描述: body.description,
    下次服务时间: dateText(body.nextServiceDate), 执行人: body.staff,
  }));
}

/** Work done for the city's 月报季评 indicators says so in its text; no field of its own exists for it. */
function mentions(context: ReportContext): MentionRow[] {
  const found = recordsIn(context.input, 'worklog').filter(({ body }) => [body.description, body.process, body.result].some((text) => text?.includes('月报季评') === true));
  return numberedRows(found, ({ number, date, body }) => ({ 编号: number, 日期: dateText(date), 内容: body.description }));
}

/** What the figures say of the work, in sentences. */
export function workSummary(context: ReportContext): string {
  const channels = workByChannel(context.input);
  const count = valueOf(context, 'work.count');
  const largest = channels[0];
  const open = count - valueOf(context, 'work.finished');
  return `${context.thisPeriod}完成日常工作记录 ${withUnit(context, 'work.count')}，工时 ${withUnit(context, 'work.hours')}；各类服务投入工时合计 ${withUnit(context, 'effort.hours')}，折合 ${withUnit(context, 'effort.personMonths')}。`
    + (largest === undefined ? '' : `服务渠道以${largest.name}最多，占 ${percent(largest.records.length, count)}。`)
    + (count === 0 ? '' : open === 0 ? '各项工作均已完成。' : `尚有 ${open} 条未完成，已安排后续服务。`);
}

function monthTotal(months: readonly MonthActivity[]): MonthTotal {
  const sum = (amountOf: (month: MonthActivity) => number): string => formatNumber(months.reduce((total, month) => total + amountOf(month), 0), 1);
  return {
    工作记录: sum(({ counts }) => counts.worklog), 工时: sum(({ workHours }) => workHours), 需求: sum(({ counts }) => counts.request), 故障: sum(({ faults }) => faults),
    备份: sum(({ counts }) => counts['backup-run']), 变更: sum(({ counts }) => counts.change), 培训: sum(({ counts }) => counts.training),
    走访: sum(({ counts }) => counts.visit), 投诉: sum(({ counts }) => counts.complaint),
  };
}

type Chapter = Pick<ReportTags, '工作小结' | '服务项表' | '服务项合计' | '人月口径' | '渠道表' | '人员表' | '月份表' | '月份合计' | '未完工作' | '有未完工作' | '月报季评' | '有月报季评'>;

/** Chapter 日常工作: every service item with its evidence, and the work by channel, person and month. */
export function workChapter(context: ReportContext): Chapter {
  const items = evidenceByItem(context.input);
  const months = activityByMonth(context.input);
  const open = openRows(context);
  const mentioned = mentions(context);
  const hours = roundTo(items.reduce((sum, entry) => sum + entry.hours, 0), 1);
  const rows = items.map((entry): ServiceItemRow => ({ 序号: String(entry.item.no), ...itemRow(entry) }));
  const total: ServiceItemTotal = {
    合同人月: formatNumber(items.reduce((sum, { item }) => sum + item.quantity, 0), 2),
    // A record that proves two items is one document.
    记录条数: String(new Set(items.flatMap(({ records }) => records.map((record) => record.id))).size),
    投入工时: formatNumber(hours, 1),
    折合人月: formatNumber(personMonths(hours), 2),
  };
  const evenItems = evenDecimals([...rows, total], ['合同人月', '投入工时', '折合人月']);
  const monthRows = numberedRows(months, (month) => ({ 月份: formatChineseMonth(month.period.from), ...monthTotal([month]) }));
  const evenMonths = evenDecimals([...monthRows, monthTotal(months)], ['工时']);
  const unbooked = roundTo(figureValue('effort.hours', context.input).value - hours, 1);
  return {
    工作小结: workSummary(context),
    服务项表: rows.map(evenItems),
    服务项合计: evenItems(total),
    人月口径: `${personMonthRule}。${unbooked > 0 ? `另有 ${formatNumber(unbooked, 1)} 人时的单据没有归入服务项，未列入本表。` : ''}各项分别四舍五入，合计按总工时折算。`,
    渠道表: shares(workByChannel(context.input)),
    人员表: shares(workByPerson(context.input)),
    月份表: monthRows.map(evenMonths),
    月份合计: evenMonths(monthTotal(months)),
    未完工作: open,
    有未完工作: open.length > 0,
    月报季评: mentioned,
    有月报季评: mentioned.length > 0,
  };
}
