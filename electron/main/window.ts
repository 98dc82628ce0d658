import type { BrowserWindowConstructorOptions, MessageBoxSyncOptions } from 'electron';
import type { WindowState } from './window-state.ts';

/** What the window is to look like when it opens. */
export type WindowLook = { readonly preload: string; readonly isPackaged: boolean; readonly isDark: boolean; readonly state: WindowState | undefined };

/** Options of the one window; every security-relevant default is said aloud so that a test can hold it. */
export function windowOptions({ preload, isPackaged, isDark, state }: WindowLook): BrowserWindowConstructorOptions {
  return {
    title: '运维交付夹',
    width: state?.width ?? 1366,
    height: state?.height ?? 768,
    ...(state === undefined ? {} : { x: state.x, y: state.y }),
    // Half of 1366 by 768: what is left of that screen at 200 %.
    minWidth: 640,
    minHeight: 360,
    show: false,
    // The colour of the page, so that nothing flashes before it is drawn.
    backgroundColor: isDark ? '#101419' : '#f3f5f8',
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
