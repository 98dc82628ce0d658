import { filterReference, type FilterReference } from '../../../electron/documents/tags/filters/filter-table.ts';

function plainText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value).replaceAll('\n', '⏎') : undefined;
}

/** What the example starts from, when it can be said in a word: `1680.32 → `. */
function inputs(data: Readonly<Record<string, unknown>>): string {
  const texts = Object.values(data).map(plainText);
  return texts.length === 0 || texts.includes(undefined) ? '' : `${texts.join('、')} → `;
}

/** One line per filter: names, purpose, example. Bars would break a Markdown table. */
function line({ name, aliases, usage, summary, example }: FilterReference): string {
  const others = aliases.length === 0 ? '' : `（${aliases.map((alias) => `\`${alias}\``).join('、')}）`;
  return `- \`${usage}\`${others}：${summary}。\`${example.tag}\`：${inputs(example.data)}${plainText(example.result) ?? ''}${name === '分行' ? '（⏎ 是换行）' : ''}`;
}

/** The filters as Markdown, for templates/README.md. */
export function filterLines(): string {
  return filterReference.map(line).join('\n');
}

const begin = '<!-- 过滤器清单由 npm run templates 生成，请勿手改 -->';
const end = '<!-- 过滤器清单结束 -->';

/** The README with its list of filters brought up to date. */
export function withFilterReference(readme: string): string {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error('templates/README.md has lost the marks around its list of filters');
  return `${readme.slice(0, from + begin.length)}\n\n${filterLines()}\n\n${readme.slice(to)}`;
}
