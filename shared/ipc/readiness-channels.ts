import { z } from 'zod';
import type { Assessment } from '../rules/check.ts';
import { ruleIds } from '../rules/rule-ids.ts';
import { waiverReasonLimit } from '../rules/waiver.ts';
import type { Job } from './jobs.ts';
import { channel, dayInput, idInput } from './channel.ts';

/** A finding by what it is about and what it says; the core looks it up among what the rules find now. */
const findingInput = { rule: z.enum(ruleIds), subject: z.string().max(1_000_000), substance: z.string().max(10_000) };

/** What was waived, what goes on in the renewal, and what the contract has the rules weigh otherwise; the open findings are `check.run`'s. */
export type ReadinessNotes = Omit<Assessment, 'findings'>;

export const readinessChannels = {
  'check.notes': channel<ReadinessNotes>()(z.strictObject({ contractId: idInput, today: dayInput.optional() })),
  'check.waive': channel<null>()(z.strictObject({ contractId: idInput, ...findingInput, reason: z.string().trim().min(1, '请写明豁免原因').max(waiverReasonLimit) })),
  /** Makes the printable report as Word. */
  'check.report': channel<Job>()(z.strictObject({ contractId: idInput })),
  'check.withdraw': channel<null>()(z.strictObject({ contractId: idInput, id: idInput })),
} as const;
