import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pagesOf } from '../../helpers/binding-desk.ts';
import { hasPages } from '../../helpers/pdf-pages.ts';
import { closeFaultDesk, openFaultDesk, type FaultDesk } from './fault-desk.ts';

/** The core killed while LibreOffice turns its documents into pages: nothing of it stays, and nothing looks bound that is not. */

let desk: FaultDesk;

/** Numbers of the processes that have the desk's folder in their command line and are LibreOffice. */
function offices(): readonly string[] {
  const lines = execFileSync('ps', ['-Awwo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\n');
  return lines.filter((line) => line.includes('soffice.bin') && line.includes(desk.folder)).map((line) => line.trim().split(' ')[0] ?? '');
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => { setTimeout(resolve, milliseconds); });
}

/** LibreOffice is at work on documents; then it hangs, as it does on a document that it cannot bear. */
async function hangingOffices(): Promise<void> {
  while (offices().length === 0) await pause(10);
  for (const id of offices()) process.kill(Number(id), 'SIGSTOP');
}

/** Folders of conversions that have not ended. */
async function workFolders(): Promise<readonly string[]> {
  return (await readdir(path.join(desk.folder, 'data', 'cache', 'pdf'))).filter((name) => name.startsWith('work-'));
}

beforeAll(async () => { desk = await openFaultDesk(); });
afterAll(async () => {
  for (const id of offices()) process.kill(Number(id), 'SIGKILL');
  await closeFaultDesk(desk);
});

test.skipIf(!hasPages || process.platform === 'win32')('killed while LibreOffice works, nothing is listed as bound; the next start ends and removes what was left, the next run binds with true page numbers', async () => {
  await desk.run({ work: 'convert' }, { killAfter: hangingOffices });
  expect(offices()).not.toEqual([]);
  expect(await workFolders()).not.toEqual([]);
  expect((await desk.names()).filter((name) => name === '装订')).toEqual([]);

  const { entries } = await desk.look((_, call) => call('print.plan', { contractId: desk.contractId }));
  expect(entries).toEqual([]);
  expect(offices()).toEqual([]);
  expect(await workFolders()).toEqual([]);

  const lines = await desk.run({ work: 'convert' });
  expect(lines.at(-1)).toBe('done');
  expect((await desk.names()).filter((name) => name.startsWith('装订'))).toEqual(['装订']);
  expect(offices()).toEqual([]);
  const volume = (await readdir(path.join(desk.output, '装订'))).find((name) => name.startsWith('第01卷')) ?? '';
  const pages = pagesOf(path.join(desk.output, '装订', volume));
  const contentsAt = pages.findIndex((text) => text.includes('卷内目录'));
  const listed = [...(pages[contentsAt] ?? '').matchAll(/(XJ-\d{8}-01)(?: 至\s+\S+)?\s+(\d+) (\d+)/g)].map(([, number = '', count, first]) => ({ number, count, first }));
  const real = pages.slice(contentsAt + 1).filter((text) => text.trim() !== '');
  expect(listed.length).toBeGreaterThan(1);
  expect(listed.map(({ number }) => /第(\d+)页\s*$/.exec(real.find((text) => text.includes(number)) ?? '')?.[1])).toEqual(listed.map(({ first }) => first));
  expect(listed.reduce((sum, { count }) => sum + Number(count), 0)).toBe(real.length);
  // Two starts of the core and two rounds of LibreOffice take their time on a busy computer.
}, 240_000);
