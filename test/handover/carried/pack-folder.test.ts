import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderContents } from '../../../electron/handover/carried/pack-folder.ts';
import { temporaryFolder } from '../sample-package.ts';

test('what a killed run left is not carried out with what is finished; a person’s own folder of such a name is', async () => {
  const folder = await temporaryFolder('carried');
  const run = '0190aaaa-0000-7000-8000-000000000001';
  for (const name of ['交付包', `交付包.partial-${run}`, `交付包.replaced-${run}`, `交付包.iso.partial-${run}`, '交付包.partial-1', '.隐藏']) {
    await mkdir(path.join(folder, name));
    await writeFile(path.join(folder, name, 'bagit.txt'), '一');
  }
  const { files } = await folderContents(folder);
  expect(files.map((file) => file.path)).toEqual(['交付包/bagit.txt', '交付包.partial-1/bagit.txt']);
});
