import type { IssuedState } from '../deliverables/issued-state.ts';

/** Which version (版次) of a document comes next, and why it is made; the first has no reason. */
export type Edition = { readonly version: number; readonly reason: string };

/** The version of everything that was never signed. */
export const firstEdition: Edition = { version: 1, reason: '' };

/** What is known of a document's latest production. Digests are SHA-256 in lower-case hexadecimal. */
export type IssuedPaper = Edition & {
  readonly state: IssuedState;
  readonly dataSha256: string;
  /** Of what the paper shows of its records; undefined for productions from before it was kept. */
  readonly paperSha256?: string | undefined;
  /** Why its records were opened again after it was signed. */
  readonly reopened?: { readonly reason: string } | undefined;
};

/** Digests of a document as its records are now; asked for only where they decide. */
export type PresentPaper = { readonly paperSha256: () => string; readonly dataSha256: () => string };

/** Whether somebody has signed the paper. */
export function isSignedState(state: IssuedState): boolean {
  return state === 'signed' || state === 'scanned';
}

/** Whether the signed paper says something else than its records now: then it has to be made, printed and signed anew. */
export function needsNewVersion(issued: IssuedPaper, present: PresentPaper): boolean {
  if (!isSignedState(issued.state)) return false;
  if (issued.reopened !== undefined) return true;
  return issued.paperSha256 === undefined ? issued.dataSha256 !== present.dataSha256() : issued.paperSha256 !== present.paperSha256();
}

/**
 * The version as which a document is made now. What nobody signed keeps its version however often it is made; a signed one is followed by the
 * next as soon as its records say something else.
 */
export function editionOf(issued: IssuedPaper | undefined, present: PresentPaper): Edition {
  if (issued === undefined) return firstEdition;
  if (needsNewVersion(issued, present)) return { version: issued.version + 1, reason: issued.reopened?.reason ?? '' };
  return { version: issued.version, reason: issued.reason };
}
