import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import type { BurnComputer } from './burner.ts';

/** The full path of a program in the system's folders; undefined when none has it. */
export async function findProgram({ programFolders }: Pick<BurnComputer, 'programFolders'>, name: string): Promise<string | undefined> {
  for (const folder of programFolders) {
    const file = path.join(folder, name);
    if (await access(file, constants.X_OK).then(() => true, () => false)) return file;
  }
  return undefined;
}
