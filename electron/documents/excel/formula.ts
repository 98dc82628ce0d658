import { mostColumns, mostRows } from './sheet-limits.ts';
import { columnName, columnNumber } from './sheet-xml.ts';

/** One end of a reference. `column` is empty for whole rows, `row` is 0 for whole columns; `$` makes either fixed. */
export type CellPoint = { readonly column: string; readonly columnFixed: boolean; readonly row: number; readonly rowFixed: boolean };

/** A reference of a formula: `B3`, `$B$3:C9`, `'月 报'!3:5`. */
export type Reference = {
  /** The sheet as written, with its `!`; '' for the formula's own sheet. */
  readonly prefix: string;
  /** The sheet's name; undefined for the formula's own sheet. */
  readonly sheet: string | undefined;
  readonly from: CellPoint;
  /** The other end of a range. */
  readonly to: CellPoint | undefined;
};

/** A formula taken apart at its references; everything between them is kept as it is written. */
export type Formula = readonly (string | Reference)[];

const name = String.raw`[\p{L}_\\][\p{L}\p{N}_.?\\]*`;
const prefix = String.raw`(?:'(?:[^']|''){1,300}'|${name}(?::${name})?)!`;
const cell = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const reference = new RegExp(
  String.raw`(?<prefix>${prefix})?(?:(?<from>${cell})(?:\s*:\s*(?<again>${prefix})?(?<to>${cell}))?|(?<columnFrom>\$?[A-Za-z]{1,3}):(?<columnTo>\$?[A-Za-z]{1,3})|(?<rowFrom>\$?[1-9]\d{0,6}):(?<rowTo>\$?[1-9]\d{0,6}))(?![\p{L}\p{N}_.(!?\\])`,
  'uy',
);
/** Numbers, names, functions: never to be read as a reference from their middle. */
const word = /[\p{L}\p{N}_.$?\\]+/uy;
const quoted = /'(?:[^']|''){1,300}'!?/y;
const errorValue = /#[A-Za-z0-9/_]*[!?]?/y;

/** Takes a formula (without `=`) apart. Linear in its length; texts, structured references and other workbooks are left alone. */
export function parseFormula(text: string): Formula {
  const pieces: (string | Reference)[] = [];
  let literalFrom = 0;
  let at = 0;
  // Behind `[1]` or `#REF!` stands a reference into something that is not here.
  let isForeign = false;
  while (at < text.length) {
    const sign = text[at] ?? '';
    if (sign === '"') {
      const end = text.indexOf('"', at + 1);
      at = end < 0 ? text.length : end + 1;
    } else if (sign === '[') {
      at = endOfBrackets(text, at);
      isForeign = true;
      continue;
    } else if (sign === '#') {
      at = matchAt(errorValue, text, at)?.end ?? at + 1;
      isForeign = true;
      continue;
    } else if (startsWord.test(sign)) {
      const found = matchAt(reference, text, at);
      const read = found === undefined || isForeign ? undefined : readReference(found.groups);
      if (read !== undefined) {
        if (at > literalFrom) pieces.push(text.slice(literalFrom, at));
        pieces.push(read);
        literalFrom = found?.end ?? at;
      }
      at = found?.end ?? (matchAt(sign === "'" ? quoted : word, text, at)?.end ?? at + 1);
    } else {
      at += 1;
    }
    isForeign = false;
  }
  if (literalFrom < text.length) pieces.push(text.slice(literalFrom));
  return pieces;
}

const startsWord = /[\p{L}\p{N}_$'\\]/u;

function matchAt(pattern: RegExp, text: string, at: number): { readonly end: number; readonly groups: Readonly<Record<string, string | undefined>> } | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? undefined : { end: at + match[0].length, groups: match.groups ?? {} };
}

/** Behind `[…]`, which may hold further brackets; an apostrophe takes the meaning from the sign behind it. */
function endOfBrackets(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === "'") at += 1;
    else if (sign === '[') depth += 1;
    else if (sign === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function readReference(groups: Readonly<Record<string, string | undefined>>): Reference | undefined {
  const written = groups['prefix'] ?? '';
  const again = groups['again'];
  if (again !== undefined && again !== written) return undefined;
  const from = point(groups['from'] ?? groups['columnFrom'] ?? groups['rowFrom'] ?? '');
  const end = groups['to'] ?? groups['columnTo'] ?? groups['rowTo'];
  const to = end === undefined ? undefined : point(end);
  if ([from, to].some((one) => one !== undefined && (columnNumber(one.column) > mostColumns || one.row > mostRows))) return undefined;
  return { prefix: written, sheet: written === '' ? undefined : sheetName(written.slice(0, -1)), from, to };
}

function point(written: string): CellPoint {
  const [, dollar = '', column = '', second = '', row = ''] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(written) ?? [];
  const fixed = dollar !== '';
  return { column: column.toUpperCase(), columnFixed: column !== '' && fixed, row: Number(row), rowFixed: column === '' ? fixed : second !== '' };
}

function sheetName(written: string): string {
  return written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;
}

/** `B3`, `$B$3`, `3` for whole rows, `B` for whole columns. */
export function pointText({ column, columnFixed, row, rowFixed }: CellPoint): string {
  return (columnFixed ? '$' : '') + column + (rowFixed ? '$' : '') + (row === 0 ? '' : String(row));
}

export function referenceText({ prefix: sheet, from, to }: Reference): string {
  return sheet + pointText(from) + (to === undefined ? '' : `:${pointText(to)}`);
}

/** The references of a formula that name several sheets at once, `一月:三月!B3`. */
export function threeDimensional(formula: Formula): readonly Reference[] {
  return formula.filter((piece) => typeof piece !== 'string').filter(({ sheet }) => sheet?.includes(':') === true);
}

/** The formula as it would read if its cell were filled down and to the right by so many rows and columns. */
export function shiftFormula(formula: Formula, rows: number, columns: number): Formula {
  return formula.map((piece) => {
    if (typeof piece === 'string') return piece;
    const [from, to] = [shiftPoint(piece.from, rows, columns), piece.to && shiftPoint(piece.to, rows, columns)];
    return from === undefined || (piece.to !== undefined && to === undefined) ? '#REF!' : { ...piece, from, to };
  });
}

function shiftPoint(at: CellPoint, rows: number, columns: number): CellPoint | undefined {
  const row = at.row === 0 || at.rowFixed ? at.row : at.row + rows;
  const column = at.column === '' || at.columnFixed ? columnNumber(at.column) : columnNumber(at.column) + columns;
  if ((at.row !== 0 && (row < 1 || row > mostRows)) || (at.column !== '' && (column < 1 || column > mostColumns))) return undefined;
  return { ...at, row, column: columnName(column) };
}
