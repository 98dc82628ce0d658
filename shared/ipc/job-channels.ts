import { z } from 'zod';
import { channel, dayInput, idInput, nothing, outputFolder } from './channel.ts';
import type { Job } from './jobs.ts';

/** One file of the plan. */
const fileChoice = z.strictObject({ deliverable: z.string().max(40), scope: z.string().min(1).max(60) });

/** The long work that makes what is to be delivered. */
export const jobChannels = {
  'jobs.list': channel<readonly Job[]>()(nothing),
  'jobs.render': channel<Job>()(z.strictObject({ contractId: idInput, deliverable: z.string().max(40).optional(), from: dayInput.optional(), to: dayInput.optional(), files: z.array(fileChoice).min(1).max(5000).optional(), outdatedOnly: z.boolean().default(false), output: outputFolder })),
  'jobs.handover': channel<Job>()(z.strictObject({ contractId: idInput, output: outputFolder, iso: z.boolean(), today: dayInput.optional() })),
  /** Compares a package with its lists, or the disc image beside it. */
  'jobs.verify': channel<Job>()(z.strictObject({ contractId: idInput, handover: idInput, medium: z.enum(['folder', 'image']) })),
  'jobs.cancel': channel<Job>()(z.strictObject({ id: idInput })),
  'jobs.reveal': channel<{ readonly opened: boolean; readonly location: string }>()(z.strictObject({ id: idInput })),
} as const;
