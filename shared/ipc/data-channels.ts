import { z } from 'zod';
import type { Failure } from '../result.ts';
import { channel, nothing } from './channel.ts';

/** Why no data folder is open: gone (an unplugged disk), damaged, open elsewhere, written by a newer program, disk full, no access, anything else. */
export type ClosedReason = 'missing' | 'damaged' | 'locked' | 'newer' | 'full' | 'place' | 'other';

/** A data folder that this person has worked in on this computer. `contracts` as it was when the folder was last open. */
export type RecentFolder = {
  readonly name: string;
  readonly location: string;
  /** ISO instant in UTC. */
  readonly openedAt: string;
  readonly contracts: number;
  /** Whether the folder can be found now. */
  readonly isPresent: boolean;
  readonly isCurrent: boolean;
};

/** Where the program stands with its data folder; asked first, and the only thing that can be asked while none is open. */
export type DataState = {
  readonly isOpen: boolean;
  readonly folder: { readonly name: string; readonly location: string };
  /** Only while no folder is open. `canRead`: it could be opened for reading. */
  readonly closed?: { readonly reason: ClosedReason; readonly failure: Failure; readonly canRead: boolean };
  readonly recent: readonly RecentFolder[];
  /** Whether this program can show the system's own file dialogs. */
  readonly hasDialogs: boolean;
  readonly hasLog: boolean;
};

/**
 * What opening a place would mean: there is data, an empty folder, no folder yet but its parent, or it must not be used. `message` says so to
 * the person.
 */
export type PlaceReport = { readonly kind: 'data' | 'empty' | 'new' | 'refused'; readonly name: string; readonly location: string; readonly message: string };

/** About the program, for the person and for whoever helps them. */
export type AboutInfo = {
  readonly version: string;
  /** Layout of data files that this version writes. */
  readonly layout: number;
  readonly platform: string;
  readonly device: string;
  /** Who is written in the history; `systemUser` unless the person has chosen another name. */
  readonly user: string;
  readonly systemUser: string;
};

const location = z.string().trim().min(1, '请填写文件夹的位置').max(1000);

/** The data folder as a whole, and the program's own affairs. They are answered whether or not a folder is open. */
export const dataChannels = {
  'data.state': channel<DataState>()(nothing),
  'data.check': channel<PlaceReport>()(z.strictObject({ location })),
  /** Opens a folder that holds data. When that fails, the one that was open stays open. */
  'data.open': channel<DataState>()(z.strictObject({ location, access: z.enum(['write', 'read']).default('write') })),
  /** Makes a data folder at an empty or new place and opens it. */
  'data.create': channel<DataState>()(z.strictObject({ location })),
  /** Takes a folder off the list of recent ones; the folder itself is not touched. */
  'data.forget': channel<DataState>()(z.strictObject({ location })),
  /** The system's own dialog, for a folder or, for `backup`, a file; null when the person closed it. */
  'data.choose': channel<{ readonly location: string } | null>()(z.strictObject({ purpose: z.enum(['open', 'create', 'outside', 'backup']) })),
  'data.reveal': channel<{ readonly opened: boolean; readonly location: string }>()(z.strictObject({ what: z.enum(['folder', 'backups', 'log']) })),
  'data.about': channel<AboutInfo>()(nothing),
  /** An empty name goes back to the one of the system. */
  'data.user': channel<AboutInfo>()(z.strictObject({ name: z.string().trim().max(40, '姓名最多 40 个字') })),
  /** Facts for whoever helps: versions, sizes and counts; no names, no places, nothing that was written. */
  'data.diagnostics': channel<{ readonly text: string }>()(nothing),
} as const;
