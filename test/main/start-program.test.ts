import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startProgram } from '../../electron/main/start-program.ts';

/** Stands in for Electron and writes down, in order, what the program asks of it. */
function fakeElectron(programFolder: string, data: string) {
  const asked: string[] = [];
  const appListeners = new Map<string, () => void>();
  const sent: unknown[][] = [];
  let call: (event: unknown, channel: string, input: unknown) => Promise<unknown> = () => Promise.reject(new Error('no handler'));
  let page: (request: { method: string; url: string }) => Response = () => { throw new Error('no pages'); };
  let leaving: (event: { preventDefault: () => void }) => void = () => { throw new Error('nobody asks'); };
  let answer = false;
  let ended: (how: string) => void = () => undefined;
  const end = new Promise<string>((resolve) => { ended = resolve; });
  const window = {
    webContents: {
      send: (...args: unknown[]) => sent.push(args),
      on: (event: string, listener: (event: { preventDefault: () => void }) => void) => { if (event === 'will-prevent-unload') leaving = listener; },
    },
    isDestroyed: () => false,
    once: (event: string) => asked.push(`window once ${event}`),
    loadURL: (url: string) => { asked.push(`load ${url}`); return Promise.resolve(); },
  };
  const surroundings = {
    programFolder,
    app: {
      whenReady: () => { asked.push('ready'); return Promise.resolve(); },
      getPath: () => data,
      commandLine: { getSwitchValue: () => data },
      on: (event: string, listener: () => void) => appListeners.set(event, listener),
      quit: () => ended('quit'),
      exit: () => ended('exit'),
      isPackaged: true,
    },
    ipcMain: { handle: (name: string, handler: typeof call) => { asked.push(`handle ${name}`); call = handler; } },
    protocol: { handle: (scheme: string, handler: typeof page) => { asked.push(`serve ${scheme}`); page = handler; } },
    session: () => ({
      setPermissionRequestHandler: () => asked.push('lock session'),
      setPermissionCheckHandler: () => undefined,
      setDevicePermissionHandler: () => undefined,
      webRequest: { onBeforeRequest: () => undefined },
    }),
    shell: { showItemInFolder: () => undefined },
    asksToLeave: () => answer,
    createWindow: (options: { webPreferences?: { sandbox?: boolean } }) => { asked.push(`window sandbox=${String(options.webPreferences?.sandbox)}`); return window; },
  };
  return {
    asked, sent, end,
    start: () => startProgram(surroundings as unknown as Parameters<typeof startProgram>[0]),
    call: (channel: string, input: unknown) => call({ senderFrame: { parent: null, url: 'app://binder/' } }, channel, input),
    page: (url: string) => page({ method: 'GET', url }),
    emit: (event: string) => appListeners.get(event)?.(),
    /** Whether a window with unsaved input closes when the person answers so. */
    closes: (isLeaving: boolean) => {
      answer = isLeaving;
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

test('the session is locked before the window exists, calls reach the core, and closing the window closes the store', async () => {
  const electron = fakeElectron(folder, path.join(folder, 'data'));
  await electron.start();
  expect(electron.asked).toEqual(['ready', 'lock session', 'serve app', 'handle binder:call', 'window sandbox=true', 'window once ready-to-show', 'load app://binder/']);
  expect(await electron.page('app://binder/').text()).toBe('<p>窗口</p>');
  expect(await electron.call('contracts.list', {})).toEqual({ ok: true, value: [] });

  electron.emit('window-all-closed');
  expect(await electron.end).toBe('quit');

  // The writer's lock is free again: a second start on the same folder succeeds.
  const again = fakeElectron(folder, path.join(folder, 'data'));
  await again.start();
  again.emit('window-all-closed');
  expect(await again.end).toBe('quit');
});

test('a second program on the same data folder is refused in words', async () => {
  const first = fakeElectron(folder, path.join(folder, 'data'));
  await first.start();
  const second = fakeElectron(folder, path.join(folder, 'data'));
  await expect(second.start()).rejects.toMatchObject({ code: 'store-locked' });
  expect(second.asked).toEqual(['ready']);
  first.emit('window-all-closed');
  await first.end;
});

test('a program without its built window says what to do', async () => {
  await rm(path.join(folder, 'out'), { recursive: true });
  await expect(fakeElectron(folder, path.join(folder, 'data')).start()).rejects.toThrow(/没有找到界面文件/);
});

test('a window with unsaved input closes only when the person says so', async () => {
  const electron = fakeElectron(folder, path.join(folder, 'data'));
  await electron.start();
  expect([electron.closes(false), electron.closes(true)]).toEqual([false, true]);
  electron.emit('window-all-closed');
  await electron.end;
});
