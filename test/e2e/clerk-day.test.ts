import { hasPages } from '../helpers/pdf-pages.ts';
import { expect, test } from './support/running-app.ts';

test.use({ startsWithSample: true });

test('资料员的一天：找出三十份巡检单，合并打印，附上签字扫描件，登记签字', async ({ window }) => {
  await window.getByRole('button', { name: '日常巡检记录单', exact: true }).click();
  const rows = window.getByRole('row', { name: /^打开 XJ-/ });

  const numbers = await test.step('按编号找出一批，用键盘选中三十份', async () => {
    await window.getByLabel('搜索').fill('XJ-2025');
    await expect(rows.first()).toBeVisible();
    await rows.first().focus();
    for (let step = 0; step < 29; step++) await window.keyboard.press('Shift+ArrowDown');
    await expect(window.getByText('已选 30 条')).toBeVisible();
    await window.keyboard.press('Home');
    return Promise.all([0, 1, 2].map(async (index) => ((await rows.nth(index).getAttribute('aria-label')) ?? '').replace('打开 ', '')));
  });

  await test.step('合并成一份打印', async () => {
    await window.getByRole('button', { name: '打印', exact: true }).click();
    const preview = window.getByRole('dialog', { name: '预览 30 条记录' });
    const region = preview.getByRole('region', { name: '近似预览' });
    // Thirty documents are made and laid out first.
    for (const number of numbers) await expect(region).toContainText(number, { timeout: 60_000 });
    // The system's own dialog cannot be answered here; what it is given can be counted.
    await window.evaluate(() => Reflect.set(globalThis, 'print', () => { document.body.dataset['printed'] = String(document.querySelectorAll('.print-page img').length); }));
    await preview.getByRole('button', { name: '打印', exact: true }).click();
    if (hasPages) await expect.poll(async () => Number(await window.locator('body').getAttribute('data-printed')), { timeout: 90_000 }).toBeGreaterThanOrEqual(30);
    else await expect(preview.getByText('这台电脑没有 Word、WPS 或 LibreOffice，不能直接打印')).toBeVisible();
    const downloading = window.waitForEvent('download');
    await preview.getByRole('button', { name: '下载' }).click();
    expect((await downloading).suggestedFilename()).toMatch(/\.docx$/);
    await window.keyboard.press('Escape');
    await expect(preview).toHaveCount(0);
  });

  await test.step('签好的扫描件按文件名对上记录', async () => {
    // Some have photos already.
    const attachments = async (): Promise<number[]> => Promise.all(numbers.map(async (number) => Number.parseInt((await window.getByRole('row', { name: `打开 ${number}` }).getByText(/^\d+ 个附件$/).allTextContents())[0] ?? '0', 10)));
    const before = await attachments();
    await window.getByRole('button', { name: '附扫描件' }).click();
    const dialog = window.getByRole('dialog', { name: '给选中的 30 条记录附签字扫描件' });
    await dialog.getByLabel('选择文件').setInputFiles(numbers.map((number) => ({ name: `${number}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4 ${number}`) })));
    await expect(dialog.getByText(/^3 个文件，3 个已对应/)).toBeVisible();
    await dialog.getByRole('button', { name: '附上 3 个' }).click();
    await expect(window.getByText('附上 3 个', { exact: false }).last()).toBeVisible();
    await expect.poll(attachments).toEqual(before.map((count) => count + 1));
    if (await dialog.isVisible()) await window.keyboard.press('Escape');
  });

  await test.step('三十份一次登记签字，能撤销', async () => {
    await window.getByRole('button', { name: '标记签字' }).click();
    const dialog = window.getByRole('dialog', { name: '为 30 条记录登记签字' });
    await dialog.getByLabel('甲方确认人姓名').fill('顾小满');
    await window.keyboard.press('Tab');
    await dialog.getByText('已经签过的也改成上面的姓名和日期').click();
    await dialog.getByRole('button', { name: '标记签字' }).click();
    await expect(window.getByText('已为 30 条记录登记签字')).toBeVisible();
    await rows.first().click();
    await expect(window.getByLabel('甲方确认人', { exact: true }).or(window.getByLabel('甲方确认人姓名')).first()).toHaveValue('顾小满');
  });
});
