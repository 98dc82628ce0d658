/**
 * The program that the kill test kills: works on a data folder without end and says on standard output what was acknowledged,
 * one line each, only after the call has returned. `node kill-writer.ts DATA MODE BACKUPS`; MODE: records, attachments or backup.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { addAttachment } from '../../electron/store/attachments.ts';
import { backupStore } from '../../electron/store/backup/backup-store.ts';
import { createContract, listContracts } from '../../electron/store/contracts.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { saveRecord, saveRecords, voidRecord } from '../../electron/store/save-records.ts';
import type { RecordInput } from '../../shared/records/record.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';

const [folder = '', mode = 'records', backups = ''] = process.argv.slice(2);

function acknowledge(what: string, id: string): void {
  writeSync(1, `${what} ${id}\n`);
}

// A killed process keeps nothing of what it compiled; the next one starts faster.
flushCompileCache();
const store = openStore(folder, { now: () => new Date().toISOString(), today: () => new Date().toISOString().slice(0, 10), newId: () => randomUUID(), device: '办公电脑', user: '林远航', log: () => undefined });
acknowledge('opened', folder);
const contractId = (listContracts(store)[0] ?? createContract(store, testProfile())).id;

function visit(id: string, feedback: string): RecordInput {
  return { id, kind: 'visit', body: { ...makeRecord('visit', { date: `2024-08-${String(Math.floor(Math.random() * 28) + 1).padStart(2, '0')}`, feedback }).body } };
}

function saveSome(): string {
  const id = randomUUID();
  saveRecord(store, contractId, visit(id, '第一稿'));
  acknowledge('record', id);
  saveRecord(store, contractId, visit(id, '第二稿'));
  acknowledge('second', id);
  const batch = saveRecords(store, contractId, Array.from({ length: 5 }, () => visit(randomUUID(), '一批')));
  acknowledge('batch', batch.map((record) => record.id).join(','));
  const [first] = batch;
  if (first !== undefined) acknowledge('void', voidRecord(store, first.id, '重复').id);
  return id;
}

for (let round = 0; ; round += 1) {
  const id = saveSome();
  if (mode === 'attachments') {
    for (let count = 0; count < 5; count += 1) {
      const content = randomBytes(Math.floor(Math.random() * 400_000) + 1);
      const { sha256 } = addAttachment(store, id, { name: '照片.jpg', mediaType: 'image/jpeg', content, role: 'photo', caption: '' });
      acknowledge('attachment', sha256);
    }
  }
  if (mode === 'backup') {
    const target = join(backups, `${process.pid}-${round}.zip`);
    await backupStore(store, target);
    acknowledge('backup', target);
  }
}
