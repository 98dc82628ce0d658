import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { call } from '../../renderer/api.ts';
import { longestRead, pictureSize, readingScale, turned } from '../../renderer/scans/scan-choices.ts';
import { countByDeliverable, countNeeds, filteredBoard, presentNeeds, wholeBoard } from '../../renderer/screens/delivery/sign-off/board-filter.ts';
import { targetOptions } from '../../renderer/screens/delivery/sign-off/scan-table.tsx';
import { useRevisionQuestion } from '../../renderer/state/revision-question.ts';
import { daysWaiting, type BoardDocument } from '../../shared/sign-off/board.ts';

function document(scope: string, more: Partial<BoardDocument> = {}): BoardDocument {
  return {
    deliverable: 'visit', scope, title: '某项目走访记录单', name: `某项目走访记录单_ZF-${scope}`, period: scope, number: `ZF-${scope}`, codeNumbers: [`ZF-${scope}`], from: '2024-08-01', to: '2024-08-31',
    records: [{ id: scope, number: `ZF-${scope}` }], hasForms: true, state: 'made', version: 1, reason: '', isStale: false, scans: 0, scannedRecords: [], replaced: [], ...more,
  };
}

const documents = [
  document('1', { state: undefined }), document('2'), document('3', { isStale: true }), document('4', { state: 'printed', printed: { day: '2024-08-01', person: '' } }), document('5', { state: 'signed' }),
  document('6', { state: 'scanned', renewal: { reason: '补记' } }), document('7', { state: 'scanned' }), document('all', { deliverable: 'ledger', title: '某项目台账', name: '某项目台账', hasForms: false }),
];

test('every document waits for one thing, and the counts lead to it', () => {
  expect(countNeeds(documents)).toEqual({ make: 2, print: 2, sign: 1, scan: 1, renew: 1, nothing: 1 });
  expect(presentNeeds(countNeeds(documents.slice(1, 2)))).toEqual(['print']);
  expect(countByDeliverable(documents).map(({ title, files, counts }) => [title, files, counts.print])).toEqual([['某项目走访记录单', 7, 1], ['某项目台账', 1, 1]]);
  expect(filteredBoard(documents, { ...wholeBoard, need: 'renew' }).map(({ scope }) => scope)).toEqual(['6']);
  expect(filteredBoard(documents, { ...wholeBoard, words: 'zf 7' }).map(({ scope }) => scope)).toEqual(['7']);
  expect(filteredBoard(documents, { deliverable: 'ledger', need: 'print', words: '' }).map(({ scope }) => scope)).toEqual(['all']);
});

test('a paper waits from its last step on', () => {
  expect(documents.map((each) => daysWaiting(each, '2024-08-15'))).toEqual([undefined, undefined, undefined, 14, undefined, undefined, undefined, undefined]);
});

test('papers that wait for their scan are offered first', () => {
  expect(targetOptions(documents, '某项目').options.map(({ label, options }) => [label, options.length])).toEqual([['等扫描件', 4], ['其他文件', 4]]);
});

test('a scan is kept at 300 dots to the inch, never enlarged, and turned by quarters', () => {
  expect(pictureSize({ width: 4960, height: 7016 }, 'clear')).toEqual({ width: 2480, height: 3508, jpegQuality: 0.85 });
  expect(pictureSize({ width: 1654, height: 2339 }, 'clear')).toMatchObject({ width: 1654, height: 2339 });
  expect(pictureSize({ width: 4960, height: 7016 }, 'original')).toMatchObject({ width: 4960, height: 7016 });
  expect([turned(0), turned(270), turned(180, 180), turned(90, 270)]).toEqual([90, 0, 0, 0]);
});

/** A core that refuses a change until its papers are open. */
function sealedCore(fails: boolean) {
  const calls: string[] = [];
  let isOpen = false;
  vi.stubGlobal('window', {
    binder: {
      on: () => () => undefined,
      invoke: (channel: string, input: unknown) => {
        calls.push(`${channel} ${JSON.stringify(input)}`);
        if (channel === 'signOff.reopen') isOpen = true;
        if (channel !== 'records.void') return Promise.resolve({ ok: true, value: {} });
        if (!isOpen) return Promise.resolve({ ok: false, error: { code: 'signed-document', message: '已签字', details: { issued: 'a b', records: 1, problems: [] } } });
        return Promise.resolve(fails ? { ok: false, error: { code: 'disk-full', message: '满了', details: {} } } : { ok: true, value: {} });
      },
    },
  });
  return calls;
}

async function answered(reason: string | undefined): Promise<void> {
  await vi.waitFor(() => expect(useRevisionQuestion.getState().question).toBeDefined());
  useRevisionQuestion.getState().answer(reason);
}

beforeEach(() => useRevisionQuestion.getState().answer(undefined));
afterEach(() => vi.unstubAllGlobals());

test('a change of a signed record is made once the reason is said', async () => {
  const calls = sealedCore(false);
  const result = call('records.void', { id: 'r', reason: '重复' });
  await answered('更正');
  expect((await result).ok).toBe(true);
  expect(calls).toEqual(['records.void {"id":"r","reason":"重复"}', 'signOff.reopen {"ids":["a","b"],"reason":"更正"}', 'records.void {"id":"r","reason":"重复"}']);
});

test('without a reason nothing is changed; a change that fails leaves the papers as they were', async () => {
  const refused = sealedCore(false);
  const first = call('records.void', { id: 'r', reason: '重复' });
  await answered(undefined);
  expect(await first).toMatchObject({ ok: false, error: { code: 'signed-document', message: '没有保存：签过字的文件保持原样。' } });
  expect(refused).toHaveLength(1);

  const failed = sealedCore(true);
  const second = call('records.void', { id: 'r', reason: '重复' });
  await answered('更正');
  expect(await second).toMatchObject({ ok: false, error: { code: 'disk-full' } });
  expect(failed.at(-1)).toBe('signOff.withdraw {"ids":["a","b"]}');
});

test('a page is drawn for reading at 200 dots to the inch, and one that says it is a wall in size only as large as is read', () => {
  expect(readingScale({ width: 595, height: 842 })).toBeCloseTo(200 / 72);
  for (const side of [2384, 14_400, 1e9]) expect(Math.round(side * readingScale({ width: side, height: side / 2 }))).toBe(longestRead);
  expect(readingScale({ width: 0, height: 0 })).toBeCloseTo(200 / 72);
});
