import type { RowMap } from './row-map.ts';

/** The copy of a loop block that a formula stands in; its references inside the block mean the same copy. */
export type FormulaPlace = { readonly blockFrom: number; readonly copy: number } | undefined;

/** The row map of a sheet by name; undefined name means the formula's own sheet. */
export type RowMapOf = (sheet: string | undefined) => RowMap | undefined;

const reference = /"(?:[^"]|"")*"|(?:(?<sheet>'(?:[^']|''){1,300}'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<from>\$?[A-Z]{1,3}\$?[1-9]\d{0,6})(?::(?<to>\$?[A-Z]{1,3}\$?[1-9]\d{0,6}))?(?![\p{L}\p{N}_.(!])|(?:(?<rowSheet>'(?:[^']|''){1,300}'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?(?<rowFrom>[1-9]\d{0,6}):\$?(?<rowTo>[1-9]\d{0,6})(?![\p{L}\p{N}_.])|[\p{L}_][\p{L}\p{N}_.]*/gu;

function rowOf(cell: string): number {
  return Number(/\d+$/.exec(cell)?.[0] ?? 0);
}

function withRow(cell: string, row: number): string {
  return cell.replace(/\d+$/, String(row));
}

function sheetName(written: string | undefined): string | undefined {
  return written?.startsWith("'") === true ? written.slice(1, -1).replaceAll("''", "'") : written;
}

function moveCell(cell: string, map: RowMap, place: FormulaPlace): string {
  const row = rowOf(cell);
  const block = map.blockOf(row);
  if (block?.copies === 0) return '#REF!';
  const copy = place !== undefined && block?.from === place.blockFrom ? place.copy : 0;
  return withRow(cell, map.at(row, copy));
}

function moveSpan(from: string, to: string, map: RowMap, place: FormulaPlace): string {
  const [start, end] = [rowOf(from), rowOf(to)];
  const inPlace = place !== undefined && map.blockOf(start)?.from === place.blockFrom && map.blockOf(end)?.from === place.blockFrom;
  if (inPlace) return `${withRow(from, map.at(start, place.copy))}:${withRow(to, map.at(end, place.copy))}`;
  const [first, last] = [map.first(start), map.last(end)];
  return last < first ? '#REF!' : `${withRow(from, first)}:${withRow(to, last)}`;
}

/**
 * Moves the references of a formula (or of a defined name, or a print area) to where their rows went. A range grows with
 * the rows inserted inside it; text and function names are left alone.
 */
export function moveFormula(formula: string, mapOf: RowMapOf, place?: FormulaPlace): string {
  return formula.replace(reference, (whole: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const { from, to, rowFrom, rowTo } = groups;
    const sheet = groups['sheet'] ?? groups['rowSheet'];
    const map = mapOf(sheetName(sheet));
    if (map === undefined || map.isIdentity || (from === undefined && rowFrom === undefined)) return whole;
    const prefix = sheet === undefined ? '' : `${sheet}!`;
    const own = sheet === undefined ? place : undefined;
    if (from !== undefined) return prefix + (to === undefined ? moveCell(from, map, own) : moveSpan(from, to, map, own));
    return `${prefix}$${map.first(Number(rowFrom))}:$${map.last(Number(rowTo))}`;
  });
}

/** Moves one range of a list of cells, `A1` or `A1:B3`; undefined when all its rows are gone. */
export function moveRange(range: string, map: RowMap): string | undefined {
  const [from = '', to = from] = range.split(':');
  const [first, last] = [map.first(rowOf(from)), map.last(rowOf(to))];
  if (last < first) return undefined;
  const [start, end] = [withRow(from, first), withRow(to, last)];
  return start === end ? start : `${start}:${end}`;
}

/** Where a range that belongs to a loop block stands in each copy; just its moved place elsewhere. */
export function copyRange(range: string, map: RowMap): string[] {
  const [from = '', to = from] = range.split(':');
  const block = map.blockOf(rowOf(from));
  if (block === undefined || map.blockOf(rowOf(to)) !== block) {
    const moved = moveRange(range, map);
    return moved === undefined ? [] : [moved];
  }
  return Array.from({ length: block.copies }, (_, copy) => `${withRow(from, map.at(rowOf(from), copy))}:${withRow(to, map.at(rowOf(to), copy))}`);
}
