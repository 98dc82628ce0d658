import { expect, test } from './support/running-app.ts';

test.use({ startsWithSample: true });

test('a record is filtered out, changed, its change is kept, and it is made void with a reason', async ({ window }) => {
  await window.getByRole('button', { name: '故障处理记录单', exact: true }).click();

  const number = await test.step('status and sorting work on the whole list', async () => {
    await window.getByRole('button', { name: '日期' }).click();
    await expect(window.getByRole('columnheader', { name: '日期' })).toHaveAttribute('aria-sort', 'ascending');
    await expect(window.getByRole('table', { name: '故障处理记录单列表' })).toHaveAttribute('aria-busy', 'false');
    const row = window.getByRole('row', { name: /^打开 GX-/ }).first();
    const name = await row.getAttribute('aria-label');
    await row.focus();
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('ArrowUp');
    await window.keyboard.press('Enter');
    return name?.replace('打开 ', '') ?? '';
  });

  await test.step('a change is saved', async () => {
    await window.getByLabel('影响范围').fill('举报受理页面约二十分钟无法打开');
    await window.getByRole('button', { name: '保存', exact: true }).click();
    await expect(window.getByText(`已保存：${number}`)).toBeVisible();
    await window.getByLabel('影响范围').fill('举报受理页面约半小时无法打开');
    await window.keyboard.press('Control+S');
    await expect(window.getByRole('button', { name: '保存', exact: true })).toBeDisabled();
  });

  await test.step('the history tells before and after', async () => {
    await window.getByRole('button', { name: '修改历史' }).click();
    const change = window.getByRole('dialog').getByRole('row', { name: /影响范围/ }).filter({ hasText: '约半小时' });
    await expect(change).toContainText('举报受理页面约二十分钟无法打开');
    await window.keyboard.press('Escape');
  });

  await test.step('void keeps the number and locks the form', async () => {
    await window.getByRole('button', { name: '作废', exact: true }).click();
    await expect(window.getByRole('dialog').getByRole('button', { name: '作废' })).toBeDisabled();
    await window.getByLabel('作废原因').fill('与另一份记录重复');
    await window.getByRole('dialog').getByRole('button', { name: '作废' }).click();
    await expect(window.getByText('已作废：与另一份记录重复')).toBeVisible();
    await expect(window.getByLabel('影响范围')).toBeDisabled();
    await expect(window.getByRole('row', { name: `打开 ${number}` })).toContainText('作废');
  });
});

test('two windows on one record: the later one is asked before it overwrites', async ({ window, context }) => {
  await window.getByRole('button', { name: '走访记录单', exact: true }).click();
  await window.getByRole('row', { name: /^打开 ZF-/ }).first().click();
  await expect(window.getByLabel('走访地点')).toBeVisible();
  const other = await context.newPage();
  await other.goto(window.url());
  await other.getByLabel('走访地点').fill('二楼会议室');
  await other.getByRole('button', { name: '保存', exact: true }).click();
  await expect(other.getByText(/^已保存：ZF-/)).toBeVisible();

  await window.getByLabel('走访地点').fill('三楼会议室');
  await window.getByRole('button', { name: '保存', exact: true }).click();
  await expect(window.getByRole('dialog', { name: '这条记录刚才在别处被修改了' })).toBeVisible();
  await window.getByRole('button', { name: '载入最新内容' }).click();

  await expect(window.getByLabel('走访地点')).toHaveValue('二楼会议室');
});

test('a report takes its numbers from the records at the press of a button', async ({ window }) => {
  await window.getByRole('button', { name: '服务工作总结报告', exact: true }).click();
  await window.getByRole('row', { name: /^打开 BB-/ }).first().click();
  await window.getByRole('button', { name: '按记录计算数字' }).click();
  await expect(window.getByText(/已按记录算出 \d+ 个数字/)).toBeVisible();
  await expect(window.getByText('实际巡检天数').or(window.locator('input[value="实际巡检天数"]')).first()).toBeVisible();
});

test('the empty sheet is filled with the contract\'s own lists and is taken back only with rows', async ({ window }) => {
  await window.getByRole('button', { name: '日常工作记录单', exact: true }).click();
  const downloading = window.waitForEvent('download');
  await window.getByRole('button', { name: '下载空表' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('日常工作记录单.xlsx');
  await window.getByLabel('从 Excel 导入').setInputFiles(await download.path());
  await expect(window.getByRole('dialog')).toContainText('没有填写任何记录');
});
