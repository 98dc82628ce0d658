import { readFile } from 'node:fs/promises';
import { memberText, readZip } from '../../electron/files/zip-reader.ts';
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

test('two windows on one record: what both changed is chosen field by field', async ({ window, context }) => {
  await window.getByRole('button', { name: '走访记录单', exact: true }).click();
  await window.getByRole('row', { name: /^打开 ZF-/ }).first().click();
  await expect(window.getByLabel('走访地点')).toBeVisible();
  const other = await context.newPage();
  await other.goto(window.url());
  await expect(other.getByLabel('走访地点')).toBeVisible();

  await window.getByLabel('走访地点').fill('三楼会议室');
  await window.getByLabel('意见与建议').fill('这里写的意见');
  await expect(window.getByText(/^已自动保存 \d\d:\d\d$/)).toBeVisible();
  await other.getByLabel('走访地点').fill('二楼会议室');
  await other.getByLabel('联系电话').fill('010-55501234');
  await expect(other.getByText('另一个窗口也在填写这张表单')).toBeVisible();
  await other.getByRole('button', { name: '保存', exact: true }).click();
  await expect(other.getByText(/^已保存：ZF-/)).toBeVisible();

  await window.getByRole('button', { name: '保存', exact: true }).click();
  const dialog = window.getByRole('dialog', { name: '这条记录在你填写期间被别处修改了' });
  await expect(dialog.getByRole('group')).toHaveText([/走访地点.*三楼会议室.*二楼会议室/]);
  await dialog.getByRole('button', { name: '全部用最新保存的' }).click();
  await dialog.getByRole('button', { name: '按所选内容继续填写' }).click();
  await expect(window.getByLabel('走访地点')).toHaveValue('二楼会议室');
  await expect(window.getByLabel('联系电话')).toHaveValue('010-55501234');
  await window.getByRole('button', { name: '保存', exact: true }).click();
  await expect(window.getByText(/^已保存：ZF-/)).toBeVisible();

  await window.getByRole('button', { name: '撤销' }).click();
  await expect(window.getByLabel('意见与建议')).not.toHaveValue('这里写的意见');
  await expect(other.getByLabel('走访地点')).toHaveValue('二楼会议室');
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
  await window.getByRole('button', { name: '更多录入方式' }).click();
  const downloading = window.waitForEvent('download');
  await window.getByRole('menuitem', { name: '下载空表' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('日常工作记录单.xlsx');
  await window.keyboard.press('Alt+I');
  await window.getByLabel('选择文件').setInputFiles(await download.path());
  await window.getByRole('button', { name: '下一步' }).click();
  await expect(window.getByText('标题行下面没有填写任何记录')).toBeVisible();
  await expect(window.getByRole('button', { name: '没有可以导入的行' })).toBeDisabled();
});

test('thirty records found by search are signed, signed back, given their scans and exported', async ({ window }) => {
  await window.getByRole('button', { name: '日常巡检记录单', exact: true }).click();
  const rows = window.getByRole('row', { name: /^打开 XJ-/ });
  const numberOf = async (index: number): Promise<string> => ((await rows.nth(index).getAttribute('aria-label')) ?? '').replace('打开 ', '');

  await test.step('the search is in the address, and marks what it found', async () => {
    await window.getByLabel('搜索').fill('202503');
    await expect(window.getByText('共 21 条')).toBeVisible();
    await window.getByLabel('搜索').fill('20250');
    await expect(window.locator('mark').first()).toHaveText('20250');
    await expect(window).toHaveURL(/q=20250$/);
    await window.reload();
    await expect(window.getByLabel('搜索')).toHaveValue('20250');
    // Until the rows are those that the search found, the keyboard has nothing to stand on.
    await expect(window.locator('mark').first()).toHaveText('20250');
  });

  await test.step('the keyboard chooses thirty', async () => {
    await rows.first().focus();
    for (let step = 0; step < 30; step++) await window.keyboard.press('Shift+ArrowDown');
    await window.keyboard.press('Shift+ArrowUp');
    await expect(window.getByText('已选 30 条')).toBeVisible();
  });

  await test.step('a signature is noted on all of them and taken back', async () => {
    await window.getByRole('button', { name: '标记签字' }).click();
    const dialog = window.getByRole('dialog', { name: '为 30 条记录登记签字' });
    await dialog.getByLabel('甲方确认人姓名').fill('顾小满');
    await window.keyboard.press('Tab');
    await dialog.getByText('已经签过的也改成上面的姓名和日期').click();
    await dialog.getByRole('button', { name: '标记签字' }).click();
    await expect(window.getByText('已为 30 条记录登记签字')).toBeVisible();
    await window.getByRole('button', { name: '撤销' }).click();
    await expect(window.getByText('已撤销，30 条记录恢复到刚才之前的样子')).toBeVisible();
  });

  await test.step('scans go to the records whose numbers their names hold, the rest by hand', async () => {
    await window.keyboard.press('Home');
    const [first, second] = [await numberOf(0), await numberOf(1)];
    await window.getByRole('button', { name: '附扫描件' }).click();
    const dialog = window.getByRole('dialog', { name: '给选中的 30 条记录附签字扫描件' });
    const scan = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4 ${name}`) });
    await dialog.getByLabel('选择文件').setInputFiles([scan(`${first}.pdf`), scan('扫描0001.pdf'), { ...scan(`${second} 说明.pdf`), buffer: Buffer.from('没有页面') }]);
    await expect(dialog.getByText('3 个文件，2 个已对应，还有 28 条选中的记录没有对应的文件')).toBeVisible();
    await dialog.getByLabel('扫描0001.pdf 对应的记录').fill(second);
    await window.keyboard.press('Enter');
    await dialog.getByRole('button', { name: '附上 3 个' }).click();
    await expect(window.getByText('附上 2 个，1 个没有附上')).toBeVisible();
    await expect(dialog.getByText('不是 PDF、JPG 或 PNG')).toBeVisible();
    await dialog.getByRole('button', { name: '取消' }).click();
    await expect(window.getByRole('row', { name: `打开 ${second}` })).toContainText('1 个附件');
  });

  await test.step('the chosen ones are exported', async () => {
    const downloading = window.waitForEvent('download');
    await window.getByRole('button', { name: '导出 Excel' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/日常巡检记录单_\d{8}\.xlsx$/);
    const sheet = memberText(readZip(await readFile(await download.path())), 'xl/worksheets/sheet1.xml') ?? '';
    expect(sheet.match(/<row /g)).toHaveLength(31);
  });

  await test.step('what the row menu offers is reached from the keyboard', async () => {
    await rows.first().focus();
    await window.keyboard.press('Escape');
    await expect(window.getByText('已选 30 条')).toBeHidden();
    await window.keyboard.press('Shift+F10');
    await window.getByRole('menuitem', { name: '标记签字' }).click();
    await expect(window.getByRole('dialog', { name: '为 1 条记录登记签字' })).toBeVisible();
  });
});
