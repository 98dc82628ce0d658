import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../electron/files/digest.ts';
import { attachmentPath, sweepAttachments } from '../../electron/store/attachment-files.ts';
import { addAttachment, attachmentsOfContract, countAttachments, describeAttachment, listAttachments, missingAttachments, orderAttachments, readAttachment, removeAttachment, restoreAttachment } from '../../electron/store/attachments.ts';
import { recordHistory } from '../../electron/store/records.ts';
import { saveRecord, voidRecord } from '../../electron/store/save-records.ts';
import { verifyChain } from '../../electron/store/verify-chain.ts';
import { codeOf, inputOf, openTestContract } from './open-test-store.ts';

const photo = { name: '机房.jpg', mediaType: 'image/jpeg', content: Buffer.from('照片内容'), role: 'photo', caption: '机柜指示灯' };
const scan = { name: '签字页.pdf', mediaType: 'application/pdf', content: Buffer.from('扫描件'), role: 'signed-scan', caption: '' };

function storeWithVisit() {
  const opened = openTestContract();
  saveRecord(opened.store, opened.contractId, inputOf('visit', {}, { id: 'v' }));
  return opened;
}

test('attachments keep their order, their words and their content', () => {
  const { store, contractId } = storeWithVisit();

  const first = addAttachment(store, 'v', photo);
  const second = addAttachment(store, 'v', scan);

  const sha256 = sha256Hex(photo.content);
  expect(first).toEqual({ sha256, name: '机房.jpg', mediaType: 'image/jpeg', size: 12, role: 'photo', caption: '机柜指示灯', position: 1 });
  expect(listAttachments(store, 'v')).toEqual([first, second]);
  expect(attachmentsOfContract(store, contractId)).toEqual(new Map([['v', [first, second]]]));
  expect(readAttachment(store, sha256).equals(photo.content)).toBe(true);
  expect(readFileSync(join(store.folder, 'attachments', sha256.slice(0, 2), sha256)).equals(photo.content)).toBe(true);
  expect(missingAttachments(store)).toEqual([]);
});

test('equal contents are kept once; attaching again to the same record changes its words', () => {
  const { store, contractId } = storeWithVisit();
  saveRecord(store, contractId, inputOf('visit', {}, { id: 'w' }));
  addAttachment(store, 'v', photo);
  addAttachment(store, 'w', { ...photo, name: '另一处.jpg' });

  addAttachment(store, 'v', { ...photo, caption: '更正说明' });

  expect(listAttachments(store, 'v').map(({ caption, position }) => [caption, position])).toEqual([['更正说明', 1]]);
  expect(readdirSync(join(store.folder, 'attachments'))).toHaveLength(1);
});

test('describing and removing go to the history; the content of a removed attachment stays', () => {
  const { store } = storeWithVisit();
  const { sha256 } = addAttachment(store, 'v', photo);
  const other = addAttachment(store, 'v', scan);

  describeAttachment(store, 'v', sha256, { name: '机房.jpg', role: 'photo', caption: '第二排', position: 9 });
  removeAttachment(store, 'v', sha256);

  expect(listAttachments(store, 'v')).toEqual([other]);
  const fields = recordHistory(store, 'v').slice(-2).map((entry) => entry.fields);
  const before = { sha256, name: '机房.jpg', mediaType: 'image/jpeg', size: 12, role: 'photo', caption: '机柜指示灯', position: 1 };
  const after = { ...before, caption: '第二排', position: 9 };
  expect(fields).toEqual([[{ field: `attachment.${sha256}`, before, after }], [{ field: `attachment.${sha256}`, before: after, after: null }]]);
  expect(readAttachment(store, sha256).equals(photo.content)).toBe(true);
  expect(verifyChain(store).problems).toEqual([]);
});

test('words that are not given stay; words that change nothing leave no entry', () => {
  const { store } = storeWithVisit();
  const { sha256 } = addAttachment(store, 'v', photo);
  const entries = recordHistory(store, 'v').length;

  const changed = describeAttachment(store, 'v', sha256, { caption: '第二排' });
  describeAttachment(store, 'v', sha256, { caption: '第二排', role: 'photo' });

  expect(changed).toEqual({ sha256, name: '机房.jpg', mediaType: 'image/jpeg', size: 12, role: 'photo', caption: '第二排', position: 1 });
  expect(recordHistory(store, 'v')).toHaveLength(entries + 1);
});

test('a new order is one entry of the history, and only of exactly the attachments there are', () => {
  const { store } = storeWithVisit();
  const [a, b, c] = ['甲', '乙', '丙'].map((text) => addAttachment(store, 'v', { ...photo, content: Buffer.from(text), caption: text }).sha256);
  if (a === undefined || b === undefined || c === undefined) throw new Error('three were attached');

  const ordered = orderAttachments(store, 'v', [c, b, a]);

  expect(ordered.map(({ caption, position }) => [caption, position])).toEqual([['丙', 1], ['乙', 2], ['甲', 3]]);
  expect(listAttachments(store, 'v')).toEqual(ordered);
  expect(recordHistory(store, 'v').at(-1)?.fields.map(({ field }) => field)).toEqual([`attachment.${c}`, `attachment.${a}`]);
  const entries = recordHistory(store, 'v').length;
  orderAttachments(store, 'v', [c, b, a]);
  expect(recordHistory(store, 'v')).toHaveLength(entries);
  for (const wrong of [[c, b], [c, b, a, a], [c, b, b], [c, b, sha256Hex('别的')], []]) expect(codeOf(() => orderAttachments(store, 'v', wrong))).toBe('conflict');
  expect(listAttachments(store, 'v')).toEqual(ordered);
  expect(verifyChain(store).problems).toEqual([]);
});

test('a removal is undone with the words and the place that the attachment had', () => {
  const { store, contractId } = storeWithVisit();
  saveRecord(store, contractId, inputOf('visit', {}, { id: 'w' }));
  const first = addAttachment(store, 'v', photo);
  const second = addAttachment(store, 'v', scan);
  const described = describeAttachment(store, 'v', first.sha256, { caption: '第二排' });
  removeAttachment(store, 'v', first.sha256);

  expect(restoreAttachment(store, 'v', first.sha256)).toEqual(described);
  expect(restoreAttachment(store, 'v', first.sha256)).toEqual(described);

  expect(listAttachments(store, 'v')).toEqual([described, second]);
  expect(recordHistory(store, 'v').at(-1)?.fields).toEqual([{ field: `attachment.${first.sha256}`, before: null, after: described }]);
  expect(codeOf(() => restoreAttachment(store, 'w', first.sha256))).toBe('not-found');
  removeAttachment(store, 'v', second.sha256);
  rmSync(attachmentPath(store, second.sha256));
  expect(codeOf(() => restoreAttachment(store, 'v', second.sha256))).toBe('not-found');
  expect(listAttachments(store, 'v')).toEqual([described]);
});

test('attachments are counted for the records that are asked for', () => {
  const { store, contractId } = storeWithVisit();
  saveRecord(store, contractId, inputOf('visit', {}, { id: 'w' }));
  saveRecord(store, contractId, inputOf('visit', {}, { id: 'x' }));
  addAttachment(store, 'v', photo);
  addAttachment(store, 'v', scan);
  addAttachment(store, 'x', photo);

  expect(countAttachments(store, ['v', 'w'])).toEqual(new Map([['v', 2]]));
  expect(countAttachments(store, [])).toEqual(new Map());
});

test('attachments need a record that is there and not void', () => {
  const { store } = storeWithVisit();
  const { sha256 } = addAttachment(store, 'v', photo);
  voidRecord(store, 'v', '取消');

  expect(codeOf(() => addAttachment(store, 'nothing', photo))).toBe('not-found');
  expect(codeOf(() => addAttachment(store, 'v', scan))).toBe('invalid-input');
  expect(codeOf(() => removeAttachment(store, 'v', sha256))).toBe('invalid-input');
  expect(codeOf(() => describeAttachment(store, 'v', sha256, { caption: '改' }))).toBe('invalid-input');
  expect(codeOf(() => orderAttachments(store, 'v', [sha256]))).toBe('invalid-input');
  expect(codeOf(() => restoreAttachment(store, 'v', sha256))).toBe('invalid-input');
  expect(codeOf(() => readAttachment(store, sha256Hex('nothing')))).toBe('not-found');
});

test('a file that is gone, cut or changed is reported', () => {
  const { store } = storeWithVisit();
  const gone = addAttachment(store, 'v', photo);
  const cut = addAttachment(store, 'v', scan);
  const changed = addAttachment(store, 'v', { ...scan, content: Buffer.from('第三件') });
  rmSync(attachmentPath(store, gone.sha256));
  writeFileSync(attachmentPath(store, cut.sha256), '扫');
  writeFileSync(attachmentPath(store, changed.sha256), '第四件');

  expect(missingAttachments(store)).toEqual([gone.sha256, cut.sha256].sort());
  expect([gone, cut, changed].map(({ sha256 }) => codeOf(() => readAttachment(store, sha256)))).toEqual(['not-found', 'store-damaged', 'store-damaged']);
  addAttachment(store, 'v', photo);
  addAttachment(store, 'v', scan);
  expect(missingAttachments(store)).toEqual([]);
});

test('a sweep takes contents without entry and unfinished files, and nothing else', () => {
  const { store } = storeWithVisit();
  const { sha256 } = addAttachment(store, 'v', photo);
  const orphan = attachmentPath(store, sha256Hex('无主'));
  mkdirSync(dirname(orphan), { recursive: true });
  const kept = join(store.folder, 'attachments', '说明.txt');
  const files = [orphan, join(dirname(orphan), '.partial-0123'), kept, join(dirname(orphan), '人工放入.txt')];
  for (const file of files) writeFileSync(file, 'x');

  expect(sweepAttachments(store)).toBe(2);
  expect(files.map((file) => existsSync(file))).toEqual([false, false, true, true]);
  expect(readAttachment(store, sha256).equals(photo.content)).toBe(true);
});
