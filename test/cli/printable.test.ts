import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemEnvironment } from '../../electron/api/environment.ts';
import { printable } from '../../electron/cli/printable.ts';
import { runCommand } from '../../electron/cli/run-command.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'binder-printable-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('lines, tabs and Chinese stay; escape sequences and direction marks do not', () => {
  expect(printable('第一行\n\t第二行 ☑')).toBe('第一行\n\t第二行 ☑');
  expect(printable('a\u001b[2Jb\u009b31mc\rd\u0007e\u202ef')).toBe('a\ufffd[2Jb\ufffd31mc\ufffdd\ufffde\ufffdf');
});

test.runIf(process.platform !== 'win32')('the name of a file on a disc cannot clear the screen of whoever verifies it', async () => {
  await writeFile(path.join(folder, 'x\u001b[2J\u001b[1;1H核对通过.docx'), 'x');
  const world = { environment: systemEnvironment(() => undefined), templatesFolder: folder, readStandardInput: () => Promise.resolve('') };

  for (const args of [['verify', folder], ['verify', folder, '--json']]) {
    const outcome = await runCommand(args, world);
    expect(outcome.exit).toBe(3);
    expect(outcome.output).not.toContain('\u001b');
  }
});
