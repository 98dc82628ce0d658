import { putBytes, putText, type ByteOutput } from '../word/byte-output.ts';
import { watchCell, watchKey, type CellWatch, type WatchedValue } from './cell-watch.ts';
import { attribute, withoutAttribute } from './elements.ts';
import type { CellAreas } from './cell-areas.ts';
import { heightOfPictures, placePictures, type PlacedPicture } from './cell-pictures.ts';
import { withoutRepetitions, type EqualCells } from './equal-cells.ts';
import { fillCell, filledXml, type CellFill, type FillSource } from './fill-cell.ts';
import type { QuotedStyles } from './quoted-styles.ts';
import type { Moves } from './references.ts';
import { neededHeight } from './row-height.ts';
import type { RowPlace } from './row-map.ts';
import { cellText, type CompiledRow, type FilledCell, type WorkbookFacts } from './sheet-cells.ts';
import { formulaXml, type CellFormula } from './sheet-formulas.ts';
import { cellAttribute, unresolvedAttributes, type SheetCell } from './sheet-xml.ts';

/** A template row as bytes and what stands between them, so that a copy costs little more than its data. */
export type RowProgram = {
  /** Row of the template. */
  readonly number: number;
  readonly steps: readonly RowStep[];
  readonly fills: readonly FilledCell[];
  /** Whether any of them becomes one with equal cells above. */
  readonly mergesEqual: boolean;
};

type RowStep =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'row' }
  /** ` ht="…"`; `own` is the height in the template, if it has one that may change. */
  | { readonly kind: 'height'; readonly own: number | undefined }
  | { readonly kind: 'fill'; readonly index: number; readonly cell: FilledCell; readonly watched: string | undefined }
  | { readonly kind: 'formula'; readonly formula: CellFormula; readonly watched: string | undefined }
  /** A cell that stays as it is, in a column that a chart draws. */
  | { readonly kind: 'watch'; readonly key: string; readonly value: WatchedValue };

/** What the rows of one sheet share when their programs are built. */
export type RowContext = {
  readonly sheet: string;
  readonly facts: WorkbookFacts;
  /** Keys of the columns that charts draw. */
  readonly watched: ReadonlySet<string>;
};

/** Everything that one rendering writes rows with. */
export type RowRun = {
  readonly output: ByteOutput;
  readonly moves: Moves;
  readonly styles: QuotedStyles;
  readonly watch: CellWatch;
  readonly equal: EqualCells;
  readonly areas: CellAreas;
  /** Takes the pictures of the sheet. */
  readonly pictures: PlacedPicture[];
  /** Width of a cell in characters, merged neighbours included; undefined where its text has no say in the height of one row. */
  readonly widthOf: (cell: FilledCell) => number | undefined;
};

export function compileRow({ row, cells }: CompiledRow, context: RowContext): RowProgram {
  const steps: RowStep[] = [];
  let pending = '';
  const put = (step: RowStep): void => {
    if (pending !== '') steps.push({ kind: 'bytes', bytes: Buffer.from(pending) });
    pending = '';
    steps.push(step);
  };
  const fills = cells.flatMap((cell) => (cell.kind === 'filled' ? [cell.filled] : []));
  const mayGrow = fills.length > 0 && !/\bcustomHeight="(1|true)"/.test(row.attributes);
  pending = '<row r="';
  put({ kind: 'row' });
  pending = `"${mayGrow ? withoutAttribute(row.attributes, 'ht') : row.attributes}`;
  const own = attribute(row.attributes, 'ht');
  if (mayGrow) put({ kind: 'height', own: own === undefined ? undefined : Number(own) });
  pending += '>';
  for (const compiled of cells) {
    const { cell } = compiled;
    const key = watchKey(context.sheet, cell.column);
    const watched = context.watched.has(key) ? key : undefined;
    pending += `<c r="${cell.column}`;
    put({ kind: 'row' });
    pending = '"';
    if (compiled.kind === 'kept') {
      pending += cell.attributes + (cell.content === '' ? '/>' : `>${cell.content}</c>`);
      if (watched !== undefined) put({ kind: 'watch', key: watched, value: keptValue(cell, context.facts) });
    } else if (compiled.kind === 'filled') {
      put({ kind: 'fill', index: fills.indexOf(compiled.filled), cell: compiled.filled, watched });
    } else {
      pending += `${unresolvedAttributes(cell)}>`;
      put({ kind: 'formula', formula: compiled.formula, watched });
      pending = '</c>';
    }
  }
  pending += '</row>';
  steps.push({ kind: 'bytes', bytes: Buffer.from(pending) });
  return { number: row.number, steps, fills, mergesEqual: fills.some((fill) => fill.mergesEqual) };
}

function keptValue(cell: SheetCell, facts: WorkbookFacts): WatchedValue {
  const text = cellText(cell, facts);
  if (text !== undefined) return { kind: 'text', value: text.text, isFilled: false };
  const value = /<v>([^<]*)<\/v>/.exec(cell.content)?.[1];
  if (value === undefined) return { kind: 'text', value: '', isFilled: false };
  return cellAttribute(cell, 't') === undefined || cellAttribute(cell, 't') === 'n' ? { kind: 'number', value, isFilled: false } : { kind: 'unknown' };
}

/** Writes one copy of a row as the finished row `number`. */
export function writeRow(program: RowProgram, number: number, place: RowPlace, source: FillSource, run: RowRun): void {
  const { output } = run;
  const text = String(number);
  const filled = program.fills.map((cell) => fillCell(cell, number, source));
  const fills = program.mergesEqual ? withoutRepetitions(program.fills, filled, number, run.equal) : filled;
  for (const step of program.steps) {
    switch (step.kind) {
      case 'bytes':
        putBytes(output, step.bytes);
        break;
      case 'row':
        putText(output, text);
        break;
      case 'height':
        putText(output, heightXml(program, fills, step.own, run));
        break;
      case 'fill': {
        const fill = fills[step.index];
        if (fill === undefined) break;
        putText(output, filledXml(step.cell, fill, run.styles));
        if (fill.pictures !== undefined && fill.pictures.length > 0 && step.cell.picture !== undefined) run.pictures.push(...placePictures(fill.pictures, step.cell.picture, step.cell, number, run.areas));
        if (step.watched !== undefined) watchCell(run.watch, step.watched, number, filledValue(step.cell, fill));
        break;
      }
      case 'formula':
        putText(output, formulaXml(step.formula, run.moves, place));
        if (step.watched !== undefined) watchCell(run.watch, step.watched, number, { kind: 'unknown' });
        break;
      case 'watch':
        watchCell(run.watch, step.key, number, step.value);
    }
  }
}

function filledValue(cell: FilledCell, { content }: CellFill): WatchedValue {
  switch (content.kind) {
    case 'number':
      return cell.format === 'general' || cell.format === 'number' ? { kind: 'number', value: String(content.number), isFilled: true } : { kind: 'unknown' };
    case 'text':
      return { kind: 'text', value: content.text, isFilled: true };
    case 'empty':
      return { kind: 'text', value: '', isFilled: true };
    case 'boolean':
      return { kind: 'unknown' };
  }
}

/** A row whose texts need more lines becomes higher; none becomes lower than its template, and heights set by hand stay. */
function heightXml(program: RowProgram, fills: readonly CellFill[], own: number | undefined, run: RowRun): string {
  const widths = new Map<string, number>();
  const texts = program.fills.flatMap((cell, index) => {
    const width = cell.look?.wraps === true && cell.format !== 'date' ? run.widthOf(cell) : undefined;
    if (cell.look === undefined || width === undefined) return [];
    widths.set(cell.column, width);
    return [{ column: cell.column, look: cell.look, text: fills[index]?.text ?? '' }];
  });
  const needed = higher(texts.length === 0 ? undefined : neededHeight(texts, (column) => widths.get(column) ?? 0), picturesHeight(program, fills, run));
  const height = needed === undefined ? own : Math.max(needed, own ?? 0);
  return height === undefined ? '' : ` ht="${height}"`;
}

function higher(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? (left ?? right) : Math.max(left, right);
}

/** Where the tag names a size, the row has to have room for it. */
function picturesHeight({ fills: cells }: RowProgram, fills: readonly CellFill[], { areas }: RowRun): number | undefined {
  return cells.reduce<number | undefined>((most, cell, index) => {
    const pictures = fills[index]?.pictures ?? [];
    return cell.picture === undefined || areas.rowsOf(cell) > 1 ? most : higher(most, heightOfPictures(pictures, cell.picture));
  }, undefined);
}
