import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './support/running-app.ts';
import { documentText, filesIn } from './support/steps.ts';

/** The discs of a year from beginning to end, on a computer with a drive and discs so small that it takes several. */

test.use({ startsWithSample: true, preloads: ['../helpers/small-discs.ts', 'support/scripted-drive.ts'] });
test.skip(process.platform === 'win32', 'the drive is a script of the shell');

/** The task that was started last, ended. */
async function ended(window: Page, kind: string): Promise<ReturnType<Page['getByRole']>> {
  const job = window.getByRole('article', { name: `${kind}结果` }).first();
  await expect(job.locator('.ant-tag').filter({ hasNotText: '进行中' })).toBeVisible({ timeout: 90_000 });
  return job;
}

async function outputOf(job: ReturnType<Page['getByRole']>): Promise<string> {
  await job.getByRole('button', { name: '打开所在文件夹' }).click();
  return job.getByLabel('文件位置').innerText();
}

test('discs are made, burned, read back, confused, registered and made again', async ({ app, window }) => {
  test.setTimeout(180_000);
  await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
  await window.keyboard.press('Alt+5');
  await window.getByRole('tab', { name: '光盘' }).click();

  const make = window.getByRole('region', { name: '制作光盘内容' });
  const made = window.getByRole('region', { name: '已制作的光盘' });
  const dialog = window.getByRole('dialog');
  const disc = (number: number) => made.getByRole('listitem', { name: `年度交付 第 ${number} 盘` });
  let discs = 0;
  let place = '';

  await test.step('what is to be expected is said before: how many discs, and what is on each', async () => {
    await expect(make.getByText(/^约 .*需要 \d+ 张光盘/)).toBeVisible({ timeout: 30_000 });
    discs = await make.locator('.disc-plan > li').count();
    expect(discs).toBeGreaterThan(1);
    await expect(made.getByText('还没有制作过光盘')).toBeVisible();
    await expect(window.getByRole('region', { name: '刻录机' })).toContainText('CD-R，空白');
  });

  await test.step('making is stopped on the way: nothing is listed and nothing is left', async () => {
    await make.getByLabel('名称').fill('年度交付');
    await make.getByRole('button', { name: '开始制作' }).click();
    await window.getByRole('article', { name: '整理交付包结果' }).getByRole('button', { name: '取消任务' }).click();
    const job = await ended(window, '整理交付包');
    await expect(job).toContainText('已取消');
    await expect(made.getByText('还没有制作过光盘')).toBeVisible();
    expect((await filesIn(path.join(app.dataFolder, '输出')).catch(() => [])).filter((name) => name.includes('年度交付'))).toEqual([]);
  });

  await test.step('made: every disc with its image', async () => {
    await make.getByRole('button', { name: '开始制作' }).click();
    const job = await ended(window, '整理交付包');
    await expect(job).toContainText('已完成');
    await expect(job).toContainText(/分为 \d+ 张光盘，各自完整，可单独校验/);
    place = await outputOf(job);
    discs = await made.getByRole('listitem', { name: /^年度交付 第 \d 盘$/ }).count();
    expect(discs).toBeGreaterThan(1);
    for (let number = 1; number <= discs; number += 1) await expect(disc(number)).toContainText(/未刻录.*有映像/s);
    expect((await filesIn(place)).filter((name) => name.endsWith('bagit.txt'))).toHaveLength(discs);
  });

  await test.step('burned and read back, with the name of who did it', async () => {
    await made.getByRole('button', { name: '刻录年度交付 第 1 盘' }).click();
    await dialog.getByRole('button', { name: '开始刻录' }).click();
    await expect(dialog.getByText('请填写操作人，登记表上要写')).toBeVisible();
    await dialog.getByLabel('操作人').fill('林远航');
    await window.keyboard.press('Tab');
    await dialog.getByRole('button', { name: '开始刻录' }).click();
    await expect(await ended(window, '刻录光盘')).toContainText(/已完成.*已用 xorriso 刻录到.*核对通过/s);
    await expect(disc(1)).toContainText('已读回校验');
    await disc(1).getByText('刻录与校验记录').click();
    await expect(disc(1)).toContainText(/校验光盘通过.*林远航.*刻录.*林远航/s);
  });

  await test.step('the wrong disc in the drive is told by its number; the right folder verifies', async () => {
    await made.getByRole('button', { name: '校验年度交付 第 2 盘' }).click();
    await dialog.getByRole('button', { name: '开始校验' }).click();
    const job = await ended(window, '校验交付包');
    await expect(job).toContainText('核对不通过，1 处不符');
    await job.getByText('1 处不符', { exact: true }).click();
    await expect(job).toContainText('这是第1盘，不是第2盘');
    await expect(disc(2)).toContainText('校验不通过');
    await made.getByRole('button', { name: '校验年度交付 第 2 盘' }).click();
    await dialog.getByRole('radio', { name: '本机上的文件夹' }).check();
    await dialog.getByRole('button', { name: '开始校验' }).click();
    await expect(disc(2).getByText('校验文件夹通过')).toBeAttached({ timeout: 30_000 });
  });

  await test.step('the register says what was found, with drive, person and digest; the labels name each disc', async () => {
    await made.getByRole('button', { name: '年度交付 交接登记表' }).click();
    const register = await outputOf(await ended(window, '光盘的表单'));
    expect(path.basename(path.dirname(register))).toBe('光盘交接');
    const digest = (await disc(1).locator('.handover-digest').getAttribute('title')) ?? '';
    const text = await documentText(register);
    for (const told of ['读回校验通过', '林远航', digest]) expect(text).toContain(told);
    await made.getByRole('button', { name: '年度交付 盘面与盒签' }).click();
    await expect(window.getByRole('article', { name: '光盘的表单结果' })).toHaveCount(2);
    const labels = await documentText(await outputOf(await ended(window, '光盘的表单')));
    for (let number = 1; number <= discs; number += 1) expect(labels).toContain(`_0${number}`);
  });

  await test.step('what cannot be done says why: a person’s file in the package is not thrown away', async () => {
    await writeFile(path.join(place, '第1盘', '签字扫描.pdf'), 'mine');
    await make.getByRole('button', { name: '开始制作' }).click();
    await expect(dialog).toContainText('「年度交付」已经刻了 1 张光盘');
    await dialog.getByRole('button', { name: '仍然重新制作' }).click();
    const job = await ended(window, '整理交付包');
    await expect(job.getByRole('alert')).toContainText('后来放进去的文件：「签字扫描.pdf」');
    await expect(disc(1)).toContainText('已读回校验');
  });
});
