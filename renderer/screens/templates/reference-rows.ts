import type { ReferenceTag, TagForm, TagReference, TagSectionName } from '../../../shared/deliverables/tag-reference.ts';
import type { TemplateFilter } from '../../../shared/ipc/template-channels.ts';

/** One line of the reference; columns of a list stand below it, one level deeper. */
export type ReferenceRow = {
  readonly key: string;
  readonly depth: number;
  readonly form: TagForm;
  /** As it is read: `{#巡检项目}…{/巡检项目}`. */
  readonly shown: string;
  /** As it is pasted: `{#巡检项目}{/巡检项目}`; nothing for a group. */
  readonly copied: string;
  readonly english: string;
  readonly content: string;
  readonly example: string;
};

export type ReferenceSection = { readonly name: TagSectionName; readonly rows: readonly ReferenceRow[] };

function written(form: TagForm, name: string, between: string): string {
  switch (form) {
    case 'value': return `{${name}}`;
    case 'list':
    case 'condition': return `{#${name}}${between}{/${name}}`;
    case 'picture': return `{%${name}}`;
    case 'chart': return `{$${name}}`;
    case 'group': return name;
    default: return form satisfies never;
  }
}

/** The words of a query must all occur; letters and their full-width forms are the same. */
function matcher(query: string): (text: string) => boolean {
  const words = query.normalize('NFKC').toLowerCase().replaceAll(/[{}#/%$]/g, ' ').split(/\s+/).filter((word) => word !== '');
  return (text) => words.every((word) => text.normalize('NFKC').toLowerCase().includes(word));
}

function rowsOf(tag: ReferenceTag, depth: number, above: string, matches: (text: string) => boolean, isShown: boolean): readonly ReferenceRow[] {
  const { name, form, english = '', content, example = '' } = tag;
  const own = isShown || matches(`${name} ${english} ${content} ${example}`);
  const inside = tag.inside.flatMap((column) => rowsOf(column, depth + 1, `${above}/${name}`, matches, own));
  if (!own && inside.length === 0) return [];
  return [{
    key: `${above}/${name}`, depth, form, content, example,
    shown: written(form, name, '…'),
    copied: form === 'group' ? '' : written(form, name, ''),
    english: english === '' ? '' : written(form, english, '…'),
  }, ...inside];
}

/** The sections as lines, only those that a query asks for; a list or group that matches keeps all its lines, one of its lines keeps the list. */
export function referenceSections(sections: TagReference['sections'], query: string): readonly ReferenceSection[] {
  const matches = matcher(query);
  return sections.map(({ name, tags }) => ({ name, rows: tags.flatMap((tag) => rowsOf(tag, 0, name, matches, false)) })).filter(({ rows }) => rows.length > 0);
}

/** The filters that a query asks for. */
export function matchingFilters(filters: readonly TemplateFilter[], query: string): readonly TemplateFilter[] {
  const matches = matcher(query);
  return filters.filter(({ name, aliases, usage, summary, tag }) => matches([name, ...aliases, usage, summary, tag].join(' ')));
}
