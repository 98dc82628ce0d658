import type { MenuItemConstructorOptions } from 'electron';
import type { MenuAction } from '../../shared/ipc/events.ts';
import type { RecentFolder } from '../../shared/ipc/data-channels.ts';
import { kindNames, kinds } from '../../shared/records/kinds.ts';

/** What the menu can do besides what the system does for it. */
export type MenuDeeds = {
  /** Hands an action to the page. */
  readonly choose: (action: MenuAction) => void;
  readonly openFolder: () => void;
  readonly createFolder: () => void;
  readonly openRecent: (folder: RecentFolder) => void;
  readonly revealFolder: () => void;
  readonly revealLog: () => void;
};

export type MenuCircumstances = { readonly isMac: boolean; readonly isPackaged: boolean; readonly recent: readonly RecentFolder[]; readonly isOpen: boolean };

/** An item of the menu as Electron takes it. */
export type MenuItem = MenuItemConstructorOptions;
type Item = MenuItem;

const separator: Item = { type: 'separator' };
const screens = ['总览', '记录', '日历', '报告', '交付', '模板', '设置'] as const;

/** An item whose key the page itself handles: it is shown here, and not taken away from the page. */
function shown(label: string, accelerator: string, click: () => void): Item {
  return { label, accelerator, registerAccelerator: false, click };
}

function fileMenu(deeds: MenuDeeds, { isMac, recent, isOpen }: MenuCircumstances): Item {
  const others = recent.filter(({ isCurrent, isPresent }) => !isCurrent && isPresent);
  return {
    label: '文件',
    submenu: [
      { label: '打开数据文件夹…', accelerator: 'CmdOrCtrl+O', click: deeds.openFolder },
      { label: '新建数据文件夹…', click: deeds.createFolder },
      {
        label: '最近的数据文件夹',
        enabled: others.length > 0,
        // A name alone may stand for several folders.
        submenu: others.map((folder) => ({ label: `${folder.name.replaceAll('&', '&&')}　${folder.location.replaceAll('&', '&&')}`, click: () => deeds.openRecent(folder) })),
      },
      { label: '打开数据文件夹所在位置', enabled: isOpen, click: deeds.revealFolder },
      separator,
      { label: '数据与备份…', click: () => deeds.choose('backup') },
      separator,
      { label: '打印…', accelerator: 'CmdOrCtrl+P', click: () => deeds.choose('print') },
      ...(isMac ? [] : [separator, { label: '退出', role: 'quit' } satisfies Item]),
    ],
  };
}

const editMenu: (deeds: MenuDeeds) => Item = (deeds) => ({
  label: '编辑',
  submenu: [
    { label: '撤销', role: 'undo' },
    { label: '重做', role: 'redo' },
    separator,
    { label: '剪切', role: 'cut' },
    { label: '复制', role: 'copy' },
    { label: '粘贴', role: 'paste' },
    { label: '全选', role: 'selectAll' },
    separator,
    shown('搜索记录', '/', () => deeds.choose('search')),
  ],
});

const numbers = [1, 2, 3, 4, 5, 6, 7] as const;

function viewMenu(deeds: MenuDeeds, { isPackaged, isOpen }: MenuCircumstances): Item {
  return {
    label: '视图',
    submenu: [
      ...numbers.map((number) => ({ ...shown(screens[number - 1] ?? '', `Alt+${number}`, () => deeds.choose(`screen-${number}`)), enabled: isOpen })),
      separator,
      { label: '放大', role: 'zoomIn' },
      { label: '缩小', role: 'zoomOut' },
      { label: '实际大小', role: 'resetZoom' },
      separator,
      { label: '全屏', role: 'togglefullscreen' },
      ...(isPackaged ? [] : [{ label: '开发者工具', role: 'toggleDevTools' } satisfies Item]),
    ],
  };
}

function recordMenu(deeds: MenuDeeds, { isOpen }: MenuCircumstances): Item {
  return {
    label: '记录',
    submenu: [
      ...kindNames.map((kind) => ({ label: `新建${kinds[kind].title}`, enabled: isOpen, click: () => deeds.choose(`new-${kind}`) })),
      separator,
      shown('保存', 'CmdOrCtrl+S', () => deeds.choose('save')),
    ],
  };
}

/** The menu of the program, in Chinese; items of the system keep their roles, so that keys and selections behave as everywhere. */
export function menuTemplate(deeds: MenuDeeds, circumstances: MenuCircumstances): Item[] {
  const { isMac } = circumstances;
  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies Item] : []),
    fileMenu(deeds, circumstances),
    editMenu(deeds),
    viewMenu(deeds, circumstances),
    recordMenu(deeds, circumstances),
    { label: '窗口', submenu: [{ label: '最小化', role: 'minimize' }, ...(isMac ? [{ label: '缩放', role: 'zoom' } satisfies Item, { label: '前置全部窗口', role: 'front' } satisfies Item] : [{ label: '关闭', role: 'close' } satisfies Item])] },
    {
      label: '帮助',
      role: 'help',
      submenu: [
        { label: '打开日志文件夹', click: deeds.revealLog },
        { label: '关于运维交付夹', click: () => deeds.choose('about') },
      ],
    },
  ];
}
