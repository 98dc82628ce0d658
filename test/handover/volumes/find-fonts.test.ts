import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findChineseFonts, fontFolders } from '../../../electron/handover/volumes/find-fonts.ts';

async function folderOf(files: readonly string[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fonts-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const file of files) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), '');
  }
  return folder;
}

test('fonts are looked for where each system keeps them, the person’s own last', () => {
  const variables = { SystemRoot: 'C:\\Windows', LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' };
  expect(fontFolders({ platform: 'win32', home: 'C:\\Users\\a', variables }).map((folder) => folder.replaceAll('/', '\\'))).toEqual(['C:\\Windows\\Fonts', 'C:\\Users\\a\\AppData\\Local\\Microsoft\\Windows\\Fonts']);
  expect(fontFolders({ platform: 'darwin', home: '/Users/a', variables: {} })).toEqual(['/System/Library/Fonts', '/Library/Fonts', '/Users/a/Library/Fonts']);
  expect(fontFolders({ platform: 'linux', home: '/home/a', variables: { XDG_DATA_HOME: '/data' } }).slice(-2)).toEqual(['/data/fonts', '/home/a/.fonts']);
});

test('known Chinese fonts are found whatever the case of their names, Song before Hei, and nothing else is taken', async () => {
  const root = await folderOf(['Fonts/arial.ttf', 'Fonts/MSYH.TTC', 'Fonts/simsun.ttc', 'Fonts/wingding.ttf', 'Fonts/office/SimFang.ttf']);
  const found = await findChineseFonts({ platform: 'win32', home: root, variables: { SystemRoot: root } });
  expect(found.map(({ file, postscriptName }) => [path.basename(file), postscriptName])).toEqual([['simsun.ttc', 'SimSun'], ['SimFang.ttf', 'FangSong'], ['MSYH.TTC', 'MicrosoftYaHei']]);
});

test('a computer without fonts has none, and says nothing of it', async () => {
  const root = await folderOf([]);
  expect(await findChineseFonts({ platform: 'win32', home: root, variables: { SystemRoot: root } })).toEqual([]);
});
