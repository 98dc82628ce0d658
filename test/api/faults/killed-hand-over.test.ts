import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256Hex } from '../../../electron/files/digest.ts';
import { bagFolders } from '../../../electron/handover/package/package-place.ts';
import { verifyPackage } from '../../../electron/handover/verify/verify-package.ts';
import type { DiscSet } from '../../../shared/ipc/disc-channels.ts';
import { closeFaultDesk, openFaultDesk, type FaultDesk } from './fault-desk.ts';

/** The whole core killed while it makes discs, binds or burns: what looks done is done, and the next run clears up. */

const kills = 8;
const isStep = (line: string): boolean => line.startsWith('step ');
/** The lines of a core that tell what came of its work. */
const outcome = (lines: readonly string[]): readonly string[] => lines.filter((line) => !isStep(line));
let desk: FaultDesk;

beforeAll(async () => { desk = await openFaultDesk(); });
afterAll(() => closeFaultDesk(desk));

/** Nothing but packages, images, the bound volumes, and what everybody sees to be unfinished. */
const finished = /^(交付包|装订|交付包_第[1-9]盘\.iso)$/;
const unfinished = /\.(partial|replaced)-[0-9a-f-]{36}$/;

/** Packages and images that stand under their final names and do not verify. */
async function falseFriends(names: readonly string[]): Promise<unknown[]> {
  const bags = (await bagFolders(path.join(desk.output, '交付包'))) ?? ['交付包 is something else'];
  const places = [...names.filter((name) => name.endsWith('.iso')), ...(names.includes('交付包') ? bags.map((bag) => path.join('交付包', bag)) : [])];
  const reports = await Promise.all(places.map(async (place) => ({ place, report: await verifyPackage(path.join(desk.output, place)) })));
  return reports.filter(({ report }) => !report.ok);
}

/** Discs that the list calls whole, or with an image, and that are not what was recorded. */
async function falselyListed({ discs }: DiscSet): Promise<unknown[]> {
  const wrong = await Promise.all(discs.map(async ({ number, standing, hasImage, manifestSha256, imageSha256 }) => {
    const digest = standing === 'whole' ? (await verifyPackage(path.join(desk.output, '交付包', `第${number}盘`))).digest : manifestSha256;
    const image = hasImage ? sha256Hex(await readFile(path.join(desk.output, `交付包_第${number}盘.iso`))) : imageSha256;
    return digest === manifestSha256 && image === imageSha256 ? [] : [number];
  }));
  // All discs of a set stand or none does: half of an older one never looks whole.
  const isHalf = new Set(discs.map(({ standing }) => standing === 'whole')).size > 1;
  return [...wrong.flat(), ...(isHalf ? ['half a set'] : [])];
}

/** What stands under its final name verifies, and the list says what is there. */
async function checkWhatLooksDone(): Promise<readonly DiscSet[]> {
  const names = await desk.names();
  expect(names.filter((name) => !finished.test(name) && !unfinished.test(name))).toEqual([]);
  expect(await falseFriends(names)).toEqual([]);
  const sets = await desk.look((_, call) => call('discs.list', { contractId: desk.contractId }));
  expect((await Promise.all(sets.map(falselyListed))).flat()).toEqual([]);
  return sets;
}

test(`killed ${kills} times between packages, images and the register, nothing half made is listed as done; the next run repairs`, async () => {
  const steps = (await desk.run({ work: 'make' })).filter(isStep).length;
  let leftovers = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    // From the documents over packages and images to the register, and into the next hand-over, which takes over what is unchanged.
    const last = Math.ceil(((kill + 1) * steps * 1.2) / kills);
    await desk.run({ work: 'make' }, { killAt: (lines) => lines.filter(isStep).length >= last });
    leftovers += (await desk.names()).filter((name) => unfinished.test(name)).length;
    await checkWhatLooksDone();
  }
  // Otherwise the kills met nothing.
  expect(leftovers).toBeGreaterThan(0);
  expect(outcome(await desk.run({ work: 'make' }))).toEqual(['done']);
  const [latest] = await checkWhatLooksDone();
  expect(latest?.discs.map(({ standing, hasImage }) => [standing, hasImage])).toEqual(latest?.discs.map(() => ['whole', true]));
  expect(new Set((await desk.names()).filter((name) => name.startsWith('交付包')))).toEqual(new Set(['交付包', ...(latest?.discs ?? []).map(({ number }) => `交付包_第${number}盘.iso`)]));
  expect(latest?.discs.length).toBeGreaterThan(1);
}, 180_000);

test('killed while it binds, the older volumes stand as a whole and the print plan knows only what is there; the next run repairs', async () => {
  const steps = (await desk.run({ work: 'bind' })).filter(isStep).length;
  for (let kill = 0; kill < kills / 2; kill += 1) {
    await desk.run({ work: 'bind' }, { killAt: (lines) => lines.filter(isStep).length >= Math.ceil(((kill + 1) * steps * 2.4) / kills) });
    const names = await desk.names();
    const place = names.find((name) => name === '装订') ?? names.find((name) => name.startsWith('装订.replaced-')) ?? '';
    const { files } = JSON.parse(await readFile(path.join(desk.output, place, '装订清单.json'), 'utf8')) as { readonly files: readonly string[] };
    for (const file of files) await stat(path.join(desk.output, place, file));
    const { entries } = await desk.look((_, call) => call('print.plan', { contractId: desk.contractId }));
    expect(entries.filter(({ isThere }) => !isThere)).toEqual(place === '装订' ? [] : entries);
  }
  expect(outcome(await desk.run({ work: 'bind' }))).toEqual(['done']);
  expect((await desk.names()).filter((name) => name.startsWith('装订'))).toEqual(['装订']);
}, 120_000);

test.skipIf(process.platform === 'win32')('killed while a disc is being written, it is not registered as burned; burned again it is', async () => {
  expect(outcome(await desk.run({ work: 'make' }))).toEqual(['done']);
  const handover = await desk.look(async (_, call) => (await call('discs.list', { contractId: desk.contractId }))[0]?.handoverId ?? '');
  await desk.run({ work: 'burn', handover }, { killAt: (lines) => lines.some((line) => line.includes('正在刻录')) });
  const events = (): Promise<unknown> => desk.look(async (_, call) => (await call('discs.list', { contractId: desk.contractId }))[0]?.discs[0]?.events.map(({ kind, ok }) => [kind, ok]));
  expect(await events()).toEqual([]);
  // The script that stands for the drive writes nothing: reading back finds that out, and both are on the register.
  expect(outcome(await desk.run({ work: 'burn', handover }))).toEqual(['done']);
  expect(await events()).toEqual([['burn', true], ['verify', false]]);
}, 120_000);
