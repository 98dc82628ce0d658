import type { Problem } from '../../../shared/app-error.ts';
import type { ExtraField } from '../../../shared/contract/profile.ts';
import { columnTags, knownTags } from '../../../shared/deliverables/known-tags.ts';
import { kindOf, type KindName } from '../../../shared/records/kinds.ts';
import { checkTemplate, isWorkbook, type TagName } from '../../documents/check-template.ts';
import { listedProblem } from '../../documents/tags/template-problem.ts';

/** `error`: the template renders nothing until it is mended; `warning`: it renders, but probably not as meant. */
export type TemplateFinding = Problem & { readonly severity: 'error' | 'warning' };

/** What a person learns about a template: what stops it, names that are probably meant otherwise, its tags, fields it leaves out. */
export type TemplateReport = { readonly problems: readonly TemplateFinding[]; readonly tags: readonly TagName[]; readonly unused: readonly string[] };

/** The fields that a form of the kind is expected to print, by name and label. */
function expectedFields(kind: KindName): readonly (readonly [name: string, label: string])[] {
  return Object.entries(kindOf(kind).fields).map(([name, field]) => [name, field.label]);
}

/** A workbook in Word's clothes would fail at every generation, which goes by the name. */
function misnamed(bytes: Uint8Array, name: string): readonly TemplateFinding[] {
  const extension = isWorkbook(bytes) ? '.xlsx' : '.docx';
  if (name.toLowerCase().endsWith(extension)) return [];
  return [{ place: name, severity: 'error', message: `内容是${extension === '.xlsx' ? ' Excel 工作簿' : ' Word 文档'}，文件名却不是 ${extension}。（把扩展名改为 ${extension}）` }];
}

/**
 * Checks a template file (.docx or .xlsx) against the tags that a kind of record offers, and the contract's own fields of it.
 * Throws `unreadable-file` when the bytes are neither.
 * @param name of the file, whose ending must suit
 */
export function checkTemplateFile(bytes: Uint8Array, kind: KindName | undefined, extraFields: readonly ExtraField[] = [], name?: string): TemplateReport {
  const own = extraFields.flatMap((field) => [field.name, field.label]);
  const { tags, problems, unknown } = checkTemplate(bytes, kind === undefined ? undefined : [...knownTags(kind), ...own], kind === undefined ? undefined : columnTags(kind));
  const used = new Set(tags.flatMap((tag) => [tag.name, ...tag.within]).flatMap((name) => [name, ...name.split('.')]));
  return {
    problems: [
      ...(name === undefined ? [] : misnamed(bytes, name)),
      ...problems.map((problem) => ({ ...listedProblem(problem), severity: 'error' as const })),
      ...unknown.map((doubt) => ({ ...listedProblem(doubt), severity: 'warning' as const })),
    ],
    tags,
    unused: kind === undefined ? [] : [...expectedFields(kind), ...extraFields.map((field) => [field.name, field.label] as const)].filter((names) => !names.some((written) => used.has(written))).map(([, label]) => label),
  };
}
