import { outputBytes, putBytes, putText } from './byte-output.ts';
import type { NoteOperation, NotesOperation, Program } from './program.ts';
import type { Rendering } from './rendering.ts';
import { startMerges } from './write-merges.ts';

/** Writes the id of a note where it is referred to, and the note itself, for this copy, among the notes. */
export function writeNote(step: NoteOperation, rendering: Rendering, write: (program: Program) => void): void {
  const notes = rendering.notes.get(step.story);
  const note = notes?.story.notes.get(step.original);
  // Only once may the id be that of the template, however often it is referred to.
  const id = notes === undefined || !notes.taken.has(step.original) ? step.original : String(notes.next++);
  notes?.taken.add(step.original);
  putText(rendering.output, id);
  rendering.latest.set(`${step.story} ${step.original}`, id);
  if (notes === undefined || note === undefined) return;
  const { part, output, written, writtenInRecord, merges, lists, tables } = rendering;
  Object.assign(rendering, { part: notes.story.part, output: notes.output, written: notes.written, writtenInRecord: new Uint8Array(notes.story.slots), merges: startMerges(), lists: new Map(), tables: [] });
  write(note);
  Object.assign(rendering, { part, output, written, writtenInRecord, merges, lists, tables });
}

/** The notes that were written with their references. */
export function writeNotes(step: NotesOperation, rendering: Rendering): void {
  const notes = rendering.notes.get(step.story);
  if (notes !== undefined) putBytes(rendering.output, outputBytes(notes.output));
}
