import type { TemplateReport } from '../api/operations/check-template.ts';

type Branch = Map<string, Branch>;

/** A template's tags for people: one line per part of the document, a loop's own tags behind it in brackets. */
export function tagLines(tags: TemplateReport['tags']): readonly string[] {
  const parts = new Map<string, Branch>();
  for (const { part, name, within } of tags) {
    let branch = childOf(parts, part);
    for (const step of [...within, name]) branch = childOf(branch, step);
  }
  return [`标签（${new Set(tags.map(({ name, within }) => [...within, name].join('\n'))).size} 个）${parts.size === 0 ? '：没有' : '：'}`, ...[...parts].map(([part, branch]) => `  ${part}：${told(branch)}`)];
}

function childOf(branch: Branch, name: string): Branch {
  const known = branch.get(name);
  if (known !== undefined) return known;
  const child: Branch = new Map();
  branch.set(name, child);
  return child;
}

function told(branch: Branch): string {
  return [...branch].map(([name, inside]) => (inside.size === 0 ? name : `${name}（${told(inside)}）`)).join('、');
}
