import { nameOf, usedNames, type Expression } from './expression.ts';
import type { UsedName } from './formula.ts';

/** What a list of tags shows of an expression. */
export type ExpressionUse = {
  /** Dotted name; undefined for `{.}` and the like, and where there are several names. */
  readonly name: string | undefined;
  /** Every name in it. */
  readonly names: readonly UsedName[];
  /** What was written, when that is more than a name: a key of the data may be spelled like it. */
  readonly computed?: string;
};

export function expressionUse(expression: Expression): ExpressionUse {
  return { name: nameOf(expression), names: usedNames(expression), ...(expression.kind === 'computed' && { computed: expression.written }) };
}
