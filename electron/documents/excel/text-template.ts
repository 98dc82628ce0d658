import { closes } from '../tags/closing-name.ts';
import { usedNames, type Expression } from '../tags/expression.ts';
import { expressionFaults } from '../tags/expression-faults.ts';
import { defaultDelimiters, findTags } from '../tags/find-tags.ts';
import { sectionScopes, type Scope } from '../tags/scope.ts';
import { AppError } from '../../../shared/app-error.ts';
import type { PictureBox } from '../tags/picture-box.ts';
import { parseTag } from '../tags/tag.ts';
import { mostRepetitionsInCell, refuseDeepLoops } from '../tags/template-limits.ts';
import { braceProblem, worded } from '../tags/problem-words.ts';
import type { TemplateProblem, TemplateProblemCode } from '../tags/template-problem.ts';
import { valueText } from '../tags/value-text.ts';
import { reportedValue, type ValueReport } from './value-report.ts';

/** One text with tags: a cell, a page header. `run` counts the stretches of one format in a text of several. */
export type TextNode =
  | { readonly kind: 'text'; readonly text: string; readonly run: number }
  | { readonly kind: 'value'; readonly expression: Expression; readonly written: string; readonly run: number; readonly mergesEqual: boolean }
  | { readonly kind: 'section'; readonly expression: Expression; readonly written: string; readonly inverted: boolean; readonly nodes: readonly TextNode[] }
  | { readonly kind: 'picture'; readonly expression: Expression; readonly box: PictureBox | undefined; readonly written: string }
  /** Here begins or ends a loop over rows: what stands behind it is said of other things. */
  | { readonly kind: 'mark'; readonly mark: RowMark };

/** A loop that opens or closes in this cell but not both: it spans rows. */
export type RowMark = { readonly kind: 'open' | 'close'; readonly name: string; readonly written: string; readonly expression: Expression | undefined; readonly inverted: boolean };

/** A tag by name; `within` are the loops of this text around it, outermost first. */
export type NamedTag = { readonly name: string; readonly within: readonly string[] };

export type TextTemplate = {
  readonly nodes: readonly TextNode[];
  readonly names: readonly NamedTag[];
  readonly problems: readonly TemplateProblem[];
};

type OpenSection = { readonly mark: RowMark; readonly nodes: TextNode[] };

/**
 * Reads a text with tags. Sections that open and close inside it become nodes; what is left over are marks of rows.
 * @param part where the text stands, e.g. 工作表“台账”; `place` the cell, e.g. B7
 * @param runStarts offsets at which a new format begins, ascending, the first of them 0
 */
export function parseText(text: string, part: string, place: string, runStarts: readonly number[] = [0]): TextTemplate {
  const problems: TemplateProblem[] = [];
  const names: NamedTag[] = [];
  const stack: OpenSection[] = [];
  let nodes: TextNode[] = [];
  let run = 0;
  const complain = (code: TemplateProblemCode, tag: string, message?: string, suggestion?: string): void => {
    problems.push(worded(code, { part, place, tag }, message, suggestion));
  };
  const within = (): readonly string[] => stack.map(({ mark }) => mark.name);
  const moveTo = (offset: number): void => { while ((runStarts[run + 1] ?? Number.POSITIVE_INFINITY) <= offset) run += 1; };
  const putText = (from: number, to: number): void => {
    for (let at = from; at < to;) {
      moveTo(at);
      const end = Math.min(to, runStarts[run + 1] ?? to);
      nodes.push({ kind: 'text', text: text.slice(at, end), run });
      at = end;
    }
  };

  const found = findTags(text, defaultDelimiters, { changeDelimiterPrefix: null });
  for (const fault of found.faults) problems.push(braceProblem(fault, part, place));
  let at = 0;
  for (const tag of found.tags) {
    putText(at, tag.from);
    at = tag.to;
    moveTo(tag.from);
    const written = text.slice(tag.from, tag.to);
    const parsed = parseTag(tag.inside);
    for (const fault of expressionFaults(parsed)) complain('bad-expression', written, `“${written}”${fault.message}。`, fault.suggestion);
    if (parsed.kind === 'value' || parsed.kind === 'open' || parsed.kind === 'picture') names.push(...usedNames(parsed.expression).map((used) => ({ name: used.name, within: [...within(), ...used.within] })));
    if (tag.inside.trim() === '') complain('empty-tag', written);
    else if (parsed.kind === 'raw') complain('bad-part', written, `“${written}”不能用在 Excel 里：单元格里不能插入 XML。`);
    else if (parsed.kind === 'picture') nodes.push({ kind: 'picture', expression: parsed.expression, box: parsed.box, written });
    else if (parsed.kind === 'value') {
      nodes.push({ kind: 'value', expression: parsed.expression, written, run, mergesEqual: parsed.mergesEqual === true });
    } else if (parsed.kind === 'open') {
      if (parsed.container !== undefined && parsed.container !== 'w:tr') complain('unknown-container', written, `“${written}”：Excel 里的循环只能按行重复。`, '去掉“|按列”，或改用 Word 模板');
      stack.push({ mark: { kind: 'open', name: parsed.name, written, expression: parsed.expression, inverted: parsed.inverted }, nodes });
      refuseDeepLoops(stack.length);
      nodes = [];
    } else {
      const open = stack.pop();
      if (open === undefined) nodes.push({ kind: 'mark', mark: { kind: 'close', name: parsed.name, written, expression: undefined, inverted: false } });
      else {
        if (!closesMark(parsed.name, open.mark)) complain('loop-mismatch', written, `“${written}”与开始标签“${open.mark.written}”的名称不同。`, `写成 {/${open.mark.name}}`);
        open.nodes.push({ kind: 'section', expression: open.mark.expression ?? { kind: 'current' }, written: open.mark.written, inverted: open.mark.inverted, nodes });
        nodes = open.nodes;
      }
    }
  }
  putText(at, text.length);
  // What never closed in this cell spans rows; what stood behind it belongs to the cell itself.
  for (const open of stack.toReversed()) {
    open.nodes.push({ kind: 'mark', mark: open.mark }, ...nodes);
    nodes = open.nodes;
  }
  return { nodes, names, problems };
}

/** Whether a closing tag of this name may end what the mark opens. */
export function closesMark(name: string, { name: opened, expression }: RowMark): boolean {
  return expression === undefined ? name === '' || name === opened : closes(name, { name: opened, expression });
}

/** Pictures among these nodes and in the sections inside. */
export function picturesIn(nodes: readonly TextNode[]): readonly Extract<TextNode, { kind: 'picture' }>[] {
  return nodes.flatMap((node) => (node.kind === 'section' ? picturesIn(node.nodes) : node.kind === 'picture' ? [node] : []));
}

/** A stretch of text in the format of one run. */
export type RunText = { readonly run: number; readonly text: string };

type Rendering = { repetitionsLeft: number; readonly report: ValueReport | undefined; readonly runs: RunText[] | undefined };

/**
 * The text in this scope.
 * @param runs takes the same text in pieces, with the run that each is to look like
 * @throws AppError render-failed when loops in loops repeat beyond reason
 */
export function renderText(nodes: readonly TextNode[], scope: Scope, report?: ValueReport, runs?: RunText[]): string {
  return renderNodes(nodes, scope, { repetitionsLeft: mostRepetitionsInCell, report, runs });
}

function renderNodes(nodes: readonly TextNode[], scope: Scope, rendering: Rendering): string {
  let text = '';
  for (const node of nodes) {
    if (node.kind === 'text') {
      text += node.text;
      rendering.runs?.push({ run: node.run, text: node.text });
    } else if (node.kind === 'value') {
      const value = valueText(reportedValue(node.expression, node.written, scope, rendering.report));
      if (value === undefined) rendering.report?.onMissing?.(node.written);
      else {
        text += value;
        rendering.runs?.push({ run: node.run, text: value });
      }
    } else if (node.kind === 'section') {
      for (const inner of sectionScopes(reportedValue(node.expression, node.written, scope, rendering.report), node.inverted, scope)) {
        rendering.repetitionsLeft -= 1;
        if (rendering.repetitionsLeft < 0) throw new AppError('render-failed', `一个单元格里的循环超过 ${mostRepetitionsInCell} 次，已停止生成。`, { limit: mostRepetitionsInCell });
        text += renderNodes(node.nodes, inner, rendering);
      }
    }
  }
  return text;
}
