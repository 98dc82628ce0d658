import { expect, test } from 'vitest';
import { isOwnAddress, lockContents, lockSession } from '../../electron/main/security.ts';
import { windowOptions } from '../../electron/main/window.ts';

test.each([
  ['app://binder/', true],
  ['app://binder/assets/main.js', true],
  ['app://binder.evil.example/', false],
  ['app://evil/binder', false],
  ['app://user@evil/', false],
  ['https://binder/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['', false],
])('%s is our own page: %s', (address, own) => {
  expect(isOwnAddress(address)).toBe(own);
});

type RequestListener = (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void;

test.each([true, false])('the session grants no permission and lets no request out (packaged: %s)', (isPackaged) => {
  const granted: unknown[] = [];
  let onRequest: RequestListener = () => undefined;
  const session = {
    setPermissionRequestHandler: (handler: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void) => handler(null, 'media', (value) => granted.push(value)),
    setPermissionCheckHandler: (handler: () => boolean) => granted.push(handler()),
    setDevicePermissionHandler: (handler: () => boolean) => granted.push(handler()),
    webRequest: { onBeforeRequest: (listener: RequestListener) => { onRequest = listener; } },
  };

  lockSession(session as unknown as Parameters<typeof lockSession>[0], isPackaged);

  expect(granted).toEqual([false, false, false]);
  const cancelled = (url: string): boolean => {
    let result = false;
    onRequest({ url }, (response) => { result = response.cancel; });
    return result;
  };
  expect(['app://binder/a.js', 'data:image/png;base64,AA', 'https://example.com/', 'http://127.0.0.1/', 'file:///etc/hosts', 'ws://example.com/'].map(cancelled))
    .toEqual([false, false, true, true, true, true]);
  expect(cancelled('devtools://devtools/bundled/inspector.html')).toBe(isPackaged);
});

test('a page can neither navigate away, nor open windows, nor attach webviews', () => {
  const handlers = new Map<string, (event: { url: string; preventDefault: () => void }) => void>();
  let openHandler: () => unknown = () => undefined;
  lockContents({
    on: (name: string, handler: (event: { url: string; preventDefault: () => void }) => void) => handlers.set(name, handler),
    setWindowOpenHandler: (handler: () => unknown) => { openHandler = handler; },
  } as unknown as Parameters<typeof lockContents>[0]);

  const prevented = (name: string, url: string): boolean => {
    let stopped = false;
    handlers.get(name)?.({ url, preventDefault: () => { stopped = true; } });
    return stopped;
  };
  expect(openHandler()).toEqual({ action: 'deny' });
  expect(['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'].map((name) => prevented(name, 'https://example.com/'))).toEqual([true, true, true, true]);
  expect(prevented('will-navigate', 'app://binder/#records')).toBe(false);
});

test('the window is isolated, sandboxed and, when packaged, without developer tools', () => {
  expect(windowOptions({ preload: '/preload.cjs', isPackaged: true, isDark: false, state: undefined }).webPreferences).toEqual({
    preload: '/preload.cjs',
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
    devTools: false,
  });
});
