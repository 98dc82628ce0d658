import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkedBackupPlace, reportPlace, type ForbiddenPlaces } from '../../../electron/api/workspace/folder-place.ts';
import { testPlace } from './open-workspace.ts';

const places: ForbiddenPlaces = { home: '/home/someone', platform: 'linux' };

test('places are told apart by what is there', () => {
  const root = testPlace();
  for (const name of ['空', '有数据/内部', '有别的']) mkdirSync(path.join(root, name), { recursive: true });
  writeFileSync(path.join(root, '有数据/binder.sqlite'), '');
  writeFileSync(path.join(root, '有别的/账本.xlsx'), '');
  writeFileSync(path.join(root, '空/desktop.ini'), '');
  const kinds = ['空', '有数据', '有别的', '新的', '没有/新的', '有数据/内部', '有数据/新的', '有别的/账本.xlsx'].map((name) => reportPlace(path.join(root, name), places).kind);
  expect(kinds).toEqual(['empty', 'data', 'refused', 'new', 'refused', 'refused', 'refused', 'refused']);
});

test('system folders, whole homes and relative places are refused, also by way of a link', () => {
  const root = testPlace();
  symlinkSync('/etc', path.join(root, '链接'));
  const refused = ['/', '/etc', '/usr/share/x', '/home/someone', '/tmp', 'data', '../data', '', path.join(root, '链接'), path.join(root, '链接', 'x')];
  expect(refused.map((place) => reportPlace(place, places).kind)).toEqual(refused.map(() => 'refused'));
  const windows: ForbiddenPlaces = { home: 'C:\\Users\\someone', platform: 'win32' };
  expect(reportPlace('/tmp', windows).kind).toBe('refused');
});

test('what Windows copies with quotes is understood', () => {
  const root = testPlace();
  expect(reportPlace(` "${root}" `, places)).toMatchObject({ kind: 'empty', location: root });
});

test('backups may go to any folder outside the data, also one with other files', () => {
  const root = testPlace();
  mkdirSync(path.join(root, '数据/backups'), { recursive: true });
  mkdirSync(path.join(root, '移动硬盘'));
  writeFileSync(path.join(root, '数据/binder.sqlite'), '');
  writeFileSync(path.join(root, '移动硬盘/别的.txt'), '');
  const check = (place: string): string => checkedBackupPlace(place, path.join(root, '数据'), places);
  expect(check(path.join(root, '移动硬盘'))).toBe(path.join(root, '移动硬盘'));
  for (const place of ['数据', '数据/backups', '没有']) expect(() => check(path.join(root, place))).toThrow(/在数据文件夹里面|没有这个文件夹/);
  for (const place of ['/', '/etc', 'x']) expect(() => check(place)).toThrow(/总文件夹|完整的位置/);
});
