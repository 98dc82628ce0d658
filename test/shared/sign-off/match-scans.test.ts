import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BoardDocument } from '../../../shared/sign-off/board.ts';
import { documentCode } from '../../../shared/sign-off/document-code.ts';
import { documentOfName, proposeScan, scanDoubts, type MatchingPlan } from '../../../shared/sign-off/match-scans.ts';

const contractId = 'contract';
const prefix = '某系统运维服务项目';

function form(deliverable: string, scope: string, numbers: readonly string[], more: Partial<BoardDocument> = {}): BoardDocument {
  return {
    deliverable, scope, title: `${prefix}巡检记录单`, name: `${prefix}巡检记录单_${numbers.length === 1 ? numbers[0] ?? '' : scope}`, period: scope, number: numbers[0] ?? '', codeNumbers: numbers,
    from: '2024-08-01', to: '2024-08-31', records: numbers.map((number) => ({ id: `id ${number}`, number })), hasForms: true, state: 'printed', version: 1, reason: '', isStale: false, scans: 0, scannedRecords: [], replaced: [], ...more,
  };
}

function list(deliverable: string, title: string, key: string): BoardDocument {
  return { ...form(deliverable, key, ['GZ-20240805-01', 'GZ-20240806-01']), title: `${prefix}${title}`, name: `${prefix}${title}_${key}`, codeNumbers: [key], hasForms: false };
}

const documents = [
  form('request', 'r1', ['XQ-20240805-01']), form('request', 'r2', ['XQ-20240805-10']), form('inspection', '2024-08', ['XJ-20240805-01', 'XJ-20240806-01', 'XJ-20240807-01']),
  list('worklog-list', '工作记录单', '2024-08'), list('worklog-list', '工作记录单', '2024-09'), list('ledger', '工作台账', 'ALL'),
];
const plan: MatchingPlan = { contractId, documents, prefix };

function codeOf(deliverable: string, number: string, version = 1): string {
  return documentCode({ contractId, deliverable, number, version });
}

function pages(...codes: readonly (string | undefined)[]) {
  return codes.map((code) => ({ codes: code === undefined ? [] : [code] }));
}

test.each([
  ['XQ-20240805-01.pdf', 'request r1'], ['xq20240805-10 签字.jpg', 'request r2'], ['扫描_ＸＱ－20240805－01（盖章）.PDF', 'request r1'], ['XQ-20240805-01 2.png', 'request r1'],
  ['XJ-20240806-01.pdf', 'inspection 2024-08 id XJ-20240806-01'], [`${prefix}工作记录单_2024-09.pdf`, 'worklog-list 2024-09'], ['工作记录单 2024-08 签字版.pdf', 'worklog-list 2024-08'],
  ['XQ-20240805-011.pdf', ''], ['AXQ-20240805-01.pdf', ''], ['工作记录单.pdf', ''], ['扫描0001.pdf', ''], ['', ''],
])('the name %s means %s', (name, expected) => {
  const target = documentOfName(name, plan);
  expect(target === undefined ? '' : [target.deliverable, target.scope, target.recordId].filter((part) => part !== undefined).join(' ')).toBe(expected);
});

/** Punctuation, blanks, Chinese words and full-width writing around and inside a number. */
const noise = fc.constantFrom('', ' ', '_', '（签字）', '扫描', '第1页', ' - ', '·');
const writings = [(text: string) => text, (text: string) => text.toLowerCase(), (text: string) => text.replaceAll('-', ''), (text: string) => text.replaceAll('-', '_'), (text: string) => Array.from(text, (char) => (char === '-' ? '－' : String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0))).join('')];

test('a number is found however it is punctuated and whatever stands around it', () => {
  const numbers = fc.record({ kind: fc.stringMatching(/^[A-Z]{2,3}$/), day: fc.integer({ min: 20240101, max: 20261231 }), serial: fc.integer({ min: 1, max: 99 }) }).map(({ kind, day, serial }) => `${kind}-${day}-${String(serial).padStart(2, '0')}`);
  fc.assert(fc.property(fc.uniqueArray(numbers, { minLength: 1, maxLength: 12 }), fc.nat(), fc.constantFrom(...writings), noise.filter((text) => !/\d/.test(text)), noise.filter((text) => !/\d/.test(text)), (all, pick, write, before, after) => {
    const wanted = all[pick % all.length] ?? '';
    // `AB-…` is in `CAB-…` once the signs are gone: a letter before it says no.
    const found = documentOfName(`${before}${write(wanted)}${after}.pdf`, { contractId, prefix, documents: all.map((number) => form('form', number, [number])) });
    expect(found).toEqual({ deliverable: 'form', scope: wanted });
  }));
});

test('no name breaks the matching, and what it finds is in the plan', () => {
  fc.assert(fc.property(fc.string({ maxLength: 80, unit: 'grapheme' }), (name) => {
    const target = documentOfName(name, plan);
    expect(target === undefined || documents.some(({ deliverable, scope }) => deliverable === target.deliverable && scope === target.scope)).toBe(true);
  }));
});

test('a scan of many papers is split where the code changes; pages without one stay with those before them', () => {
  const first = codeOf('request', 'XQ-20240805-01');
  const second = codeOf('request', 'XQ-20240805-10');
  expect(proposeScan({ name: '扫描0001.pdf', pages: pages(undefined, first, undefined, first, second, undefined, codeOf('worklog-list', '2024-08')) }, plan)).toEqual([
    { from: 1, to: 4, target: { deliverable: 'request', scope: 'r1' }, foundBy: 'code' },
    { from: 5, to: 6, target: { deliverable: 'request', scope: 'r2' }, foundBy: 'code' },
    { from: 7, to: 7, target: { deliverable: 'worklog-list', scope: '2024-08' }, foundBy: 'code' },
  ]);
});

test('every page is in exactly one piece, in order', () => {
  const codes = fc.constantFrom(undefined, codeOf('request', 'XQ-20240805-01'), codeOf('request', 'XQ-20240805-10'), codeOf('inspection', 'XJ-20240806-01'), codeOf('ledger', 'ALL'), 'https://example.cn/', 'XX-1*ABCDE');
  fc.assert(fc.property(fc.array(codes, { minLength: 1, maxLength: 30 }), (read) => {
    const pieces = proposeScan({ name: '扫描.pdf', pages: pages(...read) }, plan);
    expect(pieces.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index))).toEqual(read.map((_, index) => index + 1));
  }));
});

test('forms of one file go to their records, and all of them together are the file', () => {
  const some = pages(codeOf('inspection', 'XJ-20240805-01'), codeOf('inspection', 'XJ-20240807-01'));
  expect(proposeScan({ name: '1.pdf', pages: some }, plan).map(({ from, target }) => [from, target?.recordId])).toEqual([[1, 'id XJ-20240805-01'], [2, 'id XJ-20240807-01']]);
  const all = pages(codeOf('inspection', 'XJ-20240805-01'), undefined, codeOf('inspection', 'XJ-20240806-01'), codeOf('inspection', 'XJ-20240807-01'));
  expect(proposeScan({ name: '1.pdf', pages: all }, plan)).toEqual([{ from: 1, to: 4, target: { deliverable: 'inspection', scope: '2024-08' }, foundBy: 'code' }]);
});

test('the code counts before the name; codes of others are told and the name counts', () => {
  expect(proposeScan({ name: 'XQ-20240805-10.pdf', pages: pages(codeOf('request', 'XQ-20240805-01')) }, plan)[0]).toMatchObject({ target: { scope: 'r1' }, foundBy: 'code' });
  const strange = documentCode({ contractId: 'another', deliverable: 'request', number: 'XQ-20240805-01', version: 1 });
  expect(proposeScan({ name: 'XQ-20240805-10.pdf', pages: pages(strange) }, plan)).toEqual([{ from: 1, to: 1, target: { deliverable: 'request', scope: 'r2' }, foundBy: 'name', strangeCode: strange }]);
});

test('doubts: not found, found twice, scanned already, of a version that was replaced', () => {
  const second = form('request', 'r3', ['XQ-1'], { version: 2, state: 'scanned', scans: 1 });
  const all = [...documents, second];
  const old = proposeScan({ name: '1.pdf', pages: pages(codeOf('request', 'XQ-1')) }, { ...plan, documents: all });
  expect(old[0]?.target).toEqual({ deliverable: 'request', scope: 'r3', version: 1 });
  expect(scanDoubts([{ target: undefined }, { target: { deliverable: 'request', scope: 'r1' } }, { target: { deliverable: 'request', scope: 'r1' } }, { target: { deliverable: 'request', scope: 'r3' } }, ...old, { target: { deliverable: 'request', scope: 'r2' } }], all))
    .toEqual([['unmatched'], ['twice'], ['twice'], ['twice', 'scanned-already'], ['twice', 'replaced-version'], []]);
});

test('a paper whose record changed after it was made is looked at before its scan is kept', () => {
  const changed = [form('request', 'r1', ['XQ-20240805-01'], { isStale: true }), form('request', 'r2', ['XQ-20240805-10'])];
  expect(scanDoubts([{ target: { deliverable: 'request', scope: 'r1' } }, { target: { deliverable: 'request', scope: 'r2' } }], changed)).toEqual([['stale'], []]);
});
