import { startAdditions, type Additions } from './additions.ts';
import type { DrawnChart } from './charts/write-piece.ts';
import type { CompiledPart } from './compile-part.ts';
import { startOutput, type ByteOutput } from './byte-output.ts';
import type { LineBreaks } from './escape-text.ts';
import { startNotes, type NoteStory, type NoteWriting } from './note-stories.ts';
import type { IdSpace, NoteKind, TagSource } from './program.ts';
import type { AddedLists, Lists } from './write-numbers.ts';
import type { TableWriting } from './write-tables.ts';
import { startMerges, type Merges } from './write-merges.ts';

/** Everything that changes while one document is written. Made anew for each, so that documents cannot influence each other. */
export type Rendering = {
  /** Name of the part being written: what refers to pictures and links does so by part. */
  part: string;
  /** The part being written. */
  output: ByteOutput;
  /** Per slot of the part being written, whether its first copy in the document has been written. */
  written: Uint8Array;
  /** The same within the record, in a document of many records. */
  writtenInRecord: Uint8Array;
  /** The next free number of each kind of id. */
  readonly next: Record<IdSpace, number>;
  /** What the latest copy of an original id got. */
  readonly latest: Map<string, string>;
  /** What marked cells of the part printed last. */
  merges: Merges;
  /** Tables around the place that is being written, outermost first, as far as they are looked over. */
  tables: TableWriting[];
  /** How far the lists of the part have come. */
  lists: Lists;
  readonly addedLists: AddedLists;
  /** Notes and comments that are written along with their references. */
  readonly notes: ReadonlyMap<NoteKind, NoteWriting>;
  /** Relationship ids of headers and footers that stand in for the template's own. */
  references: ReadonlyMap<string, string>;
  /** The chart being written, where its data is the record's. */
  chart: DrawnChart | undefined;
  readonly missing: TagSource[];
  /** Values that could not be printed as they were meant. */
  readonly problems: RenderProblem[];
  /** Reasons of the value being written; see reportDoubts. */
  readonly doubts: string[];
  readonly additions: Additions;
  readonly lineBreaks: LineBreaks;
  readonly pageBreaks: boolean;
  readonly missingText: string;
  repetitions: number;
  /** Steps of programs taken so far. */
  steps: number;
};

/** Something in the data that a page could not show as meant; message in Chinese. */
export type RenderProblem = TagSource & { readonly message: string };

export type RenderingOptions = { readonly linebreaks?: boolean; readonly tidy?: boolean; readonly pageBreaks?: boolean; readonly missingText?: string };

/** Numbers that nothing in the template has, for names and relationships, and for lists; and names of files of the template that documents leave out. */
export type FirstFree = { readonly ids: Readonly<Record<IdSpace, number>>; readonly added: number; readonly list: number; readonly lists: number; readonly names: readonly string[] };

/** The first free id of each kind, over all parts. */
export function firstFreeIds(parts: readonly CompiledPart[]): Readonly<Record<IdSpace, number>> {
  const next = (space: IdSpace): number => parts.reduce((highest, part) => Math.max(highest, part.ids[space]), 0) + 1;
  return { drawing: next('drawing'), bookmark: next('bookmark'), control: next('control'), shape: next('shape'), permission: next('permission'), revision: next('revision') };
}

/** A rendering with nothing written; ids count on from the highest in any part of the template. */
export function startRendering(options: RenderingOptions, firstFree: FirstFree, stories: readonly NoteStory[]): Rendering {
  return {
    part: '',
    output: startOutput(0),
    written: new Uint8Array(),
    writtenInRecord: new Uint8Array(),
    next: { ...firstFree.ids },
    latest: new Map(),
    merges: startMerges(),
    tables: [],
    lists: new Map(),
    addedLists: { next: firstFree.list, room: firstFree.lists, lists: [] },
    notes: startNotes(stories),
    references: new Map(),
    chart: undefined,
    missing: [],
    problems: [],
    doubts: [],
    additions: startAdditions(firstFree.added, firstFree.names),
    lineBreaks: options.linebreaks !== true ? 'none' : options.tidy === true ? 'in-run' : 'own-run',
    pageBreaks: options.pageBreaks ?? false,
    missingText: options.missingText ?? 'undefined',
    repetitions: 0,
    steps: 0,
  };
}

/** Nobody reads more; a mistake in the data of a long list must not fill the memory with its report. */
const mostReported = 10_000;

/** The data has no value for a tag. */
export function reportMissing(rendering: Rendering, source: TagSource): void {
  if (rendering.missing.length < mostReported) rendering.missing.push(source);
}

/** A value could not be printed as it was meant. */
export function reportProblem(rendering: Rendering, problem: RenderProblem): void {
  if (rendering.problems.length < mostReported) rendering.problems.push(problem);
}

/** What a filter of this tag did not understand goes into the report; the page shows the original. */
export function reportDoubts(rendering: Rendering, source: TagSource): void {
  const reasons = rendering.doubts.splice(0);
  rendering.steps += reasons.length * 10;
  for (const reason of reasons) reportProblem(rendering, { ...source, message: `“${source.tag}”${reason}，照原样印出。` });
}

/** Makes the rendering ready for another part, of about as many bytes. */
export function beginPart(rendering: Rendering, part: string, slots: number, expectedBytes: number): void {
  rendering.part = part;
  rendering.output = startOutput(expectedBytes);
  rendering.written = new Uint8Array(slots);
  rendering.writtenInRecord = new Uint8Array(slots);
  rendering.merges = startMerges();
  rendering.lists = new Map();
  rendering.tables = [];
}
