import { parseExpression, type Expression } from '../../tags/expression.ts';

/** Reads a chart's tag: `$月度巡检`, `月度巡检`; the sign may be full-width. `$序号` and its kin mean no chart. */
export function chartTag(inside: string): Expression {
  const written = inside.trim();
  const asIs = parseExpression(written);
  return asIs.kind === 'path' || asIs.kind === 'computed' || asIs.kind === 'broken' ? parseExpression(written.replace(/^[$＄]\s*/, '')) : asIs;
}

/** Whether the tag says that it means a chart. */
export function saysChart(inside: string): boolean {
  return /^\s*[$＄]/.test(inside) && parseExpression(inside.trim()).kind !== 'position';
}
