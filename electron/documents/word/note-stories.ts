import { startOutput, type ByteOutput } from './byte-output.ts';
import type { CompiledPart } from './compile-part.ts';
import { buildProgram, inBuildingOrder, removal, type Replacement } from './edits.ts';
import { noteAround, type NoteReference } from './note-edits.ts';
import type { NoteKind, Program } from './program.ts';
import { attributeSpan, type XmlElement } from './xml-tree.ts';

/** A part of notes or comments, taken apart: what is written once, and the notes that are written with each of their references. */
export type NoteStory = {
  readonly kind: NoteKind;
  readonly part: string;
  readonly slots: number;
  /** The part with everything else; the notes written meanwhile stand at its end. */
  readonly rest: Program;
  readonly notes: ReadonlyMap<string, Program>;
  /** Ids of further notes count on from here. */
  readonly nextId: number;
  readonly expectedBytes: number;
};

/** Notes as they are written. */
export type NoteWriting = { readonly story: NoteStory; readonly output: ByteOutput; readonly written: Uint8Array; readonly taken: Set<string>; next: number };

/**
 * Takes the referred notes out of a part of notes or comments; undefined when it is no such part, or when none of its notes is among them.
 */
export function noteStory(part: CompiledPart, references: readonly NoteReference[]): NoteStory | undefined {
  const { xml, root, edits } = part;
  const list = root.children.at(-1);
  const found = (list?.children ?? []).flatMap((child) => noteAround(xml, child) ?? []);
  const kind = found[0]?.kind;
  const referred = new Set(references.filter((reference) => reference.kind === kind).map(({ id }) => id));
  const taken = found.filter(({ id }) => referred.has(id));
  if (list === undefined || list.selfClosing || kind === undefined || taken.length === 0) return undefined;
  // Notes follow each other in the source, and there may be thousands of them.
  const noteOf = (at: number): XmlElement | undefined => {
    let [from, to] = [0, taken.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((taken[middle]?.note.from ?? 0) <= at) from = middle + 1;
      else to = middle;
    }
    const note = taken[from - 1]?.note;
    return note !== undefined && at < note.to ? note : undefined;
  };
  const editsOf = Map.groupBy(edits, (edit) => noteOf(edit.from));
  const end: Replacement = { kind: 'replace', from: list.contentTo, to: list.contentTo, content: [{ kind: 'notes', story: kind }], when: 'always' };
  const restEdits = inBuildingOrder([...(editsOf.get(undefined) ?? []), ...taken.map(({ note }) => removal(note.from, note.to)), end]);
  const program = (note: (typeof taken)[number]): Program => {
    const span = attributeSpan(xml, note.note, 'w:id');
    const own: readonly Replacement[] = span === undefined ? [] : [{ kind: 'replace', from: span.valueFrom, to: span.valueTo, content: [{ kind: 'same-id', space: kind, original: note.id }], when: 'always' }];
    return buildProgram(xml, note.note.from, note.note.to, inBuildingOrder([...(editsOf.get(note.note) ?? []).filter((edit) => edit.to <= note.note.to), ...own]), true);
  };
  const ids = found.map(({ id }) => Number(id)).filter((id) => Number.isSafeInteger(id));
  return {
    kind,
    part: part.part.name,
    slots: part.slots,
    rest: buildProgram(xml, 0, xml.length, restEdits, false),
    notes: new Map(taken.map((note) => [note.id, program(note)])),
    nextId: ids.reduce((highest, id) => Math.max(highest, id), 0) + 1,
    expectedBytes: xml.length * 2,
  };
}

/** The stories with nothing written. */
export function startNotes(stories: readonly NoteStory[]): ReadonlyMap<NoteKind, NoteWriting> {
  return new Map(stories.map((story) => [story.kind, { story, output: startOutput(story.expectedBytes), written: new Uint8Array(story.slots), taken: new Set<string>(), next: story.nextId }]));
}
