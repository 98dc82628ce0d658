import path from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell } from 'electron';
import { lockApp } from './security.ts';
import { startProgram } from './start-program.ts';

// Before anything else can run: no process without a sandbox, and our scheme known as a secure one.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
lockApp(app);

// One window per person: a second start brings it to the front, and asks there for the folder it was started with.
if (!app.requestSingleInstanceLock({ data: app.commandLine.getSwitchValue('data') })) app.quit();
else {
  startProgram({
    app, ipcMain, protocol, shell, dialog, nativeTheme,
    menu: Menu,
    screen: () => screen,
    session: () => session.defaultSession,
    createWindow: (options) => new BrowserWindow(options),
    platform: process.platform,
    // This file runs as out/app/main/main.js.
    programFolder: path.resolve(import.meta.dirname, '../../..'),
  }).catch((error: unknown) => {
    dialog.showErrorBox('运维交付夹无法启动', error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
}
