import { expect, test } from './support/running-app.ts';

test.use({ startsWithSample: 'with faults' });

test('a missing quarterly report is written from its period, handed in, reviewed and generated', async ({ window }) => {
  await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
  await window.keyboard.press('Alt+4');
  const report = window.getByRole('region', { name: '第二季度报告', exact: true });
  const steps = report.getByRole('list', { name: '办理进度' });

  await test.step('the screen opens on what is due, with what is missing in the period and its figures', async () => {
    await expect(report.getByText('待编制')).toBeVisible();
    await expect(window.getByRole('region', { name: '期间内还缺什么' }).getByText('缺季度报告')).toBeVisible();
    await expect(window.getByRole('table', { name: '期间数字' }).getByRole('row', { name: /^实际巡检天数 61 天 59 天 \+2/ })).toBeVisible();
    await window.getByRole('button', { name: /^巡检异常项的 \d+ 份记录$|^异常.*的 \d+ 份记录$/ }).first().click();
    const counted = window.getByRole('dialog');
    await expect(counted.getByRole('button', { name: /^XJ-/ }).first()).toBeVisible();
    await window.keyboard.press('Escape');
  });

  await test.step('the draft already knows its period', async () => {
    await report.getByRole('button', { name: '编制报告' }).click();
    await expect(window.getByLabel('起始日期')).toHaveValue('2024-11-03');
    await expect(window.getByLabel('截止日期')).toHaveValue('2025-02-02');
    await expect(window.getByLabel('期次')).toHaveValue('2');
    await window.getByRole('button', { name: '按记录计算数字' }).click();
    await expect(window.getByText(/已按记录算出 \d+ 个数字/)).toBeVisible();
    await window.getByRole('button', { name: '保存', exact: true }).click();
    await expect(window.getByText(/^已保存：BB-/)).toBeVisible();
  });

  await test.step('handing it in starts the clock of the review', async () => {
    await window.keyboard.press('Alt+4');
    await window.getByRole('button', { name: /^第二季度报告/ }).click();
    await report.getByRole('button', { name: '登记提交' }).click();
    const dialog = window.getByRole('dialog', { name: '登记提交' });
    await expect(dialog.getByText(/评审期 14 天，到 .*；期满未提出质疑，视为通过。/)).toBeVisible();
    await expect(dialog.getByText('没有签收人，以后无法证明甲方何时收到。')).toBeVisible();
    await dialog.getByRole('combobox', { name: '甲方签收人' }).fill('顾小满');
    await dialog.getByRole('button', { name: '登记' }).click();
    await expect(report.getByText('评审中')).toBeVisible();
    await expect(steps).toContainText('顾小满 签收');
    await expect(steps).toContainText('第 1 版');
    await expect(window.getByRole('region', { name: '冻结与变化' }).getByText(/^第 1 版冻结于 .*到现在记录没有改变报告里的数字。$/)).toBeVisible();
  });

  await test.step('an objection is answered by handing it in again; then it passes', async () => {
    await report.getByRole('button', { name: '登记评审结果' }).click();
    const review = window.getByRole('dialog', { name: '登记评审结果' });
    await review.getByRole('radio', { name: '有质疑' }).check();
    await expect(review.getByText('有质疑时要写明意见')).toBeVisible();
    await review.getByLabel('评审意见').fill('请补充备份恢复测试的说明');
    await review.getByRole('button', { name: '登记' }).click();
    const questions = window.getByRole('region', { name: '质疑与答复' });
    await questions.getByRole('button', { name: '登记答复' }).click();
    const answer = window.getByRole('dialog', { name: '登记答复' });
    await answer.getByLabel('答复内容').fill('恢复测试见备份记录单，已在第七章补写');
    await answer.getByRole('button', { name: '登记' }).click();
    await expect(questions.getByText('恢复测试见备份记录单，已在第七章补写')).toBeVisible();
    await report.getByRole('button', { name: '登记重新提交' }).click();
    await window.getByRole('dialog', { name: '登记重新提交' }).getByRole('button', { name: '登记' }).click();
    await report.getByRole('button', { name: '登记评审结果' }).click();
    await review.getByRole('button', { name: '登记' }).click();
    await expect(report.getByText('已通过')).toBeVisible();
  });

  await test.step('its document is made', async () => {
    await report.getByRole('button', { name: '生成文件' }).click();
    await expect(report.getByRole('article', { name: '生成交付物结果' }).getByText(/^生成 1 份文档/)).toBeVisible({ timeout: 60_000 });
    await report.getByRole('button', { name: '到交付里看文件' }).click();
    const files = window.getByRole('table', { name: /季度总结报告的文件$/ });
    await expect(files.getByRole('row', { name: /第二季度/ })).toContainText('最新');
  });
});
