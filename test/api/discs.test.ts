import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi, type OpenedApi } from '../../electron/api/create-api.ts';
import { attachmentPath } from '../../electron/store/attachment-files.ts';
import { addAttachment } from '../../electron/store/attachments.ts';
import type { Job } from '../../shared/ipc/jobs.ts';
import { callsOf } from '../helpers/call-api.ts';
import { testEnvironment } from '../helpers/environment.ts';
import { pngOf } from '../helpers/pictures.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';

/** From records to a disc that was burned and read back; the burning program is a script that copies the image to where the drive is. */

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));
const inspectionForm = { id: 'inspection', title: '日常巡检记录单', kind: 'inspection', layout: 'form', grouping: 'month', template: 'inspection.docx', fromContract: true } as const;
const choice = { photos: true, scans: true, others: true, pdf: false };
let folder: string;
let api: OpenedApi;
let contractId = '';
let recordId = '';

const call = callsOf(() => api);

async function ended(job: Job): Promise<Job> {
  for (;;) {
    const now = (await call('jobs.list', {})).find(({ id }) => id === job.id);
    if (now !== undefined && now.state !== 'running') return now;
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
}

const drive = (): string => path.join(folder, 'dev', 'sr0');

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'api-discs-'));
  for (const name of ['bin', 'dev']) await mkdir(path.join(folder, name));
  await writeFile(drive(), '');
  const burner = path.join(folder, 'bin', 'xorriso');
  // The last argument is the image; `dev=` says where it goes.
  await writeFile(burner, `#!/bin/sh
PATH=/usr/bin:/bin
case "$*" in
  *-toc*) printf 'Media current: CD-R\\nMedia status : is blank\\nMedia blocks : 0 readable , 359845 writable , 359845 overall\\n' ;;
  *) echo 'Beginning to write data track.'; for last; do :; done; for one; do case "$one" in dev=*) cat "$last" > "\${one#dev=}" ;; esac; done ;;
esac
`);
  await chmod(burner, 0o755);
  const data = path.join(folder, 'data');
  api = await createApi({ dataFolder: data, templatesFolder, environment: testEnvironment(), reveal: () => Promise.resolve(true), burnFolders: { programs: [path.join(folder, 'bin')], devices: path.join(folder, 'dev') } });
  contractId = (await call('contracts.create', { profile: testProfile({ projectName: '光盘', deliverables: [inspectionForm] }) })).id;
  for (const date of ['2024-08-05', '2024-09-02']) {
    const record = await call('records.save', { contractId, record: { kind: 'inspection', body: makeRecord('inspection', { date }).body } });
    recordId = record.id;
  }
  addAttachment(api.core.store, recordId, { name: '机柜.png', mediaType: 'image/png', content: pngOf(40, 30), role: 'photo', caption: '机柜；地点：三层机房；摄影：李示范' });
  addAttachment(api.core.store, recordId, { name: '签字.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1.4 scan'), role: 'signed-scan', caption: '' });
  addAttachment(api.core.store, recordId, { name: '配置.txt', mediaType: 'text/plain', content: Buffer.from('内容'), role: 'other', caption: '' });
});

afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

test.skipIf(process.platform === 'win32')('a disc is estimated, made with photos and files, burned, read back and registered', async () => {
  expect(await call('discs.estimate', { contractId, medium: 'cd', choice })).toMatchObject({ notMade: 2, capacity: 736_962_560, discs: [{ number: 1, groups: [expect.stringMatching(/^第1卷 /)] }] });
  const made = await ended(await call('discs.make', { contractId, output: { folder: '交付包' }, medium: 'cd', images: true, choice }));
  expect({ ...made, error: made.error?.message }).toMatchObject({ state: 'done', failures: [], error: undefined });
  const [set] = await call('discs.list', { contractId });
  expect(set).toMatchObject({ name: '交付包', discs: [{ number: 1, medium: 'cd', standing: 'whole', hasImage: true, events: [] }] });
  const handover = set?.handoverId ?? '';

  const home = path.join(api.core.outputFolder, '光盘', '交付包');
  const catalogue = await readFile(path.join(home, '文件目录.XML'), 'utf8');
  expect(catalogue).toMatch(/<题名>机柜<\/题名>[\s\S]*<案卷号>1<\/案卷号>[\s\S]*<地点>三层机房<\/地点>[\s\S]*<摄影者>李示范<\/摄影者>/);
  const names = (await readdir(path.join(home, 'data'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name.replace(/^XJ-[\d-]+/, ''));
  expect(names.toSorted()).toEqual(['_01_机柜.png', '_配置.txt', '命名规则.TXT', '移交清单.docx', '日常巡检记录单_2024-08.docx', '日常巡检记录单_2024-09.docx', '日常巡检记录单_2024-09_签字件.pdf'].toSorted());

  expect(await call('discs.drives', {})).toMatchObject({ program: 'xorriso', drives: [{ id: drive(), disc: { kind: 'CD-R', isBlank: true } }] });
  const burned = await ended(await call('discs.burn', { contractId, handover, number: 1, drive: drive(), person: '王示范' }));
  expect(burned).toMatchObject({ state: 'done', failures: [], summary: [expect.stringMatching(/^已用 xorriso 刻录到/), expect.stringMatching(/^核对通过/)] });
  const [after] = await call('discs.list', { contractId });
  expect(after?.discs[0]?.events).toMatchObject([{ kind: 'burn', person: '王示范', ok: true }, { kind: 'verify', target: 'disc', ok: true, digest: set?.discs[0]?.manifestSha256 }]);
  const register = await ended(await call('discs.paper', { contractId, handover, paper: 'register' }));
  expect(await call('jobs.reveal', { id: register.id })).toMatchObject({ location: path.join(api.core.outputFolder, '光盘', '光盘交接', '光盘交接登记表_交付包.docx') });
  expect(await ended(await call('discs.paper', { contractId, handover, paper: 'labels' }))).toMatchObject({ contractId, state: 'done', hasOutput: true });

  // One byte of the burned disc flips: reading it back finds it, and the register says so.
  const disc = await readFile(drive());
  disc.writeUInt8(disc.readUInt8(60_000) ^ 1, 60_000);
  await writeFile(drive(), disc);
  expect(await ended(await call('discs.verify', { contractId, handover, number: 1, target: 'drive', drive: drive(), person: '王示范' }))).toMatchObject({ state: 'done', summary: [expect.stringMatching(/^核对不通过/)] });
  expect((await call('discs.list', { contractId }))[0]?.discs[0]?.events.at(-1)).toMatchObject({ kind: 'verify', ok: false });

  // Another hand-over's disc verifies by itself, and is not this one.
  expect(await ended(await call('discs.make', { contractId, output: { folder: '另一次' }, medium: 'cd', images: false, choice: { ...choice, photos: false } }))).toMatchObject({ state: 'done' });
  const swapped = await ended(await call('discs.verify', { contractId, handover, number: 1, target: 'place', place: path.join(path.dirname(home), '另一次'), person: '王示范' }));
  expect(swapped).toMatchObject({ state: 'done', failures: [{ item: '整张盘', message: '内容完整，但不是制作时登记的那一份（校验摘要不同）' }], summary: [expect.stringMatching(/^核对不通过，1 处不符/), expect.any(String)] });
  const discs = (await call('discs.list', { contractId })).find(({ handoverId }) => handoverId === handover)?.discs;
  expect(discs?.[0]?.events.at(-1)).toMatchObject({ kind: 'verify', ok: false, problemCount: 1, problems: ['整张盘：内容完整，但不是制作时登记的那一份（校验摘要不同）'] });

  // A used disc is refused before anything is written.
  await writeFile(path.join(folder, 'bin', 'xorriso'), `#!/bin/sh\nprintf 'Media current: CD-R\\nMedia status : is written , is closed\\n'\n`);
  expect(await ended(await call('discs.burn', { contractId, handover, number: 1, drive: drive(), person: '王示范' }))).toMatchObject({ state: 'failed', error: { code: 'burn-failed', message: expect.stringContaining('不是空白') } });
});

test('a photo whose file is gone stops the hand-over before anything is made, and names record and file', async () => {
  const other = (await call('contracts.create', { profile: testProfile({ projectName: '缺照片', deliverables: [inspectionForm] }) })).id;
  const record = await call('records.save', { contractId: other, record: { kind: 'inspection', body: makeRecord('inspection', { date: '2024-08-05' }).body } });
  const photo = addAttachment(api.core.store, record.id, { name: '丢失.png', mediaType: 'image/png', content: pngOf(10, 10, 7), role: 'photo', caption: '' });
  await rm(attachmentPath(api.core.store, photo.sha256));
  const job = await ended(await call('discs.make', { contractId: other, output: { folder: '交付包' }, medium: 'folder', images: false, choice }));
  expect(job).toMatchObject({ state: 'failed', error: { code: 'not-found', message: expect.stringMatching(/日常巡检记录单 XJ-[\d-]+ 的照片「丢失\.png」/) } });
  expect(await readdir(path.join(api.core.outputFolder, '缺照片')).catch(() => [])).toEqual([]);
});
