import { valueAt } from '../scope.ts';
import { valueText } from '../value-text.ts';
import { doubt, type Filter, type FilterParameter } from './filter.ts';

/** Series that one tag can name; a chart with more cannot be read. */
const series: readonly FilterParameter[] = Array.from({ length: 8 }, (_, index) => ({ name: `数值栏目${index + 1}`, kind: 'field', ...(index > 0 && { optional: true }) }));

export const chartFilters: readonly Filter[] = [
  {
    name: '图表',
    aliases: ['chart'],
    summary: '把列表变成图表的数据，写在图表的可选文字里：先写类别的栏目，再写各个数值的栏目',
    example: { data: { 巡检按月: [{ 月份: '8月', 巡检份数: '21' }] }, tag: '{巡检按月|图表:月份,巡检份数}', result: '每个月份一组，系列名为“巡检份数”' },
    parameters: [{ name: '类别栏目', kind: 'field' }, ...series],
    // An empty list is a chart without any point.
    takesMissing: true,
    ofList: true,
    apply: (value, [category, ...columns]) => {
      if (value === undefined || value === null || value === '') return value;
      if (!Array.isArray(value)) return doubt(value, '不是列表');
      const cell = (item: unknown, column: unknown): unknown => valueAt(item, String(column).split('.'));
      return {
        类别: value.map((item: unknown) => valueText(cell(item, category)) ?? ''),
        系列: columns.filter((column) => typeof column === 'string').map((column) => ({ 名称: column, 值: value.map((item: unknown) => cell(item, column) ?? null) })),
      };
    },
  },
];
