import { comparisonAt, narrow } from './comparison-sign.ts';
import { filterNamed, filterReference, likelyFilter } from './filters/filter-table.ts';
import { longestExpression, type Filter } from './filters/filter.ts';
import { fitParameters } from './fit-parameters.ts';
import { plainName, type Formula, type FormulaFault, type Literal } from './formula.ts';
import { closingQuote, numberLiteral, readName, startsWithQuote, wordAt, type NameStops } from './scan-formula.ts';

/** Groups, parameters and negations within each other; people write two or three. */
const deepestFormula = 32;

export type ParsedFormula = { readonly formula: Formula; readonly faults: readonly FormulaFault[] };

/** Where the reading stands. Lives for one expression. */
type Cursor = { readonly text: string; at: number; depth: number; open: number; readonly faults: FormulaFault[]; stopped: boolean };

const nothing: Formula = { kind: 'literal', value: null };

/**
 * Reads an expression. From loose to tight: 或, 且, 非, comparison, filters. Everything after the first mistake of form is skipped;
 * mistakes in filters are told together.
 */
export function parseFormula(text: string): ParsedFormula {
  if (text.length > longestExpression) return { formula: nothing, faults: [{ message: `表达式超过 ${longestExpression} 个字` }] };
  const cursor: Cursor = { text, at: 0, depth: 0, open: 0, faults: [], stopped: false };
  const formula = readOr(cursor);
  skipBlanks(cursor);
  if (!cursor.stopped && cursor.at < text.length) {
    const rest = text.slice(cursor.at, cursor.at + 12);
    stop(cursor, narrow(rest).startsWith(')') ? { message: '多了一个右括号' } : { message: `“${rest}”这里看不懂` });
  }
  return { formula, faults: cursor.faults };
}

function stop(cursor: Cursor, fault: FormulaFault): Formula {
  if (!cursor.stopped) cursor.faults.push(fault);
  cursor.stopped = true;
  cursor.at = cursor.text.length;
  return nothing;
}

function skipBlanks(cursor: Cursor): void {
  while (cursor.at < cursor.text.length && /\s/.test(cursor.text.charAt(cursor.at))) cursor.at++;
}

function signAt(cursor: Cursor, sign: string): boolean {
  skipBlanks(cursor);
  return narrow(cursor.text.slice(cursor.at, cursor.at + sign.length)) === sign;
}

/** Takes `&&`, `||` or one of the words, which need a blank on both sides. */
function takeJunction(cursor: Cursor, sign: '&&' | '||', kind: 'and' | 'or'): boolean {
  const isSign = signAt(cursor, sign);
  const word = isSign ? undefined : wordAt(cursor.text, cursor.at);
  if (!isSign && word?.kind !== kind) return false;
  cursor.at += isSign ? sign.length : (word?.length ?? 0);
  return true;
}

function readOr(cursor: Cursor): Formula {
  let left = readAnd(cursor);
  while (takeJunction(cursor, '||', 'or')) left = { kind: 'or', left, right: readAnd(cursor) };
  return left;
}

function readAnd(cursor: Cursor): Formula {
  let left = readNot(cursor);
  while (takeJunction(cursor, '&&', 'and')) left = { kind: 'and', left, right: readNot(cursor) };
  return left;
}

function readNot(cursor: Cursor): Formula {
  const isSign = signAt(cursor, '!');
  const word = isSign ? undefined : wordAt(cursor.text, cursor.at);
  if (!isSign && word?.kind !== 'not') return readComparison(cursor);
  cursor.at += isSign ? 1 : (word?.length ?? 0);
  return deeper(cursor, () => ({ kind: 'not', operand: readNot(cursor) }));
}

function readComparison(cursor: Cursor): Formula {
  const left = readFiltered(cursor, 'operand', false);
  skipBlanks(cursor);
  const found = comparisonAt(cursor.text, cursor.at);
  if (found === undefined) return left;
  cursor.at += found.length;
  const right = readFiltered(cursor, 'operand', true);
  skipBlanks(cursor);
  if (comparisonAt(cursor.text, cursor.at) !== undefined) return stop(cursor, { message: '一次只能比较两个', suggestion: '例如 0 < 得分 且 得分 < 5' });
  return { kind: 'compare', sign: found.sign, left, right };
}

/** An operand and the filters behind it. */
function readFiltered(cursor: Cursor, stops: NameStops, isRightSide: boolean): Formula {
  let input = readOperand(cursor, stops);
  while (signAt(cursor, '|') && !signAt(cursor, '||')) {
    cursor.at++;
    if (isRightSide && input.kind === 'literal') return stop(cursor, { message: '“|”后面的过滤器只作用于紧靠它的值', suggestion: '要作用于整个比较，请给比较加括号，例如 (结果 == "正常")|是否' });
    input = readFilter(cursor, input);
  }
  return input;
}

function readFilter(cursor: Cursor, input: Formula): Formula {
  skipBlanks(cursor);
  const { name, to } = readName(cursor.text, cursor.at, 'filter', cursor.open);
  if (name === '') return stop(cursor, { message: '“|”后面没有过滤器名称' });
  cursor.at = to;
  const filter = filterNamed(name);
  if (filter === undefined) {
    const likely = likelyFilter(name);
    cursor.faults.push({ message: `没有“${name}”这个过滤器`, suggestion: likely === undefined ? `可用的有：${filterReference.map((known) => known.name).join('、')}` : `是否想写“${likely}”？` });
  }
  const parameters: Formula[] = [];
  while (signAt(cursor, ':') || (parameters.length > 0 && signAt(cursor, ','))) {
    cursor.at++;
    parameters.push(deeper(cursor, () => readParameter(cursor)));
  }
  return filter === undefined || cursor.stopped ? input : called(cursor, filter, input, parameters);
}

function called(cursor: Cursor, filter: Filter, input: Formula, parameters: readonly Formula[]): Formula {
  const fitted = fitParameters(filter, parameters);
  if (!Array.isArray(fitted)) {
    cursor.faults.push(...fitted.faults);
    return input;
  }
  return { kind: 'filter', filter: filter.name, input, parameters: fitted };
}

/** A comparison sign alone is a parameter of 筛选. */
function readParameter(cursor: Cursor): Formula {
  skipBlanks(cursor);
  const found = comparisonAt(cursor.text, cursor.at);
  if (found === undefined) return readOperand(cursor, 'parameter');
  cursor.at += found.length;
  return signAt(cursor, ',') || signAt(cursor, ':') ? { kind: 'literal', value: found.sign } : stop(cursor, { message: '比较符号前面没有内容' });
}

function readOperand(cursor: Cursor, stops: NameStops): Formula {
  if (signAt(cursor, '(')) return deeper(cursor, () => readGroup(cursor));
  if (startsWithQuote(cursor.text, cursor.at)) return readQuoted(cursor);
  const { name, to } = readName(cursor.text, cursor.at, stops, cursor.open);
  if (name === '') {
    const rest = cursor.text.slice(cursor.at, cursor.at + 12);
    return stop(cursor, { message: rest === '' ? '表达式没有写完' : `“${rest}”前面缺少内容` });
  }
  if (/["“”„＂]/.test(name)) return stop(cursor, { message: `“${name}”里的引号没有成对` });
  if (!isBalanced(name)) return stop(cursor, { message: `“${name}”里的括号没有成对` });
  cursor.at = to;
  return operand(name);
}

const words: ReadonlyMap<string, Literal> = new Map<string, Literal>([['真', true], ['true', true], ['假', false], ['false', false], ['空', null], ['null', null]]);

function operand(name: string): Formula {
  const word = words.get(name);
  if (word !== undefined) return { kind: 'literal', value: word };
  const number = numberLiteral(name);
  return number === undefined ? plainName(name) : { kind: 'literal', value: number };
}

/** Whether every parenthesis of a name, such as 工时（人时）, has its partner. */
function isBalanced(name: string): boolean {
  let open = 0;
  for (const sign of narrow(name)) {
    if (sign === '(') open++;
    if (sign === ')' && --open < 0) return false;
  }
  return open === 0;
}

function readGroup(cursor: Cursor): Formula {
  cursor.at++;
  cursor.open++;
  const inner = readOr(cursor);
  cursor.open--;
  if (cursor.stopped) return inner;
  if (!signAt(cursor, ')')) return stop(cursor, { message: '缺少右括号' });
  cursor.at++;
  return inner;
}

function readQuoted(cursor: Cursor): Formula {
  const close = closingQuote(cursor.text, cursor.at);
  if (close === undefined) return stop(cursor, { message: '引号没有成对' });
  const value = cursor.text.slice(cursor.at + 1, close);
  cursor.at = close + 1;
  return { kind: 'literal', value };
}

function deeper(cursor: Cursor, read: () => Formula): Formula {
  if (cursor.depth >= deepestFormula) return stop(cursor, { message: `括号套了 ${deepestFormula} 层以上` });
  cursor.depth++;
  const formula = read();
  cursor.depth--;
  return formula;
}
