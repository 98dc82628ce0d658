import { encodeXml } from '../../excel/plain-text.ts';
import { putBytes, putText } from '../byte-output.ts';
import type { Program } from '../program.ts';
import type { Rendering } from '../rendering.ts';
import type { ChartData } from './chart-data.ts';
import type { ChartPiece, ChartTemplate } from './chart-program.ts';
import { seriesXml, type AssignedSeries, type SeriesContext } from './write-series.ts';

/** The chart being written, with its data. */
export type DrawnChart = {
  readonly chart: ChartTemplate;
  readonly data: ChartData;
  readonly assigned: readonly AssignedSeries[];
  /** Groups that get any series. */
  readonly used: ReadonlySet<number>;
  readonly context: Omit<SeriesContext, 'form' | 'drawn' | 'pointsVary'>;
};

/** Writes a stretch of a chart part: with the data of the chart being written, or as the template has it. */
export function writeChartPiece(piece: ChartPiece, rendering: Rendering, run: (program: Program) => void): void {
  const drawn = rendering.chart;
  if (drawn === undefined) {
    run(piece.original);
    return;
  }
  const { output } = rendering;
  switch (piece.kind) {
    case 'group':
      if (!drawn.used.has(piece.group) && drawn.used.size > 0) return;
      putBytes(output, piece.head);
      putText(output, groupSeries(drawn, piece.group));
      putBytes(output, piece.tail);
      break;
    case 'axis':
      if (piece.groups?.some((group) => drawn.used.has(group)) === false && drawn.used.size > 0) return;
      run(drawn.context.categoryFormat === undefined ? (piece.textual ?? piece.original) : piece.original);
      break;
    case 'title':
      writeTitle(piece, drawn, rendering, run);
      break;
    case 'auto-title':
      if (hasTitle(drawn)) run(piece.original);
      else putText(output, '<c:autoTitleDeleted val="1"/>');
      break;
    case 'legend-entry':
      if (piece.index < entryCount(drawn)) run(piece.original);
      break;
    case 'workbook':
      putBytes(output, piece.embedded);
      break;
    case 'dummy':
      break;
  }
}

function groupSeries({ chart, assigned, context }: DrawnChart, index: number): string {
  const group = chart.groups[index];
  if (group === undefined) return '';
  const { form, drawn, pointsVary } = group;
  return assigned.filter(({ template }) => template.group === index).map((series) => seriesXml(series, { ...context, form, drawn, pointsVary })).join('');
}

function writeTitle(piece: Extract<ChartPiece, { kind: 'title' }>, drawn: DrawnChart, rendering: Rendering, run: (program: Program) => void): void {
  if (!hasTitle(drawn)) return;
  const { title } = drawn.data;
  if (title !== undefined && title !== '' && piece.given !== undefined) {
    putBytes(rendering.output, piece.given.before);
    putText(rendering.output, encodeXml(title.replace(/\s+/g, ' ')));
    putBytes(rendering.output, piece.given.after);
  } else if (piece.automatic === undefined) {
    run(piece.original);
  } else {
    putBytes(rendering.output, piece.automatic);
  }
}

/** A title that is nothing but the chart's tag goes when the data has none. */
function hasTitle({ chart, data }: DrawnChart): boolean {
  return chart.titleTag === undefined || (data.title !== undefined && data.title !== '');
}

function entryCount({ chart, data }: DrawnChart): number {
  const [first] = data.series;
  return chart.groups[0]?.pointsVary === true ? (first?.points.length ?? 0) : data.series.length;
}
