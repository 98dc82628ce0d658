import { AppError } from '../../../shared/app-error.ts';
import { elementsOf, elementText, withAttribute, withoutAttribute, type FoundElement } from './elements.ts';
import { parseFormula, type Formula } from './formula.ts';
import type { MovingRule, Writer } from './moving-text.ts';
import { decodeXml, encodeXml } from './plain-text.ts';
import { countCopy, moveEverywhere, moveFormula, rangeText, readRange, type CellRange, type Moves } from './references.ts';
import { placesOf, type RowMap, type RowPlace } from './row-map.ts';

/** Cells with formulas that Excel counts from the first of them: a conditional format, a validation. */
type RangeRule = { readonly ranges: readonly CellRange[]; readonly formulas: readonly Formula[] };
type WrittenRule = { readonly ranges: readonly string[]; readonly formulas: readonly string[] };

/** Rules that differ from copy to copy; no form has them by the thousand. */
const mostRules = 10_000;

/** The ranges of an attribute or element of that kind, `A1:B3 D5`. */
export function readRanges(text: string): readonly CellRange[] {
  return text.split(/\s+/).flatMap((range) => readRange(range) ?? []);
}

/** Where the cells of a list of ranges stand, ranges that touch put together. */
export function movedRanges(ranges: readonly CellRange[], map: RowMap): readonly string[] {
  return ranges.flatMap((range) => moveEverywhere(range, map)).map(rangeText);
}

/**
 * Writes a rule as few times as its formulas allow: once for all copies of a row where they read the same from each, else once for
 * each reading.
 */
function moveRule({ ranges, formulas }: RangeRule, map: RowMap, moves: Moves): readonly WrittenRule[] {
  const rows = ranges.filter(({ from }) => from > 0);
  const hasReferences = formulas.some((formula) => formula.some((piece) => typeof piece !== 'string'));
  if (rows.length === 0 || !hasReferences) {
    const moved = movedRanges(ranges, map);
    return moved.length === 0 ? [] : [{ ranges: moved, formulas: formulas.map((formula) => moveFormula(formula, moves)) }];
  }
  const last = rows.reduce((most, { to }) => Math.max(most, to), 1);
  const places = [...placesOf(map, topOf(rows), last)];
  const anchored = places.length > 1;
  const groups = new Map<string, { readonly found: CellRange[]; readonly last: Map<string, number>; readonly formulas: readonly string[] }>();
  for (const place of places) {
    countCopy(moves);
    const moved = ranges.flatMap((range) => moveEverywhere(range, map, place));
    if (moved.length === 0) continue;
    const key = readsAlike(place) ? '' : formulas.map((formula) => moveFormula(formula, moves, place, { anchored, relativeTo: topOf(moved) })).join('\n');
    const group = groups.get(key) ?? { found: [], last: new Map(), formulas: formulas.map((formula) => moveFormula(formula, moves, place, { anchored })) };
    groups.set(key, group);
    if (groups.size > mostRules) throw new AppError('render-failed', `填好后条件格式或数据验证超过 ${mostRules} 条，没有生成。`, { limit: mostRules });
    for (const range of moved) append(group.found, group.last, range);
  }
  return [...groups.values()].map((group) => ({ ranges: group.found.map(rangeText), formulas: group.formulas }));
}

function topOf(ranges: readonly CellRange[]): number {
  return ranges.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
}

/** Copies of the same rows of one loop: the distances inside are the same in each, everything outside is anchored. */
function readsAlike(place: RowPlace): boolean {
  return place.length === 0 || (place.length === 1 && place[0]?.block.copies === undefined);
}

function append(ranges: CellRange[], lastOf: Map<string, number>, range: CellRange): void {
  const columns = `${range.left}:${range.right}`;
  const index = lastOf.get(columns);
  const before = index === undefined ? undefined : ranges[index];
  if (index !== undefined && before?.to === range.from - 1) {
    ranges[index] = { ...before, to: range.to };
    return;
  }
  lastOf.set(columns, ranges.length);
  ranges.push(range);
}

/**
 * Rule for an element with cells and formulas.
 * @param formulaNames elements inside it whose text is a formula
 * @param sqref where its cells are told: in the attribute `sqref` or in an element
 */
export function rangeRule(formulaNames: readonly string[], sqref: 'attribute' | 'xm:sqref'): MovingRule {
  return (element) => {
    const told = sqref === 'attribute' ? (/(?:^|\s)sqref="([^"]*)"/.exec(element.attributes)?.[1] ?? '') : (elementsOf(element.content ?? '', 'xm:sqref')[0]?.content ?? '');
    const { pieces, formulas } = formulaPieces(element.content ?? '', formulaNames);
    const rule: RangeRule = { ranges: readRanges(told), formulas };
    return (moves) => {
      if (moves.own === undefined || rule.ranges.length === 0) return elementText(element);
      return moveRule(rule, moves.own, moves).map((moved, index) => writeRule(element, sqref, pieces, moved, index)).join('');
    };
  };
}

function writeRule(element: FoundElement, sqref: 'attribute' | 'xm:sqref', pieces: readonly (string | number)[], moved: WrittenRule, index: number): string {
  const attributes = sqref === 'attribute' ? withAttribute(element.attributes, 'sqref', moved.ranges.join(' ')) : element.attributes;
  // A rule written twice must not carry its id twice.
  const own = index === 0 ? attributes : withoutAttribute(attributes, 'xr:uid');
  if (element.content === undefined) return elementText({ ...element, attributes: own });
  const content = pieces.map((piece) => (typeof piece === 'string' ? piece : encodeXml(moved.formulas[piece] ?? ''))).join('');
  return elementText({ ...element, attributes: own, content: sqref === 'attribute' ? content : content.replace(/<xm:sqref>[^<]*<\/xm:sqref>/, `<xm:sqref>${moved.ranges.join(' ')}</xm:sqref>`) });
}

/** Text between formulas, and the numbers of the formulas. */
function formulaPieces(content: string, names: readonly string[]): { readonly pieces: readonly (string | number)[]; readonly formulas: readonly Formula[] } {
  const formulas: Formula[] = [];
  const pieces: (string | number)[] = [];
  const pattern = new RegExp(`(<(${names.join('|')})>)([^<]*)(?=</\\2>)|(<(?:x14:)?cfvo\\b[^<>]*?\\bval=")([^"<>]*)(?=")`, 'g');
  let at = 0;
  for (const match of content.matchAll(pattern)) {
    const [whole, open = '', , formula, cfvo = '', value = ''] = match;
    pieces.push(content.slice(at, match.index) + open + cfvo, formulas.length);
    formulas.push(parseFormula(decodeXml(formula ?? value)));
    at = match.index + whole.length;
  }
  pieces.push(content.slice(at));
  return { pieces, formulas };
}

/** Elements whose text is a formula that stands for one place, not for each of many cells. */
export function formulaRule(element: FoundElement): Writer {
  const formula = parseFormula(decodeXml(element.content ?? ''));
  return (moves) => elementText({ ...element, content: encodeXml(moveFormula(formula, moves)) });
}
