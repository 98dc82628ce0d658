import { readCategories, type Category } from './chart-categories.ts';
import { own, readNumber } from './chart-value.ts';

/** One point of a series. `y` null leaves a gap. `x` only where the data says it; `size` only for bubbles. */
export type ChartPoint = { readonly x: number | undefined; readonly y: number | null; readonly size: number | undefined };

export type ChartSeries = { readonly name: string; readonly points: readonly ChartPoint[]; readonly color: string | undefined };

/** What a chart shows. Every series has as many points as there are categories, unless they say their own x. */
export type ChartData = { readonly title: string | undefined; readonly categories: readonly Category[]; readonly series: readonly ChartSeries[] };

/** What the value of a chart tag is: data, nothing on purpose, or something else; with what could not be used, in Chinese. */
export type ChartReading =
  | { readonly kind: 'data'; readonly data: ChartData; readonly faults: readonly string[] }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'no-chart' };

/** What Excel can hold in a chart; data beyond that is a mistake. */
const mostSeries = 255;
const mostPoints = 32_000;
/** All series together: nobody reads such a chart, and a slip in the data must not fill the memory. */
const mostInAll = 250_000;

/**
 * Reads chart data: `{标题?, 类别: […], 系列: [{名称, 值: […], 颜色?}]}` or in English `{title?, categories, series: [{name, values, color?}]}`,
 * also as easy-template-x writes it, `{_type: 'chart', categories: {names: […]}, series}`. Points of scatter and bubble charts are
 * `{x, y, size}`. Numbers may be texts as printed (`1,234.5`, `98.5%`); null, '' and — leave gaps. A colour is six hexadecimal digits.
 */
export function readChartData(value: unknown): ChartReading {
  if (value === null || value === false || value === '') return { kind: 'nothing' };
  if (!isChartData(value)) return { kind: 'no-chart' };
  const faults: string[] = [];
  const list = own(value, '系列') ?? own(value, 'series');
  const written = Array.isArray(list) ? list : [];
  if (written.length > mostSeries) faults.push(`有 ${written.length} 个系列，只画了前 ${mostSeries} 个`);
  const series = withinReason(written.slice(0, mostSeries).map((item: unknown, index) => readSeries(item, index, faults)), faults);
  const stated = readCategories(own(value, '类别') ?? own(value, 'categories'), faults);
  const categories = stated ?? categoriesOf(series);
  if (categories.length > mostPoints) faults.push(`有 ${categories.length} 个类别，只画了前 ${mostPoints} 个`);
  const title = own(value, '标题') ?? own(value, 'title');
  const kept = categories.slice(0, mostPoints);
  return {
    kind: 'data',
    data: { title: typeof title === 'string' ? title : undefined, categories: kept, series: series.map((each) => evenedOut(each, kept.length, stated !== undefined, faults)) },
    faults,
  };
}

function withinReason(series: readonly ChartSeries[], faults: string[]): readonly ChartSeries[] {
  const longest = Math.max(1, ...series.map(({ points }) => points.length));
  const kept = series.slice(0, Math.max(1, Math.floor(mostInAll / longest)));
  if (kept.length < series.length) faults.push(`超过 ${mostInAll} 个点，只画了前 ${kept.length} 个系列`);
  return kept;
}

/** Whether a value is meant as chart data, rather than as text. */
export function isChartData(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (Array.isArray(own(value, '系列')) || Array.isArray(own(value, 'series')));
}

function readSeries(item: unknown, index: number, faults: string[]): ChartSeries {
  const holder = typeof item === 'object' && item !== null ? item : {};
  const name = own(holder, '名称') ?? own(holder, 'name');
  const shown = typeof name === 'string' || typeof name === 'number' ? String(name) : '';
  const called = shown === '' ? `第 ${index + 1} 个系列` : `系列“${shown}”`;
  const values = own(holder, '值') ?? own(holder, 'values');
  if (!Array.isArray(values)) faults.push(`${called}没有“值”`);
  const points = (Array.isArray(values) ? values : []).slice(0, mostPoints).map((point: unknown, at) => readPoint(point, `${called}第 ${at + 1} 个值`, faults));
  return { name: shown, points, color: readColor(own(holder, '颜色') ?? own(holder, 'color'), called, faults) };
}

function readPoint(point: unknown, called: string, faults: string[]): ChartPoint {
  const number = (value: unknown): number | null => {
    const read = readNumber(value);
    if (read !== undefined) return read;
    faults.push(`${called}不是数字`);
    return null;
  };
  if (typeof point !== 'object' || point === null) return { x: undefined, y: number(point), size: undefined };
  return { x: number(own(point, 'x')) ?? undefined, y: number(own(point, 'y')), size: number(own(point, 'size') ?? own(point, '大小')) ?? undefined };
}

function readColor(color: unknown, called: string, faults: string[]): string | undefined {
  if (color === undefined || color === null || color === '') return undefined;
  const digits = typeof color === 'string' ? /^#?([0-9a-f]{6})$/i.exec(color)?.[1] : undefined;
  if (digits === undefined) faults.push(`${called}的颜色要写成六位十六进制数，例如 4472C4`);
  return digits?.toUpperCase();
}

/** Without categories the points are counted, or stand where they say. */
function categoriesOf(series: readonly ChartSeries[]): readonly Category[] {
  const longest = Math.max(0, ...series.map(({ points }) => points.length));
  const [first] = series;
  return Array.from({ length: longest }, (_, index) => first?.points[index]?.x ?? index + 1);
}

function evenedOut(series: ChartSeries, count: number, stated: boolean, faults: string[]): ChartSeries {
  const { points } = series;
  if (points.length === count || points.some(({ x }) => x !== undefined)) return series;
  if (stated) faults.push(`系列“${series.name}”有 ${points.length} 个值，类别有 ${count} 个`);
  const missing = Array.from({ length: Math.max(0, count - points.length) }, (): ChartPoint => ({ x: undefined, y: null, size: undefined }));
  return { ...series, points: [...points.slice(0, count), ...missing] };
}
