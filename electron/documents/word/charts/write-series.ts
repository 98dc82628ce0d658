import { encodeXml } from '../../excel/plain-text.ts';
import type { ChartData } from './chart-data.ts';
import { coloredLook, variedLook, type Drawn } from './series-colors.ts';
import type { SeriesTemplate } from './series-template.ts';
import { cellRange, type SeriesColumns, type SeriesForm, type SheetColumn, type SheetLayout } from './sheet-layout.ts';

/** A series of the data with the series of the template whose look it takes. */
export type AssignedSeries = { readonly number: number; readonly template: SeriesTemplate; readonly copy: number };

/**
 * Which look each series gets: the k-th series of the template gives it to the k-th of the data, the last one to all that are left.
 * Without any series in the template there is nothing but the group to go by.
 */
export function assignSeries(templates: readonly SeriesTemplate[], count: number): readonly AssignedSeries[] {
  const last = templates.at(-1);
  return Array.from({ length: count }, (_, number) => {
    const own = templates[number];
    return own === undefined ? { number, template: last ?? plainSeries, copy: number - templates.length + 1 } : { number, template: own, copy: 0 };
  });
}

const plainSeries: SeriesTemplate = {
  group: 0, index: 0, order: 0, look: '', points: [], labels: undefined, lines: '', behind: '', extensions: '', valueFormat: 'General', categoryFormat: undefined,
};

/** What all series of a chart share while it is written. */
export type SeriesContext = {
  readonly data: ChartData;
  readonly form: SeriesForm;
  readonly layout: SheetLayout;
  /** The sheet's name as formulas have it. */
  readonly sheet: string;
  /** Format code of numeric categories, escaped; undefined for text. */
  readonly categoryFormat: string | undefined;
  /** The first number that no series of the template has. */
  readonly freeIndex: number;
  /** Whether every point has a colour of its own, as in pies. */
  readonly pointsVary: boolean;
  readonly drawn: Drawn;
};

/** A `c:ser` with cache and references. */
export function seriesXml(assigned: AssignedSeries, context: SeriesContext): string {
  const { number, template, copy } = assigned;
  const { data, layout, sheet } = context;
  const series = data.series[number];
  const columns = layout.series[number];
  if (series === undefined || columns === undefined) return '';
  const isCopy = copy > 0;
  const index = isCopy ? context.freeIndex + copy - 1 : template.index;
  const varied = isCopy ? variedLook(template.look, number) : template.look;
  const look = series.color === undefined || context.pointsVary ? varied : coloredLook(varied, series.color, context.drawn);
  const name = series.name === '' ? '' : `<c:tx><c:strRef><c:f>${encodeXml(cellRange(sheet, columns.y, 1, 1))}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${encodeXml(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
  const points = pointsXml(template, series.points.length, isCopy, context.pointsVary);
  const labels = labelsXml(template, series.points.length);
  const lines = isCopy ? variedLook(template.lines, number) : template.lines;
  return `<c:ser><c:idx val="${index}"/><c:order val="${number}"/>${name}${look}${points}${labels}${lines}${numbersXml(columns, template, context)}${template.behind}${isCopy ? '' : template.extensions}</c:ser>`;
}

/** Looks of single points: those that are there, and in pies as many as there are slices. */
function pointsXml({ points }: SeriesTemplate, count: number, isCopy: boolean, pointsVary: boolean): string {
  if (!pointsVary) return isCopy ? '' : points.filter(({ index }) => index < count).map(({ xml }) => xml).join('');
  const last = points.at(-1);
  const given = new Map(points.map((point) => [point.index, point.xml]));
  if (last === undefined) return '';
  return Array.from({ length: count }, (_, index) => given.get(index) ?? (index > last.index ? pointCopy(last.xml, index) : '')).join('');
}

function pointCopy(xml: string, index: number): string {
  const moved = xml.replace(/(<c:idx\s+val=["'])\d+/, `$1${index}`).replace(/<c:extLst>[\s\S]*?<\/c:extLst>/, '').replace(/<c:explosion[^>]*\/>/, '');
  return variedLook(moved, index);
}

function labelsXml({ labels }: SeriesTemplate, count: number): string {
  if (labels === undefined) return '';
  return labels.open + labels.own.filter(({ index }) => index < count).map(({ xml }) => xml).join('') + labels.rest;
}

function numbersXml(columns: SeriesColumns, template: SeriesTemplate, context: SeriesContext): string {
  const { form, layout, sheet } = context;
  const of = (index: number): SheetColumn | undefined => layout.columns[index];
  const numbers = (element: string, index: number, format: string): string => `<c:${element}>${numberReference(of(index), cellRange(sheet, index, 2, (of(index)?.cells.length ?? 0) + 1), format)}</c:${element}>`;
  if (form === 'values') {
    const range = cellRange(sheet, columns.x, 2, (of(columns.x)?.cells.length ?? 0) + 1);
    const categories = context.categoryFormat === undefined ? `<c:cat>${textReference(of(columns.x), range)}</c:cat>` : numbers('cat', columns.x, context.categoryFormat);
    return categories + numbers('val', columns.y, template.valueFormat);
  }
  const size = columns.size === undefined ? '' : numbers('bubbleSize', columns.size, 'General');
  return numbers('xVal', columns.x, template.categoryFormat ?? 'General') + numbers('yVal', columns.y, template.valueFormat) + size;
}

function numberReference(column: SheetColumn | undefined, range: string, format: string): string {
  return `<c:numRef><c:f>${encodeXml(range)}</c:f><c:numCache><c:formatCode>${format}</c:formatCode>${cached(column)}</c:numCache></c:numRef>`;
}

function textReference(column: SheetColumn | undefined, range: string): string {
  return `<c:strRef><c:f>${encodeXml(range)}</c:f><c:strCache>${cached(column)}</c:strCache></c:strRef>`;
}

function cached(column: SheetColumn | undefined): string {
  const cells = column?.cells ?? [];
  const points = cells.map((cell, index) => (cell === null ? '' : `<c:pt idx="${index}"><c:v>${typeof cell === 'number' ? String(cell) : encodeXml(cell)}</c:v></c:pt>`));
  return `<c:ptCount val="${cells.length}"/>${points.join('')}`;
}
