import type { ChartTag } from './chart-tag.ts';
import { nothing } from './report-context.ts';
import type { ReportCharts, ReportTags } from './report-tags.ts';

type Tables = Pick<ReportTags, '是年度报告' | '四季对比' | '前期对比' | '巡检按月' | '服务项表' | '月份表'>;

/** `8月`; the year stands with the first month and with every January: a service year has some month twice. */
function monthLabels(rows: readonly { readonly 月份: string }[]): readonly string[] {
  return rows.map(({ 月份 }, index) => {
    const [, year = '', month = ''] = /^\d{2}(\d{2})年(\d{1,2})月$/.exec(月份) ?? [];
    if (year === '') return 月份;
    return index === 0 || month === '1' ? `${year}年${month}月` : `${month}月`;
  });
}

type Drawing = Omit<ChartTag, '图号'>;

function isEmpty({ 系列 }: Drawing): boolean {
  return 系列.every(({ 值 }) => 值.every((value) => value === '0' || value === nothing));
}

/** Periods are drawn to be compared: one bar alone, as in the report of a month, says nothing. */
function isLonely(name: keyof ReportCharts, { 类别 }: Drawing): boolean {
  return name !== '服务项工时' && 类别.length < 2;
}

/**
 * The charts of a report, from the very rows that its tables print. One without anything to compare is left out, with its caption; the others are
 * numbered in the order in which the report shows them.
 */
export function reportCharts(tables: Tables): ReportCharts {
  const { 是年度报告, 四季对比, 前期对比, 巡检按月, 服务项表, 月份表 } = tables;
  // The last row is the whole year, or the sum since service began.
  const periods = (是年度报告 ? 四季对比 : 前期对比).slice(0, -1);
  const volume = { 类别: periods.map(({ 季度 }) => 季度), 系列: [{ 名称: '投入工时（人时）', 值: periods.map(({ 工时 }) => 工时) }, { 名称: '工作记录（条）', 值: periods.map(({ 工作记录 }) => 工作记录) }] };
  const drawings: readonly (readonly [name: keyof ReportCharts, drawing: Drawing])[] = [
    [是年度报告 ? '各季度服务量' : '前期服务量', volume],
    ['各月巡检', { 类别: monthLabels(巡检按月), 系列: [{ 名称: '已巡检（天）', 值: 巡检按月.map(({ 已检天数 }) => 已检天数) }, { 名称: '发现异常（项）', 值: 巡检按月.map(({ 异常项数 }) => 异常项数) }] }],
    ['服务项工时', { 类别: 服务项表.map(({ 服务项 }) => 服务项), 系列: [{ 名称: '投入工时（人时）', 值: 服务项表.map(({ 投入工时 }) => 投入工时) }] }],
    ['各月工时', { 类别: monthLabels(月份表), 系列: [{ 名称: '工作单工时（人时）', 值: 月份表.map(({ 工时 }) => 工时) }] }],
  ];
  return Object.fromEntries(drawings.filter(([name, drawing]) => !isEmpty(drawing) && !isLonely(name, drawing)).map(([name, drawing], index) => [name, { 图号: `图 ${index + 1}`, ...drawing }]));
}
