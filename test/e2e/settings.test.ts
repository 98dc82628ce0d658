import { expect, test } from './support/running-app.ts';

test.use({ startsWithSample: true });

test('the profile is changed across sections, checked as a whole, and kept', async ({ window }) => {
  await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
  await window.keyboard.press('Alt+7');

  await test.step('an impossible value is refused where it stands, from any section', async () => {
    await window.getByRole('button', { name: '编号前缀' }).click();
    await window.getByLabel('走访记录单').fill('走访');
    await window.getByRole('button', { name: '人员', exact: true }).click();
    await window.getByRole('button', { name: '保存设置' }).click();
    await expect(window.getByText('还有 1 处需要修改')).toBeVisible();
    await window.getByRole('alert').getByRole('button', { name: '编号前缀' }).click();
    await expect(window.getByText('编号前缀用 1 到 6 个大写字母').last()).toBeVisible();
    await window.getByLabel('走访记录单').fill('ZFJL');
  });

  await test.step('a person is added', async () => {
    await window.getByRole('button', { name: '人员', exact: true }).click();
    await window.getByRole('button', { name: '添加一行' }).click();
    await window.getByLabel(/^第 \d+ 行 名称$/).last().fill('方知远');
    await window.keyboard.press('Control+S');
    await expect(window.getByText('设置已保存')).toBeVisible();
  });

  await test.step('forms propose the new person, numbers take the new prefix', async () => {
    await window.getByRole('button', { name: '走访记录单', exact: true }).click();
    await expect(window.getByRole('heading', { name: '走访记录单', level: 1 })).toBeVisible();
    await window.keyboard.press('Alt+N');
    await window.getByLabel('走访日期').fill('2024-09-10');
    await window.getByLabel('走访日期').press('Enter');
    await window.getByLabel('走访人').fill('方知');
    await window.getByRole('option', { name: /方知远/ }).or(window.locator('.ant-select-item-option').filter({ hasText: '方知远' })).first().click();
    await window.getByLabel('受访部门').fill('综合科');
    await window.getByLabel('受访人').fill('许若谷');
    await window.getByLabel('走访内容').fill('了解举报受理模块的使用情况');
    await window.keyboard.press('Control+S');
    await expect(window.getByText('已保存：ZFJL-20240910-01')).toBeVisible();
  });
});
