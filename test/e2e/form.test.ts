import { expect, test } from './support/running-app.ts';

test.use({ startsWithSample: true });

test('what is missing is said at its field, and unsaved input is not lost by accident', async ({ window }) => {
  await window.getByRole('button', { name: '新增走访记录单' }).click();
  await window.getByLabel('走访地点').fill('业务大厅');

  await window.keyboard.press('Control+S');
  await expect(window.getByText('还有 4 处需要修改')).toBeVisible();
  await window.getByRole('button', { name: '受访部门', exact: true }).click();
  await expect(window.getByLabel('受访部门')).toBeFocused();

  await window.keyboard.press('Alt+1');
  await window.getByRole('button', { name: '继续填写' }).click();
  await expect(window.getByLabel('走访地点')).toHaveValue('业务大厅');

  await window.keyboard.press('Alt+1');
  await window.getByRole('button', { name: '不保存，离开' }).click();
  await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
});
