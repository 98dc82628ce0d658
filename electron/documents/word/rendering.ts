import type { CompiledPart } from './compile-part.ts';
import { startOutput, type ByteOutput } from './byte-output.ts';
import type { LineBreaks } from './escape-text.ts';
import type { IdSpace, TagSource } from './program.ts';

/** Everything that changes while one document is written. Made anew for each, so that documents cannot influence each other. */
export type Rendering = {
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
  /** Relationship ids of headers and footers that stand in for the template's own. */
  references: ReadonlyMap<string, string>;
  readonly missing: TagSource[];
  readonly lineBreaks: LineBreaks;
  readonly missingText: string;
  repetitions: number;
};

export type RenderingOptions = { readonly linebreaks?: boolean; readonly tidy?: boolean; readonly missingText?: string };

/** A rendering with nothing written; ids count on from the highest in any part of the template. */
export function startRendering(parts: readonly CompiledPart[], options: RenderingOptions): Rendering {
  const next = (space: IdSpace): number => parts.reduce((highest, part) => Math.max(highest, part.ids[space]), 0) + 1;
  return {
    output: startOutput(0),
    written: new Uint8Array(),
    writtenInRecord: new Uint8Array(),
    next: { drawing: next('drawing'), bookmark: next('bookmark'), control: next('control'), shape: next('shape') },
    latest: new Map(),
    references: new Map(),
    missing: [],
    lineBreaks: options.linebreaks !== true ? 'none' : options.tidy === true ? 'in-run' : 'own-run',
    missingText: options.missingText ?? 'undefined',
    repetitions: 0,
  };
}

/** Makes the rendering ready for another part, of about as many bytes. */
export function beginPart(rendering: Rendering, slots: number, expectedBytes: number): void {
  rendering.output = startOutput(expectedBytes);
  rendering.written = new Uint8Array(slots);
  rendering.writtenInRecord = new Uint8Array(slots);
}
