import { mkdir, mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../shared/app-error.ts';
import { renameDurably, writeFileAtomically, writeFileAtomicallySync, writeNewFile } from '../../electron/files/atomic-write.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atomic-write-'));
});

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

async function* failingAfter(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
  throw new AppError('cancelled', '已取消。');
}

describe('writing a file in one step', () => {
  test('takes bytes, text and pieces, and leaves nothing else in the folder', async () => {
    await writeFileAtomically(join(folder, '甲.txt'), Buffer.from([0, 255, 10]));
    await writeFileAtomically(join(folder, '乙.txt'), '巡检记录');
    await writeFileAtomically(join(folder, '丙.txt'), pieces('一', '二'));
    writeFileAtomicallySync(join(folder, '丁.txt'), '三');

    expect((await readdir(folder)).toSorted()).toEqual(['丁.txt', '丙.txt', '乙.txt', '甲.txt'].toSorted());
    expect(await readFile(join(folder, '甲.txt'))).toEqual(Buffer.from([0, 255, 10]));
    expect(await readFile(join(folder, '乙.txt'), 'utf8')).toBe('巡检记录');
    expect(await readFile(join(folder, '丙.txt'), 'utf8')).toBe('一二');
    expect(await readFile(join(folder, '丁.txt'), 'utf8')).toBe('三');
  });

  test('keeps the old content when the new one fails half way', async () => {
    const path = join(folder, '报告.docx');
    await writeFile(path, '旧');
    await expect(writeFileAtomically(path, failingAfter('新的一半'))).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(folder)).toEqual(['报告.docx']);
    expect(await readFile(path, 'utf8')).toBe('旧');
  });

  test('names the file, not the folder, when the folder is missing', async () => {
    const path = join(folder, '没有的文件夹', '报告.docx');
    const missing = { code: 'not-found', message: '找不到「报告.docx」或它所在的文件夹。' };
    await expect(writeFileAtomically(path, '文')).rejects.toMatchObject(missing);
    expect(() => writeFileAtomicallySync(path, '文')).toThrow(expect.objectContaining(missing));
  });

  test('writes under a name as long as the file system takes', async () => {
    const name = `${'长'.repeat(83)}.txt`;
    await writeFileAtomically(join(folder, name), '文');
    expect(await readdir(folder)).toEqual([name]);
  });

  test.skipIf(process.platform === 'win32')('reports a full disk and leaves no piece behind', async () => {
    // Writing through /dev/full needs the device itself, so the temp-file step is left out here.
    const { createWriteStream } = await import('node:fs');
    const answer = await new Promise<unknown>((resolve) => {
      createWriteStream('/dev/full').on('error', resolve).end('文');
    });
    await expect(
      writeFileAtomically(
        join(folder, '报告.docx'),
        (async function* () {
          yield Buffer.from('一半');
          throw answer;
        })(),
      ),
    ).rejects.toMatchObject({ code: 'disk-full', details: { file: '报告.docx', cause: 'ENOSPC' } });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('writing a new file', () => {
  test('never replaces one that is there', async () => {
    const path = join(folder, '报告.docx');
    await writeFile(path, '旧');
    await expect(writeNewFile(path, '新')).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await readFile(path, 'utf8')).toBe('旧');
  });
});

describe('renaming', () => {
  test('moves a whole folder to its final name', async () => {
    await mkdir(join(folder, '包.partial'));
    await writeFile(join(folder, '包.partial', '一.txt'), '一');
    await renameDurably(join(folder, '包.partial'), join(folder, '包'));
    expect(await readdir(folder)).toEqual(['包']);
  });
});
