import path from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, protocol, session, shell } from 'electron';
import { createApi } from '../api/create-api.ts';
import { systemEnvironment } from '../api/environment.ts';
import { readRendererFiles } from '../api/renderer-files.ts';
import { registerCalls } from './calls.ts';
import { openLog } from './log.ts';
import { servePage } from './pages.ts';
import { lockApp, lockSession, windowOrigin } from './security.ts';
import { windowOptions } from './window.ts';

// Before anything else can run: no process without a sandbox, and our scheme known as a secure one.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);

/** out/app/main/main.js → the folder that holds package.json, `templates` and `out`. */
const programFolder = path.resolve(import.meta.dirname, '../../..');

function dataFolder(): string {
  const asked = app.commandLine.getSwitchValue('data');
  return asked === '' ? path.join(app.getPath('userData'), 'data') : path.resolve(asked);
}

async function start(): Promise<void> {
  await app.whenReady();
  const log = openLog(path.join(app.getPath('userData'), 'logs'));
  const api = await createApi({
    dataFolder: dataFolder(),
    templatesFolder: path.join(programFolder, 'templates'),
    environment: systemEnvironment(log),
    reveal: (target) => {
      shell.showItemInFolder(target);
      return Promise.resolve(true);
    },
  });
  const files = await readRendererFiles(path.join(programFolder, 'out/app/renderer'));

  lockSession(session.defaultSession);
  protocol.handle('app', (request) => servePage(files, request));
  registerCalls(ipcMain, api.answer);

  const window = new BrowserWindow(windowOptions(path.join(programFolder, 'out/app/preload/bridge.cjs'), app.isPackaged));
  const stopListening = api.on((event, payload) => {
    if (!window.isDestroyed()) window.webContents.send('binder:event', event, payload);
  });
  window.once('ready-to-show', () => window.show());
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

lockApp(app);
// One program per data folder: a second one would be refused by the store anyway.
if (!app.requestSingleInstanceLock()) app.quit();
else {
  start().catch((error: unknown) => {
    dialog.showErrorBox('运维交付夹无法启动', error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
}
