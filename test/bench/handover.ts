import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { PackageDescription, StagedFile } from '../../electron/handover/package/description.ts';
import { stagePackage } from '../../electron/handover/package/stage-package.ts';
import { digits, timingOf, type BenchRow, type Timing } from './bench-row.ts';
import { measureStep, type HandoverStep } from './handover-child.ts';
import { measureWhole, yearWithPhotos, type WholeSteps } from './handover-year.ts';

const photos = 300;
const photoBytes = 2_000_000;
const documents = 1600;
const documentBytes = 31_000;
/** One file over what ISO 9660 counts in one record, and a little more beside it. */
const hugeBytes = 4_400_000_000;

/**
 * Image and verification of a package of 650 MB, in turn with xorriso and sha256sum on the same files, and the memory of a tree over
 * 4 GB. All files have just been written, so both sides read them from memory. TMPDIR says on which disk it works.
 */
export async function benchHandover(): Promise<BenchRow[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-handover-'));
  try {
    const bag = path.join(folder, 'bag');
    await stagePackage({ folder: bag, description, files: contents() }, { runId: randomUUID() });
    return [...(await benchWhole(folder)), ...(await benchImage(folder, bag)), ...(await benchVerify(folder, bag)), await benchHuge(folder)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const description: PackageDescription = {
  title: '某项目交付文件', projectName: '某项目', contractName: '某项目合同', contractNumber: '',
  customer: { name: '某单位', address: '', contact: '', phone: '', email: '' },
  vendor: { name: '某公司', address: '', contact: '', phone: '', email: '' },
  period: { from: '2024-08-03', to: '2025-08-02' }, producedOn: '2025-08-05',
  medium: { kind: '光盘', number: 'BENCH', position: '1/1' }, secrecy: '', retention: '', software: 'bench', remarks: [],
};

function* contents(): Generator<StagedFile> {
  const facts = { date: '2024-08', responsible: '某公司' };
  for (let number = 0; number < photos; number += 1) {
    const title = `现场照片 ZP-2024${String(number).padStart(4, '0')}（某市机房）`;
    yield { ...facts, path: `data/电子档案/2024/照片/${title}.jpg`, title, kind: '照片', content: randomBytes(photoBytes) };
  }
  for (let number = 0; number < documents; number += 1) {
    const title = `日常巡检记录单 XJ-2024${String(number).padStart(4, '0')}-01`;
    yield { ...facts, path: `data/电子档案/2024/日常巡检记录单/${title}.docx`, title, kind: '记录单', content: randomBytes(documentBytes) };
  }
}

function has(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

/** Milliseconds of a program run to its end. */
function timeOf(program: string, parameters: readonly string[], cwd: string): number {
  const start = performance.now();
  execFileSync(program, parameters, { cwd, stdio: 'ignore', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  return performance.now() - start;
}

type Peer = { readonly name: string; readonly run: () => number; /** Whether it does all that ours does, so that the floor is meant for it. */ readonly isEqual: boolean };

/** Every order of some things. */
function ordersOf<T>(things: readonly T[]): T[][] {
  if (things.length === 0) return [[]];
  return things.flatMap((first, index) => ordersOf(things.toSpliced(index, 1)).map((rest) => [first, ...rest]));
}

/** Each measured at least so often: what waits for a disk that others use too takes once and three times as long within a minute. */
const leastRounds = 12;

/**
 * Our step and its peers in every order, equally often: what one leaves behind on the disk (here a deleted image whose blocks the disk is
 * clearing up) falls on the next, and must not always fall on the same one. Whatever else the machine does falls on all of them alike.
 */
async function inTurn(name: string, ours: () => HandoverStep, peers: readonly Peer[], tidy: () => Promise<void>): Promise<BenchRow[]> {
  const steps: HandoverStep[] = [];
  const times = peers.map((): number[] => []);
  const orders = ordersOf([undefined, ...peers]);
  for (let round = 0; round < Math.max(leastRounds, orders.length); round += 1) {
    for (const peer of orders[round % orders.length] ?? []) {
      await tidy();
      if (peer === undefined) steps.push(ours());
      else times[peers.indexOf(peer)]?.push(peer.run());
    }
  }
  const timing = timingOf(steps.map((step) => step.milliseconds));
  const peak = digits(Math.max(...steps.map((step) => step.peakMegabytes)));
  const rows = peers.map((peer, index): BenchRow => {
    const theirs = timingOf(times[index] ?? []);
    return { name: `  ${peer.name}`, ...theirs, unit: 'ms', note: `ours at ${digits(theirs.median / timing.median)} × its speed${peer.isEqual ? ' (floor 0.8 ×)' : ''}` };
  });
  return [{ name, ...timing, unit: 'ms', note: `peak ${peak} MB` }, ...rows];
}

function benchImage(folder: string, bag: string): Promise<BenchRow[]> {
  const image = path.join(folder, 'image.iso');
  const xorriso = ['-as', 'mkisofs', '-quiet', '-J', '-joliet-long', '-R', '-V', 'BENCH', '-o', image, bag];
  const peers: Peer[] = [
    { name: 'xorriso, most of it not yet on the disk', isEqual: false, run: () => timeOf('xorriso', xorriso, folder) },
    { name: 'xorriso, then forced onto the disk as ours is', isEqual: true, run: () => timeOf('xorriso', xorriso, folder) + timeOf('sync', [image], folder) },
  ];
  return inTurn('image of 650 MB', () => measureStep('image', bag, image), has('xorriso') ? peers : [], async () => {
    await rm(image, { force: true });
    // What an earlier round left to be written must not slow down the next one.
    if (has('sync')) execFileSync('sync');
  });
}

async function benchVerify(folder: string, bag: string): Promise<BenchRow[]> {
  const image = path.join(folder, 'image.iso');
  measureStep('image', bag, image);
  const peers: Peer[] = [{ name: 'sha256sum -c', isEqual: true, run: () => timeOf('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], bag) }];
  const known = has('sha256sum') ? peers : [];
  const none = async (): Promise<void> => undefined;
  const rows = [
    ...(await inTurn('verify a folder of 650 MB', () => measureStep('verify', bag), known, none)),
    ...(await inTurn('verify an image of 650 MB', () => measureStep('verify', image), known, none)),
  ];
  await rm(image);
  return rows;
}

/**
 * The whole package of the sample year with photos: documents made, photos copied, lists written, everything forced onto the disk; then ten
 * records are changed and it is made again. Beside it the files are copied, forced onto the disk and hashed once by other programs.
 */
async function benchWhole(folder: string): Promise<BenchRow[]> {
  const data = path.join(folder, 'year');
  await yearWithPhotos(data, photos, photoBytes);
  const rounds: WholeSteps[] = [];
  const copying: number[] = [];
  const target = path.join(folder, 'whole');
  for (let round = 0; round < 3; round += 1) {
    await rm(target, { recursive: true, force: true });
    await rm(path.join(data, 'cache'), { recursive: true, force: true });
    if (has('sync')) execFileSync('sync');
    rounds.push(await measureWhole(data, target));
    if (!has('sync') || !has('sha256sum')) continue;
    const copy = path.join(folder, 'copy');
    execFileSync('sync');
    copying.push(timeOf('cp', ['-r', target, copy], folder) + timeOf('sync', ['-f', copy], folder) + timeOf('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], copy));
    await rm(copy, { recursive: true });
  }
  await rm(target, { recursive: true, force: true });
  const [one, remarks, hours] = (['first', 'remarks', 'hours'] as const).map((step) => timingOf(rounds.map((round) => round[step].milliseconds)));
  if (one === undefined || remarks === undefined || hours === undefined) throw new Error('nothing was measured');
  const peak = Math.max(...rounds.flatMap((round) => Object.values(round).map((step) => step.peakMegabytes)));
  const ofFirst = ({ median }: Timing): string => `${digits((median / one.median) * 100)} % of the first (floor 10 %)`;
  const rows: BenchRow[] = [
    { name: 'whole package of a year with 300 photos', ...one, unit: 'ms', note: `peak ${digits(peak)} MB (floor 300)` },
    { name: 'again after the remarks of ten records changed', ...remarks, unit: 'ms', note: ofFirst(remarks) },
    { name: 'again after their hours changed, which all reports count', ...hours, unit: 'ms', note: ofFirst(hours) },
  ];
  if (copying.length === 0) return rows;
  const peer = timingOf(copying);
  return [...rows, { name: '  cp, sync and sha256sum of its files', ...peer, unit: 'ms', note: `ours at ${digits(one.median / peer.median)} × its time (floor 2 ×)` }];
}

/** Once: it is there for its memory. The large file has no content on the disk, its image has. */
async function benchHuge(folder: string): Promise<BenchRow> {
  const tree = path.join(folder, 'huge');
  await mkdir(tree);
  await writeFile(path.join(tree, '大.bin'), '');
  await truncate(path.join(tree, '大.bin'), hugeBytes);
  await writeFile(path.join(tree, '小.bin'), randomBytes(300_000_000));
  const { milliseconds, peakMegabytes } = measureStep('image', tree, path.join(folder, 'huge.iso'));
  return { name: 'image of 4.7 GB with one file of 4.4 GB, once', median: milliseconds, spread: '', unit: 'ms', note: `peak ${digits(peakMegabytes)} MB (floor 150)` };
}
