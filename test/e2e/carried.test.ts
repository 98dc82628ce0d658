import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from './support/running-app.ts';

test.use({ startsWithSample: true });

test('a backup leaves encrypted with its permission, something else is destroyed, the papers are made, and the backup is looked into with its passphrase', async ({ window }) => {
  test.setTimeout(120_000);
  const stick = await mkdtemp(path.join(tmpdir(), 'binder-stick-'));
  const dialog = window.getByRole('dialog');
  const table = window.getByRole('table', { name: '携出介质台账' });

  await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
  await test.step('the second place for backups leads here', async () => {
    await window.evaluate(() => { location.hash = '#/settings/data'; });
    await window.getByLabel('文件夹位置').last().fill(stick);
    await window.getByRole('button', { name: '设为备份位置' }).click();
    await window.getByRole('button', { name: /^加密备份到第二个位置/ }).click();
    await expect(dialog.getByLabel('存放位置')).toHaveValue(stick);
  });

  let passphrase = '';
  await test.step('what is missing is told, then the copy is made', async () => {
    await dialog.getByRole('button', { name: '开始制作' }).click();
    await expect(dialog.getByText('请填写携带人')).toBeVisible();
    await expect(dialog.getByLabel('携带人')).toBeFocused();
    await dialog.getByLabel('携带人').fill('林远航');
    await dialog.getByLabel('去向或接收人').fill('公司资料柜');
    await dialog.getByLabel('许可人').fill('沈亦舟');
    passphrase = await dialog.getByLabel('密码', { exact: true }).inputValue();
    await dialog.getByRole('checkbox', { name: /^已抄下或打印密码/ }).check();
    await dialog.getByRole('button', { name: '开始制作' }).click();
    await expect(table.getByRole('row', { name: /XC-001.*运维数据备份.*已加密.*在外/ })).toBeVisible({ timeout: 60_000 });
    const [name = ''] = await readdir(stick);
    expect(execFileSync('7z', ['t', `-p${passphrase}`, path.join(stick, name)], { encoding: 'utf8' })).toContain('Everything is Ok');
  });

  await test.step('paper is registered and destroyed, which needs the consent of the customer', async () => {
    await window.getByRole('button', { name: '登记其他携出物' }).click();
    for (const [field, text] of [['携出内容', '机房网络拓扑图'], ['去向或接收人', '项目组'], ['用途', '现场排查'], ['不加密的原因', '纸质资料']] as const) await dialog.getByLabel(field).fill(text);
    await dialog.locator('.ant-modal-footer').getByRole('button').last().click();
    await window.getByRole('button', { name: '交回或销毁 XC-002' }).click();
    await dialog.getByRole('radio', { name: '销毁' }).check();
    await dialog.getByLabel('销毁方式').fill('碎纸机粉碎');
    await dialog.getByLabel('监督人').fill('沈亦舟');
    // What was offered for the name lies over the buttons.
    await window.keyboard.press('Tab');
    await dialog.getByRole('button', { name: '登记处理结果' }).click();
    await expect(dialog.getByText(/^未经甲方书面许可不得自行销毁/)).toBeVisible();
    await dialog.getByLabel('甲方书面许可').fill('甲方销毁通知 3 号');
    await dialog.getByRole('button', { name: '登记处理结果' }).click();
    await expect(table.getByRole('row', { name: /XC-002.*已销毁/ })).toBeVisible();
    await expect(window.getByText('还有 1 件在外没有处理')).toBeVisible();
  });

  await test.step('the record of return and destruction is made', async () => {
    await window.getByRole('button', { name: '生成交回、销毁记录（Word）' }).click();
    await expect(window.getByText(/^已生成“携出介质交回销毁记录.docx”/)).toBeVisible({ timeout: 30_000 });
  });

  await test.step('the backup asks for its passphrase before it shows what is in it', async () => {
    await window.evaluate(() => { location.hash = '#/settings/data'; });
    await window.getByRole('row', { name: /第二个位置.*已加密/ }).getByRole('button', { name: /查看与恢复/ }).click();
    await dialog.getByLabel('密码', { exact: true }).fill('Not-this-one-7');
    await dialog.getByRole('button', { name: /^打\s?开$/ }).click();
    await expect(dialog.getByText(/^密码不对/)).toBeVisible();
    await dialog.getByLabel('密码', { exact: true }).fill(passphrase);
    await dialog.getByRole('button', { name: /^打\s?开$/ }).click();
    await expect(dialog.getByRole('button', { name: '恢复到另一个文件夹' }).or(dialog.getByText(/由 .* 在 .* 上备份/)).first()).toBeVisible({ timeout: 30_000 });
  });
  await rm(stick, { recursive: true, force: true });
});
