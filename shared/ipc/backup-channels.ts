import { z } from 'zod';
import { channel, nothing } from './channel.ts';
import type { Job } from './jobs.ts';

/** Why a backup was made: by the day, before the layout changed, before a restore, or by a person. */
export type BackupReason = 'daily' | 'before-version' | 'before-restore' | 'own';

/** One backup. Automatic ones hold the database; those a person makes also hold attachments and own templates. */
export type BackupInfo = {
  /** Names it in calls; the window never names files. */
  readonly id: string;
  readonly name: string;
  readonly reason: BackupReason;
  readonly isOutside: boolean;
  readonly hasAttachments: boolean;
  /** Its contents can be read with the passphrase only. */
  readonly isEncrypted: boolean;
  /** ISO instant in UTC. */
  readonly madeAt: string;
  readonly bytes: number;
  /** Absent when the file could not be read. */
  readonly contents?: { readonly contracts: number; readonly records: number; readonly attachments: number };
  /** When it was last read back, and what came of it; absent when it never was. */
  readonly checked?: { readonly at: string; readonly isSound: boolean; readonly message: string };
};

/** A second place for backups, on another disk. */
export type OutsidePlace = {
  readonly location: string;
  readonly isReachable: boolean;
  /** Present when there is a backup. */
  readonly lastMadeAt?: string;
  /** Whether a week has passed since. */
  readonly isDue: boolean;
};

export type BackupList = {
  readonly backups: readonly BackupInfo[];
  readonly location: string;
  readonly outside?: OutsidePlace;
  /** How many automatic ones are kept. */
  readonly kept: { readonly daily: number; readonly weekly: number; readonly monthly: number };
};

/** Records of one kind, of those in the backup and those here. */
export type KindComparison = {
  readonly kind: string;
  readonly same: number;
  /** Changed here since the backup: the later state would give way to the earlier. */
  readonly newerHere: number;
  readonly newerInBackup: number;
  /** Only here: would be gone. */
  readonly onlyHere: number;
  /** Only in the backup: would come back. */
  readonly onlyInBackup: number;
};

/** What is in a backup, beside what is here now. Nothing is changed by asking. */
export type BackupPreview = {
  readonly id: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly device: string;
  readonly contracts: readonly { readonly title: string; readonly inBackup: number | null; readonly here: number | null }[];
  readonly kinds: readonly KindComparison[];
  readonly attachments: { readonly inBackup: number; readonly missing: number };
  readonly templates: number;
  /** False when the data here cannot be read; then nothing is compared. */
  readonly isCompared: boolean;
};

const backupId = z.string().min(1).max(220).regex(/^(in|out|file):[^/\\]+$/, '备份名不对');
const listedId = z.string().min(1).max(220).regex(/^(in|out):[^/\\]+$/, '备份名不对');
/** Of an encrypted backup. */
const passphrase = z.string().max(200).optional();

/** Making, checking and restoring backups of the data folder. */
export const backupChannels = {
  'backups.list': channel<BackupList>()(nothing),
  /** Into the data folder. What goes elsewhere leaves the computer: `carried.make` asks for permission and encrypts it. */
  'backups.make': channel<Job>()(nothing),
  /** Any backup file, wherever it lies; what is answered names it for looking, checking and restoring while the program runs. */
  'backups.locate': channel<BackupInfo>()(z.strictObject({ location: z.string().trim().min(1, '请填写备份文件的位置').max(1000) })),
  'backups.verify': channel<Job>()(z.strictObject({ id: backupId, passphrase })),
  'backups.preview': channel<BackupPreview>()(z.strictObject({ id: backupId, passphrase })),
  /** `swap` puts it in place of the present data, after a backup of that; a location is a new or empty folder beside. */
  'backups.restore': channel<Job>()(z.strictObject({ id: backupId, passphrase, into: z.union([z.literal('swap'), z.strictObject({ location: z.string().trim().min(1).max(1000) })]) })),
  'backups.remove': channel<BackupList>()(z.strictObject({ id: listedId })),
  /** An empty location gives the second place up. */
  'backups.outside': channel<BackupList>()(z.strictObject({ location: z.string().trim().max(1000) })),
} as const;
