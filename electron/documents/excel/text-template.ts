import { evaluate, nameOf, type Expression } from '../tags/expression.ts';
import { defaultDelimiters, findTags } from '../tags/find-tags.ts';
import { sectionScopes, type Scope } from '../tags/scope.ts';
import { AppError } from '../../../shared/app-error.ts';
import { parseTag } from '../tags/tag.ts';
import { mostRepetitionsInCell, refuseDeepLoops } from '../tags/template-limits.ts';
import type { TemplateProblem, TemplateProblemCode } from '../tags/template-problem.ts';
import { valueText } from '../tags/value-text.ts';

/** One text with tags: a cell, a page header. */
export type TextNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly expression: Expression; readonly written: string }
  | { readonly kind: 'section'; readonly expression: Expression; readonly inverted: boolean; readonly nodes: readonly TextNode[] };

/** A loop that opens or closes in this cell but not both: it spans rows. */
export type RowMark = { readonly kind: 'open' | 'close'; readonly name: string; readonly written: string; readonly expression: Expression | undefined; readonly inverted: boolean };

export type TextTemplate = {
  readonly nodes: readonly TextNode[];
  readonly marks: readonly RowMark[];
  readonly names: readonly string[];
  readonly problems: readonly TemplateProblem[];
};

type OpenSection = { readonly mark: RowMark; readonly nodes: TextNode[]; readonly at: number };

const faultMessages = {
  'unclosed-tag': '有“{”没有对应的“}”',
  'unopened-tag': '有“}”没有对应的“{”',
  'doubled-braces': '标签只用一对花括号',
  'bad-delimiters': '更改标签符号的写法不对',
} as const;

/**
 * Reads a text with tags. Sections that open and close inside it become nodes; what is left over are marks of rows.
 * @param part where the text stands, e.g. 工作表“台账”; `place` the cell, e.g. B7
 */
export function parseText(text: string, part: string, place: string): TextTemplate {
  const problems: TemplateProblem[] = [];
  const names: string[] = [];
  const marks: RowMark[] = [];
  const stack: OpenSection[] = [];
  const root: TextNode[] = [];
  let nodes = root;
  const complain = (code: TemplateProblemCode, tag: string, message: string): void => { problems.push({ code, part, place, tag, message }); };

  const found = findTags(text, defaultDelimiters, { changeDelimiterPrefix: null });
  for (const fault of found.faults) complain(fault.code, fault.excerpt, faultMessages[fault.code]);
  let at = 0;
  for (const tag of found.tags) {
    if (tag.from > at) nodes.push({ kind: 'text', text: text.slice(at, tag.from) });
    at = tag.to;
    const written = text.slice(tag.from, tag.to);
    const parsed = parseTag(tag.inside);
    if (tag.inside.trim() === '') complain('empty-tag', written, '标签里没有名称');
    else if (parsed.kind === 'raw') complain('bad-part', written, '表格单元格里不能插入 XML');
    else if (parsed.kind === 'picture') complain('picture-place', written, 'Excel 模板的单元格里不能插入照片');
    else if (parsed.kind === 'value') {
      names.push(nameOf(parsed.expression) ?? tag.inside);
      nodes.push({ kind: 'value', expression: parsed.expression, written });
    } else if (parsed.kind === 'open') {
      names.push(parsed.name);
      const mark: RowMark = { kind: 'open', name: parsed.name, written, expression: parsed.expression, inverted: parsed.inverted };
      stack.push({ mark, nodes, at: nodes.length });
      refuseDeepLoops(stack.length);
      nodes = [];
    } else {
      const open = stack.pop();
      if (open === undefined) marks.push({ kind: 'close', name: parsed.name, written, expression: undefined, inverted: false });
      else {
        if (parsed.name !== '' && parsed.name !== open.mark.name) complain('loop-mismatch', written, `“${open.mark.written}”应由“{/${open.mark.name}}”结束`);
        const section: TextNode = { kind: 'section', expression: open.mark.expression ?? { kind: 'current' }, inverted: open.mark.inverted, nodes };
        nodes = open.nodes;
        nodes.push(section);
      }
    }
  }
  if (at < text.length) nodes.push({ kind: 'text', text: text.slice(at) });
  // What never closed in this cell spans rows; what stood behind it belongs to the cell itself.
  marks.push(...stack.map((open) => open.mark));
  for (const open of stack.toReversed()) {
    open.nodes.push(...nodes);
    nodes = open.nodes;
  }
  return { nodes: root, marks, names, problems };
}

/**
 * The text in this scope. `onMissing` hears of values the data does not have.
 * @throws AppError render-failed when loops in loops repeat beyond reason
 */
export function renderText(nodes: readonly TextNode[], scope: Scope, onMissing?: (written: string) => void): string {
  return renderNodes(nodes, scope, { left: mostRepetitionsInCell }, onMissing);
}

function renderNodes(nodes: readonly TextNode[], scope: Scope, repetitions: { left: number }, onMissing: ((written: string) => void) | undefined): string {
  let text = '';
  for (const node of nodes) {
    if (node.kind === 'text') text += node.text;
    else if (node.kind === 'value') {
      const value = valueText(evaluate(node.expression, scope));
      if (value === undefined) onMissing?.(node.written);
      else text += value;
    } else {
      for (const inner of sectionScopes(evaluate(node.expression, scope), node.inverted, scope)) {
        repetitions.left -= 1;
        if (repetitions.left < 0) throw new AppError('render-failed', `一个单元格里的循环超过 ${mostRepetitionsInCell} 次，已停止生成。`, { limit: mostRepetitionsInCell });
        text += renderNodes(node.nodes, inner, repetitions, onMissing);
      }
    }
  }
  return text;
}
