import { spawnSync } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { packFolder } from '../../electron/handover/carried/pack-folder.ts';
import { openSevenZip } from '../../electron/files/seven-zip/seven-zip-reader.ts';
import { peakMegabytes } from './peak-memory.ts';

/** What packing or reading costs in a process of its own: time without the process's start, the process's peak, and the longest turn of its thread. */
export type CarriedStep = { readonly milliseconds: number; readonly peakMegabytes: number; readonly longestTurn: number };

export const benchPassphrase = 'K7MQ-3XWF-9TRD-HN4C-V2JP';

/** `pack`: a folder into an encrypted container, read back; `read`: a container from beginning to end. Throws when the step fails. */
export function measureCarried(step: 'pack' | 'read', ...paths: readonly string[]): CarriedStep {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), step, ...paths], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${step}: ${child.stderr}`);
  return JSON.parse(child.stdout) as CarriedStep;
}

async function readThrough(file: string): Promise<void> {
  const reader = await openSevenZip(file, benchPassphrase);
  for (const member of reader.members.values()) for await (const piece of reader.pieces(member)) if (piece.length === 0) throw new Error('an empty piece');
  await reader.close();
}

if (import.meta.main) {
  const [step, path = '', target = ''] = process.argv.slice(2);
  const turns = monitorEventLoopDelay({ resolution: 2 });
  turns.enable();
  const start = performance.now();
  await (step === 'pack' ? packFolder(path, target, '2025-09-30T01:02:03.000Z', { passphrase: benchPassphrase }) : readThrough(path));
  const milliseconds = performance.now() - start;
  turns.disable();
  console.log(JSON.stringify({ milliseconds, peakMegabytes: peakMegabytes(), longestTurn: turns.max / 1e6 } satisfies CarriedStep));
}
