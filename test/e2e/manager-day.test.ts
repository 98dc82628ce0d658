import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/running-app.ts';
import { filesIn } from './support/steps.ts';

test.setTimeout(240_000);

/** The demonstration contract, and a contract of your own that must not be committed (`INTAKE_CONTRACT`, see test/intake/given-contract.test.ts). */
const contracts = [path.resolve(import.meta.dirname, '../../templates/sample/demo-contract.txt'), ...(process.env['INTAKE_CONTRACT'] === undefined ? [] : [process.env['INTAKE_CONTRACT']])];

/** Answers one question as somebody would who has the contract in hand: the first proposal, or that it is as the contract says. */
async function answer(question: Locator): Promise<void> {
  const proposals = question.getByRole('group', { name: '可选的答复' }).getByRole('button');
  if (await proposals.count() > 0) return proposals.first().click();
  const same = question.getByRole('button', { name: '与合同一致' });
  if (await same.count() > 0) return same.click();
  await question.getByLabel(/^(另填|答复)$/).fill('已与甲方核对');
  await question.getByLabel(/^(另填|答复)$/).press('Enter');
}

async function answerAll(window: Page): Promise<number> {
  const current = window.getByRole('region', { name: '当前问题' });
  const total = Number(/\d+\/(\d+)/.exec(await current.getByText(/^第 \d+\/\d+ 个$/).first().innerText())?.[1]);
  for (let done = 0; done < total; done++) {
    await expect(window.getByText(`已答复 ${done}/${total}`).first()).toBeVisible();
    await answer(current);
  }
  await expect(window.getByText('全部问题已答复')).toBeVisible();
  return total;
}

/** Opens the form to which a finding leads. */
async function mend(window: Page, finding: string, button: RegExp): Promise<void> {
  await window.keyboard.press('Alt+1');
  const group = window.getByRole('region', { name: finding });
  await group.getByRole('button', { name: button }).first().click();
}

for (const contract of contracts) {
  test(`项目经理的一天：读入合同 ${path.basename(contract)}，答完问题，处理预检，生成并移交`, async ({ window }) => {
    await test.step('读入合同，逐条答复读取时的疑问', async () => {
      await window.getByLabel('选择合同文件').setInputFiles(contract);
      await expect(window.getByRole('heading', { name: '核对读取结果' })).toBeVisible();
      await window.getByRole('button', { name: '创建合同档案' }).click();
      expect(await answerAll(window)).toBeGreaterThan(3);
    });

    await test.step('预检说出还缺什么', async () => {
      await window.keyboard.press('Alt+1');
      await window.getByRole('button', { name: '看问题' }).click();
      await expect(window.getByRole('region', { name: '验收预检' })).toBeFocused();
    });

    await test.step('第一处：补一天巡检', async () => {
      await mend(window, '整月没有巡检记录', /^补录 .* 的日常巡检记录单$/);
      await expect(window.getByLabel('巡检日期')).toHaveValue(/^\d{4}-\d\d-\d\d$/);
      await expect(window.getByLabel('补录原因')).toHaveValue(/当天没有登记.*补录$/);
      await window.getByLabel('巡检人').fill('林远航');
      await window.keyboard.press('Escape');
      await window.keyboard.press('Alt+A');
      await window.keyboard.press('Control+S');
      await expect(window.getByText(/^已保存：XJ-/)).toBeVisible();
      // Back in the list, on with the next finding.
      await expect(window.getByRole('heading', { name: '总览' })).toBeVisible();
      await expect(window.locator('.finding button:focus')).toHaveCount(1);
    });

    await test.step('第二处：为服务项补一条工作记录', async () => {
      await mend(window, '服务项没有任何记录佐证', /^补一条日常工作记录单$/);
      await window.getByLabel('服务渠道').click();
      await window.keyboard.type('电话');
      await window.keyboard.press('Enter');
      await window.getByLabel('服务项').click();
      await window.keyboard.press('Enter');
      await window.getByLabel('工作描述').fill('核对举报查询口径');
      await window.getByText('完成', { exact: true }).click();
      await window.getByLabel('投入工时').fill('1');
      await window.getByLabel('执行人').first().fill('林远航');
      await window.keyboard.press('Escape');
      await window.keyboard.press('Control+S');
      await expect(window.getByText(/^已保存：GZ-/)).toBeVisible();
    });

    await test.step('第三处：补一次走访', async () => {
      await window.keyboard.press('Alt+1');
      const group = window.getByRole('region', { name: '服务项没有任何记录佐证' });
      await group.getByRole('button', { name: /^再看 \d+ 条$/ }).click();
      await group.getByRole('button', { name: '补一条走访记录单' }).first().click();
      await window.getByLabel('走访人', { exact: true }).fill('林远航');
      await window.keyboard.press('Tab');
      await window.getByLabel('受访部门').fill('综合科');
      await window.getByLabel('受访人', { exact: true }).fill('顾小满');
      await window.keyboard.press('Tab');
      await window.getByLabel('走访内容').fill('了解使用情况');
      await window.keyboard.press('Control+S');
      await expect(window.getByText(/^已保存：ZF-/)).toBeVisible();
    });

    await test.step('生成交付物，整理交付包', async () => {
      await window.keyboard.press('Alt+5');
      await window.getByRole('button', { name: '全部生成' }).click();
      await expect(window.getByRole('article', { name: '生成交付物结果' }).getByText('已完成')).toBeVisible({ timeout: 60_000 });
      await window.getByRole('button', { name: '整理交付包', exact: true }).click();
      await window.getByRole('dialog', { name: /^预检还有 \d+ 项错误$/ }).getByRole('button', { name: '仍然整理' }).click();
      const job = window.getByRole('article', { name: '整理交付包结果' });
      await expect(job.getByText('已完成')).toBeVisible({ timeout: 120_000 });
      await job.getByRole('button', { name: '打开所在文件夹' }).click();
      const folder = await job.getByLabel('文件位置').innerText();
      expect(await filesIn(folder)).toEqual(expect.arrayContaining(['bagit.txt', 'manifest-sha256.txt']));
    });
  });
}
