import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { digits, timingOf, type BenchRow } from './bench-row.ts';
import { benchPassphrase, measureCarried, type CarriedStep } from './carried-child.ts';

const rounds = 3;
const photos = 300;
const photoBytes = 2_000_000;

/** An encrypted container of a contract year (600 MB): written and read back by us, written and tested by 7-Zip on the same files, in turn. */
export async function benchCarried(): Promise<BenchRow[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-carried-'));
  try {
    const source = path.join(folder, 'year');
    await mkdir(source);
    for (let number = 0; number < photos; number += 1) await writeFile(path.join(source, `照片-${number}.jpg`), randomBytes(photoBytes));
    const [own, theirs] = [path.join(folder, 'own.7z'), path.join(folder, 'theirs.7z')];
    const packed: CarriedStep[] = [];
    const read: CarriedStep[] = [];
    const peers: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await Promise.all([own, theirs].map((file) => rm(file, { force: true })));
      execFileSync('sync');
      packed.push(measureCarried('pack', source, own));
      read.push(measureCarried('read', own));
      if (spawnSync('7z').error === undefined) peers.push(peerTime(source, theirs));
    }
    return [
      row('600 MB into an encrypted container, read back', packed, 'memory ≤ 300'),
      row('  read from beginning to end', read, 'memory ≤ 300'),
      ...(peers.length === 0 ? [] : [{ name: '  7-Zip: a -mx0 -mhe=on, sync, t', ...timingOf(peers), unit: 'ms', note: `ours at ${digits(timingOf(peers).median / timingOf(packed.map(({ milliseconds }) => milliseconds)).median)} × its speed` }]),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function row(name: string, steps: readonly CarriedStep[], floor: string): BenchRow {
  const most = (of: (step: CarriedStep) => number): string => digits(Math.max(...steps.map(of)));
  return { name, ...timingOf(steps.map(({ milliseconds }) => milliseconds)), unit: 'ms', note: `peak ${most((step) => step.peakMegabytes)} MB (${floor}), longest turn ${most((step) => step.longestTurn)} ms` };
}

/** 7-Zip does in two steps what we do in one. */
function peerTime(source: string, target: string): number {
  const start = performance.now();
  execFileSync('7z', ['a', '-t7z', '-mx0', '-mhe=on', `-p${benchPassphrase}`, target, source], { stdio: 'ignore' });
  execFileSync('sync', [target]);
  execFileSync('7z', ['t', `-p${benchPassphrase}`, target], { stdio: 'ignore' });
  return performance.now() - start;
}
