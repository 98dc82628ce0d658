import { tagReference as referenceOf, type ReferenceTag, type TagSectionName } from '../../../shared/deliverables/tag-reference.ts';
import { kindNames, type KindName } from '../../../shared/records/kinds.ts';

function loop(name: string): string {
  return `\`{#${name}}…{/${name}}\``;
}

function names(tags: readonly ReferenceTag[]): string {
  return tags.map(({ name }) => `\`{${name}}\``).join(' ');
}

function fieldLine({ name, english = '', form, content, inside }: ReferenceTag): string {
  if (form !== 'list') return `| \`{${name}}\` | \`{${english}}\` | ${content} |`;
  return `| ${loop(name)} | ${loop(english)} | ${content}，每行：${names(inside)} |`;
}

/** What a kind's data has beside its fields: everything the program computes. */
function computedLine({ name, form, inside }: ReferenceTag): string {
  if (form === 'list') return `${loop(name)}${inside.length === 0 ? '' : `（${names(inside)}）`}`;
  return form === 'group' ? names(inside) : form === 'condition' ? loop(name) : `\`{${name}}\``;
}

function section(kind: KindName): string {
  const reference = referenceOf(kind);
  const tags = (name: TagSectionName): readonly ReferenceTag[] => reference.sections.find((candidate) => candidate.name === name)?.tags ?? [];
  const computed = tags('computed');
  return [
    `### ${reference.title}（\`${kind}\`）`,
    '',
    '| 标签 | 英文写法 | 内容 |',
    '| --- | --- | --- |',
    ...tags('fields').map(fieldLine),
    '',
    ...(computed.length === 0 ? [] : ['由程序计算：', '', ...computed.map((tag) => `- ${computedLine(tag)}`), '']),
  ].join('\n');
}

/** The tags of every kind as Markdown, for templates/README.md. */
export function tagReference(): string {
  return kindNames.map(section).join('\n');
}

const begin = '<!-- 标签清单由 npm run templates 生成，请勿手改 -->';
const end = '<!-- 标签清单结束 -->';

/** The README with its list of tags brought up to date. */
export function withTagReference(readme: string): string {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error('templates/README.md has lost the marks around its list of tags');
  return `${readme.slice(0, from + begin.length)}\n\n${tagReference()}\n${readme.slice(to)}`;
}
