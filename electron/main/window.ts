import type { BrowserWindowConstructorOptions, MessageBoxSyncOptions } from 'electron';

/** Options of the one window; every security-relevant default is said aloud so that a test can hold it. */
export function windowOptions(preload: string, isPackaged: boolean): BrowserWindowConstructorOptions {
  return {
    title: '运维交付夹',
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !isPackaged,
    },
  };
}

/** Asked when a window is to close while a form in it holds unsaved input, or files wait to be attached. Staying is the default. */
export const leaveQuestion: MessageBoxSyncOptions = {
  type: 'question',
  title: '运维交付夹',
  message: '有没有保存的内容，仍然关闭吗？',
  detail: '没有保存的修改和还没有附上的文件会丢失。',
  buttons: ['继续编辑', '不保存，关闭'],
  defaultId: 0,
  cancelId: 0,
  noLink: true,
};

/** The answer to leaveQuestion that closes the window. */
export const leaves = 1;
