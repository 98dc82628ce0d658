import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { ChannelCall, ChannelName, ChannelOutput } from '../../shared/ipc/contract.ts';
import { expect, test } from './support/running-app.ts';
import { filesIn } from './support/steps.ts';

test.use({ startsWithSample: true });

test('a hand-over with a disc image is made, found, kept on record and verified', async ({ window }) => {
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

  const past = window.getByRole('region', { name: '移交记录' }).getByRole('listitem');
  await expect(past).toContainText('在输出文件夹');
  const verified = window.getByRole('article', { name: '校验交付包结果' });
  await past.getByRole('button', { name: '校验光盘映像' }).click();
  await expect(verified.getByText(/^核对通过：/)).toBeVisible({ timeout: 60_000 });
  await appendFile(path.join(folder, 'bagit.txt'), ' ');
  await past.getByRole('button', { name: /^校验交付包_/ }).click();
  await expect(verified.first().getByText(/^核对不通过，/)).toBeVisible({ timeout: 60_000 });
});

/** Asks the core from inside the window, past its screens. */
async function ask<C extends ChannelName>(window: Page, channel: C, input: ChannelCall<C>): Promise<ChannelOutput<C>> {
  const result = await window.evaluate(async ({ name, body }) => {
    const response = await fetch(`/api/${name}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    return response.text();
  }, { name: channel, body: JSON.stringify(input) });
  // The host answers with what the channel's handler made.
  const answer = JSON.parse(result) as { readonly ok: true; readonly value: ChannelOutput<C> };
  expect(answer.ok).toBe(true);
  return answer.value;
}

/** Changes a stored record as another window would; the signed papers that show it are opened for a new version. */
async function changeVisit(window: Page, number: string): Promise<void> {
  const contractId = (await ask(window, 'contracts.list', {}))[0]?.id ?? '';
  const listed = (await ask(window, 'records.list', { contractId, kind: 'visit' })).records.find((record) => record.number === number);
  const signed = (await ask(window, 'deliverables.plan', { contractId })).flatMap(({ files }) => files).flatMap(({ scope, issued }) => (scope === listed?.id && issued?.state === 'signed' ? [issued.id] : []));
  await ask(window, 'signOff.reopen', { ids: signed, reason: '更正走访地点' });
  const { id, kind, revision, body, extra, signOff } = await ask(window, 'records.get', { id: listed?.id ?? '' });
  await ask(window, 'records.save', { contractId, record: { id, kind, number, revision, extra, signOff, body: { ...body, place: '业务大厅东侧' } } });
}

test('files know whether they are up to date and how far their paper is; what changed is made again and loses its signature', async ({ window }) => {
  await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
  await window.keyboard.press('Alt+5');
  await window.getByRole('table', { name: '交付物清单' }).getByRole('button', { name: '走访记录单', exact: true }).click();
  const files = window.getByRole('table', { name: /走访记录单的文件$/ });
  const rows = files.getByRole('row').filter({ hasText: '走访记录单_' });
  await expect(rows.filter({ hasText: '未生成' })).toHaveCount(4);

  await test.step('all files of a deliverable are made, and their signatures noted together', async () => {
    await window.getByRole('button', { name: '生成走访记录单', exact: true }).click();
    await expect(rows.filter({ hasText: '最新' })).toHaveCount(4);
    await window.getByRole('checkbox', { name: '选择走访记录单的全部文件' }).check();
    await window.getByRole('toolbar', { name: '已选 4 个' }).getByRole('button', { name: '已签字' }).click();
    await expect(rows.filter({ hasText: '已签字' })).toHaveCount(4);
    await expect(window.getByText('已签字 4/4')).toBeVisible();
  });

  await test.step('a changed record makes its file stale; made again, only this one is to be printed again', async () => {
    const name = (await rows.first().getByRole('checkbox').getAttribute('aria-label') ?? '').replace('选择', '');
    await changeVisit(window, name.replace('走访记录单_', ''));
    await expect(rows.filter({ hasText: '需重新签字' })).toHaveCount(1);
    await expect(rows.filter({ hasText: '已签字' })).toHaveCount(4);
    await window.getByRole('button', { name: `重新生成${name}` }).click();
    await expect(rows.filter({ hasText: '最新' })).toHaveCount(4);
    await expect(rows.filter({ hasText: '待打印' })).toHaveCount(1);
    await expect(rows.filter({ hasText: '已签字' })).toHaveCount(3);
  });

  await test.step('the list can be narrowed to what is left to do', async () => {
    await window.getByRole('combobox', { name: '只看' }).click();
    await window.getByTitle('还没打印').click();
    await expect(rows).toHaveCount(1);
  });
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
