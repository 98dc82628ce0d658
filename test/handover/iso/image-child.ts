import { flushCompileCache } from 'node:module';
import { AppError } from '../../../shared/app-error.ts';
import { writeIso } from '../../../electron/handover/iso/write-iso.ts';

/** Writes the image of the given folder, with one of two dates in turn, until it is killed or fails; then it names the failure. */
async function writeForEver(folder: string, imageFile: string): Promise<never> {
  for (let number = 0; ; number += 1) {
    const { sha256 } = await writeIso({ folder, imageFile, volumeId: 'YZT2024_A1', createdAt: number % 2 === 0 ? '2025-08-05T10:30' : '2025-08-05T10:31' });
    process.stdout.write(`${sha256}\n`);
  }
}

const [, , folder, imageFile] = process.argv;
if (folder !== undefined && imageFile !== undefined && import.meta.filename === process.argv[1]) {
  // A killed process keeps nothing of what it compiled; the next one starts faster.
  flushCompileCache();
  process.stdout.write('ready\n');
  await writeForEver(folder, imageFile).catch((error: unknown) => {
    process.stdout.write(`${error instanceof AppError ? error.code : String(error)}\n`);
  });
}
