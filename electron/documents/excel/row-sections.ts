import type { Expression } from '../tags/expression.ts';
import { refuseDeepLoops } from '../tags/template-limits.ts';
import { worded } from '../tags/problem-words.ts';
import type { TemplateProblem } from '../tags/template-problem.ts';
import { closesMark, type RowMark } from './text-template.ts';

/** Rows `from` to `to` (both included, 1-based) that repeat or stand under a condition. */
export type RowSection = {
  readonly from: number;
  readonly to: number;
  readonly expression: Expression;
  readonly inverted: boolean;
  readonly name: string;
  /** Its opening tag. */
  readonly written: string;
  /** Beside it stands `{^name}`: the template says itself what a list without items looks like. */
  readonly hasOtherwise: boolean;
  /** Sections inside it, in order. */
  readonly sections: readonly RowSection[];
};

/** A mark with the cell it stands in, in reading order. */
export type PlacedMark = RowMark & { readonly row: number; readonly place: string };

type OpenSection = { readonly mark: PlacedMark; readonly inside: RowSection[] };

/** Pairs the marks of a sheet into sections of whole rows; sections may stand in sections. */
export function pairRowMarks(marks: readonly PlacedMark[], part: string): { readonly sections: readonly RowSection[]; readonly problems: readonly TemplateProblem[] } {
  const sheet: RowSection[] = [];
  const problems: TemplateProblem[] = [];
  const stack: OpenSection[] = [];
  const complain = (code: TemplateProblem['code'], mark: PlacedMark, message?: string, suggestion?: string): void => {
    problems.push(worded(code, { part, place: mark.place, tag: mark.written }, message, suggestion));
  };
  for (const mark of marks) {
    if (mark.kind === 'open') {
      stack.push({ mark, inside: [] });
      refuseDeepLoops(stack.length);
      continue;
    }
    const open = stack.pop();
    if (open === undefined) {
      complain('unopened-loop', mark);
      continue;
    }
    if (!closesMark(mark.name, open.mark)) complain('loop-mismatch', mark, `“${mark.written}”与开始标签“${open.mark.written}”（${open.mark.place}）的名称不同。`, `写成 {/${open.mark.name}}`);
    const neighbours = stack.at(-1)?.inside ?? sheet;
    if ((neighbours.at(-1)?.to ?? 0) >= open.mark.row) complain('loops-crossed', open.mark, `“${open.mark.written}”和前一个循环占了同一行。`, '同一行里不能并排放两个循环，请放在不同的行，或套在另一个里面');
    neighbours.push({
      from: open.mark.row,
      to: mark.row,
      expression: open.mark.expression ?? { kind: 'current' },
      inverted: open.mark.inverted,
      name: open.mark.name,
      written: open.mark.written,
      hasOtherwise: false,
      sections: withOtherwise(open.inside),
    });
  }
  for (const { mark } of stack) complain('unclosed-loop', mark, undefined, `在最后一行的最后一格写 {/${mark.name}}`);
  return { sections: withOtherwise(sheet), problems };
}

function withOtherwise(sections: readonly RowSection[]): readonly RowSection[] {
  const otherwise = new Set(sections.filter(({ inverted }) => inverted).map(({ name }) => name));
  return sections.map((section) => ({ ...section, hasOtherwise: !section.inverted && otherwise.has(section.name) }));
}

/** Every section of a sheet, outer ones before those inside them. */
export function allSections(sections: readonly RowSection[]): readonly RowSection[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)]);
}
