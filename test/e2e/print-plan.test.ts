import path from 'node:path';
import { hasPages } from '../helpers/pdf-pages.ts';
import { expect, test } from './support/running-app.ts';
import { askCore, filesIn } from './support/steps.ts';

test.use({ startsWithSample: true });

test('the paper is bound in volumes, looked at, printed and ticked off once', async ({ window }) => {
  test.setTimeout(240_000);
  await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
  const contractId = (await askCore(window, 'contracts.list', {}))[0]?.id ?? '';
  const { revision, arrangement, items } = await askCore(window, 'volumes.get', { contractId });
  // Two small kinds are enough: a whole year takes a minute to lay out.
  const leftOut = [...new Set(items.map(({ deliverable }) => deliverable))].filter((id) => id !== 'visit' && id !== 'training');
  await askCore(window, 'volumes.arrange', { contractId, revision, arrangement: { ...arrangement, leftOut } });

  await window.keyboard.press('Alt+5');
  await window.getByRole('tab', { name: '装订' }).click();
  await window.getByText('装订和打印', { exact: true }).click();
  await expect(window.getByText('还没有装订过')).toBeVisible();
  await window.getByRole('button', { name: '装订成卷' }).click();
  const job = window.getByRole('article', { name: '装订成卷结果' });
  await expect(job.getByText('已完成')).toBeVisible({ timeout: 180_000 });
  await job.getByRole('button', { name: '打开所在文件夹' }).click();
  const folder = await job.getByLabel('文件位置').innerText();

  const plan = window.getByRole('region', { name: '打印计划' });
  const volume = plan.getByRole('row', { name: /第1卷/ });
  await expect(volume).toContainText('待打印');
  if (hasPages) {
    expect((await filesIn(folder)).some((name) => /^第01卷_.*\.pdf$/.test(path.basename(name)))).toBe(true);
    await volume.getByRole('button', { name: /^预览/ }).click();
    const preview = window.getByRole('dialog', { name: /^预览第1卷/ });
    await expect(preview.getByRole('list', { name: '精确预览' })).toContainText('共 1 卷', { timeout: 30_000 });
    await window.keyboard.press('Escape');
    // Without a desktop the file goes to the browser.
    const download = window.waitForEvent('download');
    await volume.getByRole('button', { name: /^打印/ }).click();
    expect((await download).suggestedFilename()).toMatch(/^第01卷_.*\.pdf$/);
  }
  await volume.getByRole('button', { name: /^登记为已打印/ }).click();
  const bar = plan.getByRole('region', { name: '已选 1 项' });
  await bar.getByLabel('打印人').fill('王芳');
  await bar.getByRole('button', { name: '登记为已打印' }).click();
  await expect(volume).toContainText('已打印');
  await expect(volume).toContainText('王芳');
  const states = (await askCore(window, 'deliverables.plan', { contractId })).filter(({ id }) => id === 'visit' || id === 'training').flatMap(({ files }) => files.map(({ issued }) => issued?.state));
  expect(new Set(states)).toEqual(new Set(['printed']));
});
