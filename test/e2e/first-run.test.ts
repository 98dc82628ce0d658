import path from 'node:path';
import { expect, test } from './support/running-app.ts';

const contractFile = path.resolve(import.meta.dirname, '../../templates/sample/demo-contract.txt');

test('a contract text becomes a profile; its questions are answered one by one', async ({ window }) => {
  await expect(window.getByRole('heading', { name: '欢迎使用运维交付夹' })).toBeVisible();
  await window.getByLabel('选择合同文件').setInputFiles(contractFile);
  await expect(window.getByRole('heading', { name: '核对读取结果' })).toBeVisible();
  await window.getByRole('button', { name: '创建合同档案' }).click();
  await expect(window.getByRole('heading', { name: '总览' })).toBeVisible();
});
