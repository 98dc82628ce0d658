import { comparisonHolds } from './compare-values.ts';
import { filterCalled } from './filters/filter-table.ts';
import { DoubtfulValue, longestText } from './filters/filter.ts';
import type { Formula, Position } from './formula.ts';
import { countFilterWork, holds, lookUp, type Scope } from './scope.ts';
import { valueText } from './value-text.ts';

/**
 * The value of a formula; a DoubtfulValue where a filter did not understand its input. `doubts` collects the reasons of those that
 * went into a comparison or a condition, which go by the original value.
 */
export function runFormula(formula: Formula, scope: Scope, doubts: string[] | undefined): unknown {
  switch (formula.kind) {
    case 'path':
      return lookUp(scope, formula.written, formula.segments);
    case 'current':
      return scope.value;
    case 'position':
      return positionIn(scope, formula.what);
    case 'literal':
      return formula.value;
    case 'compare':
      return comparisonHolds(formula.sign, certain(formula.left, scope, doubts), certain(formula.right, scope, doubts));
    case 'not':
      return !holds(certain(formula.operand, scope, doubts));
    // Like the operators of JavaScript: the deciding value itself, so that {电话 或 手机} prints the one that is there.
    case 'and': {
      const left = certain(formula.left, scope, doubts);
      return holds(left) ? runFormula(formula.right, scope, doubts) : left;
    }
    case 'or': {
      const left = certain(formula.left, scope, doubts);
      return holds(left) ? left : runFormula(formula.right, scope, doubts);
    }
    case 'filter':
      return applyFilter(formula, scope, doubts);
  }
}

/** The value of a formula, with any doubt noted. */
export function certain(formula: Formula, scope: Scope, doubts: string[] | undefined): unknown {
  const value = runFormula(formula, scope, doubts);
  if (!(value instanceof DoubtfulValue)) return value;
  doubts?.push(value.reason);
  return value.original;
}

function applyFilter(formula: Extract<Formula, { kind: 'filter' }>, scope: Scope, doubts: string[] | undefined): unknown {
  const input = runFormula(formula.input, scope, doubts);
  const filter = filterCalled(formula.filter);
  // What one filter did not understand, the next would not either: the original is printed.
  if (filter === undefined || input instanceof DoubtfulValue) return input;
  if (filter.takesMissing !== true && (input === undefined || input === null || input === '')) return input;
  const parameters = formula.parameters.map((parameter) => certain(parameter, scope, doubts));
  // A calculation with something that is missing is missing.
  if (filter.parameters.some(({ kind }, index) => kind === 'number' && index < parameters.length && parameters[index] === undefined)) return undefined;
  const work = workOf(filter.name, input);
  if (work > 0) countFilterWork(scope, work);
  const result = filter.apply(input, parameters);
  const isTooLong = typeof result === 'string' && result.length > longestText && result.length > (valueText(input) ?? '').length;
  return isTooLong ? new DoubtfulValue(input, `${filter.name}：结果超过 ${longestText} 个字`) : named(result, filter.name);
}

/** What these do does not grow with the list. */
const quick: ReadonlySet<string> = new Set(['条数', '首个', '末个', '前', '跳过', '默认']);
/** These read every cell as a number, a date or a text, and compare. */
const thorough: ReadonlySet<string> = new Set(['最大', '最小', '筛选', '排除', '分组', '去重']);
/** Shorter lists and texts are not counted. */
const shortList = 20;
const shortText = 2000;
/** Characters that take as long as an item of a list. */
const charactersPerItem = 100;

function workOf(filter: string, input: unknown): number {
  if (typeof input === 'string') return input.length > shortText ? input.length / charactersPerItem : 0;
  if (!Array.isArray(input) || input.length <= shortList || quick.has(filter)) return 0;
  if (filter === '排序') return input.length * 20;
  return thorough.has(filter) ? input.length * 5 : input.length;
}

function named(result: unknown, filter: string): unknown {
  return result instanceof DoubtfulValue ? new DoubtfulValue(result.original, `${filter}：${result.reason}`) : result;
}

export function positionIn(scope: Scope, what: Position): number | boolean {
  switch (what) {
    case 'index':
      return scope.index;
    case 'number':
      return scope.index + 1;
    case 'first':
      return scope.index === 0;
    case 'last':
      return scope.index === scope.count - 1;
  }
}
