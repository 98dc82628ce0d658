import { expect, test } from 'vitest';
import { createContract } from '../../electron/store/contracts.ts';
import { saveRecord, saveRecords } from '../../electron/store/save-records.ts';
import type { RecordInput } from '../../shared/records/record.ts';
import { testProfile } from '../helpers/records.ts';
import { codeOf, inputOf, openTestContract, problemsOf } from './open-test-store.ts';

test('numbers run without gaps per contract, kind and day', () => {
  const { store, contractId } = openTestContract();
  const other = createContract(store, testProfile()).id;
  const days = ['2024-08-05', '2024-08-05', '2024-08-06', '2024-08-05'];

  expect(saveRecords(store, contractId, days.map((date) => inputOf('worklog', { date }))).map((record) => record.number)).toEqual([
    'GZ-20240805-01', 'GZ-20240805-02', 'GZ-20240806-01', 'GZ-20240805-03',
  ]);
  expect(saveRecord(store, contractId, inputOf('inspection')).number).toBe('XJ-20240805-01');
  expect(saveRecord(store, other, inputOf('worklog')).number).toBe('GZ-20240805-01');
  expect(saveRecord(store, contractId, inputOf('worklog')).number).toBe('GZ-20240805-04');
});

test('a refused batch uses up no number', () => {
  const { store, contractId } = openTestContract();
  const bad: RecordInput = { kind: 'worklog', body: {} };

  expect(codeOf(() => saveRecords(store, contractId, [inputOf('worklog'), bad]))).toBe('invalid-input');
  expect(saveRecord(store, contractId, inputOf('worklog')).number).toBe('GZ-20240805-01');
});

test('numbers that a batch brings along are kept free for their owners, wherever they stand in it', () => {
  const { store, contractId } = openTestContract();

  const saved = saveRecords(store, contractId, [inputOf('visit'), inputOf('visit', {}, { number: 'ZF-20240805-01' }), inputOf('visit', {}, { number: '走访〔2024〕3号' })]);

  expect(saved.map((record) => record.number)).toEqual(['ZF-20240805-02', 'ZF-20240805-01', '走访〔2024〕3号']);
});

test('a number never changes, not even when the day does', () => {
  const { store, contractId } = openTestContract();
  const { id } = saveRecord(store, contractId, inputOf('visit', { date: '2024-08-05' }));

  expect(saveRecord(store, contractId, inputOf('visit', { date: '2024-08-09' }, { id }))).toMatchObject({ number: 'ZF-20240805-01', date: '2024-08-09' });
  expect(problemsOf(() => saveRecord(store, contractId, inputOf('visit', {}, { id, number: 'ZF-20240809-01' })))).toEqual([
    { place: '编号', message: '编号已定为 ZF-20240805-01，不能改为 ZF-20240809-01' },
  ]);
});

test('a profile may replace the prefix; the hundredth record of a day has three digits', () => {
  const { store, contractId } = openTestContract(testProfile({ numberPrefixes: { visit: 'HF' } }));

  const saved = saveRecords(store, contractId, Array.from({ length: 101 }, () => inputOf('visit')));
  const next = saveRecord(store, contractId, inputOf('visit'));

  expect([saved[0], saved[98], saved[99], saved[100], next].map((record) => record?.number)).toEqual([
    'HF-20240805-01', 'HF-20240805-99', 'HF-20240805-100', 'HF-20240805-101', 'HF-20240805-102',
  ]);
});

test('a day that has no number left is told, not overrun', () => {
  const { store, contractId } = openTestContract();
  saveRecord(store, contractId, inputOf('visit', {}, { number: 'ZF-20240805-999' }));

  expect(codeOf(() => saveRecord(store, contractId, inputOf('visit')))).toBe('invalid-input');
});
