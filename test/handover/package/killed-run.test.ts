import { execFile, spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { stagePackage } from '../../../electron/handover/package/stage-package.ts';
import { verifyPackage } from '../../../electron/handover/verify/verify-package.ts';
import { description, documents, temporaryFolder } from '../sample-package.ts';
import { childDocuments } from './staging-child.ts';

const kills = 24;
/** The four BagIt files, the reader's note, the catalogue, the contents page and two check scripts. */
const tagFiles = 9;

/** Lets a child replace the package over and over, kills it `milliseconds` after it began, and says what it had finished. */
async function runAndKill(folder: string, milliseconds: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'staging-child.ts'), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (lines.length === 0) setTimeout(() => child.kill('SIGKILL'), milliseconds);
    lines.push(...text.trimEnd().split('\n'));
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => child.on('exit', (...end) => resolve(end)));
  expect([code, signal]).toEqual([null, 'SIGKILL']);
  return lines.slice(1);
}

test(`killed ${kills} times at random moments, a run never leaves part of a package that verifies, nor loses the older one`, async () => {
  const parent = await temporaryFolder('killed');
  const folder = join(parent, '交付');
  let finished = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const digests = await runAndKill(folder, Math.random() * 250);
    finished += digests.length;
    const names = await readdir(parent);
    const reports = await Promise.all(names.map(async (name) => ({ name, report: await verifyPackage(join(parent, name)) })));
    // Whatever verifies is a whole package, under whatever name.
    for (const { report } of reports) expect(report.ok ? report.files : childDocuments + tagFiles).toBe(childDocuments + tagFiles);
    // What stands in the final place is whole; between the two renames the older one stands aside, also whole.
    const inPlace = reports.filter(({ name }) => name === '交付' || name.startsWith('交付.replaced-'));
    const oneIsWhole = inPlace.some(({ report }) => report.ok);
    expect({ kill, finished, names, oneIsWhole }).toEqual({ kill, finished, names, oneIsWhole: finished > 0 || oneIsWhole });
    expect(reports.filter(({ name }) => name === '交付').every(({ report }) => report.ok)).toBe(true);
  }
  const summary = await stagePackage({ folder, description, files: documents() }, { runId: crypto.randomUUID() });
  expect(await readdir(parent)).toEqual(['交付']);
  expect(await verifyPackage(folder)).toMatchObject({ ok: true, digest: summary.digest });
  expect(finished).toBeGreaterThan(0);
}, 180_000);

/** A file size limit stops writing in the middle of a file, as a full disk or a FAT32 stick does; it needs no disk of its own. */
test.skipIf(process.platform === 'win32')('where writing stops for want of room, nothing is left and the failure is disk-full', async () => {
  const parent = await temporaryFolder('full');
  const child = join(import.meta.dirname, 'staging-child.ts');
  const { stdout } = await promisify(execFile)('sh', ['-c', 'ulimit -f 8; exec "$0" "$@"', process.execPath, child, join(parent, '交付')]);
  expect(stdout).toBe('ready\ndisk-full\n');
  expect(await readdir(parent)).toEqual([]);
});
