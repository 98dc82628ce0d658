import { expect, test } from 'vitest';
import { createContract } from '../../electron/store/contracts.ts';
import { allRecords, getRecord, recordHistory } from '../../electron/store/records.ts';
import { saveRecord } from '../../electron/store/save-records.ts';
import { listRecords } from '../../electron/store/list-records.ts';
import { recordQuerySchema } from '../../shared/ipc/contract.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';
import { openTestStore } from './open-test-store.ts';

test('a saved record is read back as it was saved', () => {
  const store = openTestStore();
  const contract = createContract(store, testProfile());
  const { kind, body, signOff } = makeRecord('inspection', { date: '2024-08-05' });

  const saved = saveRecord(store, contract.id, { kind, body, signOff });

  expect(saved.number).toBe('XJ-20240805-01');
  expect(getRecord(store, saved.id)).toEqual(saved);
  expect(allRecords(store, contract.id)).toEqual([saved]);
  expect(listRecords(store, recordQuerySchema.parse({ contractId: contract.id, text: 'CPU 林远' }))).toEqual({ total: 1, records: [saved] });
  expect(recordHistory(store, saved.id).map((entry) => entry.revision)).toEqual([1]);
});
