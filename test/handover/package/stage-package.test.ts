import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../../electron/files/digest.ts';
import type { PackageProgress, StagedFile } from '../../../electron/handover/package/description.ts';
import { stagePackage } from '../../../electron/handover/package/stage-package.ts';
import { verifyPackage } from '../../../electron/handover/verify/verify-package.ts';
import { description, documents, runId, sampleBag, temporaryFolder } from '../sample-package.ts';

const run = promisify(execFile);
const otherRunId = '0190aaaa-0000-7000-8000-000000000002';

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name))).toSorted();
}

describe('a staged package', () => {
  test('holds the documents as given, its lists and nothing else', async () => {
    const summary = await sampleBag();
    const tagFiles = ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt', '文件目录.XML', '校验.cmd', '校验.sh', '目录.html', '说明文件.TXT'];
    expect(await filesBelow(summary.folder)).toEqual([...documents().map((file) => file.path), ...tagFiles].toSorted());
    expect(await readdir(join(summary.folder, '..'))).toEqual(['交付 光盘']);
    for (const file of documents()) expect(await readFile(join(summary.folder, file.path))).toEqual(file.content);
    expect(summary.documents.map(({ path }) => path)).toEqual(documents().map(({ path }) => path));
    expect(summary.files).toBe(documents().length + tagFiles.length);
    expect(summary.digest).toBe(sha256Hex(await readFile(join(summary.folder, 'tagmanifest-sha256.txt'))));
  });

  test('verifies, and its digest stands for the same package each time', async () => {
    const [first, second] = await Promise.all([sampleBag(), sampleBag()]);
    expect(await verifyPackage(first.folder)).toEqual({ ok: true, medium: 'folder', files: first.files, bytes: first.bytes, digest: first.digest, problems: [] });
    expect(second.digest).toBe(first.digest);
  });

  test('declares itself as RFC 8493 asks', async () => {
    const { folder, payloadBytes, documents: staged } = await sampleBag();
    expect(await readFile(join(folder, 'bagit.txt'), 'utf8')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    expect((await readFile(join(folder, 'bag-info.txt'), 'utf8')).split('\n')).toEqual([
      'Source-Organization: 某某信息技术有限公司',
      'Organization-Address: 某市某区某路1号',
      'Contact-Name: 王小样',
      'Contact-Phone: 010-55500001',
      'Contact-Email: wang@example.invalid',
      'External-Description: 某市卫生监督执法一张图系统运维项目：2024年8月至2025年8月运维服务验收交付文件（2024-08-03 至 2025-08-02），接收单位 某市卫生监督所',
      'External-Identifier: YZT2024-01',
      'Bag-Group-Identifier: 2024年某市卫生监督执法一张图系统运维项目服务合同',
      'Bagging-Date: 2025-08-05',
      'Bag-Size: 121.3 KB',
      `Payload-Oxum: ${payloadBytes}.${staged.length}`,
      'Bag-Software-Agent: handover-binder 0.1.0',
      '',
    ]);
  });

  test.skipIf(process.platform === 'win32')('passes sha256sum -c on both lists', async () => {
    const { folder, documents: staged } = await sampleBag();
    const payload = await run('sha256sum', ['-c', '--strict', 'manifest-sha256.txt'], { cwd: folder, env: { ...process.env, LC_ALL: 'C' } });
    expect(payload.stdout.trimEnd().split('\n').toSorted()).toEqual(staged.map(({ path }) => `${path}: OK`).toSorted());
    await run('sha256sum', ['-c', '--strict', 'tagmanifest-sha256.txt'], { cwd: folder });
  });

  test('takes documents one after the other while they are being made, and files by name', async () => {
    const folder = await temporaryFolder('stream');
    await writeFile(join(folder, '照片.jpg'), Buffer.alloc(3 << 20, 9));
    async function* made(): AsyncGenerator<StagedFile> {
      yield* documents();
      yield { path: 'data/照片.jpg', title: '照片', kind: '照片', date: '2024-08-05', responsible: '甲', content: { file: join(folder, '照片.jpg') } };
    }
    const progress: PackageProgress[] = [];
    const summary = await stagePackage(
      { folder: join(folder, '深', '交付'), description, files: made() },
      { runId, onProgress: (step) => progress.push(step) },
    );
    expect((await verifyPackage(summary.folder)).ok).toBe(true);
    expect(summary.documents.at(-1)).toMatchObject({ path: 'data/照片.jpg', bytes: 3 << 20, sha256: sha256Hex(Buffer.alloc(3 << 20, 9)) });
    expect(progress.filter(({ step }) => step === 'copy').map(({ files }) => files)).toEqual(Array.from({ length: 11 }, (_, i) => i + 1));
    expect(progress.at(-1)).toEqual({ step: 'list', path: 'manifest-sha256.txt', files: 11, bytes: summary.payloadBytes, totalBytes: summary.payloadBytes });
  });
});

describe('replacing', () => {
  test('an older package gives way to the newer one, with nothing left beside it', async () => {
    const { folder } = await sampleBag();
    const newer = await stagePackage({ folder, description, files: documents().slice(0, 2) }, { runId: otherRunId });
    expect(await readdir(join(folder, '..'))).toEqual(['交付 光盘']);
    expect(await verifyPackage(folder)).toMatchObject({ ok: true, digest: newer.digest });
    expect((await filesBelow(folder)).filter((path) => path.startsWith('data/'))).toHaveLength(2);
  });

  test('a folder with other content is refused and left alone', async () => {
    const folder = await temporaryFolder('foreign');
    await writeFile(join(folder, '我的文件.txt'), '别动');
    await expect(stagePackage({ folder, description, files: documents() }, { runId })).rejects.toMatchObject({ code: 'already-exists' });
    expect(await readdir(folder)).toEqual(['我的文件.txt']);
    await expect(stagePackage({ folder: join(folder, '我的文件.txt'), description, files: documents() }, { runId })).rejects.toMatchObject({ code: 'already-exists' });
    expect(await readFile(join(folder, '我的文件.txt'), 'utf8')).toBe('别动');
  });

  test('what a killed run left is cleared; what a person named alike is not', async () => {
    const parent = await temporaryFolder('leftovers');
    const kept = ['交付.partial-备份', '交付.replaced-2024', '交付.old'];
    for (const name of [...kept, `交付.partial-${otherRunId}`, `交付.replaced-${otherRunId}`]) await mkdir(join(parent, name, 'data'), { recursive: true });
    await mkdir(join(parent, '交付'));
    await stagePackage({ folder: join(parent, '交付'), description, files: documents() }, { runId });
    expect((await readdir(parent)).toSorted()).toEqual(['交付', ...kept].toSorted());
  });
});

describe('a run that cannot finish', () => {
  async function failure(files: Iterable<StagedFile> | AsyncIterable<StagedFile>, signal?: AbortSignal): Promise<{ error: unknown; left: string[] }> {
    const parent = await temporaryFolder('failing');
    const context = signal === undefined ? { runId } : { runId, signal };
    const error: unknown = await stagePackage({ folder: join(parent, '交付'), description, files }, context).catch((caught: unknown) => caught);
    return { error, left: await readdir(parent) };
  }

  test('leaves nothing when cancelled half way', async () => {
    const controller = new AbortController();
    function* cancelledAfterThree(): Generator<StagedFile> {
      for (const [index, file] of documents().entries()) {
        if (index === 3) controller.abort();
        yield file;
      }
    }
    const { error, left } = await failure(cancelledAfterThree(), controller.signal);
    expect(error).toMatchObject({ code: 'cancelled' });
    expect(left).toEqual([]);
  });

  test('names the document whose source file is missing', async () => {
    const photo: StagedFile = { path: 'data/照片.jpg', title: '机房照片', kind: '照片', date: '2024-08-05', responsible: '甲', content: { file: '/nonexistent/照片.jpg' } };
    const { error, left } = await failure([...documents(), photo]);
    expect(error).toMatchObject({ code: 'not-found', message: '「机房照片」的文件找不到了，请从备份恢复或重新添加后再交付。' });
    expect(left).toEqual([]);
  });

  test.each([
    ['data/甲:乙.docx', '含有文件名里不能用的字符（\\ / : * ? " < > | % ;）'],
    ['电子档案/甲.docx', '不在 data/ 之下'],
    ['data/../甲.docx', '有空的或指向上级的一段'],
  ])('refuses the path %s', async (path, message) => {
    const { error, left } = await failure([{ path, title: '甲', kind: '乙', date: '2024', responsible: '丙', content: Buffer.from('x') }]);
    expect(error).toMatchObject({ code: 'invalid-input', details: { problems: [{ place: path, message }] } });
    expect(left).toEqual([]);
  });

  test.each([
    ['data/甲/ABC.docx', 'data/甲/abc.docx'],
    ['data/甲/x.docx', 'data/甲'],
    ['data/Abc/x.docx', 'data/ABC/y.docx'],
  ])('refuses %s together with %s, which Windows takes for one', async (first, second) => {
    const one = { title: '甲', kind: '乙', date: '2024', responsible: '丙', content: Buffer.from('x') };
    const { error, left } = await failure([{ ...one, path: first }, { ...one, path: second }]);
    expect(error).toMatchObject({ code: 'already-exists' });
    expect(left).toEqual([]);
  });

  test('refuses to make a package of nothing', async () => {
    const { error, left } = await failure([]);
    expect(error).toMatchObject({ code: 'invalid-input' });
    expect(left).toEqual([]);
  });

  test('keeps the older package', async () => {
    const { folder, digest } = await sampleBag();
    const broken: StagedFile = { path: 'data/照片.jpg', title: '照片', kind: '照片', date: '2024', responsible: '甲', content: { file: '/nonexistent' } };
    await expect(stagePackage({ folder, description, files: [broken] }, { runId: otherRunId })).rejects.toMatchObject({ code: 'not-found' });
    expect(await verifyPackage(folder)).toMatchObject({ ok: true, digest });
    expect(await readdir(join(folder, '..'))).toEqual(['交付 光盘']);
  });
});
