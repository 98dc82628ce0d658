import { AppError, type Problem } from '../../../shared/app-error.ts';
import type { ExtraField } from '../../../shared/contract/profile.ts';
import { knownTags } from '../../../shared/deliverables/known-tags.ts';
import { kindOf, type KindName } from '../../../shared/records/kinds.ts';
import { checkTemplate, type TagName } from '../../documents/check-template.ts';
import { listedProblem } from '../../documents/tags/template-problem.ts';

/** What a person learns about a template: what stops it, names that are probably meant otherwise, its tags, fields it leaves out. */
export type TemplateReport = { readonly problems: readonly Problem[]; readonly tags: readonly TagName[]; readonly unused: readonly string[] };

/** The fields that a form of the kind is expected to print: its own labels, not every spelling of every tag. */
function expectedTags(kind: KindName): readonly string[] {
  return Object.values(kindOf(kind).fields).map((field) => field.label);
}

/**
 * Checks a template file (.docx or .xlsx) against the tags that a kind of record offers, and the contract's own fields of it.
 * Throws `unreadable-file` when the bytes are neither.
 */
export function checkTemplateFile(bytes: Uint8Array, kind: KindName | undefined, extraFields: readonly ExtraField[] = []): TemplateReport {
  const own = extraFields.flatMap((field) => [field.name, field.label]);
  const { tags, problems, unknown } = checkTemplate(bytes, kind === undefined ? undefined : [...knownTags(kind), ...own]);
  const used = new Set(tags.flatMap((tag) => [tag.name, ...tag.within]).flatMap((name) => [name, ...name.split('.')]));
  return {
    problems: [...problems, ...unknown].map(listedProblem),
    tags,
    unused: kind === undefined ? [] : [...expectedTags(kind), ...extraFields.map((field) => field.label)].filter((label) => !used.has(label)),
  };
}

/** The problems as lists on screen show them; a file that cannot even be read is one problem. */
export function templateProblems(bytes: Uint8Array, name: string): readonly Problem[] {
  try {
    return checkTemplateFile(bytes, undefined).problems;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ place: name, message: error.message }];
  }
}
