/** Data of a chart of the template, as one value: `{$图表.各月巡检}` in its alternative text. 图号 counts the charts that a report has: 图 1. */
export type ChartTag = { readonly 图号: string; readonly 类别: readonly string[]; readonly 系列: readonly ChartSeriesTag[] };

/** 值 are texts as printed, one per category. */
export type ChartSeriesTag = { readonly 名称: string; readonly 值: readonly string[] };

export function isChartTag(value: object): value is ChartTag {
  return Object.hasOwn(value, '系列') && Object.hasOwn(value, '类别');
}
