import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../electron/files/digest.ts';
import { attachmentPath, sweepAttachments } from '../../electron/store/attachment-files.ts';
import { addAttachment, removeAttachment } from '../../electron/store/attachments.ts';
import { backupStore } from '../../electron/store/backup/backup-store.ts';
import { restoreBackup } from '../../electron/store/backup/restore-backup.ts';
import { dropDraft, getDraft, keepDraft, keepDraftFile, listDrafts, readDraftFile } from '../../electron/store/drafts.ts';
import { closeStore } from '../../electron/store/open-store.ts';
import { saveRecord } from '../../electron/store/save-records.ts';
import { draftChannels, draftContentLimit } from '../../shared/ipc/draft-channels.ts';
import { codeOf, inputOf, openTestContract, openTestStore, testEnvironment, testFolder } from './open-test-store.ts';

const photo = { name: '机房.jpg', content: Buffer.from('照片内容') };

function keptForm() {
  const { store, contractId } = openTestContract();
  const place = { contractId, key: 'new:visit:1' };
  const input = { ...place, kind: 'visit', label: '走访 业务一科', content: { body: { place: '业务大厅' } } };
  return { store, contractId, place, input, kept: keepDraft(store, input) };
}

test('unsaved input is kept, listed newest first, survives a closed store, and goes when it is dropped', () => {
  const { store, contractId, kept, input } = keptForm();
  const other = keepDraft(store, { contractId, key: 'record:r', kind: 'worklog', label: 'GZ-1', content: [1], recordId: 'r', baseRevision: 3 });
  closeStore(store);

  const again = openTestStore(testEnvironment(), store.folder);

  expect(kept).toEqual({ key: 'new:visit:1', kind: 'visit', label: '走访 业务一科', version: 1, updatedAt: kept.updatedAt });
  expect(listDrafts(again, contractId)).toEqual([other, kept]);
  expect(getDraft(again, contractId, 'new:visit:1')).toEqual({ ...kept, content: input.content, files: [] });
  expect([dropDraft(again, contractId, 'new:visit:1'), dropDraft(again, contractId, 'new:visit:1')]).toEqual([true, false]);
  expect([listDrafts(again, contractId), getDraft(again, contractId, 'new:visit:1')]).toEqual([[other], undefined]);
});

test('keeping the same again is no new version; a version that this window has not seen is a conflict', () => {
  const { store, input, kept } = keptForm();

  expect(keepDraft(store, { ...input, seen: 1 })).toEqual(kept);
  expect(keepDraft(store, { ...input, content: { body: {} }, seen: 1 })).toMatchObject({ version: 2 });
  expect(codeOf(() => keepDraft(store, { ...input, seen: 1 }))).toBe('conflict');
  expect(keepDraft(store, input)).toMatchObject({ version: 3 });
  expect(codeOf(() => keepDraft(store, { ...input, contractId: 'none' }))).toBe('not-found');
});

test('a draft leaves no entry in the change log', () => {
  const { store, contractId } = keptForm();

  expect(store.statements.changes.ofDevice.all('办公电脑').map((row) => row.subject_id)).toEqual([contractId]);
});

test('files wait with their draft and go with it, unless something else holds the same content', () => {
  const { store, contractId, place, input } = keptForm();
  const { sha256 } = keepDraftFile(store, contractId, place.key, photo);
  const second = keepDraftFile(store, contractId, place.key, { name: '2.jpg', content: Buffer.from('第二张') });
  expect(getDraft(store, contractId, place.key)?.files.map((file) => file.sha256).toSorted()).toEqual([sha256, second.sha256].toSorted());
  expect(readDraftFile(store, contractId, place.key, sha256).equals(photo.content)).toBe(true);
  expect(sweepAttachments(store)).toBe(0);

  keepDraft(store, { ...input, files: [sha256] });
  expect([sha256, second.sha256].map((digest) => existsSync(attachmentPath(store, digest)))).toEqual([true, false]);
  expect(codeOf(() => readDraftFile(store, contractId, place.key, second.sha256))).toBe('not-found');

  // The history of a record names the content, even after it was taken off.
  saveRecord(store, contractId, inputOf('visit', {}, { id: 'v' }));
  addAttachment(store, 'v', { ...photo, mediaType: 'image/jpeg', role: 'photo', caption: '' });
  removeAttachment(store, 'v', sha256);
  dropDraft(store, contractId, place.key);
  expect(existsSync(attachmentPath(store, sha256))).toBe(true);
});

test('the last draft that holds a file takes it along', () => {
  const { store, contractId, place, input } = keptForm();
  const { sha256 } = keepDraftFile(store, contractId, place.key, photo);
  keepDraft(store, { ...input, key: 'new:visit:2' });
  keepDraftFile(store, contractId, 'new:visit:2', photo);

  dropDraft(store, contractId, place.key);
  expect(existsSync(attachmentPath(store, sha256))).toBe(true);
  dropDraft(store, contractId, 'new:visit:2');
  expect(existsSync(attachmentPath(store, sha256))).toBe(false);
  expect(codeOf(() => keepDraftFile(store, contractId, 'new:visit:2', photo))).toBe('not-found');
  expect(sweepAttachments(store)).toBe(1);
});

test('a backup has the drafts and their files', async () => {
  const { store, contractId, place } = keptForm();
  keepDraftFile(store, contractId, place.key, photo);
  const folder = testFolder();

  await backupStore(store, `${folder}/b.zip`);
  await restoreBackup(`${folder}/b.zip`, `${folder}/restored`, testEnvironment());

  const restored = openTestStore(testEnvironment(), `${folder}/restored`);
  expect(getDraft(restored, contractId, place.key)).toEqual(getDraft(store, contractId, place.key));
  expect(readDraftFile(restored, contractId, place.key, sha256Hex(photo.content)).equals(photo.content)).toBe(true);
});

test('what is too long to keep is refused, counted in bytes', () => {
  const { input } = draftChannels['drafts.keep'];
  const call = (content: unknown) => input.safeParse({ contractId: 'c', key: 'k', kind: 'visit', label: '', content }).success;

  expect([call('字'.repeat(draftContentLimit / 3 - 1)), call('字'.repeat(draftContentLimit / 3 + 1)), call('a'.repeat(draftContentLimit - 2)), call('a'.repeat(draftContentLimit)), call(undefined)]).toEqual([true, false, true, false, false]);
});
