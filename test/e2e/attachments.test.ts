import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { readZip } from '../../electron/files/zip-reader.ts';
import { withExif } from '../helpers/exif.ts';
import { pngOf } from '../helpers/pictures.ts';
import { expect, test } from './support/running-app.ts';
import { filesIn } from './support/steps.ts';

test.use({ startsWithSample: true });

type Picture = { readonly name: string; readonly width: number; readonly height: number };

/** A JPEG with noise, as large as one from a phone held upright and with all that phones tell, made in the page. */
async function photoOf(window: Page, { name, width, height }: Picture): Promise<{ readonly name: string; readonly mimeType: string; readonly buffer: Buffer }> {
  const base64 = await window.evaluate(async ({ width, height }) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context === null) return '';
    const tile = context.createImageData(256, 256);
    // Noise that is the same in every run.
    for (let at = 0, noise = 1; at < tile.data.length; at += 1) {
      noise = (noise * 48_271) % 2_147_483_647;
      tile.data[at] = at % 4 === 3 ? 255 : noise % 256;
    }
    for (let x = 0; x < width; x += 256) for (let y = 0; y < height; y += 256) context.putImageData(tile, x, y);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer());
    let binary = '';
    for (let start = 0; start < bytes.length; start += 0x8000) binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
    return btoa(binary);
  }, { width, height });
  return { name, mimeType: 'image/jpeg', buffer: withExif(Buffer.from(base64, 'base64'), { orientation: 6, hasPlace: true, original: '2024:08:05 09:05:12' }) };
}

/** Ctrl+V with a picture in the clipboard. */
async function pastePicture(window: Page, color: string): Promise<void> {
  await window.evaluate(async (fill) => {
    const canvas = new OffscreenCanvas(300, 200);
    const context = canvas.getContext('2d');
    if (context === null) return;
    context.fillStyle = fill;
    context.fillRect(0, 0, 300, 200);
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': await canvas.convertToBlob({ type: 'image/png' }) })]);
  }, color);
  await window.keyboard.press('Control+V');
}

async function openInspection(window: Page): Promise<string> {
  await window.getByRole('button', { name: '日常巡检记录单', exact: true }).click();
  // The newest days of the sample have no photos.
  const row = window.getByRole('row', { name: /^打开 XJ-/ }).first();
  await row.click();
  await expect(window.getByText('还没有照片和附件')).toBeVisible();
  return (await row.getAttribute('aria-label'))?.replace('打开 ', '') ?? '';
}

const section = (window: Page): Locator => window.getByRole('group', { name: /^照片和附件/ });
const captions = (window: Page): Promise<string[]> => section(window).getByLabel(/^附件 \d+ 的说明$/).evaluateAll((inputs) => inputs.map((input) => (input instanceof HTMLInputElement ? input.value : '')));

test('photos are chosen and pasted, described, ordered, kept, and printed on the form', async ({ window, app }) => {
  const number = await openInspection(window);

  await test.step('a large photo is reduced, a pasted picture is taken as it is', async () => {
    const large = await photoOf(window, { name: '机房全景.jpg', width: 4000, height: 3000 });
    expect(large.buffer.length).toBeGreaterThan(2_000_000);
    await section(window).getByLabel('选择文件').setInputFiles(large);
    await expect(section(window).getByText('已添加 1 个文件，其中 1 张照片已缩小并转正')).toBeVisible();
    await pastePicture(window, '#2266aa');
    await expect(section(window).getByRole('button', { name: /^查看附件 2：粘贴的图片/ })).toBeVisible();
    await expect.poll(() => section(window).locator('img').evaluateAll((images) => images.map((image) => (image instanceof HTMLImageElement ? [image.naturalWidth, image.naturalHeight] : [])))).toEqual([[1500, 2000], [300, 200]]);
    const stored = (await filesIn(app.dataFolder)).filter((file) => file.startsWith('attachments'));
    const contents = await Promise.all(stored.map((file) => readFile(path.join(app.dataFolder, file))));
    expect(contents.filter((content) => content.includes('Exif') || content.length > large.buffer.length / 2)).toEqual([]);
  });

  await test.step('a caption is saved by Enter, the order by Alt and an arrow, with the focus kept', async () => {
    await expect.poll(() => captions(window)).toEqual(['2024年8月5日 09:05 拍摄', expect.stringMatching(/^粘贴的图片\d{14}$/)]);
    await section(window).getByLabel('附件 2 的说明').fill('告警界面');
    await window.keyboard.press('Enter');
    const picture = section(window).getByRole('button', { name: '查看附件 2：告警界面' });
    await picture.focus();
    await window.keyboard.press('Alt+ArrowLeft');
    await expect(section(window).getByRole('button', { name: '查看附件 1：告警界面' })).toBeFocused();
    await expect.poll(() => captions(window)).toEqual(['告警界面', '2024年8月5日 09:05 拍摄']);
  });

  await test.step('everything is there after a reload, and the list counts it', async () => {
    await window.reload();
    await expect.poll(() => captions(window)).toEqual(['告警界面', '2024年8月5日 09:05 拍摄']);
    await expect(window.getByRole('row', { name: `打开 ${number}` })).toContainText('2 个附件');
  });

  await test.step('they are looked at large, one after the other', async () => {
    await section(window).getByRole('button', { name: '查看附件 1：告警界面' }).press('Enter');
    const viewer = window.getByRole('dialog', { name: '查看附件 1/2' });
    await expect(viewer.getByText('告警界面')).toBeVisible();
    await window.keyboard.press('ArrowRight');
    await expect(window.getByRole('dialog', { name: '查看附件 2/2' }).getByText('2024年8月5日 09:05 拍摄', { exact: true })).toBeVisible();
    const downloading = window.waitForEvent('download');
    await window.getByRole('dialog').getByRole('button', { name: '下载' }).click();
    expect((await downloading).suggestedFilename()).toBe('机房全景.jpg');
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
    await expect(section(window)).toBeVisible();
  });

  await test.step('the printed form has both', async () => {
    await window.keyboard.press('Alt+P');
    const preview = window.getByRole('dialog', { name: `预览 ${number}` });
    await expect(preview.getByRole('region', { name: '近似预览' })).toContainText('告警界面');
    const downloading = window.waitForEvent('download');
    await preview.getByRole('button', { name: '下载' }).click();
    const archive = readZip(await readFile(await (await downloading).path()));
    // The form's own code, and the two photos.
    expect([...archive.keys()].filter((name) => name.startsWith('word/media/added'))).toHaveLength(3);
    await window.keyboard.press('Escape');
  });

  await test.step('a removal can be taken back', async () => {
    await section(window).getByRole('button', { name: '移除 告警界面' }).click();
    await expect.poll(() => captions(window)).toEqual(['2024年8月5日 09:05 拍摄']);
    await expect(window.getByRole('button', { name: '撤销移除' })).toBeFocused();
    await window.keyboard.press('Enter');
    await expect.poll(() => captions(window)).toEqual(['告警界面', '2024年8月5日 09:05 拍摄']);
    await expect(section(window).getByRole('button', { name: '查看附件 1：告警界面' })).toBeFocused();
  });

  await test.step('the mouse orders them, too, and the role can be changed', async () => {
    await section(window).getByRole('button', { name: '查看附件 1：告警界面' }).dragTo(section(window).getByRole('button', { name: '查看附件 2：2024年8月5日 09:05 拍摄' }));
    await expect.poll(() => captions(window)).toEqual(['2024年8月5日 09:05 拍摄', '告警界面']);
    await section(window).getByLabel('附件 2 的用途').selectOption('签字扫描件');
    await window.reload();
    await expect.poll(() => captions(window)).toEqual(['2024年8月5日 09:05 拍摄', '告警界面']);
    await expect(section(window).getByLabel('附件 2 的用途')).toHaveValue('signed-scan');
  });

  await test.step('the history tells it in words', async () => {
    await window.getByRole('button', { name: '修改历史' }).click();
    const change = window.getByRole('dialog').getByRole('row', { name: /第 2 个\s告警界面/ }).first();
    await expect(change).toContainText('签字扫描件');
    await expect(change).toContainText('照片');
    await window.keyboard.press('Escape');
  });

  await test.step('a void record shows them and lets nobody change them', async () => {
    await window.getByRole('button', { name: '作废', exact: true }).click();
    await window.getByLabel('作废原因').fill('重复');
    await window.getByRole('dialog').getByRole('button', { name: '作废' }).click();
    await expect(section(window).getByLabel('选择文件')).toHaveCount(0);
    await expect(section(window).getByLabel(/的说明$/)).toHaveCount(0);
    await section(window).getByRole('button', { name: '查看附件 1：2024年8月5日 09:05 拍摄' }).click();
    await expect(window.getByRole('dialog', { name: '查看附件 1/2' })).toBeVisible();
  });
});

test('files of a new record wait for it, also through a mistake, and a file that is no use is named', async ({ window }) => {
  await window.getByRole('button', { name: '新增走访记录单' }).click();
  await expect(window.getByText('还没有照片和附件')).toBeVisible();
  await section(window).getByLabel('选择文件').setInputFiles([
    { name: '现场.png', mimeType: 'image/png', buffer: Buffer.from(pngOf(60, 40)) },
    { name: '坏照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) },
    { name: '更新.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
    { name: '签到表.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 …') },
  ]);
  await expect(section(window).getByText('2 个文件会在保存记录后添加')).toBeVisible();
  await expect(section(window).getByRole('alert')).toContainText('坏照片.jpg 图片已损坏，读不出来');
  await expect(section(window).getByRole('alert')).toContainText('更新.exe 是可以运行的程序，不能作为附件');
  await section(window).getByLabel('附件 1 的说明').fill('大厅 窗口');

  await window.keyboard.press('Control+S');
  await expect(window.getByText(/^还有 \d 处需要修改$/)).toBeVisible();
  await expect.poll(() => captions(window)).toEqual(['大厅 窗口', '签到表']);

  await window.getByRole('button', { name: '存为草稿' }).click();
  await expect(section(window).getByText('已添加 2 个文件')).toBeVisible();
  await expect.poll(() => captions(window)).toEqual(['大厅 窗口', '签到表']);
  await expect(section(window).getByRole('alert')).toContainText('坏照片.jpg');
  await section(window).getByRole('button', { name: '知道了 坏照片.jpg' }).click();
  await section(window).getByRole('button', { name: '知道了 更新.exe' }).click();
  await expect(section(window).getByRole('alert')).toHaveCount(0);
});

test('a file that could not be added stays with its reason until it can', async ({ window }) => {
  await openInspection(window);
  await window.route('**/api/attachments.add', (route) => route.fulfill({ json: { ok: false, error: { code: 'disk-full', message: '磁盘空间不足，没有保存。', details: {} } } }));
  await section(window).getByText('签字扫描件', { exact: true }).click();
  await section(window).getByLabel('选择文件').setInputFiles({ name: '签字页.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
  await expect(section(window).getByRole('alert')).toContainText('签字页.pdf 磁盘空间不足，没有保存。');

  await window.keyboard.press('Escape');
  await window.getByRole('row', { name: /^打开 XJ-/ }).first().click();
  await expect(section(window).getByRole('alert')).toContainText('签字页.pdf 磁盘空间不足，没有保存。');
  await window.unroute('**/api/attachments.add');
  await section(window).getByRole('button', { name: '重试 签字页.pdf' }).click();

  await expect(section(window).getByRole('button', { name: '查看附件 1：签字页' })).toBeVisible();
  await expect(section(window).getByLabel('附件 1 的用途')).toHaveValue('signed-scan');
  await expect(section(window).getByRole('alert')).toHaveCount(0);
});

test('unfinished Chinese input is never saved as a caption; files are dropped anywhere on the form', async ({ window }) => {
  await openInspection(window);
  const data = await window.evaluateHandle((bytes) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(bytes)], '机柜.png', { type: 'image/png' }));
    return transfer;
  }, [...pngOf(40, 30)]);
  const form = window.locator('.record-form');
  await form.dispatchEvent('dragenter', { dataTransfer: data });
  await expect(window.getByText('松开鼠标，添加到这条记录')).toBeVisible();
  await window.getByLabel('巡检日期').dispatchEvent('drop', { dataTransfer: data });
  await expect(window.getByText('松开鼠标，添加到这条记录')).toBeHidden();
  const caption = section(window).getByLabel('附件 1 的说明');
  await expect(caption).toHaveValue('机柜');
  await window.getByLabel('巡检日期').dispatchEvent('drop', { dataTransfer: data });
  await expect(section(window).getByRole('alert')).toContainText('机柜.png 「机柜.png」与已有附件「机柜」内容相同，没有重复添加。');
  await section(window).getByRole('button', { name: '知道了 机柜.png' }).click();

  // Cells of a spreadsheet: the text is meant, not the picture of it.
  const isTaken = await window.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', '甲\t乙');
    transfer.items.add(new File(['x'], 'image.png', { type: 'image/png' }));
    return !document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
  });
  expect(isTaken).toBe(false);

  const saved: string[] = [];
  window.on('request', (request) => {
    if (request.url().endsWith('/api/attachments.describe')) saved.push(request.postData() ?? '');
  });
  await caption.focus();
  const input = await window.context().newCDPSession(window);
  await input.send('Input.imeSetComposition', { text: "zhi'shi", selectionStart: 7, selectionEnd: 7 });
  await caption.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
  expect(saved).toEqual([]);
  await input.send('Input.insertText', { text: '指示灯' });
  await expect(caption).toHaveValue('机柜指示灯');
  expect(saved).toEqual([]);
  await window.keyboard.press('Tab');
  await expect.poll(() => saved.map((text) => /"caption":"([^"]*)"/.exec(text)?.[1])).toEqual(['机柜指示灯']);
});
