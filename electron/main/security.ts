import type { App, Session, WebContents } from 'electron';

/** The one origin that pages and calls may come from. */
export const windowOrigin = 'app://binder';

/** True for addresses of our own pages only; compared as parsed URLs, never by prefix. */
export function isOwnAddress(address: string): boolean {
  try {
    const url = new URL(address);
    return url.protocol === 'app:' && url.host === 'binder';
  } catch {
    return false;
  }
}

/** Denies every permission and cancels every request that is not for our own pages: the program works offline. Developer tools exist only unpackaged. */
export function lockSession(session: Session, isPackaged: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const inner = ['data:', 'blob:', ...(isPackaged ? [] : ['devtools:'])];
    answer({ cancel: !isOwnAddress(details.url) && !inner.some((scheme) => details.url.startsWith(scheme)) });
  });
}

/** No navigation away, no new windows, no webviews (Electron security list 11–14). */
export function lockContents(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void }, address: string): void => {
    if (!isOwnAddress(address)) event.preventDefault();
  };
  contents.on('will-navigate', (event) => stay(event, event.url));
  contents.on('will-redirect', (event) => stay(event, event.url));
  contents.on('will-frame-navigate', (event) => stay(event, event.url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Applies the locks to every page the program ever creates. */
export function lockApp(app: App): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}
