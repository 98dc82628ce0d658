import { expressionUse, type ExpressionUse } from '../tags/expression-use.ts';
import { noteAround, type NoteReference } from './note-edits.ts';
import type { TemplatePart } from './package-parts.ts';
import type { PlacedTag } from './place-tags.ts';
import type { XmlElement } from './xml-tree.ts';

/** A tag of a template as a list shows it. */
export type TagUse = ExpressionUse & {
  readonly part: string;
  readonly place: string;
  readonly tag: string;
  readonly kind: 'value' | 'loop' | 'inverted' | 'raw' | 'picture' | 'control' | 'link' | 'chart';
  /** Names of the loops around it, outermost first. */
  readonly within: readonly string[];
};

/** Gives the names of the loops around a place of the source, outermost first. */
export type LoopsAround = (at: number) => readonly string[];

/** The loops around the reference to the note that a tag stands in. */
function loopsAroundNote(xml: string, element: XmlElement, references: readonly NoteReference[]): readonly string[] {
  const note = references.length === 0 ? undefined : noteAround(xml, element);
  return references.find(({ kind, id }) => kind === note?.kind && id === note.id)?.within ?? [];
}

/** The tags of a part's texts, for lists and for comparing with what the data has. */
export function tagUses(xml: string, tags: readonly PlacedTag[], namesAround: LoopsAround, part: TemplatePart, references: readonly NoteReference[]): readonly TagUse[] {
  return tags.flatMap((placed) => {
    if (placed.tag.kind === 'close') return [];
    const within = [...loopsAroundNote(xml, placed.startElement, references), ...namesAround(placed.from)];
    const kind = placed.tag.kind === 'open' ? (placed.tag.inverted ? 'inverted' : 'loop') : placed.tag.kind;
    return [{ part: part.label, place: placed.place, tag: placed.written, kind, ...expressionUse(placed.tag.expression), within }];
  });
}
