import type { Page } from '@playwright/test';
import { workbookBytes } from '../intake/make-sheet.ts';
import { expect, test } from './support/running-app.ts';

test.use({ startsWithSample: true });

async function pasteText(window: Page, text: string): Promise<void> {
  await window.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await window.keyboard.press('Control+V');
}

/** A word as an input method gives it: letters that are composed, then the characters chosen. */
async function compose(window: Page, letters: string, chosen: string): Promise<void> {
  const session = await window.context().newCDPSession(window);
  for (let length = 1; length <= letters.length; length++) {
    await session.send('Input.imeSetComposition', { text: letters.slice(0, length), selectionStart: length, selectionEnd: length });
  }
  await session.send('Input.insertText', { text: chosen });
  await session.detach();
}

test('rows copied from Excel are pasted, one is mended with the keyboard, and what is unsaved survives a reload', async ({ window }) => {
  await window.getByRole('button', { name: '日常工作记录单', exact: true }).click();
  await window.getByRole('button', { name: '更多录入方式' }).click();
  await window.getByRole('menuitem', { name: /表格录入/ }).click();
  const grid = window.getByRole('grid', { name: '日常工作记录单录入表格' });
  await expect(grid.getByRole('combobox', { name: '第 1 行 服务日期' }).or(grid.getByRole('textbox', { name: '第 1 行 服务日期' }))).toBeFocused();

  await test.step('headings in another order, dates and choices as people write them', async () => {
    const rows = [
      ['工作描述', '服务日期', '服务渠道', '服务项', '处理结果', '服务后状态', '投入工时', '执行人', '天气'],
      ['重置登录口令', '2025/7/7', '电话', '8', '已重置', '完成', '0.5', '薛晓岚', '晴'],
      ['"查询页面打不开\n重启服务"', '2025年7月8日', '微 信', '微信咨询、问题排查与处理', '恢复', '完成', '1.5小时', '孟望舒', '晴'],
      ['核对月报数字', '2025-02-30', '电话', '8', '一致', '完成', '1', '薛晓岚', '雨'],
      ['修改导出缺陷', '7月9日', '现场', '4', '已上线', '完成', '2', '薛晓岚', ''],
      ['答复接口问题', '45848', '邮件', '9', '已答复', '完成', '半小时', '孟望舒', ''],
    ];
    await pasteText(window, rows.map((row) => row.join('\t')).join('\n'));
    await expect(window.getByText('这些列没有对应的栏目，没有粘贴：天气')).toBeVisible();
    await expect(window.getByText('4 行可以保存，1 行有问题')).toBeVisible();
    await expect(grid.getByRole('row').nth(2)).toContainText('2025-07-08');
  });

  await test.step('the problem leads to its cell; typing replaces it', async () => {
    await window.getByRole('button', { name: /第 3 行 服务日期/ }).click();
    await expect(grid.getByRole('textbox', { name: '第 3 行 服务日期' })).toBeFocused();
    await window.keyboard.type('7/10');
    await window.keyboard.press('Enter');
    await expect(grid.getByRole('row').nth(3)).toContainText('2025-07-10');
    await expect(window.getByText('5 行可以保存', { exact: true })).toBeVisible();
  });

  await test.step('an input method loses and doubles nothing', async () => {
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await window.keyboard.press(key);
    while (!(await grid.getByRole('textbox', { name: /工作描述$/ }).isVisible())) await window.keyboard.press('ArrowRight');
    await compose(window, 'nihao', '你好');
    await compose(window, 'xitong', '系统');
    await window.keyboard.press('Enter');
    await expect(grid.getByRole('row').nth(7)).toContainText('你好系统');
    await expect(grid.getByRole('row').nth(7).getByRole('gridcell').filter({ hasText: /./ }).last()).toHaveText('你好系统');
  });

  await test.step('it is still there after a reload', async () => {
    await expect(window.getByText('未保存的内容已暂存')).toBeVisible();
    await window.reload();
    await expect(window.getByText('5 行可以保存，1 行有问题')).toBeVisible();
  });

  await test.step('good rows are saved, the other stays', async () => {
    await window.keyboard.press('Control+S');
    await expect(window.getByText(/^已保存 5 条：GZ-20250707-\d+ 至 GZ-20250710-\d+$/)).toBeVisible();
    await expect(window.getByText('还有 1 行有问题，留在表格里，没有保存')).toBeVisible();
    await expect(grid.getByRole('row').nth(1)).toContainText('你好系统');
  });
});

test('a chat pasted on the list becomes two work records with their words attached', async ({ window }) => {
  await window.getByRole('button', { name: '日常工作记录单', exact: true }).click();
  await expect(window.getByRole('button', { name: '更多录入方式' })).toBeVisible();
  await window.locator('h1').click();
  await pasteText(window, [
    '梁远山 2025/7/28 9:12', '您好', '', '梁远山 2025/7/28 9:12', '举报查询页面打不开了，提示超时', '', '薛晓岚 2025/7/28 9:15', '稍等，我看一下', '',
    '薛晓岚 2025/7/28 9:50', '连接池满了，已重启服务，恢复正常', '', '梁远山 2025/7/28 9:52', '可以了，谢谢[抱拳]', '',
    '程明轩 2025/7/28 10:05', '帮忙把上周的案件清单导一份', '', '薛晓岚 2025/7/28 10:20', '已导出发您', '',
  ].join('\n'));
  await expect(window.getByText('7 条消息，分成 2 件事')).toBeVisible();
  const first = window.getByRole('article', { name: '第 1 件' });
  await expect(first.getByLabel('工作描述')).toHaveValue('举报查询页面打不开了，提示超时');
  await expect(first.getByText('推测：按首末消息的时间估算，请按实际修改')).toBeVisible();

  await test.step('matters are joined and cut again', async () => {
    await first.getByRole('button', { name: '与下一件合并' }).click();
    await expect(window.getByText('7 条消息，分成 1 件事')).toBeVisible();
    await window.getByRole('button', { name: '从这里分开（第 16 行）' }).click();
    await expect(window.getByText('7 条消息，分成 2 件事')).toBeVisible();
  });

  await test.step('a changed field is no guess any more', async () => {
    await first.getByLabel('投入工时').fill('0.5');
    await expect(first.getByText('推测：按首末消息的时间估算，请按实际修改')).toBeHidden();
  });

  await window.getByRole('button', { name: '保存 2 条' }).click();
  await expect(window.getByText(/^已保存 2 条，从 GZ-20250728-/)).toBeVisible();
  await window.getByRole('button', { name: '返回列表' }).click();
  await window.getByLabel('搜索').fill('连接池满了');
  await expect(window.getByText('共 1 条', { exact: true })).toBeVisible();
  // The list has put its search into the address.
  await expect(window).toHaveURL(/[?&](?:text|q)=/);
  await window.getByRole('row', { name: /^打开 GZ-20250728-/ }).click();
  await expect(window.getByLabel('工作描述')).toHaveValue('举报查询页面打不开了，提示超时');
  await expect(window.getByRole('listitem', { name: '附件 1：聊天原文' })).toBeVisible();
});

test('a workbook with other headings and one bad row is imported and taken back', async ({ window }) => {
  await window.getByRole('button', { name: '日常工作记录单', exact: true }).click();
  await window.getByRole('button', { name: '更多录入方式' }).click();
  await window.getByRole('menuitem', { name: /从 Excel 导入/ }).click();
  const rows = [
    ['七月登记'], ['登记日', '方式', '服务项', '工作描述', '服务后状态', '投入工时', '执行人', '天气'],
    ['2025-07-05', '电话', 8, '重置口令（导入）', '完成', 0.5, '薛晓岚', '晴'],
    ['2025-07-06', '电话', 8, '核对报表（导入）', '完成', '很久', '薛晓岚', '晴'],
    ['2025-07-07', '微信', 11, '导出数据（导入）', '完成', 1, '薛晓岚', '雨'],
  ];
  await window.getByLabel('选择文件').setInputFiles({ name: '登记.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from(await workbookBytes([{ name: '登记', rows }])) });
  await expect(window.getByText('还没有对应的必填栏目：服务日期、服务渠道')).toBeVisible();
  for (const [column, field] of [['A 列 登记日', '服务日期'], ['B 列 方式', '服务渠道']] as const) {
    await window.getByRole('combobox', { name: `${column} 对应的栏目` }).click();
    await window.keyboard.type(field);
    await window.keyboard.press('Enter');
  }
  await window.getByRole('button', { name: '下一步' }).click();
  await expect(window.getByText('可以导入 2 行，有问题 1 行，可能重复 0 行')).toBeVisible();
  await expect(window.getByRole('region', { name: '需要看一下的行' })).toContainText('“投入工时”（F4） “很久”不是数字');
  const downloading = window.waitForEvent('download');
  await window.getByRole('button', { name: '下载有问题的行' }).click();
  expect((await downloading).suggestedFilename()).toBe('日常工作记录单-未导入的行.xlsx');
  await window.getByRole('button', { name: '只导入没有问题的 2 行' }).click();
  await expect(window.getByText('已导入 2 条')).toBeVisible();
  await window.getByRole('button', { name: '撤销导入' }).click();
  await window.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click();
  await expect(window.getByText('已撤销，这次导入的记录都已作废')).toBeVisible();
});
