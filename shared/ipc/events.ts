import type { Contract } from '../contract/profile.ts';
import type { KindName } from '../records/kinds.ts';
import type { Job } from './jobs.ts';

/** What the menu of the desktop window asks the page to do; everything else in it is the system's own. */
export type MenuAction =
  | 'backup' | 'about' | 'search' | 'save' | 'print'
  | `screen-${1 | 2 | 3 | 4 | 5 | 6 | 7}`
  | `new-${KindName}`;

/** What the core tells the window unasked. */
export type AppEvents = {
  readonly 'job.changed': Job;
  /** Another data folder is open, or none, or the same one with other contents. */
  readonly 'data.changed': { readonly isOpen: boolean };
  /** The person chose something in the window's menu. */
  readonly 'menu.chosen': { readonly action: MenuAction };
  /** A contract was renamed, archived, or its profile saved. */
  readonly 'contracts.changed': Contract;
  readonly 'records.changed': { readonly contractId: string };
  /** A draft was kept; version 0: it was dropped. */
  readonly 'drafts.changed': { readonly contractId: string; readonly key: string; readonly version: number };
};

export type EventName = keyof AppEvents;

export const eventNames: readonly EventName[] = ['job.changed', 'data.changed', 'menu.chosen', 'contracts.changed', 'records.changed', 'drafts.changed'];
