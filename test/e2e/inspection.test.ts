import path from 'node:path';
import { expect, test } from './support/running-app.ts';
import { documentText, filesIn } from './support/steps.ts';

test.use({ startsWithSample: 'with faults' });

const fault = '磁盘占用到 91%，已清理三个月前的日志';

test('an inspection with one exception is entered by keyboard, found in the list, printed into a document, and found on disk', async ({ window, app }) => {
  await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();

  const day = await test.step('the overview names a working day without inspection and offers to add it', async () => {
    const group = window.getByRole('region', { name: '工作日没有巡检记录' });
    const add = group.getByRole('button', { name: /^补录 .* 的日常巡检记录单$/ }).first();
    const name = await add.innerText();
    await add.click();
    return /\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? '';
  });

  const number = await test.step('results are given by keys, the exception asks for its handling, the rest is normal', async () => {
    await expect(window.getByLabel('巡检日期')).toHaveValue(day);
    await window.getByRole('group', { name: 'CPU 使用率 检查结果' }).getByLabel('正常', { exact: true }).focus();
    await window.keyboard.press('1');
    await window.keyboard.press('1');
    await window.keyboard.press('2');
    await window.keyboard.type(fault);
    await window.keyboard.press('Alt+A');
    await expect(window.getByText(/已填 (\d+)\/\1 项，异常 1 项/)).toBeVisible();
    await expect(window.getByRole('radio', { name: '存在异常，已处理' })).toBeChecked();
    await window.keyboard.press('Control+S');
    const saved = await window.getByText(/^已保存：XJ-/).innerText();
    return saved.replace('已保存：', '');
  });
  expect(number).toBe(`XJ-${day.replaceAll('-', '')}-01`);

  await test.step('the window is back at the findings, where this one is gone', async () => {
    await expect(window.getByRole('heading', { name: '验收预检' })).toBeVisible();
    await expect(window.getByRole('button', { name: `补录 ${day} 的日常巡检记录单` })).toHaveCount(0);
  });

  await test.step('the list has it, by search and with its conclusion', async () => {
    await window.keyboard.press('Alt+2');
    await window.getByRole('button', { name: '日常巡检记录单', exact: true }).click();
    await window.keyboard.press('/');
    await window.keyboard.type(`清理三个月前`);
    await expect(window.getByText('共 1 条')).toBeVisible();
    await expect(window.getByRole('row', { name: `打开 ${number}` })).toContainText('存在异常，已处理');
  });

  await test.step('the deliverable is generated and its place is told', async () => {
    await window.keyboard.press('Alt+5');
    await window.getByRole('button', { name: '生成日常巡检记录单' }).click();
    const job = window.getByRole('article', { name: '生成交付物结果' });
    await expect(job.getByText('已完成')).toBeVisible({ timeout: 60_000 });
    await expect(job.getByText(/^生成 13 份文档/)).toBeVisible();
    await job.getByRole('button', { name: '打开所在文件夹' }).click();
    const folder = await job.getByLabel('文件位置').innerText();
    expect(folder.startsWith(app.dataFolder)).toBe(true);

    const files = (await filesIn(folder)).filter((file) => file.includes('巡检记录单') && file.endsWith('.docx'));
    expect(files).toHaveLength(13);
    const month = files.find((file) => file.includes(day.slice(0, 7)));
    expect(await documentText(path.join(folder, month ?? ''))).toContain(fault);
  });

  await test.step('a hand-over with errors of the check names them and waits', async () => {
    await window.getByRole('button', { name: '整理交付包' }).click();
    const question = window.getByRole('dialog', { name: /^预检还有 \d+ 项错误$/ });
    await question.getByRole('button', { name: '取消' }).click();
    await expect(window.getByRole('article', { name: '整理交付包结果' })).toHaveCount(0);
  });
});

test.describe('a normal day', () => {
  test.use({ startsWithSample: true });

  test('is entered from the overview with the keyboard alone in at most ten keys; an exception leads to its work record and back', async ({ window }) => {
    await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
    let keys = 0;
    const press = async (chord: string): Promise<void> => {
      // Each key of a chord counts.
      keys += chord.split('+').length;
      await window.keyboard.press(chord);
    };

    const number = await test.step('today is normal', async () => {
      await press('Alt+N');
      await expect(window.getByLabel('巡检日期')).toBeVisible();
      await press('Alt+A');
      await press('Control+S');
      const saved = await window.getByText(/^已保存：XJ-/).innerText();
      expect(keys).toBeLessThanOrEqual(10);
      return saved.replace('已保存：', '');
    });

    await test.step('an item is looked for, is abnormal, and gets its work record', async () => {
      await window.getByLabel('CPU 使用率 实测值').waitFor();
      await window.keyboard.press('Alt+F');
      await window.keyboard.type('磁盘空间');
      await window.keyboard.press('Enter');
      await window.keyboard.press('2');
      await window.keyboard.type('占用 92%');
      await window.getByRole('button', { name: '从“磁盘空间”新建工作记录' }).click();
      await expect(window.getByLabel('工作描述')).toHaveValue('巡检发现：磁盘空间。占用 92%');
      await window.getByLabel('服务渠道').click();
      await window.keyboard.type('现场');
      await window.keyboard.press('Enter');
      await window.getByLabel('服务项').click();
      await window.keyboard.press('Enter');
      await window.getByText('完成', { exact: true }).click();
      await window.getByLabel('投入工时').fill('1');
      await window.keyboard.press('Control+S');
      await expect(window.getByText(/^已保存：GZ-/)).toBeVisible();
    });

    await test.step('both name each other', async () => {
      const linked = window.getByRole('group', { name: '关联单据' });
      await linked.getByRole('button', { name: number, exact: true }).click();
      await expect(window.getByRole('heading', { name: number, level: 2 })).toBeVisible();
      await expect(linked.getByRole('listitem')).toHaveText([/GZ-.*日常工作记录单.*异常项：磁盘空间/]);
      await expect(window.getByLabel('磁盘空间 处理单号')).toHaveValue(/^GZ-/);
    });
  });
});
