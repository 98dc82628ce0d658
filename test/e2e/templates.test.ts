import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { docxOf, paragraph } from '../helpers/ooxml-docx.ts';
import { expect, test } from './support/running-app.ts';
import { documentText, filesIn } from './support/steps.ts';

test.use({ startsWithSample: true });

const body = (day: string): string => paragraph('甲方的巡检表 ', '{编号}') + paragraph(`日期 {${day}}`);
const misspelt = docxOf(body('巡检日斯'));
const mended = docxOf(body('巡检日期'));
const broken = docxOf(paragraph('{#巡检项目}{编号'));

function detail(window: Page): Locator {
  return window.getByRole('region', { name: '模板 日常巡检记录单' });
}

/** Shortcuts work once the window stands. */
async function openTemplates(window: Page): Promise<void> {
  await expect(window.getByRole('navigation', { name: '主导航' })).toBeVisible();
  await window.keyboard.press('Alt+6');
  await expect(window.getByRole('table', { name: '模板列表' })).toBeVisible();
}

async function openTemplate(window: Page): Promise<void> {
  await openTemplates(window);
  await window.getByRole('table', { name: '模板列表' }).getByRole('button', { name: /inspection\.docx/ }).click();
  await expect(detail(window).getByText('没有发现问题，可以使用。')).toBeVisible();
}

async function offer(window: Page, name: string, bytes: Uint8Array): Promise<void> {
  await detail(window).getByLabel('换成自己的文件…').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

async function drop(window: Page, name: string, bytes: Uint8Array): Promise<void> {
  const dataTransfer = await window.evaluateHandle(([fileName = '', base64 = '']) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], fileName));
    return transfer;
  }, [name, Buffer.from(bytes).toString('base64')]);
  await detail(window).dispatchEvent('drop', { dataTransfer });
}

/** The text of an inspection document that this generation made: what an earlier one left is gone before. Files appear whole. */
async function generatedText(window: Page, dataFolder: string): Promise<string> {
  await rm(path.join(dataFolder, '输出'), { recursive: true, force: true });
  const made = async (): Promise<string | undefined> => (await filesIn(dataFolder)).find((name) => name.startsWith('输出') && /日常巡检记录单.*\.docx$/.test(name));
  await window.getByRole('button', { name: '交付', exact: true }).click();
  await window.getByRole('button', { name: '生成日常巡检记录单' }).click();
  await expect.poll(made, { timeout: 60_000 }).toBeDefined();
  await expect(window.getByRole('article', { name: '生成交付物结果' }).first()).toContainText('已完成', { timeout: 60_000 });
  return documentText(path.join(dataFolder, (await made()) ?? ''));
}

test('an own form takes the place of a template once its tags are right, is generated from, and gives way again', async ({ window, app }) => {
  await openTemplate(window);
  const own = path.join(app.dataFolder, 'templates', 'inspection.docx');

  await test.step('a broken file that is dropped is not taken, and every mistake is told at its place', async () => {
    await drop(window, '坏的.docx', broken);
    const dialog = window.getByRole('dialog', { name: '检查「坏的.docx」' });
    await expect(dialog.getByText('有错误，没有采用')).toBeVisible();
    await expect(dialog.getByRole('listitem').first()).toContainText('正文第1段');
    await expect(dialog.getByRole('button', { name: '照样采用' })).toHaveCount(0);
    await window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(await readFile(own).catch(() => undefined)).toBeUndefined();
  });

  await test.step('a misspelt tag is told with its place and the likely name', async () => {
    await offer(window, '甲方表.docx', misspelt);
    const fault = window.getByRole('dialog', { name: '检查「甲方表.docx」' }).getByRole('listitem');
    await expect(fault).toContainText('正文第2段');
    await expect(fault).toContainText('{巡检日斯}');
    await expect(fault).toContainText('巡检日期');
    await fault.getByRole('button', { name: '复制 正文第2段 的问题' }).click();
    expect(await window.evaluate(() => navigator.clipboard.readText())).toMatch(/^正文第2段 \{巡检日斯\}：.*巡检日期/);
    await window.keyboard.press('Escape');
    expect(await readFile(own).catch(() => undefined)).toBeUndefined();
  });

  await test.step('the mended one is taken and generated from', async () => {
    await offer(window, '甲方表.docx', mended);
    await expect(detail(window).getByText('已换成「甲方表.docx」')).toBeVisible();
    await expect(detail(window).getByText('自己的', { exact: true })).toBeVisible();
    expect(await readFile(own)).toEqual(Buffer.from(mended));
    expect(await generatedText(window, app.dataFolder)).toContain('甲方的巡检表 XJ-');
  });

  await test.step('back to the shipped one, and back again', async () => {
    await openTemplate(window);
    await detail(window).getByRole('button', { name: '恢复随程序模板' }).click();
    await expect(detail(window).getByText('已恢复随程序模板')).toBeVisible();
    expect(await readFile(own).catch(() => undefined)).toBeUndefined();
    expect(await generatedText(window, app.dataFolder)).not.toContain('甲方的巡检表');
    await openTemplate(window);
    await detail(window).getByText('旧版 1 个').click();
    await detail(window).getByRole('button', { name: '换回这一版' }).click();
    await expect(detail(window).getByText('已换回旧版。')).toBeVisible();
    expect(await readFile(own)).toEqual(Buffer.from(mended));
    await detail(window).getByRole('button', { name: '恢复随程序模板' }).click();
    await detail(window).getByRole('button', { name: '撤销' }).click();
    await expect(detail(window).getByText('已撤销。')).toBeVisible();
    expect(await readFile(own)).toEqual(Buffer.from(mended));
  });
});

test('a template is opened, looked at with the latest record and left again by keyboard alone; a copy can be taken along', async ({ window }) => {
  await openTemplates(window);
  const list = window.getByRole('table', { name: '模板列表' });
  await expect(list.getByRole('row', { name: /visit\.docx/ })).toContainText('没有问题');
  const wanted = list.getByRole('button', { name: /inspection\.docx/ });
  for (let turn = 0; turn < 60 && !(await wanted.evaluate((button) => button === document.activeElement)); turn++) await window.keyboard.press('Tab');
  await window.keyboard.press('Enter');
  await expect(detail(window).getByText('没有发现问题，可以使用。')).toBeVisible();
  await expect(detail(window).getByRole('listitem').filter({ hasText: '{#巡检项目}' }).first()).toContainText('{检查结果}');
  await window.keyboard.press('Alt+P');
  const preview = window.getByRole('dialog', { name: '预览 日常巡检记录单' });
  await expect(preview.getByText(/^以“XJ-\d{8}-\d\d”的数据填写。近似预览/)).toBeVisible();
  await expect(preview.getByRole('region', { name: '近似预览' })).toContainText('编号：XJ-');
  await window.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  const downloading = window.waitForEvent('download');
  await detail(window).getByRole('button', { name: '导出副本' }).click();
  expect((await downloading).suggestedFilename()).toBe('inspection.docx');
  await window.keyboard.press('Escape');
  await expect(detail(window)).toBeHidden();
});

test('a template that was spoilt outside the program is marked in the list, and what nobody uses is checked for a chosen kind', async ({ window, app }) => {
  await mkdir(path.join(app.dataFolder, 'templates'), { recursive: true });
  await writeFile(path.join(app.dataFolder, 'templates', 'inspection.docx'), broken);
  await writeFile(path.join(app.dataFolder, 'templates', '甲方走访表.docx'), docxOf(paragraph('{走访日期} {走访人员}')));
  await openTemplates(window);
  await expect(window.getByRole('row', { name: /inspection\.docx/ })).toContainText(/\d 处错误/);
  await window.getByRole('button', { name: /甲方走访表\.docx/ }).click();
  const other = window.getByRole('region', { name: '模板 甲方走访表.docx' });
  await expect(other.getByText('没有交付物使用这个模板。选择单据后')).toBeVisible();
  await other.getByRole('combobox', { name: '按哪类单据检查' }).click();
  await window.getByTitle('走访记录单', { exact: true }).click();
  await expect(other.getByText('请核对 1 处')).toBeVisible();
  await expect(other.getByRole('listitem').filter({ hasText: '{走访人员}' }).first()).toContainText('走访人');
});

test('the reference finds a tag and copies it', async ({ window }) => {
  await openTemplates(window);
  await window.getByRole('button', { name: '标签参考' }).click();
  await expect(window.getByRole('heading', { name: '标签参考', level: 1 })).toBeVisible();
  await window.getByRole('searchbox', { name: '查找标签、内容或示例' }).fill('检查方法');
  const fields = window.getByRole('table', { name: '栏目' });
  await expect(fields.getByRole('row')).toHaveCount(3);
  await fields.getByRole('button', { name: '复制 {检查方法}' }).click();
  expect(await window.evaluate(() => navigator.clipboard.readText())).toBe('{检查方法}');
  await window.getByRole('searchbox', { name: '查找标签、内容或示例' }).fill('金额大写');
  await expect(window.getByRole('table', { name: '过滤器' })).toContainText('壹仟');
  await window.getByRole('searchbox', { name: '查找标签、内容或示例' }).fill('没有这样的东西');
  await expect(window.getByText('没有与“没有这样的东西”有关的标签。')).toBeVisible();
  await window.getByRole('button', { name: '返回模板' }).click();
  await expect(window.getByRole('table', { name: '模板列表' })).toBeVisible();
});
