import { expect, test } from './support/running-app.ts';
import { createSample } from './support/steps.ts';

test('a missing day of the calendar opens the form of that day, by mouse and by keyboard', async ({ window }) => {
  await createSample(window);
  const calendar = window.getByRole('region', { name: '巡检日历' });
  const missing = calendar.getByRole('button', { name: /缺巡检$/ });
  await expect(missing.first()).toBeVisible();
  const label = await missing.first().getAttribute('aria-label') ?? '';
  const [, year = '', month = '', day = ''] = /^(\d+)年(\d+)月(\d+)日/.exec(label) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

  await missing.first().click();
  await expect(window.getByLabel('巡检日期')).toHaveValue(date);

  await window.keyboard.press('Alt+1');
  await missing.first().focus();
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('ArrowLeft');
  await expect(missing.first()).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByLabel('巡检日期')).toHaveValue(date);
});

test.describe('of a sample year that is there', () => {
  test.use({ startsWithSample: 'with faults' });

  test('a cell of the evidence matrix lists its records, and the filter can be taken off', async ({ window }) => {
    const matrix = window.getByRole('region', { name: '服务项佐证' });
    const cell = matrix.getByRole('button', { name: /^系统例查服务，2024年9月，\d+ 份$/ });
    const count = Number(await cell.innerText());
    expect(count).toBeGreaterThan(10);

    const kind = (await cell.getAttribute('title') ?? '').split('\n');
    await cell.focus();
    await window.keyboard.press('Enter');
    let expected = count;
    if (kind.length > 2) {
      const first = window.getByRole('menuitem').first();
      expected = Number(/(\d+) 份$/.exec(await first.innerText())?.[1]);
      await first.click();
    }
    await expect(window.getByText(`共 ${expected} 条`)).toBeVisible();
    await expect(window.getByText(/^服务项 \d+ 系统例查服务$/)).toBeVisible();

    await window.getByRole('button', { name: '不再按服务项筛选' }).click();
    await expect(window.getByText(/^服务项 \d+ 系统例查服务$/)).toHaveCount(0);
  });

  test('the pictures are drawn, say in words what they show, and every panel is there', async ({ window }) => {
    await expect(window.getByRole('img', { name: /^验收预检：\d+ \/ \d+ 项检查通过，错误 \d+，警告 \d+$/ }).locator('svg path').first()).toBeAttached();
    await expect(window.getByRole('img', { name: /^免费人日额度：/ }).locator('svg path').first()).toBeAttached();
    await expect(window.getByRole('img', { name: /^各月记录合计/ }).locator('svg path').first()).toBeAttached();
    await expect(window.getByRole('region', { name: '报告与评审' }).getByRole('listitem')).toHaveCount(5);
    await expect(window.getByRole('region', { name: '验收倒排' }).getByRole('listitem')).toHaveCount(9);
    await expect(window.getByRole('region', { name: '应答与恢复时限' })).toContainText('应答达标率');

    await window.getByRole('button', { name: '看问题' }).click();
    await expect(window.getByRole('region', { name: '验收预检' })).toBeFocused();
    const width = await window.locator('.page-body').evaluate((body) => body.scrollWidth - body.clientWidth);
    expect(width).toBe(0);
  });
});
