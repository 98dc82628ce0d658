import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { hasPages } from '../../helpers/pdf-pages.ts';
import { closeFaultDesk, openFaultDesk, type FaultDesk } from './fault-desk.ts';

/** A disk that is full, and files that another program holds, in a hand-over of several discs with images. */

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

const outcome = (lines: readonly string[]): readonly string[] => lines.filter((line) => !line.startsWith('step '));

async function desk(parent?: string): Promise<FaultDesk> {
  const opened = await openFaultDesk(parent);
  cleanups.push(() => {
    // What a test has held and not let go, wherever it was moved to, could not be removed.
    spawnSync('chattr', ['-R', '-i', opened.folder]);
    return closeFaultDesk(opened);
  });
  return opened;
}

/** All of the latest hand-over stands, with its images; and how many discs those are. */
async function standing({ look, contractId }: FaultDesk): Promise<readonly unknown[]> {
  const sets = await look((_, call) => call('discs.list', { contractId }));
  return (sets[0]?.discs ?? []).map((disc) => [disc.standing, disc.hasImage]);
}

test.skipIf(process.platform === 'win32')('where writing stops for want of room, the file is named, the older hand-over stands with its images, and nothing else', async () => {
  const own = await desk();
  expect(outcome(await own.run({ work: 'make' }))).toEqual(['done']);
  const [before, whole] = [await own.names(), await standing(own)];
  // Files of 1 MB: packages can be written, images cannot.
  expect(outcome(await own.run({ work: 'make', rounds: 1 }, { fileLimit: 2048 }))).toEqual([expect.stringMatching(/^disk-full：磁盘空间不足，「交付包_第1盘\.iso」没有写完/)]);
  expect([await own.names(), await standing(own)]).toEqual([before, whole]);
  expect(whole.length).toBeGreaterThan(1);
}, 180_000);

type Disk = { readonly folder: string; /** Leaves so much room. */ readonly leave: (kilobytes: number) => Promise<void> };

/** A disk of its own; undefined where this account may not mount one. */
async function ownDisk(): Promise<Disk | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const folder = await mkdtemp(path.join(tmpdir(), 'small-disk-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=60m', 'binder-test', folder]).status !== 0) return undefined;
  cleanups.push(() => Promise.resolve(execFileSync('umount', ['--lazy', folder])));
  const leave = async (kilobytes: number): Promise<void> => {
    const { blocks, bfree, bsize } = await statfs(folder);
    execFileSync('mount', ['-o', `remount,size=${Math.ceil(((blocks - bfree) * bsize) / 1024) + kilobytes}k`, folder]);
  };
  return { folder, leave };
}

test('on a disk that really is full nothing is left of packages or images; with more room the next run does it', async (context) => {
  const disk = await ownDisk();
  if (disk === undefined) return context.skip('this account may not mount a disk of its own');
  const own = await desk(disk.folder);
  // Which document finds no room is chance: eight are written at once.
  for (const [room, told] of [[1500, /^disk-full：磁盘空间不足，「(?!交付包)[^」]+」没有写完。请腾出空间后再试。$/], [4500, /^disk-full：.*「交付包_第\d盘\.iso」/]] as const) {
    await disk.leave(room);
    expect(outcome(await own.run({ work: 'make' }))).toEqual([expect.stringMatching(told)]);
    expect([await own.names(), await standing(own)]).toEqual([[], []]);
  }
  await disk.leave(30_000);
  expect(outcome(await own.run({ work: 'make' }))).toEqual(['done']);
  expect((await standing(own)).map(String)).toEqual((await standing(own)).map(() => 'whole,true'));
}, 180_000);

/** Keeps a file from being moved or removed, as a program does on Windows that has it open; undefined where that cannot be done. */
async function held(file: string): Promise<(() => Promise<void>) | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || spawnSync('chattr', ['+i', file]).status !== 0) return undefined;
  const release = (): Promise<void> => Promise.resolve(void execFileSync('chattr', ['-i', file]));
  cleanups.push(() => release().catch(() => undefined));
  return release;
}

test('an older package that another program holds is named, and packages and images stay as they were', async (context) => {
  const own = await desk();
  await own.run({ work: 'make' });
  const [before, whole] = [await own.names(), await standing(own)];
  const release = await held(path.join(own.output, '交付包'));
  if (release === undefined) return context.skip('this account cannot hold a folder');
  expect(outcome(await own.run({ work: 'make' }))).toEqual([expect.stringMatching(/^file-in-use：「交付包」或里面的文件正被其他程序打开，或没有权限，没有替换。/)]);
  // Images were written already, and moved aside: they are back.
  expect([await own.names(), await standing(own)]).toEqual([before, whole]);
  await release();
  expect(outcome(await own.run({ work: 'make' }))).toEqual(['done']);
}, 180_000);

test('an older image that another program holds stops the hand-over, is named, and all stays as it was; let go, the next run does it', async (context) => {
  const own = await desk();
  await own.run({ work: 'make' });
  const [before, whole] = [await own.names(), await standing(own)];
  const release = await held(path.join(own.output, '交付包_第2盘.iso'));
  if (release === undefined) return context.skip('this account cannot hold a file');
  expect(outcome(await own.run({ work: 'make' }))).toEqual([expect.stringMatching(/^file-in-use：「交付包_第2盘\.iso」正被其他程序占用，或没有权限/)]);
  expect([await own.names(), await standing(own)]).toEqual([before, whole]);
  await release();
  expect(outcome(await own.run({ work: 'make' }))).toEqual(['done']);
  expect([await own.names(), await standing(own)]).toEqual([before, whole]);
}, 180_000);

test('a document of the older package that another program holds does not keep the new one from standing; the next run clears it away', async (context) => {
  const own = await desk();
  await own.run({ work: 'make' });
  const folder = path.join(own.output, '交付包', '第1盘', 'data');
  const [document] = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('移交清单.docx'));
  const release = await held(path.join(folder, document ?? ''));
  if (release === undefined) return context.skip('this account cannot hold a file');
  expect(outcome(await own.run({ work: 'make' }))).toEqual(['done']);
  expect((await standing(own)).map(String)).toEqual((await standing(own)).map(() => 'whole,true'));
  const left = (await own.names()).filter((name) => name.includes('.replaced-'));
  expect(left).toHaveLength(1);
  execFileSync('chattr', ['-i', path.join(own.output, left[0] ?? '', '第1盘', 'data', document ?? '')]);
  expect(outcome(await own.run({ work: 'make' }))).toEqual(['done']);
  expect((await own.names()).filter((name) => name.includes('.replaced-'))).toEqual([]);
}, 180_000);

test('a binding on a full disk, and one whose folder another program holds, name what is in the way; the older volumes stand, and the next run binds', async (context) => {
  const disk = await ownDisk();
  if (disk === undefined) return context.skip('this account may not mount a disk of its own');
  const own = await desk(disk.folder);
  expect(outcome(await own.run({ work: 'bind' }))).toEqual(['done']);
  const gone = async (): Promise<readonly string[]> => (await own.look((_, call) => call('print.plan', { contractId: own.contractId }))).entries.flatMap(({ title, isThere }) => (isThere ? [] : [title]));
  // Enough for the record, not for the volume; office programs only write no PDF, and what is wrong is said all the same.
  const full = [['bind', 130, /^disk-full：磁盘空间不足，「\d{3}_[^」]+\.docx」没有写完/], ['convert', 500, /^disk-full：磁盘空间不足，.*没有写完/]] as const;
  for (const [work, room, told] of hasPages ? full : full.slice(0, 1)) {
    await disk.leave(room);
    expect(outcome(await own.run({ work }))).toEqual([expect.stringMatching(told)]);
    expect([await own.names(), await gone()]).toEqual([['装订'], []]);
  }
  await disk.leave(30_000);
  expect(outcome(await own.run({ work: 'bind' }))).toEqual(['done']);
  const other = await desk();
  expect(outcome(await other.run({ work: 'bind' }))).toEqual(['done']);
  const release = await held(path.join(other.output, '装订'));
  if (release === undefined) return context.skip('this account cannot hold a folder');
  expect(outcome(await other.run({ work: 'bind' }))).toEqual([expect.stringMatching(/^file-in-use：「装订」或里面的文件正被其他程序打开/)]);
  expect(await other.names()).toEqual(['装订']);
  await release();
  expect(outcome(await other.run({ work: 'bind' }))).toEqual(['done']);
}, 180_000);
