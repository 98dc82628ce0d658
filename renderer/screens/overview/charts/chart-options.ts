import type { BarSeriesOption, GaugeSeriesOption, LineSeriesOption, PieSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { OverviewMonth } from '../../../../shared/ipc/overview.ts';
import type { RuleOutcomes } from '../../../../shared/rules/check.ts';
import { readinessWords, trendWords } from '../../../words/overview-pictures.ts';
import type { ChartColors } from './chart-colors.ts';

/** What a chart of the overview may be made of. */
export type ChartOption = ComposeOption<BarSeriesOption | GaugeSeriesOption | LineSeriesOption | PieSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption>;

// Parts differ in pattern as well as in colour, for people who do not tell red from green and for paper without colour.
const mark = 'rgba(255, 255, 255, .55)';
const patterns: Readonly<Partial<Record<keyof RuleOutcomes, NonNullable<NonNullable<PieSeriesOption['itemStyle']>['decal']>>>> = {
  error: { color: mark, symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: -Math.PI / 4 },
  warning: { color: mark, symbol: 'circle', symbolSize: 0.7, dashArrayX: [[5, 5], [0, 5, 5, 0]], dashArrayY: [4, 0] },
  notice: { color: mark, symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 5] },
  takenOver: { color: mark, symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: Math.PI / 4 },
};

const outcomeOrder = ['error', 'warning', 'notice', 'waived', 'takenOver', 'passed'] as const;

/** A ring of all rules of the check by what they found. */
export function readinessRing(outcomes: RuleOutcomes, colors: ChartColors): ChartOption {
  return {
    animation: false,
    series: [{
      type: 'pie',
      radius: ['62%', '98%'],
      silent: true,
      label: { show: false },
      labelLine: { show: false },
      itemStyle: { borderColor: colors.surface, borderWidth: 1 },
      data: outcomeOrder.filter((outcome) => outcomes[outcome] > 0).map((outcome) => ({
        name: readinessWords.outcomes[outcome],
        value: outcomes[outcome],
        itemStyle: { color: colors[outcome], ...(patterns[outcome] === undefined ? {} : { decal: patterns[outcome] }) },
      })),
    }],
  };
}

/** Person-days used of the quota; beyond it the gauge is full and red. */
export function quotaGauge(used: number, quota: number, colors: ChartColors): ChartOption {
  const isOver = used > quota;
  return {
    animation: false,
    series: [{
      type: 'gauge',
      silent: true,
      startAngle: 200,
      endAngle: -20,
      center: ['50%', '62%'],
      radius: '100%',
      min: 0,
      max: Math.max(quota, 1),
      progress: { show: true, width: 12, itemStyle: { color: isOver ? colors.error : colors.accent } },
      axisLine: { lineStyle: { width: 12, color: [[1, colors.track]] } },
      pointer: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { show: false },
      detail: { show: false },
      data: [{ value: Math.min(used, Math.max(quota, 1)) }],
    }],
  };
}

/** Records as bars and hours of work as a line, month by month. */
export function monthlyTrend(months: readonly OverviewMonth[], colors: ChartColors): ChartOption {
  const axisText = { color: colors.inkSoft, fontSize: 12 };
  const valueAxis = { type: 'value', axisLabel: axisText, nameTextStyle: axisText, splitLine: { lineStyle: { color: colors.line } } } as const;
  return {
    animation: false,
    grid: { left: 44, right: 48, top: 44, bottom: 26 },
    legend: { top: 0, itemHeight: 10, textStyle: { color: colors.ink } },
    tooltip: { trigger: 'axis', confine: true, backgroundColor: colors.surface, borderColor: colors.line, textStyle: { color: colors.ink } },
    xAxis: { type: 'category', data: months.map(({ key }) => `${key.slice(2, 4)}/${Number(key.slice(5, 7))}`), axisLabel: axisText, axisTick: { show: false }, axisLine: { lineStyle: { color: colors.line } } },
    yAxis: [
      { ...valueAxis, name: trendWords.recordsUnit, minInterval: 1 },
      { ...valueAxis, name: trendWords.hoursUnit, splitLine: { show: false } },
    ],
    series: [
      { type: 'bar', name: trendWords.records, data: months.map(({ records }) => records), itemStyle: { color: colors.accentSoft, borderColor: colors.accent }, barMaxWidth: 26 },
      { type: 'line', name: trendWords.hours, yAxisIndex: 1, data: months.map(({ workHours }) => workHours), symbol: 'rect', symbolSize: 7, itemStyle: { color: colors.warning }, lineStyle: { width: 2, type: 'dashed' } },
    ],
  };
}
