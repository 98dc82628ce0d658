import path from 'node:path';
import { expect, test } from './support/running-app.ts';

const contractFile = path.resolve(import.meta.dirname, '../../templates/sample/demo-contract.txt');

test('a contract text becomes a profile whose questions are answered beside it; a second contract is made by hand, and both are switched', async ({ window }) => {
  await test.step('an empty data folder asks for a contract; files that are none are refused with a remedy', async () => {
    await expect(window.getByRole('heading', { name: '欢迎使用运维交付夹' })).toBeVisible();
    await expect(window.getByRole('navigation')).toHaveCount(0);
    await window.getByLabel('选择合同文件').setInputFiles({ name: '菜单.txt', mimeType: 'text/plain', buffer: Buffer.from('今日菜单：红烧豆腐、青菜汤。') });
    await expect(window.getByRole('alert')).toContainText('合同');
    await window.getByLabel('选择合同文件').setInputFiles({ name: '合同.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 …') });
    await expect(window.getByRole('alert')).toContainText('另存为 .docx');
  });

  const open = await test.step('what was read stands beside the contract; a fact leads to its sentence', async () => {
    await window.getByLabel('选择合同文件').setInputFiles(contractFile);
    await expect(window.getByRole('heading', { name: '核对读取结果' })).toBeVisible();
    await window.getByRole('button', { name: /服务期 2024年8月3日 至 2025年8月2日/ }).click();
    await expect(window.locator('mark.quote-current')).toHaveText('运行维护服务自2024年08月03日起至2025年08月02日止。');
    await expect(window.locator('mark.quote-current')).toBeInViewport();
    return Number(/\d+/.exec(await window.getByText(/还有 \d+ 个问题待确认/).innerText())?.[0]);
  });
  expect(open).toBeGreaterThan(3);

  await test.step('three questions are answered with the keyboard, each beside its sentence', async () => {
    await window.getByRole('button', { name: '创建合同档案' }).click();
    const current = window.getByRole('region', { name: '当前问题' });
    await expect(current).toContainText(`第 1/${open} 个`);
    await expect(window.locator('.contract-text .quote-current').first()).toBeInViewport();
    // The first candidate has the focus: Enter takes it.
    await expect(current.getByRole('group', { name: '可选的答复' }).getByRole('button').first()).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(current).toContainText(`第 2/${open} 个`);
    await expect(current).toContainText('已写入“甲乙双方 › 地址”');
    await current.getByLabel('另填').fill('101101');
    await current.getByLabel('另填').press('Enter');
    await expect(current).toContainText(`第 3/${open} 个`);
    await current.getByRole('button', { name: '与合同一致' }).click();
    await expect(current).toContainText(`第 4/${open} 个`);
    await expect(current).toContainText('只作记录，没有改动档案');
  });

  await test.step('answers are kept, can be reopened and gone through with the arrow keys', async () => {
    await window.reload();
    const current = window.getByRole('region', { name: '当前问题' });
    await expect(current).toContainText(`已答复 3/${open}`);
    await current.getByLabel(/^(另填|答复)$/).press('ArrowUp');
    await expect(current).toContainText('已答复：与合同一致');
    await current.getByRole('button', { name: '修改答复' }).click();
    await expect(current.getByLabel('另填')).toHaveValue('与合同一致');
  });

  await test.step('the overview leads back to them', async () => {
    await window.keyboard.press('Alt+1');
    await expect(window.getByRole('region', { name: '下一步' })).toContainText(`${open - 3} 个问题待确认`);
  });

  await test.step('a contract by hand says what is missing, and is made', async () => {
    await window.keyboard.press('Control+K');
    await window.getByRole('button', { name: '新建合同档案' }).click();
    await window.getByRole('button', { name: '手工填写' }).click();
    await window.getByRole('button', { name: '创建合同档案' }).click();
    await expect(window.getByText(/还有 \d+ 项要填写/)).toBeVisible();
    await window.getByLabel('合同名称').fill('2026年示例平台运维合同');
    await window.getByLabel('项目名称').fill('示例平台运维项目');
    await window.getByLabel('甲方').fill('示例市数据中心');
    await window.getByLabel('乙方').fill('示例科技有限公司');
    for (const [label, day] of [['签订日期', '2026-01-05'], ['服务期起', '2026-02-01'], ['服务期止', '2027-01-31'], ['验收截止日期', '2027-03-31']] as const) {
      await window.getByLabel(label).fill(day);
      await window.getByLabel(label).press('Enter');
    }
    await window.getByLabel('应答时限').fill('60');
    await window.getByLabel('恢复时限').fill('240');
    await window.getByRole('button', { name: '创建合同档案' }).click();
    await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
    await expect(window.getByRole('button', { name: /^切换合同/ })).toContainText('示例平台运维项目');
  });

  await test.step('the switch finds the other by its name', async () => {
    await window.keyboard.press('Control+K');
    await expect(window.getByLabel('按名称、甲乙方或日期查找')).toBeFocused();
    await window.keyboard.type('打非举报');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('button', { name: /^切换合同/ })).toContainText('打非举报监督执法');
  });
});

test('an address that was used is closed to others, and the window goes on', async ({ window, app, browser }) => {
  const stranger = await browser.newContext();
  const page = await stranger.newPage();

  const answer = await page.goto(app.url);

  expect(answer?.status()).toBe(403);
  await expect(page.getByText('启动网址只能使用一次')).toBeVisible();
  await stranger.close();
  await window.goto(app.url);
  await expect(window.getByRole('heading', { name: '欢迎使用运维交付夹' })).toBeVisible();
});
