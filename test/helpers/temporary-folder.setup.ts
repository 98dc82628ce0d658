import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Runs once around all tests, of vitest and of Playwright: for the run, and for every program that a test starts, the system's temporary
 * folder is one of its own, which goes away with all that is left in it. Tests that were stopped half way, programs that were killed and
 * the many packages of a property test need no clearing up of their own.
 */
// oxlint-disable-next-line import/no-default-export -- both runners look for it
export default async function useTemporaryFolder(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'binder-tests-'));
  // As open as the system's own: some tests give up their rights first.
  await chmod(folder, 0o755);
  // Linux and macOS ask for the first, Windows for the others.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
