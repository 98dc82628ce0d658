import path from 'node:path';
import type { App, BrowserWindow, BrowserWindowConstructorOptions, IpcMain, Protocol, Session, Shell } from 'electron';
import { createApi } from '../api/create-api.ts';
import { systemEnvironment } from '../api/environment.ts';
import { readRendererFiles } from '../api/renderer-files.ts';
import { registerCalls } from './calls.ts';
import { openLog } from './log.ts';
import { servePage } from './pages.ts';
import { lockSession, windowOrigin } from './security.ts';
import { windowOptions } from './window.ts';

/** The parts of Electron that the program uses, passed in so that a test can stand in for them. */
export type Surroundings = {
  readonly app: Pick<App, 'whenReady' | 'getPath' | 'commandLine' | 'on' | 'quit' | 'exit' | 'isPackaged'>;
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly protocol: Pick<Protocol, 'handle'>;
  readonly session: () => Session;
  readonly shell: Pick<Shell, 'showItemInFolder'>;
  /** Asks whether to leave a window whose page holds something unsaved. */
  readonly asksToLeave: (window: BrowserWindow) => boolean;
  readonly createWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  /** The folder that holds package.json, `templates` and `out`. */
  readonly programFolder: string;
};

function dataFolder({ app }: Surroundings): string {
  const asked = app.commandLine.getSwitchValue('data');
  return asked === '' ? path.join(app.getPath('userData'), 'data') : path.resolve(asked);
}

/** Opens the data folder, locks the session, serves the pages and shows the one window. Throws what `createApi` throws. */
export async function startProgram(surroundings: Surroundings): Promise<void> {
  const { app, protocol, programFolder, shell } = surroundings;
  await app.whenReady();
  const files = await readRendererFiles(path.join(programFolder, 'out/app/renderer'));
  const api = await createApi({
    dataFolder: dataFolder(surroundings),
    templatesFolder: path.join(programFolder, 'templates'),
    environment: systemEnvironment(openLog(path.join(app.getPath('userData'), 'logs'))),
    reveal: (target) => {
      shell.showItemInFolder(target);
      return Promise.resolve(true);
    },
  });

  // Locked before the first page exists.
  lockSession(surroundings.session(), app.isPackaged);
  protocol.handle('app', (request) => servePage(files, request));
  registerCalls(surroundings.ipcMain, api.answer);

  const window = surroundings.createWindow(windowOptions(path.join(programFolder, 'out/app/preload/bridge.cjs'), app.isPackaged));
  const stopListening = api.on((event, payload) => {
    if (!window.isDestroyed()) window.webContents.send('binder:event', event, payload);
  });
  window.once('ready-to-show', () => window.show());
  // Without an answer here the window of a form with unsaved input would not close, and not say why.
  window.webContents.on('will-prevent-unload', (event) => {
    if (surroundings.asksToLeave(window)) event.preventDefault();
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => {
    stopListening();
    // A data folder that does not close cleanly is repaired when it is opened next; the program ends either way.
    api.close().then(() => app.quit(), () => app.exit(1));
  });
  await window.loadURL(`${windowOrigin}/`);
}
