import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Arrangement } from '../../shared/volumes/arrangement.ts';
import { arrange, boundFolder, fewWeeks, openDesk, openLaidDesk, pagesOf, type Desk, type LaidDesk } from '../helpers/binding-desk.ts';
import { pdfWith } from '../helpers/pdf-files.ts';
import { hasPages } from '../helpers/pdf-pages.ts';
import { pngOf } from '../helpers/pictures.ts';

/** What lists say of pages, against the pages of the bound volumes. */

/** Every profile, way of numbering and way of beginning on fronts at least once; binding.test.ts has the usual one. */
const modes = [
  { profile: 'simple', pageNumbers: 'stamp', doubleSided: true, fronts: 'records' },
  { profile: 'archive', pageNumbers: 'keep', doubleSided: true, fronts: 'none' },
  { profile: 'simple', pageNumbers: 'keep', doubleSided: true, fronts: 'items' },
  { profile: 'archive', pageNumbers: 'stamp', doubleSided: false, fronts: 'items' },
] as const;

describe.skipIf(!hasPages)('in every way of printing', () => {
  let laid: LaidDesk;

  beforeAll(async () => { laid = await openLaidDesk(); });
  afterAll(() => laid.desk.close());

  test.each(modes)('$profile, page numbers $pageNumbers, two-sided $doubleSided, fronts $fronts: the contents list tells the real pages', async ({ profile, pageNumbers, doubleSided, fronts }) => {
    const { desk, contractId } = laid;
    const { call, ended } = desk;
    await arrange(desk, contractId, { profile, pageNumbers, doubleSided, itemsStartOnOddPage: fronts !== 'none', recordsStartOnOddPage: fronts === 'records' });
    expect((await ended(await call('jobs.bind', { contractId }))).state).toBe('done');
    const { entries } = await call('print.plan', { contractId });
    const pages = pagesOf(path.join(boundFolder(desk), '第01卷_日常巡检记录单、用户需求申请单、用户需求台账.pdf'));
    const contentsAt = pages.findIndex((text) => text.includes('卷内目录'));
    // A side without a word is an empty reverse; the body begins on the next sheet behind the contents.
    const body = pages.map((text, side) => ({ side, text })).slice(contentsAt + (doubleSided ? 2 : 1)).filter(({ text }) => text.trim() !== '' && !text.includes('备考表'));
    expect([entries[0]?.sides, entries[0]?.sheets]).toEqual([pages.length, doubleSided ? pages.length / 2 : pages.length]);
    const starts = ['XJ-20240805-01', 'XJ-20240903-01', 'XQ-20240812-01', 'XQ-20240910-01'];
    // Behind the number: in archive form the day, then the pages and the page number, then how many forms it has.
    const behind = profile === 'archive' ? '[\\s\\S]*?20\\d{6}' : '(?: 至\\s+\\S+)?';
    const listed = starts.map((number) => new RegExp(`${number}${behind}\\s+(\\d+)(?: (\\d+)(?:—\\d+)?(?=\\s)(?! 份))?\\s`).exec(pages[contentsAt] ?? ''));
    const real = starts.map((number) => body.findIndex(({ text }) => text.includes(number)));
    const next = [...real.slice(1), body.findIndex(({ text }) => text.includes('用户需求台账'))];
    expect(listed.map((row) => row?.[1])).toEqual(real.map((page, index) => String((next[index] ?? 0) - page)));
    expect(listed.map((row) => row?.[2])).toEqual(real.map((page) => (pageNumbers === 'stamp' ? String(page + 1) : undefined)));
    const stamps = body.map(({ text }) => (profile === 'simple' ? /第1卷\s+第(\d+)页\s*$/ : /(?:^|\s)(\d+)\s*$/).exec(text)?.[1]);
    expect(pageNumbers === 'stamp' ? stamps : []).toEqual(pageNumbers === 'stamp' ? body.map((_, index) => String(index + 1)) : []);
    const sideOf = (number: string): number => (body.find(({ text }) => text.includes(number))?.side ?? 0) % 2;
    const onFronts = !doubleSided || fronts === 'none' ? [] : fronts === 'items' ? starts : [...starts, 'XJ-20240806-01'];
    expect(onFronts.filter((number) => sideOf(number) !== 0)).toEqual([]);
  }, 120_000);
});

describe.skipIf(!hasPages)('with signed paper', () => {
  let desk: Desk;

  beforeAll(async () => { desk = await openDesk(); });
  afterAll(() => desk.close());

  test('the scans of a paper that is whole are bound in place of its printed pages and counted, or follow them, or are left out', async () => {
    const { call, ended } = desk;
    const contractId = await fewWeeks(desk);
    await ended(await call('jobs.bind', { contractId }));
    const plan = await call('deliverables.plan', { contractId });
    const scopeOf = (deliverable: string, part: string): string => plan.find(({ id }) => id === deliverable)?.files.find(({ name }) => name.includes(part))?.scope ?? '';
    const inspections = (await call('records.list', { contractId, kind: 'inspection' })).records;
    const recordOf = (number: string): string => inspections.find((row) => row.number === number)?.id ?? '';
    const pdf = Buffer.from(await pdfWith([{ text: 'SIGNED 1' }, { text: 'SIGNED 2' }])).toString('base64');
    await call('signOff.attach', { contractId, day: '2024-09-20', pieces: [
      { deliverable: 'request', scope: scopeOf('request', 'XQ-20240812-01'), file: { name: 'a.pdf', base64: pdf }, pages: 2 },
      { deliverable: 'inspection', scope: '2024-09', file: { name: 'b.png', base64: Buffer.from(pngOf(300, 400, 3)).toString('base64') }, pages: 1 },
      // One of the two sheets of this month: its printed pages stay.
      { deliverable: 'inspection', scope: '2024-08', recordId: recordOf('XJ-20240805-01'), file: { name: 'c.png', base64: Buffer.from(pngOf(300, 400, 5)).toString('base64') }, pages: 1 },
    ] });
    const listed = async (signedPages: Arrangement['signedPages']): Promise<readonly unknown[]> => {
      await arrange(desk, contractId, { signedPages, profile: 'simple' });
      const before = await call('volumes.get', { contractId });
      expect((await ended(await call('jobs.bind', { contractId }))).state).toBe('done');
      const after = await call('volumes.get', { contractId });
      const pages = pagesOf(path.join(boundFolder(desk), '第01卷_日常巡检记录单、用户需求申请单、用户需求台账.pdf'));
      // What the window shows before is what was bound.
      expect(before.items.map((item) => [item.pages, item.pagesAreCounted, item.note])).toEqual(after.items.map((item) => [item.pages, item.pagesAreCounted, item.note]));
      const { entries } = await call('print.plan', { contractId });
      const volume = entries.find(({ kind }) => kind === 'volume');
      // What need not be printed is scans and the empty reverses behind them, whole sheets of them.
      const spared = pages.filter((_, index) => volume?.toPrint?.some(({ from, to }) => index + 1 >= from && index + 1 <= to) === false);
      expect([spared.length % 2, spared.map((text) => text.replace(/第1卷\s+第\d+页/, '').trim()).filter((text) => text !== '' && !text.includes('SIGNED'))]).toEqual([0, []]);
      return [after.items.map((item) => [item.pages, item.note]), volume?.originals, spared.length, pages.filter((text) => text.includes('SIGNED')).map((text) => /第(\d+)页/.exec(text)?.[1])];
    };
    // Scans put together by a binding that was killed.
    const cache = path.join(desk.folder, 'cache');
    await mkdir(path.join(cache, 'signed', 'left'), { recursive: true });
    expect(await listed('replace')).toEqual([[[2, '2 份'], [1, '签字原件'], [2, '签字原件'], [1, ''], [1, '2 份']], [{ from: 3, to: 3 }, { from: 4, to: 5 }], 4, ['4', '5']]);
    expect(await listed('behind')).toEqual([[[2, '2 份'], [2, '签字原件'], [3, '签字原件'], [1, ''], [1, '2 份']], [{ from: 4, to: 4 }, { from: 6, to: 7 }], 2, ['6', '7']]);
    expect(await listed('none')).toEqual([[[2, '2 份'], [1, ''], [1, ''], [1, ''], [1, '2 份']], [], 0, []]);
    expect((await readdir(cache)).filter((name) => name === 'signed')).toEqual([]);
  }, 180_000);
});
