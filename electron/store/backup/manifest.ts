import { z } from 'zod';
import { AppError } from '../../../shared/app-error.ts';

/** Name of the manifest inside a backup. It is written last: without it there is no backup. */
export const manifestName = 'backup.json';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const manifestSchema = z.strictObject({
  format: z.literal('handover-binder-backup/1'),
  /** ISO instant in UTC. */
  madeAt: z.string(),
  madeBy: z.string(),
  device: z.string(),
  /** Version of the database's layout. */
  storeVersion: z.number().int().positive(),
  /** The last entry of each device's change log. */
  chains: z.array(z.strictObject({ device: z.string(), entries: z.number().int().positive(), head: sha256 })),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.number().int().min(0), sha256 })),
  /** How much is in it, for lists of backups. Backups of the first versions of the program do not say. */
  contents: z.strictObject({ contracts: z.number().int().min(0), records: z.number().int().min(0), attachments: z.number().int().min(0) }).optional(),
  /** Attachments that were already gone or damaged when the backup was made. */
  missing: z.array(sha256),
  /** What `verifyChain` had to say about the database then; a restored one must have neither more nor less wrong with it. */
  problems: z.array(z.strictObject({ place: z.string(), message: z.string() })),
});

export type BackupManifest = z.output<typeof manifestSchema>;

/** Where a file of the backup belongs inside a data folder; every other path is refused. */
const knownPath = /^(binder\.sqlite|attachments\/([0-9a-f]{2})\/\2[0-9a-f]{62}|templates\/[^/\\]+)$/;

/** Throws `unreadable-file` when the text is no manifest, or names files that have no place in a data folder. */
export function parseManifest(text: string): BackupManifest {
  const refuse = (cause: unknown): AppError => new AppError('unreadable-file', '备份的清单已损坏，不能恢复。', {}, { cause });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refuse(cause);
  }
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) throw refuse(parsed.error);
  const { files } = parsed.data;
  if (files.some((file) => !knownPath.test(file.path)) || !files.some((file) => file.path === 'binder.sqlite')) throw refuse('paths');
  if (files.some((file) => file.path.startsWith('attachments/') && !file.path.endsWith(file.sha256))) throw refuse('attachment names');
  return parsed.data;
}
