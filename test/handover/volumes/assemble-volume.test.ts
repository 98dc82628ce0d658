import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChineseFonts } from '../../../electron/handover/volumes/find-fonts.ts';
import type { VolumeAssembly } from '../../../electron/handover/volumes/pdf/assemble-volume.ts';
import { openPdfWorkshop, type PdfWorkshop } from '../../../electron/handover/volumes/pdf-workshop.ts';
import { pdfWith, type MadePage } from '../../helpers/pdf-files.ts';
import { hasPages } from '../../helpers/pdf-pages.ts';

let folder: string;
let workshop: PdfWorkshop;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'volume-'));
  workshop = openPdfWorkshop();
});

afterAll(async () => {
  await workshop.close();
  await rm(folder, { recursive: true, force: true });
});

async function fileOf(name: string, pages: readonly MadePage[]): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, await pdfWith(pages));
  return file;
}

async function smallVolume(target: string, changes: Partial<VolumeAssembly> = {}): Promise<VolumeAssembly> {
  const cover = await fileOf(`${target}-cover.pdf`, [{ text: 'COVER' }]);
  const first = await fileOf(`${target}-first.pdf`, [{ text: 'A1' }, { text: 'A2', rotation: 90 }, { text: 'A3', size: [842, 595] }]);
  const second = await fileOf(`${target}-second.pdf`, [{ text: 'B1', mediaBox: [-100, 50, 595, 842] }]);
  return {
    target: path.join(folder, `${target}.pdf`), title: '第2卷 日常巡检记录', author: '示例单位', date: '2025-08-02T00:00:00.000Z', doubleSided: true,
    stamp: { fonts: [] },
    parts: [
      { file: cover, title: '封面', pages: 1, startsOnFront: true },
      { file: first, title: '1 甲', pages: 3, page: 1, startsOnFront: true },
      { file: second, title: '2 乙', pages: 1, page: 4, startsOnFront: true },
    ],
    ...changes,
  };
}

/**
 * The words of each page with their distances from the edges as it is shown.
 * @param turned pages lying on their side, of which pdftotext gives the size upright
 */
function wordsOf(file: string, turned: readonly number[] = []): readonly (readonly { readonly text: string; readonly right: number; readonly left: number; readonly bottom: number }[])[] {
  const page = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' }).split('<page ').slice(1);
  return page.map((text, index) => {
    const [, across = '0', along = '0'] = /width="([\d.]+)" height="([\d.]+)"/.exec(text) ?? [];
    const [width, height] = turned.includes(index + 1) ? [along, across] : [across, along];
    return [...text.matchAll(/<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(([, left, right, low, word]) => ({
      text: word ?? '', left: Number(left), right: Number(width) - Number(right), bottom: Number(height) - Number(low),
    }));
  });
}

test.skipIf(!hasPages)('numbers run through the documents, bottom right on fronts and bottom left on backs; cover and empty reverses have none', async () => {
  const plan = await smallVolume('numbers');
  const made = await workshop.assemble(plan);
  expect(made).toMatchObject({ sides: 8, numberedPages: 4, hasFont: false });
  const pages = wordsOf(plan.target, [4]);
  expect(pages.map((words) => words.map(({ text }) => text).join(' '))).toEqual(['COVER', '', 'A1 1', 'A2 2', 'A3 3', '', 'B1 4', '']);
  const corner = pages.flatMap((words) => words.slice(1)).map(({ left, right, bottom }) => [left < 60 ? 'left' : right < 60 ? 'right' : 'nowhere', bottom < 40]);
  expect(corner).toEqual([['right', true], ['left', true], ['right', true], ['right', true]]);
});

test.skipIf(!hasPages)('page numbers are set in a Chinese font of this computer, of which only the needed glyphs go along', async () => {
  const fonts = await findChineseFonts({ platform: process.platform, home: homedir(), variables: process.env });
  if (fonts.length === 0) return;
  const plan = await smallVolume('chinese', { stamp: { fonts: [{ file: path.join(folder, 'none.ttf'), postscriptName: 'None' }, ...fonts], volume: 2 } });
  const made = await workshop.assemble(plan);
  expect(made).toMatchObject({ hasFont: true });
  expect(made.bytes).toBeLessThan(60_000);
  expect(wordsOf(plan.target).map((words) => words.slice(1).map(({ text }) => text).join(' '))).toEqual(['', '', '第2卷 第1页', '第2卷 第2页', '第2卷 第3页', '', '第2卷 第4页', '']);
});

test.skipIf(!hasPages)('documents that keep their numbers get none, and single-sided paper has no empty sides', async () => {
  const plan = await smallVolume('kept', { stamp: undefined, doubleSided: false });
  expect(await workshop.assemble(plan)).toMatchObject({ sides: 5, numberedPages: 4 });
  expect(wordsOf(plan.target).map((words) => words.map(({ text }) => text).join(' '))).toEqual(['COVER', 'A1', 'A2', 'A3', 'B1']);
});

test('the same input gives the same bytes, with title, bookmarks and the wish to be printed at its size on both sides', async () => {
  const [one, two] = [await smallVolume('same-1'), await smallVolume('same-2')];
  const made = [await workshop.assemble(one), await workshop.assemble(two)];
  expect(made[0]).toEqual(made[1]);
  const bytes = await readFile(one.target);
  expect(bytes.equals(await readFile(two.target))).toBe(true);
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const preferences = pdf.catalog.getViewerPreferences();
  expect([pdf.getTitle(), pdf.getAuthor(), pdf.getModificationDate()?.toISOString(), preferences?.getPrintScaling(), preferences?.getDuplex()])
    .toEqual(['第2卷 日常巡检记录', '示例单位', '2025-08-02T00:00:00.000Z', 'None', 'DuplexFlipLongEdge']);
});

test('what cannot be counted or bound says why: a password, damage, no pages, other pages than counted', async () => {
  const secret = await PDFDocument.load(await pdfWith([{ text: 'x' }]));
  secret.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
  const files = { '加密': await secret.save(), '损坏': Buffer.from('%PDF-1.7\nnothing\n%%EOF\n'), '空': await pdfWith([]), '好': await pdfWith([{}, {}]) };
  const places = await Promise.all(Object.entries(files).map(async ([name, bytes]) => {
    const file = path.join(folder, `${name}.pdf`);
    await writeFile(file, bytes);
    return { file, shownAs: name };
  }));
  const counts = await workshop.countPages([...places, { file: path.join(folder, 'missing.pdf'), shownAs: '不在' }]);
  expect(counts.map((count) => (count.ok ? count.value : [count.error.code, count.error.details['reason']]))).toEqual([['unreadable-file', 'encrypted'], ['unreadable-file', 'broken'], ['unreadable-file', 'empty'], 2, ['not-found', undefined]]);
  const good = places[3]?.file ?? '';
  const plan = await smallVolume('changed', { parts: [{ file: good, title: '日志', pages: 3, page: 1, startsOnFront: true }] });
  await expect(workshop.assemble(plan)).rejects.toMatchObject({ code: 'unreadable-file', message: expect.stringContaining('“日志”') });
});

test('a cancelled volume ends at once, leaves no file, and the next one is made', async () => {
  const abort = new AbortController();
  const plan = await smallVolume('cancelled');
  const running = workshop.assemble(plan, { signal: abort.signal });
  abort.abort();
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  expect(await readFile(plan.target).catch(() => 'none')).toBe('none');
  expect(await workshop.assemble(await smallVolume('next'))).toMatchObject({ numberedPages: 4 });
});
