import type { TemplateDoubt } from './tags/template-problem.ts';

/**
 * Problems as a person goes through the file: part by part as first met, in each its paragraphs from the top, then its tables, row by row;
 * several at one place stay in their order. Cells of a sheet go row by row.
 */
export function inReadingOrder<P extends TemplateDoubt>(problems: readonly P[]): readonly P[] {
  const parts = [...new Set(problems.map(({ part }) => part))];
  const keyed = problems.map((problem) => ({ problem, key: [parts.indexOf(problem.part), ...placeKey(problem.place)] }));
  return keyed.toSorted((left, right) => compareKeys(left.key, right.key)).map(({ problem }) => problem);
}

function placeKey(place: string): readonly number[] {
  const cell = /^([A-Z]{1,3})(\d+)(?!\d)/.exec(place);
  if (cell !== null) return [1, Number(cell[2]), columnNumber(cell[1] ?? '')];
  const numbers = [...place.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  return [place.startsWith('第') ? 1 : place.startsWith('表格') ? 2 : 3, ...numbers];
}

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function compareKeys(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  if (at < 0) return left.length - right.length;
  return (left[at] ?? 0) - (right[at] ?? -1);
}
