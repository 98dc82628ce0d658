import { expect, test } from './support/running-app.ts';

test.use({ startsWithSample: 'with faults' });

test('the calendar shows a missing day, takes its inspection by keyboard, and shows it done', async ({ window }) => {
  await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();

  await test.step('the month with the gap is chosen; the gap stands in it and in its week', async () => {
    await window.keyboard.press('Alt+3');
    await expect(window.getByRole('heading', { name: '日历', level: 1 })).toBeVisible();
    // The service is over: the calendar begins at its last month.
    await expect(window.getByRole('table', { name: '2025年8月' })).toBeVisible();
    for (let quarters = 0; quarters < 3; quarters++) await window.getByRole('button', { name: '前三个月' }).click();
    await window.getByRole('button', { name: '上月' }).click();
    await expect(window.getByRole('table', { name: '2024年10月' })).toBeVisible();
    await expect(window.getByText(/本月应检 19 天，已检 18 天，缺 1 天/)).toBeVisible();
    await expect(window.getByRole('rowheader', { name: '2024年10月28日起的一周，应检 5 天，已检 4 天，缺 1 天，周检' })).toBeVisible();
    await expect(window.getByRole('button', { name: /^2024年10月1日 周二，国庆节放假/ })).toBeVisible();
    await expect(window.getByRole('button', { name: /^2024年10月12日 周六，国庆节调休上班，已巡检/ })).toBeVisible();
  });

  const missing = window.getByRole('button', { name: /^2024年10月31日 周四，缺巡检/ });
  await test.step('arrows lead to the day, Enter opens it, Escape gives the focus back', async () => {
    await window.getByRole('button', { name: /^2024年10月30日 周三/ }).focus();
    await window.keyboard.press('ArrowRight');
    await expect(missing).toBeFocused();
    await window.keyboard.press('Enter');
    const day = window.getByRole('region', { name: '2024年10月31日 周四' });
    await expect(day).toBeFocused();
    await expect(day.getByText('这天应巡检，还没有记录。')).toBeVisible();
    await expect(day.getByRole('region', { name: '日常工作记录单' })).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(day).toBeHidden();
    await expect(missing).toBeFocused();
    await window.keyboard.press('PageDown');
    await expect(window.getByRole('button', { name: /^2024年11月30日/ })).toBeFocused();
    await window.keyboard.press('PageUp');
    await expect(window.getByRole('table', { name: '2024年10月' })).toBeVisible();
  });

  await test.step('the inspection of that day is added from it', async () => {
    await missing.click();
    await window.getByRole('button', { name: '补录巡检' }).click();
    await expect(window.getByLabel('巡检日期')).toHaveValue('2024-10-31');
    await window.keyboard.press('Alt+A');
    await window.keyboard.press('Control+S');
    await expect(window.getByText('已保存：XJ-20241031-01')).toBeVisible();
  });

  await test.step('the calendar is where it was, and the day is done', async () => {
    await window.keyboard.press('Alt+3');
    await expect(window.getByRole('button', { name: /^2024年10月31日 周四，已巡检，日常巡检记录单 1 份/ })).toBeVisible();
    await expect(window.getByText(/本月应检 19 天，已检 19 天(?!，)/)).toBeVisible();
  });

  await test.step('a filter shows one kind alone', async () => {
    await window.getByRole('combobox', { name: '只看这些记录' }).click();
    await window.getByTitle('用户需求申请单', { exact: true }).click();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('button', { name: /^2024年10月31日 周四，已巡检$/ })).toBeVisible();
  });
});
