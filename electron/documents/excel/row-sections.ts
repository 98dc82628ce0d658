import type { Expression } from '../tags/expression.ts';
import type { TemplateProblem } from '../tags/template-problem.ts';
import type { RowMark } from './text-template.ts';

/** Rows `from` to `to` (both included, 1-based) that repeat or stand under a condition. */
export type RowSection = { readonly from: number; readonly to: number; readonly expression: Expression; readonly inverted: boolean; readonly name: string };

/** A mark with the cell it stands in, in reading order. */
export type PlacedMark = RowMark & { readonly row: number; readonly place: string };

/**
 * Pairs the marks of a sheet into sections of whole rows. Sections inside sections are refused for now: their rows would have
 * to move twice.
 */
export function pairRowMarks(marks: readonly PlacedMark[], part: string): { readonly sections: readonly RowSection[]; readonly problems: readonly TemplateProblem[] } {
  const sections: RowSection[] = [];
  const problems: TemplateProblem[] = [];
  let open: PlacedMark | undefined;
  const complain = (code: TemplateProblem['code'], mark: PlacedMark, message: string): void => {
    problems.push({ code, part, place: mark.place, tag: mark.written, message });
  };
  for (const mark of marks) {
    if (mark.kind === 'open') {
      if (open === undefined) open = mark;
      else complain('loops-crossed', mark, `Excel 模板的循环行里不能再套循环行（外层是“${open.written}”）`);
    } else if (open === undefined) complain('unopened-loop', mark, `“${mark.written}”没有对应的开始标签`);
    else {
      if (mark.name !== '' && mark.name !== open.name) complain('loop-mismatch', mark, `“${open.written}”应由“{/${open.name}}”结束`);
      const previous = sections.at(-1);
      if (previous !== undefined && previous.to >= open.row) complain('loops-crossed', open, '同一行里不能有两个循环行');
      sections.push({ from: open.row, to: mark.row, expression: open.expression ?? { kind: 'current' }, inverted: open.inverted, name: open.name });
      open = undefined;
    }
  }
  if (open !== undefined) complain('unclosed-loop', open, `“${open.written}”没有结束，请在最后一格写“{/${open.name}}”`);
  return { sections, problems };
}
