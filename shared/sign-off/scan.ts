/** One file of the delivery plan: a deliverable, and which part of it. */
export type FileChoice = { readonly deliverable: string; readonly scope: string };

/** A scan of a document's signed paper, as it is kept. */
export type StoredScan = FileChoice & {
  readonly version: number;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly pages?: number | undefined;
  /** The record whose paper it is, where it is the paper of one. */
  readonly recordId?: string | undefined;
  /** ISO instant in UTC. */
  readonly addedAt: string;
  readonly addedBy: string;
};
