import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { getContract } from '../../electron/store/contracts.ts';
import { listRecords } from '../../electron/store/list-records.ts';
import { closeStore, openStoreForReading } from '../../electron/store/open-store.ts';
import { allRecords } from '../../electron/store/records.ts';
import { saveRecord, saveRecords, voidRecord } from '../../electron/store/save-records.ts';
import { wholePeriod } from '../../shared/contract/periods.ts';
import { evidenceByItem } from '../../shared/figures/breakdowns.ts';
import { recordQuerySchema } from '../../shared/ipc/record-channels.ts';
import { inputOf, openTestContract } from './open-test-store.ts';

function numbers(store: Parameters<typeof listRecords>[0], query: z.input<typeof recordQuerySchema>): string[] {
  return listRecords(store, recordQuerySchema.parse(query)).records.map((record) => record.number);
}

function smallYear() {
  const opened = openTestContract();
  saveRecords(opened.store, opened.contractId, [
    inputOf('inspection', { date: '2024-08-05' }),
    inputOf('worklog', { date: '2024-08-05', description: '修改防火墙策略', module: '网络' }),
    inputOf('worklog', { date: '2024-08-06', description: '清理日志' }),
    inputOf('visit', { date: '2024-09-01', feedback: '防火墙很稳定' }),
    inputOf('training', { date: '2024-08-06', topic: '安全培训' }),
  ]);
  return opened;
}

test('filters by kind, status and days, both ends included', () => {
  const { store, contractId } = smallYear();
  const voided = allRecords(store, contractId).find((record) => record.kind === 'training');
  voidRecord(store, voided?.id ?? '', '取消');

  expect(numbers(store, { contractId })).toEqual(['ZF-20240901-01', 'PX-20240806-01', 'GZ-20240806-01', 'XJ-20240805-01', 'GZ-20240805-01']);
  expect(numbers(store, { contractId, kind: 'worklog' })).toEqual(['GZ-20240806-01', 'GZ-20240805-01']);
  expect(numbers(store, { contractId, status: 'void' })).toEqual(['PX-20240806-01']);
  expect(numbers(store, { contractId, from: '2024-08-06', to: '2024-08-06', descending: false })).toEqual(['GZ-20240806-01', 'PX-20240806-01']);
  expect(listRecords(store, recordQuerySchema.parse({ contractId: 'other' }))).toEqual({ total: 0, records: [] });
});

test('filters by the service item that records prove, as the evidence matrix counts them', () => {
  const { store, contractId } = smallYear();
  saveRecords(store, contractId, [inputOf('worklog', { date: '2024-08-07', serviceItem: 2 }), inputOf('incident', { date: '2024-08-07', serviceItem: 5 })]);
  const { profile } = getContract(store, contractId);
  const records = allRecords(store, contractId);
  const period = wholePeriod(profile.service);

  const matrix = evidenceByItem({ profile, records, period });
  const listed = matrix.map(({ item }) => [item.name, numbers(store, { contractId, serviceItem: item.no, sort: 'number' }).toSorted()]);
  expect(listed).toEqual(matrix.map(({ item, records: proving }) => [item.name, proving.map((record) => record.number).toSorted()]));
  expect(numbers(store, { contractId, serviceItem: 5, kind: 'visit' })).toEqual(['ZF-20240901-01']);
  expect(numbers(store, { contractId, serviceItem: 99 })).toEqual([]);
});

test('sorts by number, title and time of change', () => {
  const { store, contractId } = smallYear();
  const first = allRecords(store, contractId)[0];
  saveRecord(store, contractId, { ...inputOf('worklog', { date: '2024-08-05', description: '修改防火墙策略' }), id: first?.id });

  expect(numbers(store, { contractId, sort: 'number', descending: false })).toEqual(['GZ-20240805-01', 'GZ-20240806-01', 'PX-20240806-01', 'XJ-20240805-01', 'ZF-20240901-01']);
  expect(numbers(store, { contractId, sort: 'title', descending: false })).toEqual(['GZ-20240805-01', 'PX-20240806-01', 'XJ-20240805-01', 'GZ-20240806-01', 'ZF-20240901-01']);
  expect(numbers(store, { contractId, sort: 'updatedAt' })[0]).toBe('GZ-20240805-01');
});

test('pages neither overlap nor leave out a record, and each tells the total', () => {
  const { store, contractId } = openTestContract();
  saveRecords(store, contractId, Array.from({ length: 23 }, (_, index) => inputOf('visit', { date: `2024-08-0${(index % 3) + 1}` }, index % 2 === 0 ? { status: 'draft' } : {})));

  for (const sort of ['date', 'number', 'title', 'updatedAt'] as const) {
    const pages = [0, 5, 10, 15, 20].map((offset) => listRecords(store, recordQuerySchema.parse({ contractId, sort, limit: 5, offset })));
    expect(new Set(pages.flatMap((page) => page.records.map((record) => record.id))).size).toBe(23);
    expect(pages.map((page) => page.total)).toEqual([23, 23, 23, 23, 23]);
  }
});

test('text finds Chinese words of any length, numbers and names; all words must occur', () => {
  const { store, contractId } = smallYear();
  const found = (text: string): string[] => numbers(store, { contractId, text, sort: 'number', descending: false });

  expect(found('防火墙')).toEqual(['GZ-20240805-01', 'ZF-20240901-01']);
  expect(found('火墙')).toEqual(['GZ-20240805-01', 'ZF-20240901-01']);
  expect(found('墙')).toEqual(['GZ-20240805-01', 'ZF-20240901-01']);
  expect(found(' 防火墙　策略 ')).toEqual(['GZ-20240805-01']);
  expect(found('０８０６')).toEqual(['GZ-20240806-01', 'PX-20240806-01']);
  expect(found('gz-20240806')).toEqual(['GZ-20240806-01']);
  expect(found('防墙')).toEqual([]);
  expect(found('"OR* 防火墙')).toEqual([]);
  expect(found('  ')).toHaveLength(5);
});

test('a changed record is found by its new words only, before and after it is indexed', () => {
  const { store, contractId } = openTestContract();
  const { id } = saveRecord(store, contractId, inputOf('visit', { feedback: '希望加快' }));
  const find = (text: string): number => listRecords(store, recordQuerySchema.parse({ contractId, text })).total;
  const fillIndex = () => saveRecords(store, contractId, Array.from({ length: 64 }, () => inputOf('training')));

  expect([find('加快'), find('平稳')]).toEqual([1, 0]);
  fillIndex();
  expect([find('加快'), find('平稳')]).toEqual([1, 0]);
  saveRecord(store, contractId, { ...inputOf('visit', { feedback: '十分平稳' }), id });
  expect([find('加快'), find('平稳')]).toEqual([0, 1]);
  fillIndex();
  expect([find('加快'), find('平稳')]).toEqual([0, 1]);
});

test('a reading store finds what the writing store has just saved', () => {
  const { store, contractId } = smallYear();
  const reader = openStoreForReading(store.folder);

  try {
    saveRecord(store, contractId, inputOf('visit', { feedback: '建议增加值守' }));
    expect(numbers(reader, { contractId, text: '值守' })).toEqual(['ZF-20240805-01']);
  } finally {
    closeStore(reader);
  }
});

test('the search finds exactly the records whose text contains every word', () => {
  const { store, contractId } = openTestContract();
  const character = fc.constantFrom('防', '火', '墙', '日', '志', 'a', 'B', '1', '-', '.', '*', '%', '_', '，', '𠮷', ' ');
  const sentence = fc.array(character, { minLength: 1, maxLength: 12 }).map((characters) => characters.join('')).filter((text) => text.trim() !== '');
  const texts: string[] = [];

  fc.assert(fc.property(fc.array(sentence, { minLength: 1, maxLength: 20 }), fc.array(sentence, { minLength: 1, maxLength: 12 }), (feedbacks, questions) => {
    saveRecords(store, contractId, feedbacks.map((feedback) => inputOf('visit', { feedback })));
    texts.push(...feedbacks);
    for (const question of questions) {
      const words = question.toLowerCase().split(/\s+/).filter((word) => word !== '');
      const common = ['zf-20240805-01', '走访业务一科（顾小满）', '林远航', '业务一科', '顾小满', '了解使用情况', '无需改进', '程'];
      const expected = texts.filter((text) => words.every((word) => text.toLowerCase().includes(word))).length;
      if (words.some((word) => common.some((shared) => shared.includes(word)) || /^[\d-]+$/.test(word))) continue;
      expect(listRecords(store, recordQuerySchema.parse({ contractId, text: question })).total).toBe(expected);
    }
  }), { numRuns: 30 });
});
