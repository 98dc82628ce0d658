import { AppError, type Problem } from '../../../shared/app-error.ts';
import { knownTags } from '../../../shared/deliverables/known-tags.ts';
import type { KindName } from '../../../shared/records/kinds.ts';
import { problemSentence, type TemplateProblem } from '../../documents/tags/template-problem.ts';
import { compileWorkbookTemplate } from '../../documents/excel/workbook-template.ts';
import { compileTemplate, formOptions } from '../../documents/template.ts';

export type TemplateTag = { readonly part: string; readonly name: string };

/** Problems and tags of a template file, by its ending. Throws `unreadable-file` for anything else. */
export function inspectTemplate(bytes: Uint8Array, name: string): { readonly problems: readonly TemplateProblem[]; readonly tags: readonly TemplateTag[] } {
  const template = name.toLowerCase().endsWith('.xlsx') ? compileWorkbookTemplate(bytes) : compileTemplate(bytes, formOptions);
  return { problems: template.problems, tags: template.tags.flatMap(({ part, name: tag }) => (tag === undefined || tag === '' ? [] : [{ part, name: tag }])) };
}

/** The problems as lists on screen show them; a file that cannot even be read is one problem. */
export function templateProblems(bytes: Uint8Array, name: string): Problem[] {
  try {
    return inspectTemplate(bytes, name).problems.map((problem) => ({ place: `${problem.part}${problem.place}`, message: problemSentence(problem) }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ place: name, message: error.message }];
  }
}
