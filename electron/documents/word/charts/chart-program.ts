import type { Expression } from '../../tags/expression.ts';
import type { Program, TagSource } from '../program.ts';
import type { TemplatePart } from '../package-parts.ts';
import type { ChartFiles } from './chart-files.ts';
import type { Drawn } from './series-colors.ts';
import type { SeriesTemplate } from './series-template.ts';
import type { SeriesForm } from './sheet-layout.ts';
import type { WorkbookFrame } from './write-workbook.ts';

/** What becomes of a stretch of a chart part; `original` is what it was, with the text tags in it. */
export type ChartPiece =
  /** A chart group: its series are the data's. It vanishes when it gets none and another does. */
  | { readonly kind: 'group'; readonly group: number; readonly head: Uint8Array; readonly tail: Uint8Array; readonly original: Program }
  /** An axis vanishes with the groups that are drawn on it; undefined: it is everyone's. An axis of days has another form for categories that are text. */
  | { readonly kind: 'axis'; readonly groups: readonly number[] | undefined; readonly textual: Program | undefined; readonly original: Program }
  /** The chart's title with the data's title in it; `automatic`: as the program that opens the document words it. */
  | { readonly kind: 'title'; readonly given: { readonly before: Uint8Array; readonly after: Uint8Array } | undefined; readonly automatic: Uint8Array | undefined; readonly original: Program }
  | { readonly kind: 'auto-title'; readonly original: Program }
  /** An entry that the author took out of the legend, by its number. */
  | { readonly kind: 'legend-entry'; readonly index: number; readonly original: Program }
  /** The reference to the embedded workbook. */
  | { readonly kind: 'workbook'; readonly embedded: Uint8Array; readonly original: Program }
  /** What refers to the dummy data. */
  | { readonly kind: 'dummy'; readonly original: Program };

/** A stretch of a chart part, in its program. */
export type ChartPieceOperation = { readonly kind: 'chart-piece'; readonly piece: ChartPiece };

/** A chart group of the plot: bars, lines and so on. */
export type ChartGroup = {
  readonly form: SeriesForm;
  readonly drawn: Drawn;
  /** Every point has a colour of its own: pies. */
  readonly pointsVary: boolean;
  /** Stock charts want three or four series. */
  readonly fewest: number;
  readonly most: number;
};

/** A chart part of the template, compiled. */
export type ChartTemplate = {
  readonly part: TemplatePart;
  readonly program: Program;
  readonly slots: number;
  readonly expectedBytes: number;
  /** The chart's title is one tag, which may mean chart data or text. */
  readonly titleTag: Expression | undefined;
  readonly titleSource: TagSource | undefined;
  readonly groups: readonly ChartGroup[];
  /** In the order in which they take the data's series. */
  readonly series: readonly SeriesTemplate[];
  readonly freeIndex: number;
  readonly isDate1904: boolean;
  /** Format code of the template's categories where they are numbers or days; escaped. */
  readonly categoryFormat: string | undefined;
  /** Name of the sheet with the data, as formulas have it. */
  readonly sheet: string;
  readonly workbook: WorkbookFrame;
  readonly files: ChartFiles;
};
