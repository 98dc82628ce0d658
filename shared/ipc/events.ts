import type { Job } from './jobs.ts';

/** What the core tells the window unasked. */
export type AppEvents = {
  readonly 'job.changed': Job;
  readonly 'records.changed': { readonly contractId: string };
};

export type EventName = keyof AppEvents;

export const eventNames: readonly EventName[] = ['job.changed', 'records.changed'];
