import path from 'node:path';
import type { App, BrowserWindow, BrowserWindowConstructorOptions, Dialog, IpcMain, Menu, MenuItemConstructorOptions, NativeTheme, Protocol, Screen, Session, Shell } from 'electron';
import { systemEnvironment } from '../api/environment.ts';
import { readRendererFiles } from '../api/renderer-files.ts';
import { createWorkspace, type WorkspaceApi } from '../api/workspace/create-workspace.ts';
import { registerCalls } from './calls.ts';
import { choosePlace, goesOn, leaveQuestion, runningJobsQuestion } from './dialogs.ts';
import { openLog } from './log.ts';
import { servePage } from './pages.ts';
import { showMenu } from './program-menu.ts';
import { lockSession, windowOrigin } from './security.ts';
import { followWindowState, readWindowState } from './window-state.ts';
import { windowOptions } from './window.ts';

/** The parts of Electron that the program uses, passed in so that a test can stand in for them. */
export type Surroundings = {
  readonly app: Pick<App, 'whenReady' | 'getPath' | 'commandLine' | 'on' | 'quit' | 'exit' | 'isPackaged' | 'addRecentDocument'>;
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly protocol: Pick<Protocol, 'handle'>;
  readonly session: () => Session;
  readonly shell: Pick<Shell, 'showItemInFolder' | 'openPath'>;
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showMessageBoxSync' | 'showErrorBox'>;
  readonly menu: { readonly setApplicationMenu: (menu: Menu) => void; readonly buildFromTemplate: (template: MenuItemConstructorOptions[]) => Menu };
  /** Known once the program is ready. */
  readonly screen: () => Pick<Screen, 'getAllDisplays'>;
  readonly nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors'>;
  readonly createWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly platform: NodeJS.Platform;
  /** The folder that holds package.json, `templates` and `out`. */
  readonly programFolder: string;
};

function namedFolder(app: Surroundings['app']): string | undefined {
  const asked = app.commandLine.getSwitchValue('data');
  return asked === '' ? undefined : path.resolve(asked);
}

/** A folder opens as itself; a file is shown in its folder. */
async function reveal(shell: Surroundings['shell'], target: string, isFolder: boolean): Promise<boolean> {
  if (isFolder) return (await shell.openPath(target)) === '';
  shell.showItemInFolder(target);
  return true;
}

/** The core over the folder that was named, or that was open last. It comes up whatever is the matter with the folder; the window shows that. */
async function openWorkspace(surroundings: Surroundings, window: () => BrowserWindow | undefined): Promise<WorkspaceApi> {
  const { app, programFolder, shell, dialog } = surroundings;
  const settingsFolder = app.getPath('userData');
  const named = namedFolder(app);
  const logFolder = path.join(settingsFolder, 'logs');
  return createWorkspace({
    dataFolder: named ?? path.join(settingsFolder, 'data'),
    prefersLast: named === undefined,
    settingsFolder,
    logFolder,
    templatesFolder: path.join(programFolder, 'templates'),
    makesBeside: true,
    environment: systemEnvironment(openLog(logFolder)),
    reveal: (target) => reveal(shell, target, target === logFolder),
    openFile: (target) => reveal(shell, target, true),
    choosePlace: (purpose) => choosePlace(dialog, window(), purpose, app.getPath('documents')),
  });
}

/** Opens the data folder, locks the session, serves the pages and shows the one window with its menu. Throws when the window is not built. */
export async function startProgram(surroundings: Surroundings): Promise<void> {
  const { app, protocol, programFolder, dialog, screen, nativeTheme } = surroundings;
  await app.whenReady();
  const files = await readRendererFiles(path.join(programFolder, 'out/app/renderer'));
  let opened: BrowserWindow | undefined;
  const api = await openWorkspace(surroundings, () => opened);

  // Locked before the first page exists.
  lockSession(surroundings.session(), app.isPackaged);
  protocol.handle('app', (request) => servePage(files, request));
  registerCalls(surroundings.ipcMain, api.answer);

  const settingsFolder = app.getPath('userData');
  const state = readWindowState(settingsFolder, screen().getAllDisplays());
  const preload = path.join(programFolder, 'out/app/preload/bridge.cjs');
  const window = surroundings.createWindow(windowOptions({ preload, isPackaged: app.isPackaged, isDark: nativeTheme.shouldUseDarkColors, state }));
  opened = window;
  followWindowState(window, settingsFolder, () => screen().getAllDisplays(), (error) => process.stderr.write(`window state: ${String(error)}\n`));
  const menu = showMenu(surroundings, api, window);
  const stopListening = api.on((event, payload) => {
    if (!window.isDestroyed()) window.webContents.send('binder:event', event, payload);
  });

  window.once('ready-to-show', () => {
    if (state?.isMaximized === true) window.maximize();
    window.show();
  });
  window.on('close', (event) => {
    if (api.hasRunningJobs() && dialog.showMessageBoxSync(window, runningJobsQuestion) !== goesOn) event.preventDefault();
  });
  // Without an answer here the window of a form with unsaved input would not close, and not say why.
  window.webContents.on('will-prevent-unload', (event) => {
    if (dialog.showMessageBoxSync(window, leaveQuestion) === goesOn) event.preventDefault();
  });
  app.on('second-instance', (_event, _commandLine, _folder, other: unknown) => {
    if (window.isMinimized()) window.restore();
    window.focus();
    const wanted = typeof other === 'object' && other !== null && 'data' in other && typeof other.data === 'string' ? other.data : '';
    if (wanted !== '' && path.resolve(wanted) !== api.location()) void menu.openFolder(path.resolve(wanted));
  });
  app.on('window-all-closed', () => {
    stopListening();
    // A data folder that does not close cleanly is repaired when it is opened next; the program ends either way.
    api.close().then(() => app.quit(), () => app.exit(1));
  });
  await window.loadURL(`${windowOrigin}/`);
}
