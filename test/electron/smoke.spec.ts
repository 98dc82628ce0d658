import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, expect, test } from '@playwright/test';
import { electronBinary } from '../../build/scripts/electron-binary.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('the program starts locked down, makes the sample year and shows its overview', async () => {
  const executablePath = electronBinary(root);
  if (executablePath === undefined) throw new Error('no Electron binary: run npx install-electron first');
  const data = await mkdtemp(path.join(tmpdir(), 'binder-electron-'));
  const electron = await _electron.launch({ executablePath, args: [root, `--data=${data}`, `--user-data-dir=${path.join(data, 'profile')}`], cwd: root });
  try {
    const page = await electron.firstWindow();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.waitForLoadState('domcontentloaded');

    expect(page.url()).toMatch(/^app:\/\/binder\//);
    expect(await page.evaluate(() => [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')])).toEqual(['undefined', 'undefined']);
    await expect(page.evaluate(() => fetch('https://example.com/').then(() => 'reached', () => 'blocked'))).resolves.toBe('blocked');

    const contract = await page.evaluate(async () => {
      const bridge = Reflect.get(globalThis, 'binder') as { invoke: (channel: string, input: unknown) => Promise<{ ok: boolean; value?: { id: string } }> };
      return bridge.invoke('sample.create', { seed: 1, gaps: false });
    });
    expect(contract.ok).toBe(true);
    await page.reload();
    await expect(page.getByText('总览').first()).toBeVisible();
    expect(errors).toEqual([]);
  } finally {
    await electron.close();
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  }
});
