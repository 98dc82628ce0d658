import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '../helpers/free-port.ts';
import { pngOf } from '../helpers/pictures.ts';
import { startApp, watch } from './support/running-app.ts';
import { sampleFolder } from './support/sample-folder.ts';

const photo = (name: string, shade: number) => ({ name, mimeType: 'image/png', buffer: Buffer.from(pngOf(320, 240, shade)) });

const chat = [
  '梁远山 2025/7/28 9:12', '举报查询页面打不开了，提示超时', '', '薛晓岚 2025/7/28 9:15', '稍等，我看一下', '',
  '薛晓岚 2025/7/28 9:50', '连接池满了，已重启服务，恢复正常', '', '梁远山 2025/7/28 9:52', '可以了，谢谢[抱拳]', '',
].join('\n');

test('驻场工程师的一天：巡检发现一处异常，拍两张照片，记下处理，粘贴微信记录；断电也不丢', async ({ page: window }) => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'binder-engineer-'));
  await cp(sampleFolder, dataFolder, { recursive: true });
  const port = await freePort();
  const first = await startApp(dataFolder, [], port);
  const faults = await watch(window, new URL(first.app.url).origin);
  await window.goto(first.app.url);

  await test.step('从总览进入今天的巡检，除一项外全部正常', async () => {
    await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
    await window.keyboard.press('Alt+N');
    await expect(window.getByLabel('巡检日期')).toBeVisible();
    await window.getByRole('group', { name: 'CPU 使用率 检查结果' }).getByLabel('正常', { exact: true }).focus();
    await window.keyboard.press('2');
    await window.keyboard.type('使用率 97%，已限流');
    await window.keyboard.press('Alt+A');
    await expect(window.getByText(/已填 (\d+)\/\1 项，异常 1 项/)).toBeVisible();
  });

  await test.step('两张照片先等在表单里', async () => {
    await window.getByLabel('选择文件').setInputFiles([photo('监控曲线.png', 20), photo('机柜.png', 120)]);
    // Photos are named by their files at first, once they have been looked at.
    for (const [index, name] of ['监控曲线', '机柜'].entries()) await expect(window.getByLabel(`附件 ${index + 1} 的说明`)).toHaveValue(name);
    await window.getByLabel('附件 1 的说明').fill('九点的监控曲线');
    await window.getByLabel('附件 2 的说明').fill('三号机柜');
    await expect(window.getByText(/^已自动保存/)).toBeVisible();
  });

  const number = await test.step('保存后得到编号', async () => {
    await window.keyboard.press('Control+S');
    const saved = (await window.getByText(/^已保存：XJ-/).innerText()).replace('已保存：', '');
    await expect(window.getByRole('button', { name: '查看附件 2：三号机柜' })).toBeVisible();
    return saved;
  });

  await test.step('从异常项新建工作记录，填到一半', async () => {
    await window.getByRole('button', { name: '从“CPU 使用率”新建工作记录' }).click();
    await expect(window.getByLabel('工作描述')).toHaveValue(/CPU 使用率/);
    await window.getByLabel('处理过程').fill('定位到一个没有索引的查询');
    await expect(window.getByText(/^已自动保存/)).toBeVisible();
  });

  const second = await test.step('刷新窗口、程序被强行结束再启动，填的都在', async () => {
    await window.reload();
    await expect(window.getByLabel('处理过程')).toHaveValue('定位到一个没有索引的查询');
    await first.kill();
    // The browser says in its console that nobody answers; that is what is tried here.
    const known = faults.length;
    await window.getByLabel('处理结果').fill('加索引后降到 30%');
    await expect(window.getByText('未能自动保存，正在重试')).toBeVisible();
    const restarted = await startApp(dataFolder, [], port);
    await expect(window.getByText(/^已自动保存/)).toBeVisible({ timeout: 30_000 });
    expect(faults.slice(known).filter((fault) => !fault.startsWith('console error: Failed to load resource'))).toEqual([]);
    await window.reload();
    await expect(window.getByLabel('处理结果')).toHaveValue('加索引后降到 30%');
    return restarted;
  });

  await test.step('补齐并保存，两份单据互相指向', async () => {
    await window.getByLabel('服务渠道').click();
    await window.keyboard.type('现场');
    await window.keyboard.press('Enter');
    await window.getByLabel('服务项').click();
    await window.keyboard.press('Enter');
    await window.getByText('完成', { exact: true }).click();
    await window.getByLabel('投入工时').fill('1.5');
    await window.keyboard.press('Control+S');
    await expect(window.getByText(/^已保存：GZ-/)).toBeVisible();
    const linked = window.getByRole('group', { name: '关联单据' });
    await linked.getByRole('button', { name: number, exact: true }).click();
    await expect(window.getByRole('heading', { name: number, level: 2 })).toBeVisible();
    await expect(linked.getByRole('listitem')).toHaveText([/GZ-.*日常工作记录单.*CPU 使用率/]);
  });

  await test.step('下班前把微信记录粘进来', async () => {
    await window.getByRole('button', { name: '日常工作记录单', exact: true }).click();
    await expect(window.getByRole('button', { name: '更多录入方式' })).toBeVisible();
    await window.locator('h1').click();
    await window.evaluate((copied) => navigator.clipboard.writeText(copied), chat);
    await window.keyboard.press('Control+V');
    await expect(window.getByText('4 条消息，分成 1 件事')).toBeVisible();
    const matter = window.getByRole('article', { name: '第 1 件' });
    await expect(matter.getByLabel('工作描述')).toHaveValue('举报查询页面打不开了，提示超时');
    await matter.getByLabel('投入工时').fill('0.5');
    await window.getByRole('button', { name: '保存 1 条' }).click();
    await expect(window.getByText(/^已保存 1 条/)).toBeVisible();
  });

  expect(second.app.complaints).toEqual([]);
  await second.stop();
  for (const folder of [dataFolder, `${dataFolder}-settings`]) await rm(folder, { recursive: true, force: true });
});
