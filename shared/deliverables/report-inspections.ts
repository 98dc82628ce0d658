import { dayType } from '../calendar/working-days.ts';
import { inspectionMonth, inspectionsByMonth, daysWithoutInspection, type InspectionMonth } from '../figures/breakdowns.ts';
import { abnormalItems, inspectionDays, type AbnormalItem } from '../figures/inspections.ts';
import { formatChineseMonth } from '../dates.ts';
import { evenDecimals } from './even-decimals.ts';
import { dateText, listDays, nothing, numberedRows, percent, valueOf, withUnit, type ReportContext } from './report-context.ts';
import type { AbnormalCategoryRow, AbnormalRow, InspectionMonthTotal, ReportTags } from './report-tags.ts';

function total(month: InspectionMonth): InspectionMonthTotal {
  return {
    应检天数: String(month.due), 已检天数: String(month.done), 覆盖率: percent(month.done, month.due), 巡检份数: String(month.records),
    巡检项次: String(month.items), 异常项数: String(month.abnormal), 已处理: String(month.closed), 未处理: String(month.abnormal - month.closed),
  };
}

function abnormalRow({ record, item, closing, closed }: AbnormalItem): Omit<AbnormalRow, '序号'> {
  return {
    日期: dateText(record.date), 编号: record.number, 巡检类别: item.category, 巡检项目: item.item,
    实测值: item.measured ?? nothing, 异常情况: item.handling ?? item.remark ?? nothing, 处理单号: item.handledBy ?? nothing,
    整改完成日期: 'closedOn' in closing && closed ? dateText(closing.closedOn) : nothing, 状态: closed ? '已处理' : '处理中',
  };
}

function categories(items: readonly AbnormalItem[]): AbnormalCategoryRow[] {
  const groups = [...Map.groupBy(items, (entry) => entry.item.category)].toSorted(([a, first], [b, second]) => second.length - first.length || (a < b ? -1 : 1));
  const rows = numberedRows(groups, ([category, members]) => ({ 类别: category, 项数: String(members.length), 占比: percent(members.length, items.length) }));
  return rows.map(evenDecimals(rows, ['占比']));
}

function makeUpText(context: ReportContext): string {
  const { input, thisPeriod } = context;
  const days = inspectionDays(input).filter((date) => dayType(date, input.profile.calendarOverrides) === 'make-up-workday');
  if (days.length === 0) return `${thisPeriod}没有调休上班日。`;
  const missing = new Set(daysWithoutInspection(input));
  const missed = days.filter((date) => missing.has(date));
  const text = `${thisPeriod}有调休上班日 ${days.length} 天（${listDays(days)}），`;
  return missed.length === 0 ? `${text}均已巡检。` : `${text}已巡检 ${days.length - missed.length} 天，未巡检：${listDays(missed)}。`;
}

/** What the figures say of the inspections, in sentences. */
export function inspectionSummary(context: ReportContext): string {
  const { thisPeriod } = context;
  const abnormal = valueOf(context, 'inspection.abnormal');
  const open = abnormal - valueOf(context, 'inspection.closed');
  return `${thisPeriod}应巡检 ${withUnit(context, 'inspection.due')}，实际巡检 ${withUnit(context, 'inspection.done')}，覆盖率 ${withUnit(context, 'inspection.coverage')}；`
    + `形成日常巡检记录单 ${withUnit(context, 'inspection.count')}，检查 ${withUnit(context, 'inspection.items')}。`
    + (abnormal === 0 ? '各巡检项目未发现异常。' : `发现异常 ${withUnit(context, 'inspection.abnormal')}，${open === 0 ? '均已处理。' : `已处理 ${withUnit(context, 'inspection.closed')}，尚有 ${open} 项处理中。`}`);
}

type Chapter = Pick<ReportTags, '巡检小结' | '巡检按月' | '巡检合计' | '调休说明' | '漏检说明' | '巡检异常类别' | '巡检异常' | '有巡检异常'>;

/** Chapter 日常巡检: what was due, what was done, what was found. */
export function inspectionChapter(context: ReportContext): Chapter {
  const items = abnormalItems(context.input);
  const missing = daysWithoutInspection(context.input);
  const months = numberedRows(inspectionsByMonth(context.input), (month) => ({ 月份: formatChineseMonth(month.period.from), ...total(month) }));
  const sum = total(inspectionMonth(context.input));
  const even = evenDecimals([...months, sum], ['覆盖率']);
  return {
    巡检小结: inspectionSummary(context),
    巡检按月: months.map(even),
    巡检合计: even(sum),
    调休说明: makeUpText(context),
    漏检说明: missing.length === 0 ? '应巡检的工作日均有巡检记录。' : `没有巡检记录的工作日 ${missing.length} 天：${listDays(missing)}。`,
    巡检异常类别: categories(items),
    巡检异常: numberedRows(items, abnormalRow),
    有巡检异常: items.length > 0,
  };
}
