import type { FormulaFault } from './formula.ts';
import type { Tag } from './tag.ts';

/** What is wrong with the expression of a tag, if it has one. */
export function expressionFaults(tag: Tag): readonly FormulaFault[] {
  return tag.kind !== 'close' && tag.expression.kind === 'broken' ? tag.expression.faults : [];
}

/** A comparison that is printed and not asked: on a page it would read `true`. undefined for any other tag. */
export function printedTruth(tag: Tag): FormulaFault | undefined {
  if (tag.kind !== 'value' || tag.expression.kind !== 'computed') return undefined;
  const { formula, written } = tag.expression;
  if (formula.kind !== 'compare' && formula.kind !== 'not') return undefined;
  return { message: '会印出 true 或 false', suggestion: `是否想写 {#${written}}…{/}，或 {(${written})|勾选}、{(${written})|是否}？` };
}
