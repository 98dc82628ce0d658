import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stagePackage } from '../../../electron/handover/package/stage-package.ts';
import { AppError } from '../../../shared/app-error.ts';
import { description, documents, sampleBag } from '../sample-package.ts';

const otherRunId = '0190aaaa-0000-7000-8000-000000000002';

async function again(folder: string): Promise<unknown> {
  return stagePackage({ folder, description, files: documents() }, { runId: otherRunId }).then(() => 'replaced', (error: unknown) => (error instanceof AppError ? `${error.code}: ${error.message}` : error));
}

describe('handing over again into the same folder', () => {
  test('replaces an older package', async () => {
    const { folder } = await sampleBag();
    expect(await again(folder)).toBe('replaced');
  });

  test('replaces one into which only the operating system has put files', async () => {
    const { folder } = await sampleBag();
    await writeFile(join(folder, 'data', '.DS_Store'), '');
    await writeFile(join(folder, 'desktop.ini'), '');
    expect(await again(folder)).toBe('replaced');
  });

  test('refuses to lose what a person has put into it, and names it', async () => {
    const { folder } = await sampleBag();
    await mkdir(join(folder, 'data', '签字扫描件'));
    await writeFile(join(folder, 'data', '签字扫描件', '一月.pdf'), 'scan');
    await writeFile(join(folder, '备注.txt'), 'note');
    expect(await again(folder)).toBe('already-exists: 「交付 光盘」里有 2 个后来放进去的文件：「data/签字扫描件/一月.pdf」、「备注.txt」。重新交付会替换整个文件夹，请先把它们移到别处。');
    expect(await readFile(join(folder, 'data', '签字扫描件', '一月.pdf'), 'utf8')).toBe('scan');
    expect(await readdir(join(folder, '..'))).toEqual(['交付 光盘']);
  });

  test('a folder of somebody else that happens to hold a bagit.txt is left alone', async () => {
    const { folder } = await sampleBag();
    const other = `${folder}-别的`;
    await mkdir(other);
    await writeFile(join(other, 'bagit.txt'), 'BagIt-Version: 0.97\n');
    await writeFile(join(other, '论文.docx'), 'x');
    expect(await again(other)).toContain('「论文.docx」');
    expect(await readFile(join(other, '论文.docx'), 'utf8')).toBe('x');
  });

  test.runIf(process.platform !== 'win32')('a link in it is named, and nothing behind it is touched', async () => {
    const { folder } = await sampleBag();
    const outside = join(folder, '..', 'outside');
    await mkdir(outside);
    await writeFile(join(outside, 'kept.txt'), 'kept');
    await symlink(outside, join(folder, 'data', 'link'));
    expect(await again(folder)).toContain('「data/link」');
    expect(await readFile(join(outside, 'kept.txt'), 'utf8')).toBe('kept');
  });
});
