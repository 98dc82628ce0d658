import { cp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import Database from 'better-sqlite3';
import { sampleFolder } from './sample-folder.ts';
import { after, screen, type Station } from './station.ts';

const contractFile = path.resolve(import.meta.dirname, '../../../templates/sample/demo-contract.txt');

/** The screens of a data folder in which there is no contract yet. */
export const firstRunTour: readonly Station[] = [
  screen('首次运行', '#/new-contract', '欢迎使用运维交付夹', true),
  screen('没有合同时的数据与备份', '#/settings/data', '设置', true),
  screen('没有合同时的关于', '#/settings/about', '设置'),
  after('核对读取结果', '#/new-contract', '欢迎使用运维交付夹', async (page) => {
    await page.getByLabel('选择合同文件').setInputFiles(contractFile);
    await expect(page.getByRole('heading', { name: '核对读取结果' })).toBeVisible();
  }, { isWalked: true }),
];

/** The sample year as a newer program has written it, so that this one may only read it. */
export async function prepareNewer(dataFolder: string): Promise<void> {
  await cp(sampleFolder, dataFolder, { recursive: true });
  const database = new Database(path.join(dataFolder, 'binder.sqlite'));
  database.pragma('user_version = 999');
  database.prepare("UPDATE setting SET value = json_set(value, '$.program', '9.1.0', '$.layout', 1) WHERE name = 'readableFrom'").run();
  database.close();
}

/** A data folder whose file is no database any more. */
export async function prepareDamaged(dataFolder: string): Promise<void> {
  await cp(sampleFolder, dataFolder, { recursive: true });
  await writeFile(path.join(dataFolder, 'binder.sqlite'), '这不是数据库'.repeat(2000));
}
