import type { BrowserWindowConstructorOptions } from 'electron';
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
