import { isPaperSubject } from '../../../shared/deliverables/paper-subjects.ts';
import type { TemplateInfo } from '../../../shared/ipc/template-channels.ts';

/** How many people have to look at: problems before doubts, what is used before what is not. */
function rank({ usedBy, subject, problems }: TemplateInfo): number {
  const isUsed = usedBy.some(({ enabled }) => enabled) || (subject !== undefined && isPaperSubject(subject));
  return (isUsed ? 0 : 2) + (isUsed && problems.length > 0 ? -1 : 0);
}

/** Templates in the order of a person's interest: broken ones that are used, used ones, the others; each by title. */
export function inOrderOfUse(templates: readonly TemplateInfo[]): readonly TemplateInfo[] {
  return templates.toSorted((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, 'zh-CN') || (a.name < b.name ? -1 : 1));
}
