import { evaluate } from '../../tags/expression.ts';
import type { Scope } from '../../tags/scope.ts';
import { addRelationship } from '../additions.ts';
import { outputBytes, putBytes, putText } from '../byte-output.ts';
import type { ChartOperation, Program } from '../program.ts';
import { attributeText } from '../pictures/picture-xml.ts';
import { beginPart, reportMissing, reportProblem, type Rendering } from '../rendering.ts';
import { categoryText, daySerial } from './chart-categories.ts';
import { isChartData, readChartData, type ChartData } from './chart-data.ts';
import { addChart } from './chart-files.ts';
import type { ChartTemplate } from './chart-program.ts';
import { isDateFormat } from './series-template.ts';
import { sheetLayout, type CategoryForm, type SeriesForm } from './sheet-layout.ts';
import { assignSeries, type SeriesContext } from './write-series.ts';
import { writeWorkbook } from './write-workbook.ts';
import type { DrawnChart } from './write-piece.ts';

/** Printed where a chart should be: whoever looks through the pages must see that one is lacking. */
const lacking = '〔缺图表数据〕';
/** Printed in place of a frame without anything in it. */
const empty = '〔无数据〕';
const chartRelationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart';

/**
 * Writes a drawing with a chart of its own, in the scope where it stands. null: no drawing at all; data that is missing or no chart
 * data, or data without any point, is said in words.
 * @param run writes a program in the scope
 */
export function writeChart(step: ChartOperation, scope: Scope, rendering: Rendering, run: (program: Program) => void): void {
  const found = findData(step, scope, rendering);
  if (found === undefined) return;
  if (typeof found === 'string') {
    putText(rendering.output, step.isInRun ? `<w:t>${found}</w:t>` : '');
    return;
  }
  const { part } = rendering;
  const name = writeChartPart(step.chart, found.data, rendering, run);
  const relationship = addRelationship(rendering.additions, part, chartRelationship, `/${name}`);
  for (const each of step.steps) {
    if (typeof each !== 'string') putBytes(rendering.output, each);
    else if (each === 'id') putText(rendering.output, String(rendering.next.drawing++));
    else if (each === 'relationship') putText(rendering.output, relationship);
    else putText(rendering.output, attributeText(found.data === undefined ? '' : describe(found.data)));
  }
}

/** The chart's data; data undefined for a chart that keeps the template's; a text to print instead; undefined to print nothing. */
function findData(step: ChartOperation, scope: Scope, rendering: Rendering): { readonly data: ChartData | undefined } | string | undefined {
  const { chart } = step;
  const bound = step.expression ?? chart.titleTag;
  if (bound === undefined) return { data: undefined };
  const source = step.expression === undefined ? (chart.titleSource ?? step.source) : step.source;
  const doubts: string[] = [];
  const value = evaluate(bound, scope, doubts);
  const complain = (message: string): void => {
    reportProblem(rendering, { ...source, message });
  };
  if (step.expression === undefined && !isChartData(value)) return { data: undefined };
  for (const doubt of doubts) complain(`“${source.tag}”${doubt}。`);
  if (value === undefined) {
    reportMissing(rendering, source);
    return lacking;
  }
  const reading = readChartData(value);
  if (reading.kind === 'nothing') return undefined;
  if (reading.kind === 'no-chart') {
    complain(`“${source.tag}”这一项的内容不是图表数据，纸上印了“${lacking}”。`);
    return lacking;
  }
  for (const fault of reading.faults.slice(0, 20)) complain(`“${source.tag}”的图表数据${fault}。`);
  if (reading.data.series.every(({ points }) => points.length === 0)) return empty;
  if (fitsGroups(chart, reading.data)) return { data: reading.data };
  complain(`“${source.tag}”的数据有 ${reading.data.series.length} 个系列，股价图要 3 或 4 个，纸上印了“${lacking}”。`);
  return lacking;
}

function fitsGroups({ groups, series }: ChartTemplate, data: ChartData): boolean {
  const assigned = assignSeries(series, data.series.length);
  return groups.every(({ fewest, most }, index) => {
    const count = assigned.filter(({ template }) => template.group === index).length;
    return count >= fewest && count <= most;
  });
}

function writeChartPart(chart: ChartTemplate, data: ChartData | undefined, rendering: Rendering, run: (program: Program) => void): string {
  const outer = { ...rendering };
  beginPart(rendering, chart.part.name, chart.slots, chart.expectedBytes);
  const drawn = data === undefined ? undefined : drawnChart(chart, data);
  rendering.chart = drawn;
  run(chart.program);
  const bytes = Buffer.from(outputBytes(rendering.output));
  const { repetitions, steps } = rendering;
  Object.assign(rendering, outer, { repetitions, steps });
  return addChart(rendering.additions, chart.part.name, bytes, chart.files, drawn === undefined ? undefined : writeWorkbook(chart.workbook, drawn.context.layout.columns));
}

function drawnChart(chart: ChartTemplate, data: ChartData): DrawnChart {
  const { groups, series } = chart;
  const assigned = assignSeries(series, data.series.length);
  const used = new Set(assigned.map(({ template }) => template.group));
  const form: SeriesForm = groups.some((group) => group.form === 'values') ? 'values' : groups.some((group) => group.form === 'bubbles') ? 'bubbles' : 'points';
  const categoryForm = formOfCategories(chart, data);
  const layout = sheetLayout(data, form, categoryForm, chart.workbook.look.corner);
  const context: Omit<SeriesContext, 'form' | 'drawn' | 'pointsVary'> = {
    data,
    layout,
    sheet: chart.sheet,
    categoryFormat: categoryForm.kind === 'text' ? undefined : chart.categoryFormat,
    freeIndex: chart.freeIndex,
  };
  return { chart, data, assigned, used, context };
}

/** Days and numbers stay such where the template has them so and all categories are; otherwise they are text. */
function formOfCategories({ categoryFormat, isDate1904 }: ChartTemplate, { categories }: ChartData): CategoryForm {
  if (categoryFormat === undefined) return { kind: 'text' };
  if (isDateFormat(categoryFormat)) return categories.every((category) => daySerial(category, isDate1904) !== undefined) ? { kind: 'day', isDate1904 } : { kind: 'text' };
  return categories.every((category) => typeof category === 'number') ? { kind: 'number' } : { kind: 'text' };
}

/** What the chart shows, for people who cannot see it, at a length that is still listened to. */
function describe({ title, categories, series }: ChartData): string {
  const shown = series.slice(0, 4).map(({ name, points }) => {
    const values = points.slice(0, 12).map(({ x, y }, index) => `${x ?? (categories[index] === undefined ? index + 1 : categoryText(categories[index]))} ${y ?? '无'}`);
    return `${name === '' ? '' : `${name}：`}${values.join('，')}${points.length > 12 ? '……' : ''}`;
  });
  return `${title === undefined || title === '' ? '图表' : title}。${shown.join('；')}${series.length > 4 ? '……' : ''}`;
}
