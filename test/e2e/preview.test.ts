import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { docxOf, paragraph } from '../helpers/ooxml-docx.ts';
import { hasPages } from '../helpers/pdf-pages.ts';
import { hostileTemplate } from './support/hostile-template.ts';
import { expect, test } from './support/running-app.ts';
import { filesIn } from './support/steps.ts';

test.use({ startsWithSample: true });

async function openList(window: Page, title: string): Promise<void> {
  await window.getByRole('button', { name: title, exact: true }).click();
  await expect(window.getByRole('table', { name: `${title}列表` })).toHaveAttribute('aria-busy', 'false');
}

async function firstNumber(window: Page): Promise<string> {
  const name = await window.getByRole('row', { name: /^打开 / }).first().getAttribute('aria-label');
  return name?.replace('打开 ', '') ?? '';
}

function previewIn(window: Page): Locator {
  return window.getByRole('dialog', { name: /^预览 / });
}

async function ownTemplate(dataFolder: string, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.join(dataFolder, 'templates'), { recursive: true });
  await writeFile(path.join(dataFolder, 'templates', name), bytes);
}

test('a record is looked at from the list at once, and page by page as an office program lays it out', async ({ window, app }) => {
  await openList(window, '日常巡检记录单');
  const number = await firstNumber(window);
  const before = await filesIn(app.dataFolder);
  await window.getByRole('row', { name: /^打开 / }).first().focus();
  await window.keyboard.press('Space');
  const preview = previewIn(window);
  await expect(preview.getByText('近似预览：分页、行距与纸面可能不同，图表不显示。')).toBeVisible();
  await expect(preview.getByRole('region', { name: '近似预览' })).toContainText(`编号：${number}`);

  await test.step('pages of LibreOffice', async () => {
    if (!hasPages) return;
    await preview.getByText('精确预览（由 LibreOffice 生成）').click();
    await expect(preview.getByText(/^由 LibreOffice [\d.]+ 排版/)).toBeVisible();
    await expect(preview.getByRole('list', { name: '精确预览' })).toContainText(number, { timeout: 60_000 });
    const drawn = await preview.locator('canvas').first().evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return 0;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return pixels.filter((value, index) => index % 4 === 0 && value < 128).length;
    });
    expect(drawn).toBeGreaterThan(5000);
    await preview.getByText('近似预览', { exact: true }).click();
    await expect(preview.getByRole('region', { name: '近似预览' })).toContainText(number);
  });

  await test.step('the file can be taken along, and only the cache has grown', async () => {
    const downloading = window.waitForEvent('download');
    await preview.getByRole('button', { name: '下载' }).click();
    expect((await downloading).suggestedFilename()).toMatch(new RegExp(`_${number}\\.docx$`));
    await window.keyboard.press('Escape');
    await expect(preview).toBeHidden();
    // The backup of the day is made in its own time.
    const elsewhere = [path.join('cache', 'pdf'), 'backups'];
    expect((await filesIn(app.dataFolder)).filter((file) => !before.includes(file) && !elsewhere.some((place) => file.startsWith(place)))).toEqual([]);
  });
});

test('from the form: what is saved, with a word about what is not; a new record has to be saved first', async ({ window }) => {
  await openList(window, '故障处理记录单');
  await window.getByRole('button', { name: '新增故障处理记录单' }).click();
  await expect(window.getByRole('button', { name: '预览', exact: true })).toBeDisabled();
  await window.keyboard.press('Escape');
  const number = await firstNumber(window);
  await window.getByRole('row', { name: `打开 ${number}` }).click();
  await window.getByLabel('影响范围').fill('没有保存的一句话');
  await window.keyboard.press('Alt+P');
  const preview = previewIn(window);
  await expect(preview.getByText('表单里有还没保存的修改，这里看到的是已保存的内容。')).toBeVisible();
  await expect(preview.getByRole('region', { name: '近似预览' })).toContainText(number);
  await expect(preview.getByRole('region', { name: '近似预览' })).not.toContainText('没有保存的一句话');
  await window.keyboard.press('Escape');
  await expect(window.getByLabel('影响范围')).toHaveValue('没有保存的一句话');
  await window.getByRole('button', { name: '关闭表单' }).click();
});

test('a workbook has pages only where an office program can make them, and says so', async ({ window }) => {
  await openList(window, '备份记录单');
  await window.getByRole('button', { name: /^预览 BF-/ }).first().click();
  if (hasPages) await expect(previewIn(window).getByRole('list', { name: '精确预览' })).toContainText('备份', { timeout: 60_000 });
  await window.keyboard.press('Escape');

  await window.route('**/api/preview.offices', (route) => route.fulfill({ json: { ok: true, value: [] } }));
  await window.getByRole('button', { name: /^预览 BF-/ }).first().click();
  await expect(previewIn(window).getByText('这是 Excel 表格，只有精确预览，但本机没有找到能转换它的')).toBeVisible();
  await window.keyboard.press('Escape');
  await openList(window, '走访记录单');
  await window.getByRole('button', { name: /^预览 ZF-/ }).first().click();
  await expect(previewIn(window).getByText('本机没有找到 Word、WPS 或 LibreOffice，只能看近似预览。')).toBeVisible();
  await expect(previewIn(window).getByRole('region', { name: '近似预览' })).toContainText('走访');
});

test('a file of the plan is looked at before it is generated: each of its forms on a page of its own', async ({ window }) => {
  await window.getByRole('button', { name: '交付', exact: true }).click();
  await window.getByRole('table', { name: '交付物清单' }).getByRole('button', { name: '日常巡检记录单', exact: true }).click();
  const file = window.getByRole('row', { name: /日常巡检记录单_2024-08/ });
  const records = Number(await file.getByRole('cell').nth(3).textContent());
  await window.getByRole('button', { name: /^预览 日常巡检记录单_2024-08/ }).click();
  const pages = previewIn(window).getByRole('region', { name: '近似预览' });
  await expect(pages).toContainText('2024年8月');
  expect(records).toBeGreaterThan(10);
  expect(await pages.locator('section').filter({ hasText: '巡检类型' }).count()).toBe(records);
});

test('a broken template is answered with the list of its problems', async ({ window, app }) => {
  await ownTemplate(app.dataFolder, 'visit.docx', docxOf(`${paragraph('{#走访人员}{编号')}${paragraph('{/别的}')}`));
  await openList(window, '走访记录单');
  await window.getByRole('button', { name: /^预览 ZF-/ }).first().click();
  const alert = previewIn(window).getByRole('alert');
  await expect(alert).toContainText('模板有问题');
  expect(await alert.getByRole('listitem').count()).toBeGreaterThan(1);
});

test('a template full of tricks is shown as a page and nothing else', async ({ window, app }) => {
  await ownTemplate(app.dataFolder, 'visit.docx', hostileTemplate());
  await openList(window, '走访记录单');
  const number = await firstNumber(window);
  await window.getByRole('button', { name: `预览 ${number}` }).click();
  const pages = previewIn(window).getByRole('region', { name: '近似预览' });
  await expect(pages).toContainText(`走访单号 ${number}`);
  await expect(pages).toContainText('图表或图形：只在精确预览中显示');
  await expect.poll(() => pages.locator('img').evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))).toBe(1);
  const address = window.url();
  // A shape of the document lies over its links; no mouse would reach them.
  await pages.getByText('运行脚本').dispatchEvent('click');
  await pages.getByText('离开窗口').dispatchEvent('click');
  expect(window.url()).toBe(address);
  expect(await pages.locator('a[href], iframe, script, style, object, embed, [style*="url("]').count()).toBe(0);
  // It lies over nothing else.
  await previewIn(window).getByRole('button', { name: '下载' }).click({ trial: true });
  expect(await window.title()).toContain('运维交付夹');
});
