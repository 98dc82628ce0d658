import path from 'node:path';
import { expect, test } from './support/running-app.ts';
import { filesIn } from './support/steps.ts';

test.use({ startsWithSample: true });

test('a hand-over with a disc image is made and found', async ({ window }) => {
  test.setTimeout(240_000);
  await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
  await window.keyboard.press('Alt+5');

  await window.getByRole('button', { name: '整理交付包' }).click();

  const job = window.getByRole('article', { name: '整理交付包结果' });
  await expect(job.getByText('已完成')).toBeVisible({ timeout: 180_000 });
  await job.getByRole('button', { name: '打开所在文件夹' }).click();
  const folder = await job.getByLabel('文件位置').innerText();
  expect(await filesIn(folder)).toEqual(expect.arrayContaining(['bagit.txt', 'manifest-sha256.txt']));
  expect(await filesIn(path.dirname(folder))).toContain(`${path.basename(folder)}.iso`);
});

test('a job that takes its time shows how far it is and can be stopped', async ({ window }) => {
  const job = { id: 'job-1', kind: 'render', state: 'running', done: 12, total: 48, step: '日常巡检记录单_2024-09', failures: [], summary: [], hasOutput: false };
  // The core is too fast to be caught at work, so the window is told about a slow job and the call to stop it is answered here.
  await window.route('**/api/jobs.list', (route) => route.fulfill({ json: { ok: true, value: [job] } }));
  const stopped: unknown[] = [];
  await window.route('**/api/jobs.cancel', async (route) => {
    stopped.push(route.request().postDataJSON());
    await route.fulfill({ json: { ok: true, value: job } });
  });
  await window.reload();
  await expect(window.getByRole('button', { name: '1 个任务进行中' })).toBeVisible();

  await window.keyboard.press('Alt+5');
  const card = window.getByRole('article', { name: '生成交付物结果' });
  await expect(card.getByRole('progressbar', { name: '生成交付物' })).toHaveAttribute('aria-valuenow', '25');
  await expect(card).toContainText('日常巡检记录单_2024-09　12/48');
  await expect(window.getByRole('button', { name: '整理交付包' })).toBeDisabled();
  await card.getByRole('button', { name: '取消任务' }).click();

  await expect.poll(() => stopped).toEqual([{ id: 'job-1' }]);
});
