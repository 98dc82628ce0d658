import { expect, test } from 'vitest';
import { AppError } from '../../../shared/app-error.ts';
import { checkBag } from '../../../electron/handover/verify/check-bag.ts';
import { openFolderSource } from '../../../electron/handover/verify/folder-source.ts';
import type { PackageSource } from '../../../electron/handover/verify/package-source.ts';
import { documents, sampleBag } from '../sample-package.ts';

/** A package on a scratched disc: the named files are listed but cannot be read. */
async function scratched(...paths: string[]): Promise<PackageSource> {
  const source = await openFolderSource((await sampleBag()).folder);
  // oxlint-disable-next-line require-yield -- it fails before the first piece, as a drive does
  async function* unreadable(path: string): AsyncGenerator<Uint8Array> {
    throw new AppError('unreadable-file', `读写「${path}」时磁盘出错。`, { path });
  }
  return { entries: source.entries, read: (path, buffer) => (paths.includes(path) ? unreadable(path) : source.read(path, buffer)) };
}

const path = documents()[2]?.path ?? '';

test.each([path, 'manifest-sha256.txt', 'tagmanifest-sha256.txt', 'bagit.txt', 'bag-info.txt', '目录.html'])('%s that the drive cannot read is named, once', async (name) => {
  const { problems } = await checkBag(await scratched(name), {});
  expect(problems).toEqual([{ fault: 'unreadable', place: name, message: `读不出来：读写「${name}」时磁盘出错。` }]);
});

test('several unreadable files are all named', async () => {
  const { problems } = await checkBag(await scratched(path, '目录.html'), {});
  expect(problems.map(({ place }) => place).toSorted()).toEqual([path, '目录.html'].toSorted());
});
