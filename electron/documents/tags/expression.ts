import { lookUp, type Scope } from './scope.ts';

/**
 * What stands in a tag where a value is wanted. A union, so that comparisons and filters can join it
 * without touching whoever evaluates.
 */
export type Expression =
  /** `{.}`: the current item of the loop. */
  | { readonly kind: 'current' }
  /** `{$index}` and its kin: the place of the item in the innermost loop. */
  | { readonly kind: 'position'; readonly what: Position }
  /** `{name}`, `{party.phone}`, `{巡检日期}`. */
  | { readonly kind: 'path'; readonly written: string; readonly segments: readonly string[] };

/** index counts from 0, number from 1. */
export type Position = 'index' | 'number' | 'first' | 'last';

const positions: ReadonlyMap<string, Position> = new Map([
  ['$index', 'index'],
  ['$number', 'number'],
  ['$序号', 'number'],
  ['$first', 'first'],
  ['$首个', 'first'],
  ['$last', 'last'],
  ['$末个', 'last'],
]);

/** Reads what a person wrote between the braces, without the sign of a loop. */
export function parseExpression(written: string): Expression {
  const name = written.trim();
  if (name === '.') return { kind: 'current' };
  const position = positions.get(name);
  if (position !== undefined) return { kind: 'position', what: position };
  return { kind: 'path', written, segments: name.split('.').map((segment) => segment.trim()) };
}

/** The value in this scope, or undefined when the data has none. */
export function evaluate(expression: Expression, scope: Scope): unknown {
  switch (expression.kind) {
    case 'current':
      return scope.value;
    case 'position':
      return positionIn(scope, expression.what);
    case 'path':
      return lookUp(scope, expression.written, expression.segments);
  }
}

/** The name for reports and for comparing with the known tags; undefined where no name is used. */
export function nameOf(expression: Expression): string | undefined {
  return expression.kind === 'path' ? expression.segments.join('.') : undefined;
}

function positionIn(scope: Scope, what: Position): number | boolean {
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
