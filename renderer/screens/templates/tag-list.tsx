import type { ReactNode } from 'react';
import type { TagNode, TagPart } from './tag-tree.ts';

function Tags(props: { readonly tags: readonly TagNode[] }): ReactNode {
  return (
    <ul className="tag-tree">
      {props.tags.map(({ name, place, inside }) => (
        <li key={name}>
          <code>{inside.length > 0 ? `{#${name}}` : `{${name}}`}</code>
          <span className="muted">{place}</span>
          {inside.length > 0 ? <Tags tags={inside} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** The tags of a template, part by part, what is in a loop below the loop. */
export function TagList(props: { readonly parts: readonly TagPart[] }): ReactNode {
  return props.parts.map(({ part, tags }) => (
    <div key={part} className="tag-part">
      <h3>{part}</h3>
      <Tags tags={tags} />
    </div>
  ));
}
