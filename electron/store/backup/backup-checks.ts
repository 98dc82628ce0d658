import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomicallySync } from '../../files/atomic-write.ts';

const checkSchema = z.object({ at: z.string(), isSound: z.boolean(), message: z.string() });
const checksSchema = z.record(z.string(), checkSchema);

/** When a backup was last read back, and what came of it. */
export type BackupCheck = z.output<typeof checkSchema>;

/** Beside the backups rather than in the database: they are told apart when the database is damaged. */
const fileName = '核对记录.json';

/** The checks of the backups of a data folder, by file name. A file that cannot be understood is as none: backups can be checked again. */
export function backupChecks(folder: string): Readonly<Record<string, BackupCheck>> {
  const file = join(folder, 'backups', fileName);
  if (!existsSync(file)) return {};
  try {
    const parsed = checksSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

/** Keeps what a check found. Checks of backups that are gone are dropped once there are many. Errors of the file system pass through. */
export function noteCheck(folder: string, name: string, check: BackupCheck): void {
  const entries = Object.entries({ ...backupChecks(folder), [name]: check });
  const kept = entries.length <= 200 ? entries : entries.toSorted(([, a], [, b]) => (a.at < b.at ? -1 : 1)).slice(-200);
  writeFileAtomicallySync(join(folder, 'backups', fileName), `${JSON.stringify(Object.fromEntries(kept), undefined, 1)}\n`);
}
