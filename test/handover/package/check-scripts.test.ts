import { execFile } from 'node:child_process';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatWindowsCheck } from '../../../electron/handover/package/check-script-windows.ts';
import { documents, sampleBag } from '../sample-package.ts';

const files = documents();
const firstPath = files[0]?.path ?? '';

async function runCheck(folder: string): Promise<{ code: number; lines: string[] }> {
  return new Promise((resolve) => {
    // Another working folder than the package's, as when the file is double-clicked.
    execFile('sh', [join(folder, '校验.sh')], { cwd: '/' }, (error, stdout) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, lines: stdout.trimEnd().split('\n').slice(1) });
    });
  });
}

async function checkAfter(change: (folder: string) => Promise<unknown>): Promise<{ code: number; lines: string[] }> {
  const { folder } = await sampleBag(files);
  await change(folder);
  return runCheck(folder);
}

const failed = '校验没有通过，请与移交单位联系。';

describe.skipIf(process.platform === 'win32')('校验.sh', () => {
  test('passes an untouched package', async () => {
    expect(await checkAfter(async () => undefined)).toEqual({ code: 0, lines: [`校验通过：${files.length + 8} 个文件与清单一致。`] });
  });

  test('names a changed, a missing and an extra document', async () => {
    expect(await checkAfter((folder) => appendFile(join(folder, firstPath), 'x'))).toEqual({ code: 3, lines: [`被改动：${firstPath}`, failed] });
    expect(await checkAfter((folder) => rm(join(folder, firstPath)))).toEqual({ code: 3, lines: [`缺少：${firstPath}`, failed] });
    expect(await checkAfter((folder) => writeFile(join(folder, 'data', '多 (1).txt'), 'x'))).toEqual({ code: 3, lines: ['多出：data/多 (1).txt', failed] });
  });

  test('finds lists that were changed or are gone', async () => {
    const broken = await checkAfter(async (folder) => {
      const list = join(folder, 'tagmanifest-sha256.txt');
      await writeFile(list, (await readFile(list, 'utf8')).replace(/^./, 'x'));
    });
    expect(broken).toEqual({ code: 3, lines: ['清单被改动：tagmanifest-sha256.txt', '清单里有读不懂的行：tagmanifest-sha256.txt', failed] });
    expect(await checkAfter((folder) => rm(join(folder, 'tagmanifest-sha256.txt')))).toMatchObject({ code: 3 });
    expect((await checkAfter((folder) => rm(join(folder, 'manifest-sha256.txt')))).lines).toContain('缺少：manifest-sha256.txt');
  });
});

describe('校验.cmd', () => {
  const script = formatWindowsCheck();
  const lines = script.split('\r\n');

  test('has CRLF everywhere and no byte order mark, which cmd.exe would take for a command', () => {
    expect(script.replaceAll('\r\n', '')).not.toMatch(/[\r\n\ufeff]/);
    expect(lines[0]).toBe('@echo off');
  });

  test('is ASCII until the code page is set, so that every label is found', () => {
    const ascii = lines.slice(0, lines.indexOf('chcp 65001 >nul') + 1);
    // oxlint-disable-next-line no-control-regex -- "ASCII" is what this pattern means
    expect(ascii.join('\n')).toMatch(/^[\x00-\x7f]*$/);
    expect(lines.filter((line) => /^:\w/.test(line)).every((label) => ascii.includes(label))).toBe(true);
  });

  test('the mark that PowerShell looks for stands once, behind the end of the batch part', () => {
    expect(script.split('#PS#')).toHaveLength(2);
    expect(lines[lines.indexOf('#PS#') - 1]).toBe('exit /b %RESULT%');
  });

  test('keeps lines below what cmd.exe takes', () => {
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(8191);
  });
});
