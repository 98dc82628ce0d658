import { AppError } from '../../../shared/app-error.ts';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { columnTags, knownTags, paperTags } from '../../../shared/deliverables/known-tags.ts';
import { isPaperSubject } from '../../../shared/deliverables/paper-subjects.ts';
import type { TemplateSubject } from '../../../shared/deliverables/template-subject.ts';
import type { TemplateFault, TemplateTag } from '../../../shared/ipc/template-channels.ts';
import { kindOf } from '../../../shared/records/kinds.ts';
import { checkTemplate, isWorkbook } from '../../documents/check-template.ts';
import type { TemplateDoubt } from '../../documents/tags/template-problem.ts';

/** Everything about a template without data, for the window. */
export type TemplateInspection = {
  /** It renders nothing until these are mended. */
  readonly problems: readonly TemplateFault[];
  /** It renders, but probably not as meant. */
  readonly doubts: readonly TemplateFault[];
  readonly tags: readonly TemplateTag[];
  /** Labels of fields that it does not print. */
  readonly unused: readonly string[];
};

type Known = { readonly names: readonly string[]; readonly columns: ReadonlyMap<string, readonly string[]>; readonly fields: readonly (readonly [name: string, label: string])[] };

/** The names that the data has, and the fields that a form is expected to print. */
function known(subject: TemplateSubject, profile: ContractProfile | undefined): Known {
  if (isPaperSubject(subject)) return { names: paperTags(subject), columns: new Map(), fields: [] };
  const extra = (profile?.extraFields[subject] ?? []).map(({ name, label }) => [name, label] as const);
  const fields = [...Object.entries(kindOf(subject).fields).map(([name, { label }]) => [name, label] as const), ...extra];
  return { names: [...knownTags(subject), ...extra.flat()], columns: columnTags(subject), fields };
}

function fault({ part, place, tag, message, suggestion }: TemplateDoubt): TemplateFault {
  return { part, place, tag, message, ...(suggestion === undefined ? {} : { suggestion }) };
}

/** A workbook in Word's clothes would fail at every generation, which goes by the name. */
function misnamed(bytes: Uint8Array, name: string): TemplateFault[] {
  const extension = isWorkbook(bytes) ? '.xlsx' : '.docx';
  return name.endsWith(extension) ? [] : [{ part: '', place: '', tag: '', message: `内容是${extension === '.xlsx' ? ' Excel 工作簿' : ' Word 文档'}，文件名却不是 ${extension}。` }];
}

/** Inspects a template file. One that cannot be read at all has that as its only problem. */
export function inspectTemplate(bytes: Uint8Array, name: string, subject: TemplateSubject | undefined, profile: ContractProfile | undefined): TemplateInspection {
  const expected = subject === undefined ? undefined : known(subject, profile);
  try {
    const { tags, problems, unknown, unused } = checkTemplate(bytes, expected?.names, expected?.columns);
    const left = new Set(unused);
    return {
      problems: [...misnamed(bytes, name), ...problems.map(fault)],
      doubts: unknown.map(fault),
      tags: tags.map(({ part, name: tag, place, within }) => ({ part, name: tag, within, ...(place === undefined ? {} : { place }) })),
      unused: (expected?.fields ?? []).filter(([field, label]) => left.has(field) && left.has(label)).map(([, label]) => label),
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { problems: [{ part: '', place: '', tag: '', message: error.message }], doubts: [], tags: [], unused: [] };
  }
}
