import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../../electron/files/digest.ts';
import { AppError } from '../../../shared/app-error.ts';
import type { KnownContent, StagedFile } from '../../../electron/handover/package/description.ts';
import { stageHandover } from '../../../electron/handover/package/stage-package.ts';
import { verifyPackage } from '../../../electron/handover/verify/verify-package.ts';
import { description, temporaryFolder } from '../sample-package.ts';

/** What is unchanged is taken over from the package that stands there, and only what is really unchanged. */

type Given = { readonly name: string; readonly text: string };

/** Documents of known content; `reads` counts those that had to be read. */
function files(given: readonly Given[], reads: string[], lost: readonly string[] = []): StagedFile[] {
  return given.map(({ name, text }) => {
    const content = Buffer.from(text);
    return {
      path: `data/电子档案/2024/照片/${name}.jpg`, title: name, kind: '照片', date: '2024', responsible: '甲',
      content: {
        sha256: sha256Hex(content), bytes: content.length, owner: `单据的照片「${name}」`,
        read: async function* read() {
          reads.push(name);
          if (lost.includes(name)) throw new AppError('not-found', '找不到');
          yield content;
        },
      },
    };
  });
}

const two: readonly Given[] = [{ name: '甲', text: '甲的内容' }, { name: '乙', text: '乙的内容' }];

async function place(): Promise<{ folder: string; stage: (discs: readonly (readonly Given[])[], reads: string[], lost?: readonly string[]) => Promise<void> }> {
  const parent = await temporaryFolder('second');
  const folder = join(parent, '交付');
  return {
    folder,
    stage: async (discs, reads, lost) => {
      await stageHandover(folder, discs.map((disc) => ({ description, files: files(disc, reads, lost) })), { runId: crypto.randomUUID(), ledgerFile: join(parent, 'ledger', 'a.json') });
    },
  };
}

test('the second run reads only what is new; a renamed document is taken over under its new name; both packages verify', async () => {
  const { folder, stage } = await place();
  const reads: string[] = [];
  await stage([two], reads);
  const before = await stat(join(folder, 'data/电子档案/2024/照片/甲.jpg'));
  await stage([[{ name: '甲改名', text: '甲的内容' }, { name: '乙', text: '乙的内容' }, { name: '丙', text: '丙' }]], reads);
  expect(reads.toSorted()).toEqual(['甲', '乙', '丙'].toSorted());
  const after = await stat(join(folder, 'data/电子档案/2024/照片/甲改名.jpg'));
  expect(process.platform === 'linux' ? after.ino : before.ino).toBe(before.ino);
  expect(await verifyPackage(folder)).toMatchObject({ ok: true });
});

test('a file that somebody changed in the older package is never taken over, even when its time and length are as before', async () => {
  const { folder, stage } = await place();
  await stage([two], []);
  const touched = join(folder, 'data/电子档案/2024/照片/甲.jpg');
  const { atime } = await stat(touched);
  await writeFile(touched, Buffer.from('改的内容'));
  await utimes(touched, atime, new Date('2024-01-01'));
  const reads: string[] = [];
  await stage([two], reads);
  expect(reads).toEqual(['甲']);
  expect(await verifyPackage(folder)).toMatchObject({ ok: true });
});

test('without its ledger, or with a damaged one, the older package is read and compared before it is believed', async () => {
  const { folder, stage } = await place();
  await stage([two], []);
  const ledger = join(folder, '..', 'ledger', 'a.json');
  for (const spoil of [() => rm(ledger), async () => writeFile(ledger, (await readFile(ledger, 'utf8')).replace('甲', '乙'))]) {
    await spoil();
    const reads: string[] = [];
    await stage([two], reads);
    expect(reads).toEqual([]);
    expect(await verifyPackage(folder)).toMatchObject({ ok: true });
  }
});

test('several discs stand below one folder, each verifies by itself, all appear at once; a later single package replaces them', async () => {
  const { folder, stage } = await place();
  const reads: string[] = [];
  await stage([[two[0] ?? { name: '', text: '' }], [two[1] ?? { name: '', text: '' }]], reads);
  expect((await readdir(folder)).toSorted()).toEqual(['第1盘', '第2盘']);
  for (const disc of ['第1盘', '第2盘']) expect(await verifyPackage(join(folder, disc))).toMatchObject({ ok: true });
  // A failure on the second disc leaves the older hand-over as it was, and nothing beside it.
  await expect(stage([two.slice(0, 1), [{ name: '丢', text: '丢失' }]], [], ['丢'])).rejects.toMatchObject({ code: 'not-found', message: expect.stringContaining('单据的照片「丢」') });
  expect([(await readdir(folder)).toSorted(), (await readdir(join(folder, '..'))).toSorted()]).toEqual([['第1盘', '第2盘'], ['ledger', '交付']]);
  await writeFile(join(folder, '第1盘', '我的便条.txt'), '不要删');
  await expect(stage([two], [])).rejects.toMatchObject({ code: 'already-exists', message: expect.stringContaining('我的便条.txt') });
  await rm(join(folder, '第1盘', '我的便条.txt'));
  await stage([two], reads);
  expect(reads).toEqual(['甲', '乙']);
  expect(await verifyPackage(folder)).toMatchObject({ ok: true });
});

test('a source that is not what was recorded stops the hand-over and is named', async () => {
  const { folder, stage } = await place();
  const wrong = files([{ name: '甲', text: '甲' }], []).map((file) => ({ ...file, content: { ...(file.content as { sha256: string }), sha256: 'ab'.repeat(32) } }) as StagedFile);
  await expect(stageHandover(folder, [{ description, files: wrong }], { runId: crypto.randomUUID() })).rejects.toMatchObject({ code: 'store-damaged', message: expect.stringContaining('单据的照片「甲」') });
  await stage([two], []);
});

/** A photo of a record: a file that a person may have changed since. */
async function photo(source: string, recorded: string, reads: string[]): Promise<StagedFile> {
  const content = Buffer.from(recorded);
  return {
    path: 'data/电子档案/2024/照片/机柜.jpg', title: '机柜', kind: '照片', date: '2024', responsible: '甲',
    content: {
      sha256: sha256Hex(content), bytes: content.length, owner: '巡检单的照片「机柜」', source,
      read: async function* read() {
        reads.push('机柜');
        yield await readFile(source);
      },
    },
  };
}

test('a photo is read once, and again only when its file is no longer the same; one that was swapped in place stops the hand-over', async () => {
  const parent = await temporaryFolder('source');
  const [source, folder] = [join(parent, '照片'), join(parent, '交付')];
  const reads: string[] = [];
  const stage = async (): Promise<unknown> => stageHandover(folder, [{ description, files: [await photo(source, '原来的照片', reads)] }], { runId: crypto.randomUUID(), ledgerFile: join(parent, 'ledger.json') });
  await writeFile(source, '原来的照片');
  for (let run = 0; run < 3; run += 1) await stage();
  expect(reads.splice(0)).toEqual(['机柜']);
  // Copied back from a backup: the same content in another file.
  await utimes(source, new Date('2024-01-01'), new Date('2024-01-01'));
  for (let run = 0; run < 2; run += 1) await stage();
  expect(reads.splice(0)).toEqual(['机柜']);
  await writeFile(source, '另外的照片');
  await expect(stage()).rejects.toMatchObject({ code: 'store-damaged', message: expect.stringContaining('巡检单的照片「机柜」') });
  expect(await readFile(join(folder, 'data/电子档案/2024/照片/机柜.jpg'), 'utf8')).toBe('原来的照片');
  expect(await verifyPackage(folder)).toMatchObject({ ok: true });
  await rm(source);
  await expect(stage()).rejects.toMatchObject({ code: 'not-found' });
});

test('what somebody changes in the package after it was looked at is read again the next time', async () => {
  const { folder, stage } = await place();
  await stage([two], []);
  const file = join(folder, 'data/电子档案/2024/照片/甲.jpg');
  for (const text of ['改的内容', '甲的内容']) {
    await writeFile(file, text);
    const reads: string[] = [];
    await stage([two], reads);
    expect([text, reads]).toEqual([text, text === '甲的内容' ? [] : ['甲']]);
    expect(await verifyPackage(folder)).toMatchObject({ ok: true });
  }
});

test.each([['file-in-use', '正被其他程序占用'], ['unreadable-file', '读不出来'], ['not-found', '找不到了']] as const)('a source that fails with %s is named by whose it is, not by what the store calls it', async (code, told) => {
  const { folder, stage } = await place();
  const [first] = files(two, []);
  if (first === undefined) throw new Error('no file');
  // oxlint-disable-next-line require-yield -- it fails before the first piece, as a locked file does
  async function* locked(): AsyncGenerator<Uint8Array> {
    throw new AppError(code, '「ab12cd34」正被其他程序占用。', { file: 'ab12cd34' });
  }
  const failing = { ...first, content: { ...(first.content as KnownContent), read: locked } };
  await expect(stageHandover(folder, [{ description, files: [failing] }], { runId: crypto.randomUUID() })).rejects.toMatchObject({ code, message: expect.stringMatching(new RegExp(`^单据的照片「甲」的文件${told}`)), details: { path: first.path } });
  expect(await readdir(join(folder, '..'))).toEqual([]);
  await stage([two], []);
  expect(await verifyPackage(folder)).toMatchObject({ ok: true });
});
