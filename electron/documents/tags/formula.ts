/** A name, the current item or the place in the loop: what most tags are. */
export type Plain =
  /** `{name}`, `{party.phone}`, `{巡检日期}`. */
  | { readonly kind: 'path'; readonly written: string; readonly segments: readonly string[] }
  /** `{.}`: the current item of the loop. */
  | { readonly kind: 'current' }
  /** `{$index}` and its kin: the place of the item in the innermost loop. */
  | { readonly kind: 'position'; readonly what: Position };

/** index counts from 0, number from 1. */
export type Position = 'index' | 'number' | 'first' | 'last';

export type Literal = string | number | boolean | null;

export type ComparisonSign = '==' | '!=' | '>' | '>=' | '<' | '<=';

/** An expression that computes something. Plain data, like all of a compiled template; filters are called by their first name. */
export type Formula =
  | Plain
  | { readonly kind: 'literal'; readonly value: Literal }
  | { readonly kind: 'not'; readonly operand: Formula }
  | { readonly kind: 'and' | 'or'; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'compare'; readonly sign: ComparisonSign; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'filter'; readonly filter: string; readonly input: Formula; readonly parameters: readonly Formula[] };

/** A name that an expression uses; `within` are the lists of which it is a column, outermost first. */
export type UsedName = { readonly name: string; readonly within: readonly string[] };

/** A mistake in an expression, for people. */
export type FormulaFault = { readonly message: string; readonly suggestion?: string };

const positions: ReadonlyMap<string, Position> = new Map([
  ['$index', 'index'],
  ['$number', 'number'],
  ['$序号', 'number'],
  ['$first', 'first'],
  ['$首个', 'first'],
  ['$last', 'last'],
  ['$末个', 'last'],
]);

/** Reads a name; `written` may have blanks around it. */
export function plainName(written: string): Plain {
  const name = written.trim();
  if (name === '.') return { kind: 'current' };
  const position = positions.get(name);
  if (position !== undefined) return { kind: 'position', what: position };
  return { kind: 'path', written, segments: name.split('.').map((segment) => segment.trim()) };
}
