import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { collectLicences } from '../../build/scripts/collect-licences.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('every package in the program is there with its licence, the tools that only build it are not', () => {
  const licences = collectLicences(root);
  const names = new Set(licences.map(({ name }) => name));
  expect(['antd', 'better-sqlite3', 'chinese-days', 'echarts', 'electron', 'react', 'zod', 'zustand', 'zrender'].filter((name) => !names.has(name))).toEqual([]);
  expect(['vite', 'vitest', 'oxlint', 'docxtemplater', 'exceljs'].filter((name) => names.has(name))).toEqual([]);
  expect(licences.filter(({ licence, text }) => licence === '' && text === '').map(({ name }) => name)).toEqual([]);
});

test('packages are found as Node finds them, also inside another one, and each version once', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'licences-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const add = (place: string, content: object, licence?: string): void => {
    mkdirSync(path.join(folder, place), { recursive: true });
    writeFileSync(path.join(folder, place, 'package.json'), JSON.stringify(content));
    if (licence !== undefined) writeFileSync(path.join(folder, place, 'LICENSE.md'), licence);
  };
  add('', { dependencies: { a: '1', b: '1', missing: '1' } });
  add('node_modules/a', { version: '1.0.0', license: 'MIT', dependencies: { b: '2' } }, '甲');
  add('node_modules/a/node_modules/b', { version: '2.0.0', license: { type: 'ISC' } });
  add('node_modules/b', { version: '1.0.0', license: 'MIT', dependencies: { a: '1' } });
  expect(collectLicences(folder)).toEqual([
    { name: 'a', version: '1.0.0', licence: 'MIT', text: '甲' },
    { name: 'b', version: '1.0.0', licence: 'MIT', text: '' },
    { name: 'b', version: '2.0.0', licence: 'ISC', text: '' },
  ]);
});
