import { daysBetween, type LocalDate } from '../dates.ts';
import { issuedStates, type IssuedState } from '../deliverables/issued-state.ts';
import type { FileChoice } from './scan.ts';

/** What the paper of a document waits for: to be made, printed, signed, scanned, made anew in a new version; or for nothing. */
export const paperNeeds = ['make', 'print', 'sign', 'scan', 'renew', 'nothing'] as const;
export type PaperNeed = (typeof paperNeeds)[number];

/** A step that the paper has behind it. */
export type BoardStep = { readonly day: LocalDate; readonly person: string };

/** A record on the paper, for scans that name it. */
export type PaperRecord = { readonly id: string; readonly number: string };

/** A signed version that another one has replaced, or is to replace. */
export type ReplacedVersion = { readonly version: number; readonly state: IssuedState; readonly signedOn?: LocalDate | undefined; readonly reason: string; readonly by: string; readonly at: string; readonly scans: number };

/** One document on the board. */
export type BoardDocument = FileChoice & {
  readonly title: string;
  /** File name without ending. */
  readonly name: string;
  readonly period: string;
  /** Number of a single form or report; the period of a list. */
  readonly number: string;
  /** What its code names beside it. */
  readonly codeNumbers: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The records that it shows; their numbers where each has a form of its own in the file. */
  readonly records: readonly PaperRecord[];
  readonly hasForms: boolean;
  readonly state: IssuedState | undefined;
  readonly version: number;
  readonly reason: string;
  /** Made by whom and when, an instant in UTC. */
  readonly made?: { readonly at: string; readonly by: string } | undefined;
  readonly printed?: BoardStep | undefined;
  readonly signed?: BoardStep | undefined;
  readonly scanned?: BoardStep | undefined;
  /** Not signed yet, and would come out otherwise today. */
  readonly isStale: boolean;
  /** Signed, but its records say something else now; why, where somebody said. */
  readonly renewal?: { readonly reason: string } | undefined;
  readonly scans: number;
  /** Records in it that have a scan of their own. */
  readonly scannedRecords: readonly string[];
  readonly replaced: readonly ReplacedVersion[];
};

/** A kept scan as the window shows it. */
export type KeptScan = { readonly sha256: string; readonly name: string; readonly mediaType: string; readonly size: number; readonly version: number; readonly pages?: number | undefined; readonly recordId?: string | undefined; readonly addedAt?: string | undefined; readonly addedBy?: string | undefined };

/** What comes next for a document. */
export function needOf({ state, renewal, isStale }: Pick<BoardDocument, 'state' | 'renewal' | 'isStale'>): PaperNeed {
  if (state === undefined) return 'make';
  if (renewal !== undefined) return 'renew';
  if (isStale && state === 'made') return 'make';
  switch (state) {
    case 'made': return 'print';
    case 'printed': return 'sign';
    case 'signed': return 'scan';
    case 'scanned': return 'nothing';
    default: return state satisfies never;
  }
}

/** How many days a paper has waited since its last step; undefined where it has none. */
export function daysWaiting({ state, printed, signed }: Pick<BoardDocument, 'state' | 'printed' | 'signed'>, today: LocalDate): number | undefined {
  const since = state === 'printed' ? printed?.day : state === 'signed' ? signed?.day : undefined;
  return since === undefined ? undefined : Math.max(0, daysBetween(since, today));
}

/** How many documents have come at least so far. */
export function countReached(documents: readonly Pick<BoardDocument, 'state' | 'renewal'>[], state: IssuedState): number {
  const least = issuedStates.indexOf(state);
  return documents.filter((document) => document.renewal === undefined && document.state !== undefined && issuedStates.indexOf(document.state) >= least).length;
}
