import { z } from 'zod';
import type { Problem } from '../app-error.ts';
import { recordInputSchema, recordStatuses, type AnyRecord } from '../records/record.ts';
import { channel, dayInput, fileInput, idInput, kindInput } from './channel.ts';

export const recordQuerySchema = z.strictObject({
  contractId: idInput,
  kind: kindInput.optional(),
  status: z.enum(recordStatuses).optional(),
  from: dayInput.optional(),
  to: dayInput.optional(),
  /** Number of the priced service item that the records must prove. */
  serviceItem: z.number().int().positive().optional(),
  /** Words that must all occur in the record's text. */
  text: z.string().max(200).optional(),
  sort: z.enum(['date', 'number', 'title', 'updatedAt']).default('date'),
  descending: z.boolean().default(true),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(5000).default(50),
});

/** What a list row shows; the body is fetched when the record is opened. */
export type RecordPage = { readonly total: number; readonly records: readonly AnyRecord[] };

/** How many files the records of a page have, by record id; records without any are absent. */
export type AttachmentCounts = { readonly attachmentCounts: Readonly<Record<string, number>> };

/** One entry of a record's history: who changed which field, when, from what to what. */
export type HistoryEntry = {
  readonly at: string;
  readonly user: string;
  readonly device: string;
  readonly revision: number;
  readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
};

/** Records of all kinds. */
export const recordChannels = {
  'records.list': channel<RecordPage & AttachmentCounts>()(recordQuerySchema),
  'records.get': channel<AnyRecord>()(z.strictObject({ id: idInput })),
  'records.last': channel<AnyRecord | null>()(z.strictObject({ contractId: idInput, kind: kindInput })),
  'records.save': channel<AnyRecord>()(z.strictObject({ contractId: idInput, record: recordInputSchema })),
  'records.void': channel<AnyRecord>()(z.strictObject({ id: idInput, reason: z.string().min(1, '作废要写原因').max(400) })),
  'records.history': channel<readonly HistoryEntry[]>()(z.strictObject({ id: idInput })),
  'records.import': channel<{ readonly imported: number; readonly problems: readonly Problem[] }>()(z.strictObject({ contractId: idInput, kind: kindInput, file: fileInput, dryRun: z.boolean() })),
  /** An empty .xlsx to fill in, with the contract's own fields and lists. */
  'records.sheet': channel<{ readonly name: string; readonly base64: string }>()(z.strictObject({ contractId: idInput, kind: kindInput })),
} as const;
