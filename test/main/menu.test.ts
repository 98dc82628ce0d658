import { expect, test } from 'vitest';
import { openDialogOptions } from '../../electron/main/dialogs.ts';
import { menuTemplate, type MenuDeeds, type MenuItem } from '../../electron/main/menu.ts';
import { kindNames } from '../../shared/records/kinds.ts';

const deeds: MenuDeeds = { choose: () => undefined, openFolder: () => undefined, createFolder: () => undefined, openRecent: () => undefined, revealFolder: () => undefined, revealLog: () => undefined };
const usual = { isMac: false, isPackaged: true, isOpen: true, recent: [] };

function flat(template: readonly MenuItem[]): MenuItem[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

test('the menu is in Chinese throughout, and every kind of record can be begun from it', () => {
  const template = menuTemplate(deeds, usual);
  expect(template.map(({ label }) => label)).toEqual(['文件', '编辑', '视图', '记录', '窗口', '帮助']);
  const labels = flat(template).filter(({ type }) => type !== 'separator').map(({ label }) => label ?? '');
  expect(labels.filter((label) => !/\p{Script=Han}/u.test(label))).toEqual([]);
  expect(labels.filter((label) => label.startsWith('新建') && label !== '新建数据文件夹…')).toHaveLength(kindNames.length);
});

test('keys of the page are shown and left to the page; no key is there twice', () => {
  const items = flat(menuTemplate(deeds, usual)).filter(({ accelerator }) => accelerator !== undefined);
  expect(items.filter(({ registerAccelerator }) => registerAccelerator === false).map(({ accelerator }) => accelerator)).toEqual(['/', 'Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+6', 'Alt+7', 'CmdOrCtrl+S']);
  expect(new Set(items.map(({ accelerator }) => accelerator)).size).toBe(items.length);
});

test('developer tools are only in an unpackaged program; without a folder nothing can be begun', () => {
  const roles = (isPackaged: boolean): unknown[] => flat(menuTemplate(deeds, { ...usual, isPackaged })).map(({ role }) => role);
  expect([roles(true).includes('toggleDevTools'), roles(false).includes('toggleDevTools')]).toEqual([false, true]);
  const closed = flat(menuTemplate(deeds, { ...usual, isOpen: false }));
  expect(closed.filter(({ label, enabled }) => label?.startsWith('新建') === true && enabled !== false).map(({ label }) => label)).toEqual(['新建数据文件夹…']);
});

test('folders of the list are those that are there and not open; an ampersand in a name is one', () => {
  const folder = (name: string, isCurrent: boolean, isPresent: boolean) => ({ name, location: `/资料/${name}`, openedAt: '', contracts: 1, isCurrent, isPresent });
  const items = flat(menuTemplate(deeds, { ...usual, recent: [folder('甲', true, true), folder('乙&丙', false, true), folder('丁', false, false)] }));
  expect(items.filter(({ label }) => label?.includes('/资料/') === true).map(({ label }) => label)).toEqual(['乙&&丙　/资料/乙&&丙']);
});

test('dialogs begin where the person is, not in the downloads', () => {
  expect((['open', 'create', 'outside', 'backup'] as const).map((purpose) => openDialogOptions(purpose, '/资料').defaultPath)).toEqual(['/资料', '/资料', '/资料', '/资料']);
  expect(openDialogOptions('open', '/').properties).toEqual(['openDirectory']);
  expect(openDialogOptions('backup', '/').properties).toEqual(['openFile']);
});
