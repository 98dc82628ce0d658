import { expect, test } from './support/running-app.ts';

test.use({ startsWithSample: true });

test('the paper is arranged: documents go from volume to volume by keys, by choice and by dragging, and all of it is there again', async ({ window }) => {
  await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
  await window.keyboard.press('Alt+5');
  await window.getByRole('tab', { name: '文件' }).press('ArrowRight');
  const volume = (number: number) => window.getByRole('region', { name: new RegExp(`^第 ${number} 卷 `) }).first();
  const titles = (number: number) => window.getByRole('table', { name: `第 ${number} 卷的文件` }).locator('tbody .volume-item');
  await expect(window.getByText(/^共 6 卷，143 件，约 \d+ 页$/)).toBeVisible();
  await window.getByRole('button', { name: /^展开第 1 卷/ }).click();
  await expect(titles(1)).toHaveText(['年底总结报告', '季度总结报告（第一季度）', '季度总结报告（第二季度）', '季度总结报告（第三季度）', '季度总结报告（第四季度）', /^服务报告台账/]);

  const annual = window.getByRole('button', { name: /^移动“年底总结报告”/ });
  await annual.press('Alt+ArrowDown');
  await annual.press('Alt+ArrowDown');
  await expect(titles(1)).toHaveText([/第一季度/, /第二季度/, '年底总结报告', /第三季度/, /第四季度/, /^服务报告台账/]);
  await expect(annual).toBeFocused();
  await expect(window.getByText('“年底总结报告”现在是第 1 卷第 3 件')).toBeAttached();

  await window.getByRole('checkbox', { name: '选择“季度总结报告（第四季度）”' }).check();
  await window.getByRole('checkbox', { name: /^选择“服务报告台账”/ }).check();
  await window.getByRole('combobox', { name: '把所选的件移到哪一卷' }).click();
  await window.getByTitle('新的一卷').click();
  await expect(window.getByText(/^共 7 卷，143 件/)).toBeVisible();
  await window.getByRole('button', { name: /^移动“季度总结报告（第三季度）”/ }).dragTo(window.getByRole('row', { name: /季度总结报告（第一季度）/ }));
  await expect(titles(1)).toHaveText([/第三季度/, /第一季度/, /第二季度/, '年底总结报告']);

  await window.getByRole('button', { name: '改第 1 卷的题名' }).click();
  await window.getByRole('textbox', { name: '改第 1 卷的题名' }).fill('总结报告');
  await window.keyboard.press('Enter');
  await window.getByRole('radio', { name: '按档案要求立卷' }).check();
  await window.getByLabel('档号前缀').fill('YW-2024');
  await window.keyboard.press('Tab');
  await expect(volume(1)).toContainText('YW-2024-0001');
  await window.reload();

  await window.getByRole('button', { name: '展开第 1 卷 总结报告' }).click();
  await expect(titles(1)).toHaveText([/第三季度/, /第一季度/, /第二季度/, '年底总结报告']);
  await expect(volume(7)).toContainText('YW-2024-0007');
  await window.getByRole('button', { name: '恢复按规则分卷' }).click();
  await window.getByRole('dialog').getByRole('button', { name: '恢复按规则分卷' }).click();
  await expect(window.getByText(/^共 6 卷，143 件/)).toBeVisible();
});
