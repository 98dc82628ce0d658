import type { Job } from './jobs.ts';

/** What the core tells the window unasked. */
export type AppEvents = {
  readonly 'job.changed': Job;
  readonly 'records.changed': { readonly contractId: string };
  /** A draft was kept; version 0: it was dropped. */
  readonly 'drafts.changed': { readonly contractId: string; readonly key: string; readonly version: number };
};

export type EventName = keyof AppEvents;

export const eventNames: readonly EventName[] = ['job.changed', 'records.changed', 'drafts.changed'];
