import { AlignmentType, Paragraph, type FileChild } from 'docx';
import { ChartRun, type ChartFont, type ChartLegend, type ChartSeries } from 'docx/charts';
import { paragraph } from '../text.ts';
import { reportWidth, when } from './report-parts.ts';

/** What tells series apart in colour and, printed without colour, by how dark they are. */
const colors = ['2F5597', 'A9BFDD', '7F7F7F'] as const;
const axisColor = '7F7F7F';
const font: ChartFont = { name: '宋体', size: 9, color: '262626' };
/** Twenty service items are usual. */
const smallFont: ChartFont = { ...font, size: 8 };

/** Pixels of 1/96 inch, as docx measures charts. */
function pixels(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 96);
}

export type ReportChart = {
  /** Its name in `图表`, and its caption. */
  readonly name: string;
  readonly caption: string;
  /** Bars lie when their names are long. */
  readonly lying?: boolean;
  readonly series: readonly string[];
  /** In millimetres. */
  readonly height: number;
};

/**
 * A chart of the report with its caption below, there only when there is something to draw. What it is drawn with here is made up;
 * documents get the figures of the report by the tag in its alternative text.
 */
export function chart({ name, caption, lying, series, height }: ReportChart): FileChild[] {
  const categories = ['甲', '乙', '丙'];
  const values = [3, 2, 1];
  const drawn: readonly ChartSeries[] = series.map((title, index) => ({ name: title, values, color: colors[index] ?? axisColor }));
  const legend: false | ChartLegend = series.length > 1 ? { position: 'bottom', font } : false;
  const common = {
    categories,
    series: drawn,
    // The numbers stand on the bars: no scale and no lines are needed.
    valueAxis: { visible: false, gridlines: false, minimum: 0 },
    dataLabels: { value: true, position: 'outsideEnd', font },
    legend,
    font: { name: '宋体', color: '262626' },
    chartArea: { fill: 'none', border: 'none' },
    transformation: { width: pixels(reportWidth), height: pixels(height) },
    altText: { name: caption, description: `{$图表.${name}}` },
  } as const;
  const run = lying === true
    ? new ChartRun({ type: 'bar', ...common, gapWidth: 45, categoryAxis: { reverseOrder: true, font: smallFont } })
    : new ChartRun({ type: 'column', ...common, gapWidth: 60, overlap: -5, categoryAxis: { font } });
  return when(`图表.${name}`, [
    new Paragraph({ children: [run], alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 120, after: 0 } }),
    paragraph(`{图号}　${caption}`, { face: 'hei', size: 12, line: 20, align: 'center', after: 10 }),
  ]);
}

/** 各月巡检: days inspected beside what was found. */
export const inspectionChart = chart({ name: '各月巡检', caption: '各月巡检情况', series: ['已巡检（天）', '发现异常（项）'], height: 62 });

export const itemChart = chart({ name: '服务项工时', caption: '各服务项投入工时（人时）', lying: true, series: ['投入工时（人时）'], height: 98 });

export const monthChart = chart({ name: '各月工时', caption: '各月工作单工时（人时）', series: ['工作单工时（人时）'], height: 56 });

export const comparisonChart = chart({ name: '前期服务量', caption: '各期服务量对比', series: ['投入工时（人时）', '工作记录（条）'], height: 62 });

export const quarterChart = chart({ name: '各季度服务量', caption: '各季度服务量对比', series: ['投入工时（人时）', '工作记录（条）'], height: 62 });
