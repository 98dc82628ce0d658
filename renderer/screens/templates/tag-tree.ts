import type { TemplateTag } from '../../../shared/ipc/template-channels.ts';

/** A tag with the tags inside it, when it is a loop or a condition. */
export type TagNode = { readonly name: string; readonly place: string; readonly inside: readonly TagNode[] };

/** The tags of one part: 正文, 页眉1, 工作表“台账”. */
export type TagPart = { readonly part: string; readonly tags: readonly TagNode[] };

type Growing = { readonly name: string; place: string; readonly inside: Map<string, Growing> };

function grown(nodes: ReadonlyMap<string, Growing>): readonly TagNode[] {
  return [...nodes.values()].map(({ name, place, inside }) => ({ name, place, inside: grown(inside) }));
}

function at(nodes: Map<string, Growing>, name: string): Growing {
  const known = nodes.get(name) ?? { name, place: '', inside: new Map<string, Growing>() };
  nodes.set(name, known);
  return known;
}

/** The flat list of tags as a tree, part by part, in reading order. */
export function tagParts(tags: readonly TemplateTag[]): readonly TagPart[] {
  const parts = new Map<string, Map<string, Growing>>();
  for (const tag of tags) {
    let nodes = parts.get(tag.part) ?? new Map<string, Growing>();
    parts.set(tag.part, nodes);
    for (const loop of tag.within) nodes = at(nodes, loop).inside;
    const node = at(nodes, tag.name);
    if (node.place === '') node.place = tag.place ?? '';
  }
  return [...parts].map(([part, nodes]) => ({ part, tags: grown(nodes) }));
}
