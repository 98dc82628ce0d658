import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { writeIso } from '../../electron/handover/iso/write-iso.ts';
import { verifyPackage } from '../../electron/handover/verify/verify-package.ts';
import { peakMegabytes } from './peak-memory.ts';

/** What one step of a hand-over costs in a process of its own: its time without the process's start, and the process's peak. */
export type HandoverStep = { readonly milliseconds: number; readonly peakMegabytes: number };

/** Writes an image of a folder, or verifies a folder or an image, in a process of its own. Throws when the step fails or finds a fault. */
export function measureStep(step: 'image' | 'verify', ...paths: readonly string[]): HandoverStep {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), step, ...paths], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${step}: ${child.stderr}`);
  return JSON.parse(child.stdout) as HandoverStep;
}

if (import.meta.main) {
  const [step, path = '', imageFile = ''] = process.argv.slice(2);
  const start = performance.now();
  if (step === 'image') {
    await writeIso({ folder: path, imageFile, volumeId: 'BENCH', createdAt: '2025-08-05T10:30' });
  } else {
    const { ok, problems } = await verifyPackage(path);
    if (!ok) throw new Error(JSON.stringify(problems.slice(0, 3)));
  }
  const milliseconds = performance.now() - start;
  console.log(JSON.stringify({ milliseconds, peakMegabytes: peakMegabytes() } satisfies HandoverStep));
}
