import { z } from 'zod';
import { channel, dayInput, idInput, nothing, outputFolder } from './channel.ts';
import type { Job } from './jobs.ts';

/** One deliverable and the files it will become. */
export type PlannedDeliverable = { readonly id: string; readonly title: string; readonly template: string; readonly records: number; readonly files: readonly { readonly name: string; readonly period: string; readonly records: number }[] };

/** What is to be delivered, and the long work that makes it. */
export const jobChannels = {
  'deliverables.plan': channel<readonly PlannedDeliverable[]>()(z.strictObject({ contractId: idInput })),
  'jobs.list': channel<readonly Job[]>()(nothing),
  'jobs.render': channel<Job>()(z.strictObject({ contractId: idInput, deliverable: z.string().max(40).optional(), from: dayInput.optional(), to: dayInput.optional(), output: outputFolder })),
  'jobs.handover': channel<Job>()(z.strictObject({ contractId: idInput, output: outputFolder, iso: z.boolean(), today: dayInput.optional() })),
  'jobs.cancel': channel<Job>()(z.strictObject({ id: idInput })),
  'jobs.reveal': channel<{ readonly opened: boolean; readonly location: string }>()(z.strictObject({ id: idInput })),
} as const;
