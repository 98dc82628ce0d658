import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from '@playwright/test';
import { freePort } from '../helpers/free-port.ts';
import { expect, startApp, test } from './support/running-app.ts';
import { sampleFolder } from './support/sample-folder.ts';

/** The data folder as people meet it: backed up and restored, written by a newer program, and a host that is killed. */

async function dataSettings(window: Page, section: 'data' | 'about'): Promise<void> {
  await window.evaluate((hash) => { location.hash = hash; }, `#/settings/${section}`);
}

/** A call of the window's own page, to change something without walking through a form. */
async function call(window: Page, channel: string, input: unknown): Promise<unknown> {
  return window.evaluate(async ([name, body]) => {
    const response = await fetch(`/api/${String(name)}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    return response.json() as Promise<unknown>;
  }, [channel, input] as const);
}

async function withSampleFolder(work: (dataFolder: string) => Promise<void>): Promise<void> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'binder-e2e-data-'));
  await cp(sampleFolder, dataFolder, { recursive: true });
  try {
    await work(dataFolder);
  } finally {
    for (const folder of [dataFolder, `${dataFolder}-settings`]) await rm(folder, { recursive: true, force: true });
  }
}

test.describe('backups', () => {
  test.use({ startsWithSample: true });

  test('a backup is made, looked into after a change, restored, and the restore is undone', async ({ window, app }) => {
    await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
    await dataSettings(window, 'data');
    await window.getByRole('button', { name: '立即备份' }).click();
    const backups = window.getByRole('region', { name: '备份列表' });
    await expect(backups.getByRole('row', { name: /手动.*完好/ })).toBeVisible();

    const { value: contracts } = (await call(window, 'contracts.list', {})) as { value: readonly { id: string }[] };
    const contractId = contracts[0]?.id;
    const visits = async (): Promise<number> => ((await call(window, 'records.list', { contractId, kind: 'visit' })) as { value: { total: number } }).value.total;
    const before = await visits();
    const { value: last } = (await call(window, 'records.last', { contractId, kind: 'visit' })) as { value: { body: unknown } };
    expect(await call(window, 'records.save', { contractId, record: { kind: 'visit', body: last.body } })).toMatchObject({ ok: true });

    await test.step('what a restore would do is told before anything happens', async () => {
      await backups.getByRole('row', { name: /手动/ }).getByRole('button', { name: /查看与恢复/ }).click();
      const dialog = window.getByRole('dialog', { name: /的备份$/ });
      await expect(dialog.getByText('恢复后：备份以后新增的 1 条记录会看不到。')).toBeVisible();
      await expect(dialog.getByRole('row', { name: /走访记录单/ })).toBeVisible();
      expect(await visits()).toBe(before + 1);
      await dialog.getByRole('button', { name: '恢复到这里' }).click();
      await window.getByRole('dialog', { name: '用备份替换现在的数据？' }).getByRole('button', { name: '恢复到这里' }).click();
    });

    await expect(window.getByRole('article', { name: /恢复备份/ }).getByText(/^已恢复到/)).toBeVisible();
    expect(await visits()).toBe(before);
    await backups.getByRole('row', { name: /恢复前自动/ }).getByRole('button', { name: /查看与恢复/ }).click();
    await window.getByRole('dialog', { name: /的备份$/ }).getByRole('button', { name: '恢复到这里' }).click();
    await window.getByRole('dialog', { name: '用备份替换现在的数据？' }).getByRole('button', { name: '恢复到这里' }).click();
    await expect.poll(visits).toBe(before + 1);
    expect(app.complaints).toEqual([]);
  });
});

test('data of a newer program is shown and not changed, with the reason on every screen', async ({ page }) => {
  await withSampleFolder(async (dataFolder) => {
    const database = new Database(path.join(dataFolder, 'binder.sqlite'));
    database.pragma('user_version = 999');
    database.prepare("UPDATE setting SET value = json_set(value, '$.program', '9.1.0', '$.layout', 1) WHERE name = 'readableFrom'").run();
    database.close();
    const started = await startApp(dataFolder);
    await page.goto(started.app.url);
    await expect(page.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
    await expect(page.getByText('这些数据是更新版本的程序写的，本程序只能查看，不能修改。')).toBeVisible();
    await dataSettings(page, 'data');
    await expect(page.getByRole('heading', { name: '备份', level: 2 })).toBeVisible();
    await expect(page.getByRole('button', { name: '立即备份' })).toBeHidden();
    expect(await call(page, 'sample.create', {})).toMatchObject({ ok: false, error: { code: 'read-only' } });
    await started.stop();
  });
});

test('while the host is dead the window waits with what was typed, and goes on when it is back', async ({ page }) => {
  await withSampleFolder(async (dataFolder) => {
    const port = await freePort();
    const first = await startApp(dataFolder, [], port);
    await page.goto(first.app.url);
    await expect(page.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
    await dataSettings(page, 'about');
    await page.getByLabel('操作人').fill('苏见微');

    await first.kill();
    await expect(page.getByText('与程序的连接中断，正在重新连接…')).toBeVisible();
    await expect(page.getByLabel('操作人')).toHaveValue('苏见微');

    const second = await startApp(dataFolder, [], port);
    await expect(page.getByText('与程序的连接中断，正在重新连接…')).toBeHidden();
    await expect(page.getByLabel('操作人')).toHaveValue('苏见微');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('已保存，以后的修改用这个名字')).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('操作人')).toHaveValue('苏见微');
    await second.stop();
  });
});
