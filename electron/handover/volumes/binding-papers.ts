import type { BoundFileKind } from '../../../shared/volumes/binding.ts';
import type { Volume } from '../../../shared/volumes/volume.ts';
import type { OfficeKind } from '../office/office-program.ts';

/** A paper of the binding itself, made from a template that the person may have changed. `title` is what people call it. */
export type MadePaper = { readonly title: string; readonly kind: OfficeKind; readonly bytes: Uint8Array; readonly warnings: readonly string[] };

/** The papers of one volume, in their places: the filing note stands behind the documents. */
export type VolumePapers = { readonly cover: MadePaper; readonly contents: MadePaper; readonly filingNote?: MadePaper | undefined };

/** A paper about all volumes; it is a file of its own. */
export type OverallPaper = { readonly kind: Exclude<BoundFileKind, 'volume'>; readonly copies: number; readonly paper: MadePaper };

/** Makes the papers of a binding from its volumes. Throws what templates throw. */
export type PaperMaker = {
  readonly ofVolume: (volume: Volume) => Promise<VolumePapers>;
  /** @param bound the volumes that are complete; a list of what is handed over must not name more */
  readonly overall: (bound: readonly Volume[]) => Promise<readonly OverallPaper[]>;
};
