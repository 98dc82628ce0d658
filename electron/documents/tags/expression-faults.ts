import type { FormulaFault } from './formula.ts';
import type { Tag } from './tag.ts';

/** What is wrong with the expression of a tag, if it has one. */
export function expressionFaults(tag: Tag): readonly FormulaFault[] {
  return tag.kind !== 'close' && tag.expression.kind === 'broken' ? tag.expression.faults : [];
}
