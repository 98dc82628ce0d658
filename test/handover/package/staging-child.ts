import { flushCompileCache } from 'node:module';
import { AppError } from '../../../shared/app-error.ts';
import type { StagedFile } from '../../../electron/handover/package/description.ts';
import { stagePackage } from '../../../electron/handover/package/stage-package.ts';
import { description } from '../sample-package.ts';

/** How many documents every package of this child holds, so that the parent can tell a whole package from a part of one. */
export const childDocuments = 40;

function* generation(number: number): Generator<StagedFile> {
  for (let index = 0; index < childDocuments; index += 1) {
    const title = `记录单-${index}`;
    yield { path: `data/电子档案/${index % 4}/${title}.docx`, title, kind: '记录单', date: '2024', responsible: '甲', content: Buffer.alloc(20_000, number + index) };
  }
}

/** Replaces the package in the given folder again and again until it is killed or fails, and then names the failure. */
async function stageForEver(folder: string): Promise<never> {
  for (let number = 0; ; number += 1) {
    const summary = await stagePackage({ folder, description, files: generation(number) }, { runId: crypto.randomUUID() });
    process.stdout.write(`${summary.digest}\n`);
  }
}

const [, , folder] = process.argv;
if (folder !== undefined && import.meta.filename === process.argv[1]) {
  // A killed process keeps nothing of what it compiled; the next one starts faster.
  flushCompileCache();
  process.stdout.write('ready\n');
  await stageForEver(folder).catch((error: unknown) => {
    process.stdout.write(`${error instanceof AppError ? error.code : String(error)}\n`);
  });
}
