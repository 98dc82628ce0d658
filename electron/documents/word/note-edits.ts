import type { Replacement } from './edits.ts';
import type { PlacedLoop } from './loop-edits.ts';
import { fixedText, type NoteKind, type Operation } from './program.ts';
import { attributeOf, attributeSpan, closest, type XmlElement } from './xml-tree.ts';

/** A note or comment that the main part refers to. */
export type NoteReference = {
  readonly kind: NoteKind;
  readonly id: string;
  /** Whether it stands inside a loop, so that a document may have it several times, or not at all. */
  readonly isLooped: boolean;
  /** Names of the loops around it, outermost first. */
  readonly within: readonly string[];
};

export type NoteEdits = { readonly edits: readonly Replacement[]; readonly references: readonly NoteReference[] };

const noteReferences: ReadonlyMap<string, NoteKind> = new Map([['w:footnoteReference', 'footnote'], ['w:endnoteReference', 'endnote']]);
const commentMarks: ReadonlySet<string> = new Set(['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference']);

/**
 * References to notes and comments in what is repeated. Every copy of a reference to a note gets a note of its own, filled in for that
 * copy; a comment stays with the first copy in the document, or in its record.
 */
export function noteEdits(xml: string, root: XmlElement, loops: readonly PlacedLoop[], slot: () => number): NoteEdits {
  const edits: Replacement[] = [];
  const references = new Map<string, NoteReference>();
  const refer = (kind: NoteKind, id: string, at: number): void => {
    const around = loops.filter(({ extent }) => extent.bodyFrom <= at && at < extent.bodyTo);
    const known = references.get(`${kind} ${id}`);
    const within = around.filter(({ pair }) => !pair.open.tag.inverted).map(({ pair }) => pair.open.tag.name);
    references.set(`${kind} ${id}`, known === undefined ? { kind, id, isLooped: around.length > 0, within } : { ...known, isLooped: known.isLooped && around.length > 0 });
  };
  const visit = (element: XmlElement): void => {
    const kind = noteReferences.get(element.name);
    const id = attributeSpan(xml, element, 'w:id');
    if (kind !== undefined && id !== undefined) {
      refer(kind, id.value, element.from);
      edits.push({ kind: 'replace', from: id.valueFrom, to: id.valueTo, content: [{ kind: 'note', story: kind, original: id.value }], when: 'repeated' });
    } else if (commentMarks.has(element.name) && id !== undefined) {
      const whole = element.name === 'w:commentReference' ? (closest(element, 'w:r') ?? element) : element;
      const isFirst = !references.has(`comment ${id.value}`);
      if (isFirst) refer('comment', id.value, element.from);
      const written: Operation = isFirst ? { kind: 'note', story: 'comment', original: id.value } : { kind: 'same-id', space: 'comment', original: id.value };
      const first = [fixedText(xml.slice(whole.from, id.valueFrom)), written, fixedText(xml.slice(id.valueTo, whole.to))];
      edits.push({ kind: 'replace', from: whole.from, to: whole.to, content: [{ kind: 'copy', slot: slot(), per: 'record', first, later: [] }], when: 'repeated' });
    }
    for (const child of element.children) visit(child);
  };
  visit(root);
  return { edits, references: [...references.values()] };
}

const notes: ReadonlyMap<string, NoteKind> = new Map([['w:footnote', 'footnote'], ['w:endnote', 'endnote'], ['w:comment', 'comment']]);

/** The kind and id of the note or comment that an element stands in. */
export function noteAround(xml: string, element: XmlElement): { readonly kind: NoteKind; readonly id: string; readonly note: XmlElement } | undefined {
  const note = closest(element, ...notes.keys());
  const kind = note === undefined ? undefined : notes.get(note.name);
  const id = note === undefined ? undefined : attributeOf(xml, note, 'w:id');
  return note === undefined || kind === undefined || id === undefined ? undefined : { kind, id, note };
}
