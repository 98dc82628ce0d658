import { z } from 'zod';
import type { LocalDate } from '../dates.ts';
import { issuedStates, type IssuedState } from '../deliverables/issued-state.ts';
import { channel, idInput } from './channel.ts';

/** The latest production of a file and how far its paper has come. `version`: 版次. */
export type FileIssue = { readonly version: number; readonly id: string; readonly state: IssuedState; readonly madeAt: string; readonly madeBy: string; readonly stateAt: string };

/** Whether a file would come out the same today: `stale` when its records or its template have changed since it was made. */
export type Freshness = 'never' | 'current' | 'stale';

/** One file of a deliverable. `scope` tells it from the others: a period's key, or a record's id. */
export type PlannedDocument = {
  readonly scope: string;
  readonly name: string;
  readonly period: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly records: number;
  readonly freshness: Freshness;
  /** Why it is stale. */
  readonly changed?: 'records' | 'template' | 'both' | undefined;
  readonly issued?: FileIssue | undefined;
};

/** One deliverable and the files it will become. `fault`: why its template cannot be used. */
export type PlannedDeliverable = { readonly id: string; readonly title: string; readonly template: string; readonly fault?: string | undefined; readonly records: number; readonly files: readonly PlannedDocument[] };

/** Where a package that was handed over stands now: as it was made, replaced by a later one of the same name, or not in the output folder. */
export type PackageStanding = 'whole' | 'replaced' | 'gone';

/** A package that was made for the customer. Digests are SHA-256 in lower-case hexadecimal. */
export type PastHandover = {
  readonly id: string;
  readonly name: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly files: number;
  readonly bytes: number;
  readonly manifestSha256: string;
  readonly imageSha256?: string | undefined;
  readonly standing: PackageStanding;
  /** The disc image still lies beside it. */
  readonly hasImage: boolean;
};

/** What is to be delivered, how far each file is, and what has been handed over. */
export const deliveryChannels = {
  'deliverables.plan': channel<readonly PlannedDeliverable[]>()(z.strictObject({ contractId: idInput })),
  /** Notes for files that were made how far their paper has come; all or none. */
  'issued.setState': channel<{ readonly changed: number }>()(z.strictObject({ contractId: idInput, ids: z.array(idInput).min(1).max(5000), state: z.enum(issuedStates) })),
  /** Newest first. */
  'handovers.list': channel<readonly PastHandover[]>()(z.strictObject({ contractId: idInput })),
  'handovers.reveal': channel<{ readonly opened: boolean; readonly location: string }>()(z.strictObject({ contractId: idInput, id: idInput })),
} as const;
