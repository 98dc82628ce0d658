import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MenuItem } from '../../electron/main/menu.ts';
import { startProgram } from '../../electron/main/start-program.ts';
import { testProfile } from '../helpers/records.ts';

type Listener = (...args: unknown[]) => void;

/** Items of the menu by their labels, however deep. */
function itemsOf(template: readonly MenuItem[]): Map<string, MenuItem> {
  return new Map(template.flatMap((item) => [[item.label ?? '', item] as const, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]));
}

/** Stands in for Electron and writes down, in order, what the program asks of it. */
function fakeElectron(programFolder: string, data: string) {
  const asked: string[] = [];
  const appListeners = new Map<string, Listener>();
  const windowListeners = new Map<string, Listener[]>();
  const sent: unknown[][] = [];
  const questions: string[] = [];
  const errors: string[] = [];
  let call: (event: unknown, channel: string, input: unknown) => Promise<unknown> = () => Promise.reject(new Error('no handler'));
  let page: (request: { method: string; url: string }) => Response = () => { throw new Error('no pages'); };
  let leaving: (event: { preventDefault: () => void }) => void = () => { throw new Error('nobody asks'); };
  let answer = 0;
  let chosen: string | undefined;
  let menu = new Map<string, MenuItem>();
  let ended: (how: string) => void = () => undefined;
  const end = new Promise<string>((resolve) => { ended = resolve; });
  const window = {
    webContents: {
      send: (...args: unknown[]) => sent.push(args),
      on: (event: string, listener: (event: { preventDefault: () => void }) => void) => { if (event === 'will-prevent-unload') leaving = listener; },
    },
    isDestroyed: () => false,
    isMinimized: () => false,
    isMaximized: () => false,
    isFullScreen: () => false,
    getNormalBounds: () => ({ x: 40, y: 50, width: 1200, height: 700 }),
    focus: () => asked.push('focus'),
    once: (event: string) => asked.push(`window once ${event}`),
    on: (event: string, listener: Listener) => windowListeners.set(event, [...(windowListeners.get(event) ?? []), listener]),
    loadURL: (url: string) => { asked.push(`load ${url}`); return Promise.resolve(); },
  };
  const surroundings = {
    programFolder,
    platform: 'linux',
    app: {
      whenReady: () => { asked.push('ready'); return Promise.resolve(); },
      getPath: () => path.join(programFolder, 'user'),
      commandLine: { getSwitchValue: () => data },
      on: (event: string, listener: Listener) => appListeners.set(event, listener),
      quit: () => ended('quit'),
      exit: () => ended('exit'),
      isPackaged: true,
      addRecentDocument: () => undefined,
    },
    ipcMain: { handle: (name: string, handler: typeof call) => { asked.push(`handle ${name}`); call = handler; } },
    protocol: { handle: (scheme: string, handler: typeof page) => { asked.push(`serve ${scheme}`); page = handler; } },
    session: () => ({
      setPermissionRequestHandler: () => asked.push('lock session'),
      setPermissionCheckHandler: () => undefined,
      setDevicePermissionHandler: () => undefined,
      webRequest: { onBeforeRequest: () => undefined },
    }),
    shell: { showItemInFolder: () => undefined, openPath: () => Promise.resolve('') },
    dialog: {
      showMessageBoxSync: (_window: unknown, question: { message: string }) => { questions.push(question.message); return answer; },
      showOpenDialog: () => Promise.resolve({ canceled: chosen === undefined, filePaths: chosen === undefined ? [] : [chosen] }),
      showErrorBox: (_title: string, text: string) => errors.push(text),
    },
    menu: { setApplicationMenu: () => undefined, buildFromTemplate: (template: MenuItem[]) => { menu = itemsOf(template); } },
    screen: () => ({ getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] }),
    nativeTheme: { shouldUseDarkColors: true },
    createWindow: (options: { webPreferences?: { sandbox?: boolean }; backgroundColor?: string; x?: number }) => {
      asked.push(`window sandbox=${String(options.webPreferences?.sandbox)} colour=${options.backgroundColor ?? ''} x=${options.x ?? ''}`);
      return window;
    },
  };
  return {
    asked, sent, end, questions, errors,
    start: () => startProgram(surroundings as unknown as Parameters<typeof startProgram>[0]),
    call: (channel: string, input: unknown) => call({ senderFrame: { parent: null, url: 'app://binder/' } }, channel, input),
    page: (url: string) => page({ method: 'GET', url }),
    emit: (event: string, ...args: unknown[]) => appListeners.get(event)?.(...args),
    answers: (next: number) => { answer = next; },
    chooses: (location: string | undefined) => { chosen = location; },
    menu: (label: string) => menu.get(label),
    /** Clicks an item of the menu. */
    click: (label: string) => { (menu.get(label)?.click as (() => void) | undefined)?.(); },
    /** Whether the window closes now. */
    closes: () => {
      let isPrevented = false;
      for (const listener of windowListeners.get('close') ?? []) listener({ preventDefault: () => { isPrevented = true; } });
      return !isPrevented;
    },
    /** Whether a window with unsaved input closes when the person answers so. */
    leaves: (next: number) => {
      answer = next;
      let isClosing = false;
      leaving({ preventDefault: () => { isClosing = true; } });
      return isClosing;
    },
  };
}

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'program-'));
  await mkdir(path.join(folder, 'out/app/renderer'), { recursive: true });
  await writeFile(path.join(folder, 'out/app/renderer/index.html'), '<p>窗口</p>');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function started(data: string = path.join(folder, 'data')) {
  const electron = fakeElectron(folder, data);
  await electron.start();
  return electron;
}

async function ending(electron: Awaited<ReturnType<typeof started>>): Promise<string> {
  electron.emit('window-all-closed');
  return electron.end;
}

test('the session is locked before the window exists, calls reach the core, and closing the window closes the store', async () => {
  const electron = await started();
  expect(electron.asked).toEqual(['ready', 'lock session', 'serve app', 'handle binder:call', 'window sandbox=true colour=#101419 x=', 'window once ready-to-show', 'load app://binder/']);
  expect(await electron.page('app://binder/').text()).toBe('<p>窗口</p>');
  expect(await electron.call('contracts.list', {})).toEqual({ ok: true, value: [] });
  expect(await ending(electron)).toBe('quit');

  // The writer's lock is free again: a second start on the same folder succeeds.
  expect(await ending(await started())).toBe('quit');
});

test('a window comes up also over a folder that is open elsewhere, and says so', async () => {
  const first = await started();
  const second = await started();
  expect(await second.call('data.state', {})).toMatchObject({ ok: true, value: { isOpen: false, closed: { reason: 'locked', canRead: true } } });
  expect(second.menu('新建日常巡检记录单')?.enabled).toBe(false);
  await ending(first);
  expect(await second.call('data.open', { location: path.join(folder, 'data') })).toMatchObject({ ok: true, value: { isOpen: true } });
  await expect.poll(() => second.menu('新建日常巡检记录单')?.enabled).toBe(true);
  await ending(second);
});

test('a program without its built window says what to do', async () => {
  await rm(path.join(folder, 'out'), { recursive: true });
  await expect(fakeElectron(folder, path.join(folder, 'data')).start()).rejects.toThrow(/没有找到界面文件/);
});

test('a window with unsaved input closes only when the person says so', async () => {
  const electron = await started();
  expect([electron.leaves(0), electron.leaves(1)]).toEqual([false, true]);
  await ending(electron);
});

test('while a job runs, closing asks first', async () => {
  const electron = await started();
  const created = await electron.call('contracts.create', { profile: testProfile() });
  expect(created).toMatchObject({ ok: true });
  expect(electron.closes()).toBe(true);
  await electron.call('backups.make', {});
  expect(electron.closes()).toBe(false);
  electron.answers(1);
  expect(electron.closes()).toBe(true);
  expect(electron.questions).toEqual(['还有任务在进行，仍然退出吗？', '还有任务在进行，仍然退出吗？']);
  await ending(electron);
});

test('the window comes back where it stood', async () => {
  const electron = await started();
  electron.closes();
  await ending(electron);
  expect(JSON.parse(await readFile(path.join(folder, 'user/window-state.json'), 'utf8'))).toMatchObject({ arrangements: [{ state: { x: 40, y: 50, width: 1200, height: 700, isMaximized: false } }] });
  const again = await started();
  expect(again.asked).toContain('window sandbox=true colour=#101419 x=40');
  await ending(again);
});

test('the menu hands actions to the page and changes folders by the system dialog after a question', async () => {
  const electron = await started();
  await expect.poll(() => electron.menu('关于运维交付夹')).toBeDefined();
  electron.click('关于运维交付夹');
  electron.click('新建日常巡检记录单');
  electron.click('日历');
  expect(electron.sent).toEqual([['binder:event', 'menu.chosen', { action: 'about' }], ['binder:event', 'menu.chosen', { action: 'new-inspection' }], ['binder:event', 'menu.chosen', { action: 'screen-3' }]]);

  const other = path.join(folder, '另一份');
  electron.chooses(other);
  electron.answers(1);
  electron.click('新建数据文件夹…');
  const location = async (): Promise<unknown> => ((await electron.call('data.state', {})) as { value: { folder: { location: string } } }).value.folder.location;
  await expect.poll(location).toBe(other);
  await expect.poll(() => electron.menu(`data　${path.join(folder, 'data')}`)).toBeDefined();
  electron.click(`data　${path.join(folder, 'data')}`);
  await expect.poll(location).toBe(path.join(folder, 'data'));

  electron.chooses(path.join(folder, 'out'));
  electron.click('打开数据文件夹…');
  await expect.poll(() => electron.errors).toHaveLength(1);
  expect(await location()).toBe(path.join(folder, 'data'));
  await ending(electron);
});

test('a second start with another folder asks in the first window', async () => {
  const electron = await started();
  const other = path.join(folder, '另一份');
  const made = await started(other);
  await ending(made);
  electron.answers(1);
  electron.emit('second-instance', {}, [], folder, { data: other });
  await expect.poll(async () => ((await electron.call('data.state', {})) as { value: { folder: { name: string } } }).value.folder.name).toBe('另一份');
  expect(electron.asked).toContain('focus');
  expect(electron.questions).toEqual(['打开数据文件夹“另一份”吗？']);
  await ending(electron);
});
