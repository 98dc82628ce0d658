import { readdirSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import path from 'node:path';
import { stageBackup, swapStore } from '../../electron/store/backup/swap-store.ts';
import { testEnvironmentOfChild } from './restore-environment.ts';

/** Restores backups in turn, over and over, until it is killed: `node restore-child.ts DATA`. Says when it has begun. */
const [folder = ''] = process.argv.slice(2);
const environment = testEnvironmentOfChild();
// A killed process keeps nothing of what it compiled; the next one starts faster.
flushCompileCache();
process.stdout.write('ready\n');
for (;;) {
  const names = readdirSync(path.join(folder, 'backups')).filter((name) => name.endsWith('.zip'));
  for (const name of names) {
    const staged = await stageBackup(path.join(folder, 'backups', name), folder, environment);
    await swapStore(folder, staged, environment, () => Promise.resolve());
  }
}
