import { z } from 'zod';
import { listSettingsSchema, type ListSettings } from '../records/list-settings.ts';
import { channel, dayInput, idInput, kindInput, outputFolder } from './channel.ts';
import type { Job } from './jobs.ts';
import { changedAtOnce, columnName, listOrderSchema, printedAtOnce } from './list-filter.ts';
import { recordChoiceSchema } from './record-channels.ts';

const chosenIds = z.array(idInput).min(1, '没有选中记录').max(changedAtOnce, `一次最多 ${changedAtOnce} 条，请分几次`);

const signature = z.strictObject({ name: z.string().trim().min(1, '要写签字人').max(40), on: dayInput });
/** Who signed and when, for the roles that are to be noted. */
export const signaturesSchema = z
  .strictObject({ executor: signature.optional(), reviewer: signature.optional(), confirmer: signature.optional() })
  .refine((signatures) => Object.values(signatures).some((entry) => entry !== undefined), '至少填写一方的签字');
export type Signatures = z.output<typeof signaturesSchema>;

/** A record that an action changed: the revision that it had, and the one that it has. Undone by `records.restore`. */
export type ChangedRecord = { readonly id: string; readonly number: string; readonly before: number; readonly after: number };

/** Work on many records of a list, all or none, and how its lists are kept. */
export const listChannels = {
  'records.sign': channel<readonly ChangedRecord[]>()(z.strictObject({ contractId: idInput, ids: chosenIds, signatures: signaturesSchema, replaces: z.boolean() })),
  'records.setStatus': channel<readonly ChangedRecord[]>()(z.strictObject({ contractId: idInput, ids: chosenIds, status: z.enum(['draft', 'final']) })),
  'records.voidMany': channel<readonly ChangedRecord[]>()(z.strictObject({ contractId: idInput, ids: chosenIds, reason: z.string().trim().min(1, '作废要写原因').max(400) })),
  /** An .xlsx of what a list shows: of the chosen records, or else of all that the filter leaves, in the list's order. `columns` may also name what every record has. */
  'records.export': channel<{ readonly name: string; readonly base64: string; readonly records: number }>()(z.strictObject({
    choice: z.strictObject({ ...recordChoiceSchema.shape, kind: kindInput, ...listOrderSchema.shape }),
    ids: z.array(idInput).min(1).max(20_000).optional(),
    columns: z.array(columnName).min(1).max(40),
  })),
  /** Makes the documents of chosen records into the output folder. */
  'records.render': channel<Job>()(z.strictObject({ contractId: idInput, ids: z.array(idInput).min(1).max(printedAtOnce, `一次最多 ${printedAtOnce} 条`), output: outputFolder })),
  'lists.get': channel<ListSettings>()(z.strictObject({ contractId: idInput, kind: kindInput })),
  'lists.save': channel<ListSettings>()(z.strictObject({ contractId: idInput, kind: kindInput, settings: listSettingsSchema })),
} as const;
