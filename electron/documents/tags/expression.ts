import type { Formula, FormulaFault, Plain, UsedName } from './formula.ts';
import { plainName } from './formula.ts';
import { filterCalled } from './filters/filter-table.ts';
import { parseFormula } from './parse-formula.ts';
import { certain, positionIn } from './run-formula.ts';
import { lookUp, namedExactly, type Scope } from './scope.ts';

/**
 * What stands in a tag where a value is wanted. Nearly always a plain name. `computed` is a formula; a key of the data that is spelled
 * exactly like the whole tag goes before it, since in the tag language that people know every text is a key.
 */
export type Expression =
  | Plain
  | { readonly kind: 'computed'; /** Without blanks around it. */ readonly written: string; readonly formula: Formula }
  /** Meant as an expression, but wrong; has no value. `formula` is what could be read, for its names. */
  | { readonly kind: 'broken'; readonly written: string; readonly formula: Formula; readonly faults: readonly FormulaFault[] };

/** One of these must occur in an expression; a text without them is a name, and so are most texts with them. */
const signs = /[|｜=＝<>＜＞≥≤≠!！"“”„＂'‘’‚＇「『]|&&|＆＆|\s(?:and|or|not|且|或|非)[\s(（]|^\s*(?:not|非)[\s(（]/i;

/** Nobody writes these into the name of a field: with one of them, a text that cannot be read is a mistake and not a name. */
const plainIntent = /[|｜≥≤≠]|[=＝]{2}|[!！<>＜＞][=＝]|&&|＆＆|(?:^|[=＝<>＜＞])\s*["“”„＂]/;

/**
 * Reads what a person wrote between the braces, without the sign of a loop. A text is an expression when it reads as one and uses an
 * operator, a filter or a quoted text. Otherwise it is a name, whatever it contains; `broken` when signs of plainIntent show that it
 * was meant as an expression.
 */
export function parseExpression(written: string): Expression {
  if (!signs.test(written)) return plainName(written);
  const { formula, faults } = parseFormula(written);
  if (faults.length > 0) return plainIntent.test(written) ? { kind: 'broken', written: written.trim(), formula, faults } : plainName(written);
  return isPlain(formula) ? plainName(written) : { kind: 'computed', written: written.trim(), formula };
}

function isPlain(formula: Formula): boolean {
  return formula.kind === 'path' || formula.kind === 'current' || formula.kind === 'position' || (formula.kind === 'literal' && typeof formula.value !== 'string');
}

/**
 * The value in this scope, or undefined when the data has none.
 * @param doubts collects what a filter did not understand: the value is then the original one
 * @throws AppError render-failed when the filters of a document go through more than any real one needs
 */
export function evaluate(expression: Expression, scope: Scope, doubts?: string[]): unknown {
  switch (expression.kind) {
    case 'path':
      return lookUp(scope, expression.written, expression.segments);
    case 'current':
      return scope.value;
    case 'position':
      return positionIn(scope, expression.what);
    case 'computed':
      return namedExactly(scope, expression.written) ?? certain(expression.formula, scope, doubts);
    case 'broken':
      return undefined;
  }
}

/** The name for reports and for comparing with the known tags; undefined where no name is used, or several, or the expression is wrong. */
export function nameOf(expression: Expression): string | undefined {
  if (expression.kind === 'broken') return undefined;
  const [name, ...others] = namesOf(expression);
  return others.length === 0 ? name : undefined;
}

/** Every name that an expression uses, once; columns that a filter names as `列表.栏目`. */
export function namesOf(expression: Expression): readonly string[] {
  return [...new Set(usedNames(expression).map(({ name, within }) => [...within, name].join('.')))];
}

/** The same, with the lists kept apart from the names of their columns. */
export function usedNames(expression: Expression): readonly UsedName[] {
  return namesIn('formula' in expression ? expression.formula : expression);
}

function namesIn(formula: Formula): readonly UsedName[] {
  switch (formula.kind) {
    case 'path':
      return [{ name: formula.segments.join('.'), within: [] }];
    case 'current':
    case 'position':
    case 'literal':
      return [];
    case 'not':
      return namesIn(formula.operand);
    case 'and':
    case 'or':
    case 'compare':
      return [...namesIn(formula.left), ...namesIn(formula.right)];
    case 'filter':
      return [...namesIn(formula.input), ...columns(formula), ...formula.parameters.flatMap(namesIn)];
  }
}

function columns({ filter, input, parameters }: Extract<Formula, { kind: 'filter' }>): readonly UsedName[] {
  const kinds = filterCalled(filter)?.parameters ?? [];
  const list = listName(input);
  return parameters.flatMap((parameter, index) =>
    kinds[index]?.kind === 'field' && parameter.kind === 'literal' ? [{ name: String(parameter.value), within: list === undefined ? [] : [list] }] : [],
  );
}

/** The name of the list that a loop repeats: the one in front of the filters, if there are any. Other expressions repeat nothing by name. */
export function listNameOf(expression: Expression): string | undefined {
  return listName('formula' in expression ? expression.formula : expression);
}

/** The list that filters work on: {记录|排序:日期|前:3} works on 记录. */
function listName(formula: Formula): string | undefined {
  if (formula.kind === 'filter') return listName(formula.input);
  return formula.kind === 'path' ? formula.segments.join('.') : undefined;
}
