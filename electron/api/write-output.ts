import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { writeFileAtomically } from '../files/atomic-write.ts';

/** Writes a file that the person asked for, with the folders it needs; whole or not at all. */
export async function writeOutput(file: string, content: Uint8Array | string): Promise<void> {
  await mkdir(path.dirname(path.resolve(file)), { recursive: true });
  await writeFileAtomically(path.resolve(file), content);
}
