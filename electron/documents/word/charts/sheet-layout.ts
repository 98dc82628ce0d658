import { columnName } from '../../excel/sheet-xml.ts';
import { categoryText, daySerial } from './chart-categories.ts';
import type { ChartData } from './chart-data.ts';

/** How the numbers stand in the embedded workbook's only sheet; names in row 1, numbers below. */
export type SheetColumn = { readonly heading: string; readonly cells: readonly (string | number | null)[]; readonly holds: 'categories' | 'values' };

/** Which columns (from 0) a series has; x is shared where the data gives categories. */
export type SeriesColumns = { readonly x: number; readonly y: number; readonly size: number | undefined };

export type SheetLayout = { readonly columns: readonly SheetColumn[]; readonly series: readonly SeriesColumns[] };

/** Whether the chart's series are points (scatter, bubble) or values per category. */
export type SeriesForm = 'values' | 'points' | 'bubbles';

/** How the categories are written: as text, as numbers, or as days of the workbook's calendar. */
export type CategoryForm = { readonly kind: 'text' } | { readonly kind: 'number' } | { readonly kind: 'day'; readonly isDate1904: boolean };

/** Lays the data out as Word does: categories in column A, one column per series; points have columns of their own. */
export function sheetLayout(data: ChartData, form: SeriesForm, categoryForm: CategoryForm, corner: string): SheetLayout {
  return form === 'values' ? valueLayout(data, categoryForm, corner) : pointLayout(data, form);
}

function valueLayout(data: ChartData, form: CategoryForm, corner: string): SheetLayout {
  const categories: SheetColumn = { heading: corner, cells: categoryCells(data, form), holds: 'categories' };
  return {
    columns: [categories, ...data.series.map(({ name, points }): SheetColumn => ({ heading: name, cells: points.map(({ y }) => y), holds: 'values' }))],
    series: data.series.map((_, index) => ({ x: 0, y: index + 1, size: undefined })),
  };
}

/** The categories as the chart's cache and its workbook have them. */
function categoryCells(data: ChartData, form: CategoryForm): readonly (string | number | null)[] {
  switch (form.kind) {
    case 'text':
      return data.categories.map(categoryText);
    case 'number':
      return data.categories.map((category) => (typeof category === 'number' ? category : null));
    case 'day':
      return data.categories.map((category) => daySerial(category, form.isDate1904) ?? null);
  }
}

function pointLayout(data: ChartData, form: SeriesForm): SheetLayout {
  const columns: SheetColumn[] = [];
  const series = data.series.map(({ name, points }): SeriesColumns => {
    const first = columns.length;
    const xOf = (at: number): number => {
      const category = data.categories[at];
      return typeof category === 'number' ? category : at + 1;
    };
    columns.push({ heading: `${name} X`, cells: points.map(({ x }, at) => x ?? xOf(at)), holds: 'values' });
    columns.push({ heading: name, cells: points.map(({ y }) => y), holds: 'values' });
    if (form === 'bubbles') columns.push({ heading: `${name} 大小`, cells: points.map(({ size, y }) => (y === null ? null : (size ?? 1))), holds: 'values' });
    return { x: first, y: first + 1, size: form === 'bubbles' ? first + 2 : undefined };
  });
  return { columns, series };
}

/** `Sheet1!$B$2:$B$13`; rows from 1. */
export function cellRange(sheet: string, column: number, firstRow: number, lastRow: number): string {
  const name = `$${columnName(column + 1)}$`;
  return `${sheet}!${name}${firstRow}${lastRow > firstRow ? `:${name}${lastRow}` : ''}`;
}

/** A sheet's name as formulas have it: in quotes unless it is letters and digits. */
export function quotedSheet(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
