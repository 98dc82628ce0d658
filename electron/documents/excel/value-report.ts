import { evaluate, type Expression } from '../tags/expression.ts';
import type { Scope } from '../tags/scope.ts';

/** Who hears of values that could not be printed as meant. */
export type ValueReport = {
  /** The data has no such value. */
  readonly onMissing?: ((written: string) => void) | undefined;
  /** A filter of the tag did not understand the value, which is printed as it is; a sentence says why. */
  readonly onDoubt?: ((written: string, message: string) => void) | undefined;
};

/** The value of a tag in this scope. */
export function reportedValue(expression: Expression, written: string, scope: Scope, report: ValueReport | undefined): unknown {
  if (expression.kind !== 'computed') return evaluate(expression, scope);
  const doubts: string[] = [];
  const value = evaluate(expression, scope, doubts);
  for (const reason of doubts) report?.onDoubt?.(written, `“${written}”${reason}，照原样印出。`);
  return value;
}
