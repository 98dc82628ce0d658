import { z } from 'zod';
import type { LocalDate } from '../dates.ts';
import { issuedStates } from '../deliverables/issued-state.ts';
import type { BoardDocument, KeptScan } from '../sign-off/board.ts';
import { channel, dayInput, fileInput, idInput, sha256Input } from './channel.ts';

const documentInput = z.strictObject({ deliverable: idInput, scope: idInput });
const reasonInput = z.string().trim().min(1, '要写明修改原因').max(200, '修改原因最多 200 个字');
const issuedIds = z.array(idInput).min(1).max(500);

/** One scan, and whose paper it shows. */
const scanPiece = z.strictObject({
  ...documentInput.shape,
  /** Of a file of many forms: the record whose form this is. */
  recordId: idInput.optional(),
  /** The version that was scanned, where the paper says it; else the latest. */
  version: z.number().int().min(1).max(999).optional(),
  file: fileInput,
  pages: z.number().int().min(1).max(5000).optional(),
});

export type SignOffBoard = { readonly today: LocalDate; readonly documents: readonly BoardDocument[] };

/** Printed, signed, scanned: how far the paper of every document is. */
export const signOffChannels = {
  /** Every document of the plan, in the order of the plan. */
  'signOff.board': channel<SignOffBoard>()(z.strictObject({ contractId: idInput })),
  /** Notes how far papers are, with the day and the person; those that were never made are left out. All or none. */
  'signOff.mark': channel<{ readonly changed: number; readonly notMade: number }>()(z.strictObject({
    contractId: idInput, documents: z.array(documentInput).min(1).max(5000), state: z.enum(issuedStates), day: dayInput.optional(), person: z.string().trim().max(40).optional(),
  })),
  /** Keeps the scans of one file that was dropped, all or none, and notes their documents as scanned. */
  'signOff.attach': channel<{ readonly kept: number }>()(z.strictObject({ contractId: idInput, pieces: z.array(scanPiece).min(1).max(500), day: dayInput.optional() })),
  'signOff.scans': channel<readonly KeptScan[]>()(z.strictObject({ contractId: idInput, ...documentInput.shape })),
  'signOff.readScan': channel<{ readonly name: string; readonly mediaType: string; readonly base64: string }>()(z.strictObject({ contractId: idInput, ...documentInput.shape, sha256: sha256Input })),
  'signOff.removeScan': channel<readonly KeptScan[]>()(z.strictObject({ contractId: idInput, ...documentInput.shape, version: z.number().int().min(1), sha256: sha256Input })),
  /** Opens signed papers for their next version, so that their records may be changed. The ids are those of `signed-document`. */
  'signOff.reopen': channel<{ readonly reopened: number }>()(z.strictObject({ ids: issuedIds, reason: reasonInput })),
  /** Takes that back where nothing was changed since. */
  'signOff.withdraw': channel<{ readonly withdrawn: number }>()(z.strictObject({ ids: issuedIds })),
} as const;
