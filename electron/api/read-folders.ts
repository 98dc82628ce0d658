import { mkdtempSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { systemErrorCode } from '../files/file-errors.ts';

const namePattern = /^binder-read-(\d{1,10})-/;
/** Process numbers mean nothing to another container that shares the folder: what is in use there was begun lately. */
const leastAgeMs = 24 * 60 * 60 * 1000;

/** A folder for what reading from a disc needs to write, for this account alone; the store's copy is among it. It goes when the data is closed. */
export function makeReadFolder(parent: string): string {
  return mkdtempSync(path.join(parent, `binder-read-${process.pid}-`));
}

function isRunning(processNumber: number): boolean {
  try {
    return process.kill(processNumber, 0);
  } catch (error) {
    return systemErrorCode(error) !== 'ESRCH';
  }
}

/** Removes what programs that were killed have left in such folders: nothing of a contract may stay outside the data folder (附件2 第六条). @param now in milliseconds */
export async function clearReadFolders(parent: string, now: number): Promise<void> {
  for (const name of await readdir(parent)) {
    const [, owner] = namePattern.exec(name) ?? [];
    if (owner === undefined || isRunning(Number(owner))) continue;
    const folder = path.join(parent, name);
    // Gone meanwhile, or another account's, which clears up after itself.
    const changed = await stat(folder).then(({ mtimeMs }) => mtimeMs, () => now);
    if (now - changed >= leastAgeMs) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
