import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as browserTest, type CDPSession, type Locator, type Page } from '@playwright/test';
import { freePort } from '../helpers/free-port.ts';
import { pngOf } from '../helpers/pictures.ts';
import { expect, startApp, test } from './support/running-app.ts';
import { sampleFolder } from './support/sample-folder.ts';

test.use({ startsWithSample: true });

test('what is missing is said at its field in time, and leaving a form loses nothing', async ({ window }) => {
  await window.getByRole('button', { name: '新增走访记录单' }).click();
  const place = window.getByLabel('走访地点');
  await place.fill('业务大厅');
  await expect(window.getByText('必填', { exact: true })).toHaveCount(0);
  await expect(window.getByRole('button', { name: '必填还差 4 项' })).toBeVisible();

  await test.step('problems come when saving, and go when they are mended', async () => {
    await window.keyboard.press('Control+S');
    await expect(window.getByText('还有 4 处需要修改')).toBeVisible();
    await window.getByRole('button', { name: '受访部门', exact: true }).click();
    await expect(window.getByLabel('受访部门')).toBeFocused();
    await window.keyboard.type('业务一科');
    await expect(window.getByText('还有 3 处需要修改')).toBeVisible();
  });

  await test.step('undoing goes over the whole form, a text by itself', async () => {
    await window.getByRole('heading', { name: '走访记录单', level: 2 }).click();
    await window.keyboard.press('Control+Z');
    await expect(window.getByLabel('受访部门')).toHaveValue('');
    await window.keyboard.press('Control+Y');
    await expect(window.getByLabel('受访部门')).toHaveValue('业务一科');
  });

  await test.step('the overview opens without a question; the form is found again among what is unfinished', async () => {
    await window.keyboard.press('Alt+1');
    await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
    await window.keyboard.press('Alt+2');
    await window.getByRole('button', { name: '未完成 1' }).click();
    await window.getByRole('button', { name: /^继续填写 走访记录单.*业务一科/ }).click();
    await expect(place).toHaveValue('业务大厅');
    await window.keyboard.press('Escape');
    await expect(place).toHaveCount(0);
  });

  await test.step('a new form offers it, too, and it can be thrown away', async () => {
    await window.getByRole('button', { name: '新增走访记录单' }).click();
    await expect(place).toHaveValue('');
    await expect(window.getByText(/^有上次未保存的填写/)).toBeVisible();
    await window.getByRole('button', { name: '继续上次未保存的填写' }).click();
    await expect(place).toHaveValue('业务大厅');
    await window.getByRole('button', { name: '丢弃' }).click();
    await expect(place).toHaveValue('');
    await expect(window.getByRole('button', { name: /^未完成/ })).toHaveCount(0);
  });
});

browserTest('unsaved input and waiting photos survive a reload and a killed program', async ({ page }) => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'binder-e2e-drafts-'));
  await cp(sampleFolder, dataFolder, { recursive: true });
  const port = await freePort();
  const first = await startApp(dataFolder, [], port);
  const place = page.getByLabel('走访地点');
  const waiting = page.getByRole('list', { name: '等待添加的附件' });

  await page.goto(first.app.url);
  await page.getByRole('button', { name: '走访记录单', exact: true }).click();
  await page.getByRole('button', { name: '新增走访记录单' }).click();
  await place.fill('业务大厅');
  await page.getByLabel('选择文件').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: Buffer.from(pngOf(60, 40)) });
  // A photo is named by its file at first, once it has been looked at.
  await expect(page.getByLabel('附件 1 的说明')).toHaveValue('现场');
  await page.getByLabel('附件 1 的说明').fill('大厅窗口');
  await expect(page.getByText(/^已自动保存/)).toBeVisible();
  await page.getByLabel('走访内容').fill('最后一句');
  await page.reload();
  await expect(place).toHaveValue('业务大厅');
  await expect(page.getByLabel('走访内容')).toHaveValue('最后一句');
  await expect(page.getByLabel('附件 1 的说明')).toHaveValue('大厅窗口');

  await first.kill();
  await page.getByLabel('走访内容').fill('程序不在时写的');
  await expect(page.getByText('未能自动保存，正在重试')).toBeVisible();
  const second = await startApp(dataFolder, [], port);
  await expect(page.getByText(/^已自动保存/)).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(page.getByLabel('走访内容')).toHaveValue('程序不在时写的');

  await page.getByLabel('走访人', { exact: true }).fill('林远航');
  await page.getByLabel('受访部门').fill('业务一科');
  await page.getByLabel('受访人', { exact: true }).fill('顾小满');
  await page.keyboard.press('Control+S');
  await expect(page.getByText(/^已保存：ZF-/)).toBeVisible();
  await expect(page.getByRole('button', { name: '查看附件 1：大厅窗口' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^未完成/ })).toHaveCount(0);
  await expect(waiting).toHaveCount(0);

  await second.stop();
  for (const folder of [dataFolder, `${dataFolder}-settings`]) await rm(folder, { recursive: true, force: true });
});

/** Types as an input method does: letters that become others, and at last the chosen characters. */
async function compose(keyboard: CDPSession, letters: readonly string[], chosen: string): Promise<void> {
  for (const text of letters) await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await keyboard.send('Input.insertText', { text: chosen });
}

async function composeTwice(keyboard: CDPSession, field: Locator): Promise<void> {
  await field.click();
  await compose(keyboard, ['x', 'xu', 'xun', 'xun j', 'xun jian'], '巡检');
  await field.page().keyboard.type('A1');
  await compose(keyboard, ['m', 'mo', 'mo k'], '模块');
  await expect(field).toHaveValue('巡检A1模块');
}

async function openForm(window: Page, kind: string, title: string): Promise<void> {
  await window.getByRole('button', { name: title, exact: true }).click();
  await window.getByRole('button', { name: `新增${title}` }).click();
  await expect(window.getByRole('heading', { name: title, level: 2 }), kind).toBeVisible();
}

test('an input method loses and doubles no character, and half a word is never kept', async ({ window, context }) => {
  const keyboard = await context.newCDPSession(window);
  const kept: string[] = [];
  window.on('request', (request) => {
    if (request.url().endsWith('/api/drafts.keep')) kept.push(request.postData() ?? '');
  });

  await openForm(window, 'worklog', '日常工作记录单');
  for (const name of ['系统模块', '工作描述', '提出人']) await composeTwice(keyboard, window.getByLabel(name, { exact: true }));
  await window.getByLabel('处理过程').click();
  await compose(keyboard, ['q'], '重启');
  await keyboard.send('Input.imeSetComposition', { text: 'fu wu qi', selectionStart: 8, selectionEnd: 8 });
  await expect.poll(() => kept.at(-1)).toContain('重启');
  await keyboard.send('Input.insertText', { text: '服务器' });
  await expect(window.getByLabel('处理过程')).toHaveValue('重启服务器');
  await expect.poll(() => kept.at(-1)).toContain('重启服务器');
  expect(kept.filter((text) => /fu wu|xun|mo k/.test(text))).toEqual([]);

  await openForm(window, 'incident', '故障处理记录单');
  await window.getByRole('button', { name: '添加一行' }).click();
  await composeTwice(keyboard, window.getByLabel('第 1 行 处置内容'));

  await openForm(window, 'inspection', '日常巡检记录单');
  await composeTwice(keyboard, window.getByLabel('CPU 使用率 实测值'));

  await window.keyboard.press('Escape');
  await composeTwice(keyboard, window.getByPlaceholder(/^搜索/));
});
