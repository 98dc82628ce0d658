import path from 'node:path';
import { expect, test } from './support/running-app.ts';

const contractFile = path.resolve(import.meta.dirname, '../../templates/sample/demo-contract.txt');

test('a contract text becomes a profile whose questions are answered one by one', async ({ window }) => {
  await test.step('an empty data folder asks for a contract', async () => {
    await expect(window.getByRole('heading', { name: '欢迎使用运维交付夹' })).toBeVisible();
    await expect(window.getByRole('navigation')).toHaveCount(0);
  });

  await test.step('a file that is no contract is refused with a reason', async () => {
    await window.getByLabel('选择合同文件').setInputFiles({ name: '菜单.txt', mimeType: 'text/plain', buffer: Buffer.from('今日菜单：红烧豆腐、青菜汤。') });
    await expect(window.getByRole('alert')).toContainText('合同');
  });

  const open = await test.step('the contract is read and shown beside its own sentences', async () => {
    await window.getByLabel('选择合同文件').setInputFiles(contractFile);
    await expect(window.getByRole('heading', { name: '核对读取结果' })).toBeVisible();
    await expect(window.getByRole('row', { name: /服务期.*2024年8月3日 至 2025年8月2日/ })).toBeVisible();
    const heading = await window.getByRole('heading', { name: /待确认的问题/ }).innerText();
    return Number(/\d+/.exec(heading)?.[0]);
  });
  expect(open).toBeGreaterThan(3);

  await test.step('one question is answered before the profile is made', async () => {
    const question = window.getByRole('article').first();
    await question.getByRole('radio').first().check();
    await question.getByRole('button', { name: '确认答复' }).click();
    await expect(question.getByText(/已答复：/)).toBeVisible();
    await window.getByRole('button', { name: '创建合同档案' }).click();
    await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
  });

  await test.step('the rest is answered in the settings and stays answered', async () => {
    await expect(window.getByRole('region', { name: '下一步' })).toContainText(`${open - 1} 个问题待确认`);
    await window.getByRole('region', { name: '下一步' }).getByRole('button', { name: '查看' }).click();
    const question = window.getByRole('article').nth(1);
    await question.getByLabel(/^(另填|答复)$/).fill('已与甲方核对');
    await question.getByRole('button', { name: '确认答复' }).click();
    await expect(question.getByText('已答复：已与甲方核对')).toBeVisible();
    await window.reload();
    await expect(window.getByText(`已答复 2/${open}`)).toBeVisible();
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
