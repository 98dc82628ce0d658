import { evaluate, parseExpression } from '../../../../electron/documents/tags/expression.ts';
import { rootScope } from '../../../../electron/documents/tags/scope.ts';

/** What an expression gives for the data, and what its filters did not understand. */
export function evaluated(written: string, data: unknown = {}): { readonly value: unknown; readonly doubts: readonly string[] } {
  const expression = parseExpression(written);
  if (expression.kind === 'broken') return { value: 'broken', doubts: expression.faults.map(({ message }) => message) };
  const doubts: string[] = [];
  const value = evaluate(expression, rootScope(data), doubts);
  return { value, doubts };
}

/** A value through filters: `through('2024-08-05', '日期')`. A doubt stands in front of the value as `?`. */
export function through(value: unknown, filters: string): unknown {
  const result = evaluated(`值|${filters}`, { 值: value });
  return result.doubts.length === 0 ? result.value : ['?', result.value];
}
