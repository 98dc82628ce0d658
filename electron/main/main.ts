import path from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, protocol, session, shell } from 'electron';
import { lockApp } from './security.ts';
import { startProgram } from './start-program.ts';
import { leaveQuestion, leaves } from './window.ts';

// Before anything else can run: no process without a sandbox, and our scheme known as a secure one.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
lockApp(app);

// One program per data folder: a second one would be refused by the store anyway.
if (!app.requestSingleInstanceLock()) app.quit();
else {
  startProgram({
    app, ipcMain, protocol, shell,
    session: () => session.defaultSession,
    createWindow: (options) => new BrowserWindow(options),
    asksToLeave: (window) => dialog.showMessageBoxSync(window, leaveQuestion) === leaves,
    // This file runs as out/app/main/main.js.
    programFolder: path.resolve(import.meta.dirname, '../../..'),
  }).catch((error: unknown) => {
    dialog.showErrorBox('运维交付夹无法启动', error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
}
