import { watchKey, type CellWatch, type WatchedValue } from './cell-watch.ts';
import { elementsOf, elementText, replaceElements, type FoundElement } from './elements.ts';
import { parseFormula, referenceText, type Formula, type Reference } from './formula.ts';
import { columnName, columnNumber } from './sheet-xml.ts';
import { decodeXml, encodeXml } from './plain-text.ts';
import { moveEverywhere, moveFormula, type Moves } from './references.ts';

/** A chart: which cells it draws, and how it is written when they moved or were filled. */
export type ChartMoves = {
  /** Keys of the columns it draws. */
  readonly watched: readonly string[];
  readonly formulas: readonly Formula[];
  /** The chart with its references moved, and with the numbers it shows taken from the written cells; undefined when nothing changed. */
  readonly write: (moves: Moves, watch: CellWatch) => string | undefined;
};

const withPrefix = (...names: readonly string[]): readonly string[] => names.flatMap((name) => [`c:${name}`, name]);
const sources = withPrefix('numRef', 'strRef', 'multiLvlStrRef');
const caches = withPrefix('numCache', 'strCache', 'multiLvlStrCache');
/** Other elements that name cells: data labels, filtered series, the newer kinds of charts. */
const plainFormulas = ['c15:f', 'c15:sqref', 'cx:f', 'c16r3:f'];

/** Excel draws no more points of one series. */
const mostPoints = 32_000;

/** Keeps what was read of a chart: the formula of each of its elements is parsed once. */
export function compileChart(xml: string): ChartMoves {
  const formulas = new Map<string, Formula>();
  for (const { content = '' } of elementsOf(xml, ...withPrefix('f'), ...plainFormulas)) formulas.set(content, parseFormula(decodeXml(content)));
  const parsed = (written: string): Formula => formulas.get(written) ?? parseFormula(decodeXml(written));
  return {
    watched: [...formulas.values()].flatMap((formula) => formula.flatMap((piece) => (typeof piece === 'string' ? [] : columnsOf(piece)))),
    formulas: [...formulas.values()],
    write: (moves, watch) => {
      const moved = replaceElements(xml, [...sources, ...plainFormulas, 'cx:strDim', 'cx:numDim'], (element) => {
        if (sources.includes(element.name)) return moveSource(element, parsed, moves, watch);
        if (plainFormulas.includes(element.name)) return elementText({ ...element, content: movedText(parsed(element.content ?? ''), moves) });
        return moveDimension(element, parsed, moves);
      });
      return moved === xml ? undefined : moved;
    },
  };
}

function movedText(formula: Formula, moves: Moves): string {
  return encodeXml(moveFormula(formula, moves));
}

function columnsOf({ sheet, from, to = from }: Reference): readonly string[] {
  const [left, right] = [columnNumber(from.column), columnNumber(to.column)];
  // A picture of hundreds of columns is none that its cache is worth keeping for.
  return sheet === undefined || right - left > 100 ? [] : Array.from({ length: right - left + 1 }, (_, index) => watchKey(sheet, columnName(left + index)));
}

/** `numRef` and its kin: the reference, and what the cells held when the file was saved. */
function moveSource(element: FoundElement, parsed: (written: string) => Formula, moves: Moves, watch: CellWatch): string {
  const content = element.content ?? '';
  const written = elementsOf(content, ...withPrefix('f'))[0]?.content ?? '';
  const moved = movedSource(parsed(written), moves);
  const { values, isTouched } = cellsOf(parseFormula(moved), watch);
  if (moved === decodeXml(written) && !isTouched) return elementText(element);
  const replaced = replaceElements(content, [...withPrefix('f'), ...caches], (inner) => (caches.includes(inner.name) ? cacheXml(inner, values) : elementText({ ...inner, content: encodeXml(moved) })));
  return elementText({ ...element, content: replaced });
}

/** Stretches of cells of one series; beyond them the formula would become longer than Excel takes. */
const mostStretches = 200;

/**
 * What a series draws. A row of a block of several rows stands apart from its other copies: these cells alone are drawn, not what is
 * between them.
 */
function movedSource(formula: Formula, moves: Moves): string {
  const [only, ...more] = formula;
  const map = only === undefined || typeof only === 'string' || only.sheet === undefined || more.length > 0 ? undefined : moves.of(only.sheet);
  if (only === undefined || typeof only === 'string' || map === undefined || only.from.row === 0) return moveFormula(formula, moves);
  const { from, to = from } = only;
  const stretches = moveEverywhere({ left: from.column, right: to.column, from: from.row, to: to.row }, map);
  if (only.to === undefined || stretches.length < 2 || stretches.length > mostStretches) return moveFormula(formula, moves);
  return `(${stretches.map((stretch) => referenceText({ ...only, from: { ...from, row: stretch.from }, to: stretch.from === stretch.to && from.column === to.column ? undefined : { ...to, row: stretch.to } })).join(',')})`;
}

type DrawnCells = {
  /** The cells of a range in one row or column, in order. */
  readonly values: readonly (WatchedValue | undefined)[] | undefined;
  /** Whether any of them was filled or depends on what was filled. */
  readonly isTouched: boolean;
};

function cellsOf(formula: Formula, watch: CellWatch): DrawnCells {
  const cells: (WatchedValue | undefined)[] = [];
  let isLine = formula.every((piece) => typeof piece !== 'string' || /^[(),]$/.test(piece));
  for (const piece of formula) {
    if (typeof piece === 'string' || piece.sheet === undefined || piece.from.row === 0) continue;
    const { from, to = from, sheet } = piece;
    const [left, right] = [columnNumber(from.column), columnNumber(to.column)];
    isLine &&= left === right || from.row === to.row;
    if ((right - left + 1) * (to.row - from.row + 1) > mostPoints) return { values: undefined, isTouched: true };
    for (let column = left; column <= right; column++) {
      const values = watch.get(watchKey(sheet, columnName(column)));
      isLine &&= values !== undefined;
      if (values !== undefined) for (let row = from.row; row <= to.row; row++) cells.push(values.get(row));
    }
  }
  const isTouched = cells.some((value) => value?.kind === 'unknown' || value?.isFilled === true);
  return { values: isLine ? cells : undefined, isTouched };
}

/** A cache with these values; none, which is as valid, where a value is not known before a program computes it. */
function cacheXml(cache: FoundElement, values: readonly (WatchedValue | undefined)[] | undefined): string {
  const prefix = cache.name.startsWith('c:') ? 'c:' : '';
  if (values === undefined || cache.name.endsWith('multiLvlStrCache') || values.some((value) => value?.kind === 'unknown')) return '';
  const isNumbers = cache.name.endsWith('numCache');
  const points = values.map((value, index) => {
    if (value === undefined || value.kind === 'unknown' || value.value === '' || (isNumbers && value.kind !== 'number')) return '';
    return `<${prefix}pt idx="${index}"><${prefix}v>${encodeXml(value.value)}</${prefix}v></${prefix}pt>`;
  });
  const format = isNumbers ? elementsOf(cache.content ?? '', `${prefix}formatCode`)[0] : undefined;
  return `<${cache.name}>${format === undefined ? '' : elementText(format)}<${prefix}ptCount val="${values.length}"/>${points.join('')}</${cache.name}>`;
}

/** A dimension of a newer chart: its levels hold what the cells held, and may be left out. */
function moveDimension(element: FoundElement, parsed: (written: string) => Formula, moves: Moves): string {
  const written = elementsOf(element.content ?? '', 'cx:f')[0];
  const moved = movedText(parsed(written?.content ?? ''), moves);
  if (written === undefined || moved === written.content) return elementText(element);
  return elementText({ ...element, content: replaceElements(element.content ?? '', ['cx:f', 'cx:lvl'], (inner) => (inner.name === 'cx:lvl' ? '' : elementText({ ...inner, content: moved }))) });
}
