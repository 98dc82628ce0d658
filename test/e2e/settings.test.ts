import { expect, test } from './support/running-app.ts';

test.use({ startsWithSample: true });

test('the profile is changed across sections, checked as a whole, and kept', async ({ window }) => {
  await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
  await window.keyboard.press('Alt+7');

  await test.step('an impossible value is refused where it stands, from any section', async () => {
    await window.getByRole('button', { name: '编号', exact: true }).click();
    await window.getByLabel('走访记录单').fill('ZFJL');
    await expect(window.getByText('例如 ZFJL-20240803-01')).toBeVisible();
    await window.getByLabel('走访记录单').fill('走访');
    await window.getByRole('button', { name: '人员', exact: true }).click();
    await window.getByRole('button', { name: '保存设置' }).click();
    await expect(window.getByText('还有 1 处需要修改')).toBeVisible();
    await window.getByRole('alert').getByRole('button', { name: '编号', exact: true }).click();
    await expect(window.getByLabel('走访记录单')).toBeFocused();
    await expect(window.getByText('编号前缀用 1 到 6 个大写字母').last()).toBeVisible();
    await window.getByLabel('走访记录单').fill('ZFJL');
  });

  await test.step('a person is added', async () => {
    await window.getByRole('button', { name: '人员', exact: true }).click();
    await window.getByRole('button', { name: '添加一行' }).click();
    await window.getByLabel(/^第 \d+ 行 姓名$/).last().fill('方知远');
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

test('a holiday notice is read, shown day by day and taken; unsaved settings survive a reload', async ({ window }) => {
  await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
  await window.keyboard.press('Alt+7');
  await expect(window.getByLabel('查找设置')).toBeVisible();

  await test.step('the search leads to the calendar', async () => {
    await window.keyboard.press('Control+F');
    await window.keyboard.type('国务院');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('button', { name: '2024年10月1日（周二） 放假' })).toBeVisible();
  });

  await test.step('only what differs from the built-in calendar is proposed, a wrong weekday is told', async () => {
    await window.getByRole('button', { name: '导入放假通知' }).click();
    const dialog = window.getByRole('dialog', { name: '导入放假通知' });
    await dialog.getByLabel('通知内容').fill('2027年10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周日）上班。');
    await expect(dialog.getByText('2027年的这一天是周六，请核对年份')).toBeVisible();
    await expect(dialog.getByText('读到 9 天，其中 7 天与现有安排不同')).toBeVisible();
    await dialog.getByRole('button', { name: '采用这 7 天' }).click();
    await expect(window.getByRole('button', { name: '2027年10月4日（周一） 放假，本合同调整' })).toBeVisible();
  });

  await test.step('what was not saved is offered after a reload, and saved', async () => {
    await expect(window.getByText(/^已自动保存/)).toBeVisible();
    await window.reload();
    await window.getByRole('button', { name: '继续上次未保存的填写' }).click();
    await expect(window.getByText('2027年9月26日（周日）')).toBeVisible();
    await window.keyboard.press('Control+S');
    await expect(window.getByText('设置已保存')).toBeVisible();
    await window.reload();
    await expect(window.getByText('2027年9月26日（周日）')).toBeVisible();
    await expect(window.getByRole('button', { name: '继续上次未保存的填写' })).toHaveCount(0);
  });
});
