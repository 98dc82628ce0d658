import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { sha256Hex } from '../../../electron/files/digest.ts';
import { temporaryFolder } from '../sample-package.ts';

/** Everything below a folder: `path/` for a folder, path and digest for a file. */
export async function contentsOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const pairs = entries.map(async (entry): Promise<[string, string]> => {
    const path = join(entry.parentPath, entry.name);
    const shown = relative(folder, path).replaceAll('\\', '/');
    return entry.isDirectory() ? [`${shown}/`, ''] : [shown, sha256Hex(await readFile(path))];
  });
  return Object.fromEntries((await Promise.all(pairs)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A folder with what makes images hard: names of 60 characters, 300 files in one folder, 7 levels, an empty file, sizes around a sector. */
export async function sampleTree(): Promise<string> {
  const root = join(await temporaryFolder('tree'), '源');
  const files: [string, Uint8Array][] = [
    ['BAGIT.TXT', Buffer.from('plain name')],
    ['readme', Buffer.from('no extension')],
    ['空.txt', Buffer.alloc(0)],
    ['校验.sh', Buffer.from('#!/bin/sh\n')],
    [`${'长'.repeat(55)}.docx`, Buffer.alloc(70_001, 1)],
    [`${'长'.repeat(54)}二.docx`, Buffer.alloc(5, 2)],
    ['一/二/三/四/五/六/七/底.txt', Buffer.from('depth')],
    ['a b (c) [d] & #e\u2019.txt', Buffer.from('signs')],
    ['ABC/ABC.TXT', Buffer.from('x')],
  ];
  for (const bytes of [1, 2047, 2048, 2049, 4096, 10_000]) files.push([`大小/${bytes}.bin`, Buffer.alloc(bytes, bytes % 251)]);
  for (let number = 0; number < 300; number += 1) {
    const name = `日常巡检记录单 XJ-2024${String(number).padStart(4, '0')}-01（${'某市卫生监督执法一张图系统'.slice(0, number % 14)}）.docx`;
    files.push([`电子档案/2024/日常巡检记录单/${name}`, Buffer.from(`${name}\n`.repeat(number % 40))]);
  }
  for (const [path, content] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  await mkdir(join(root, '空文件夹'));
  return root;
}
