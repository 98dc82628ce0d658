import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadableStore, WritableStore } from './store.ts';

const digestPattern = /^[0-9a-f]{64}$/;

/** Where the content with this digest lies: `attachments/<first two digits>/<digest>`. */
export function attachmentPath(store: Pick<ReadableStore, 'folder'>, sha256: string): string {
  return join(store.folder, 'attachments', sha256.slice(0, 2), sha256);
}

/**
 * Removes files that no attachment refers to: contents whose entry a crash prevented, and unfinished writes. Answers how many.
 * Contents of detached attachments stay; files of any other kind are not ours and stay too.
 */
export function sweepAttachments(store: WritableStore): number {
  const root = join(store.folder, 'attachments');
  let removed = 0;
  for (const part of readdirSync(root, { withFileTypes: true })) {
    if (!part.isDirectory() || !/^[0-9a-f]{2}$/.test(part.name)) continue;
    for (const name of readdirSync(join(root, part.name))) {
      const unfinished = name.startsWith('.partial-');
      if (!unfinished && !(digestPattern.test(name) && store.statements.attachments.bySha256.get(name) === undefined)) continue;
      rmSync(join(root, part.name, name), { force: true });
      removed += 1;
    }
  }
  return removed;
}
