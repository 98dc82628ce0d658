import { expect, test } from 'vitest';
import { servePage } from '../../electron/main/pages.ts';
import { contentSecurityPolicy } from '../../shared/ipc/window-headers.ts';
import type { RendererFiles } from '../../electron/api/renderer-files.ts';

const files: RendererFiles = new Map([
  ['/index.html', { bytes: Buffer.from('<meta content="__CSP_NONCE__">'), mediaType: 'text/html; charset=utf-8', isHashed: false }],
  ['/assets/main.js', { bytes: Buffer.from('1'), mediaType: 'text/javascript; charset=utf-8', isHashed: true }],
]);

test('the page carries the nonce of its own policy, new at each load', async () => {
  const [first, second] = [servePage(files, { method: 'GET', url: 'app://binder/' }), servePage(files, { method: 'GET', url: 'app://binder/' })];
  const nonce = /content="([^"]+)"/.exec(await first.text())?.[1] ?? 'none';
  expect(first.headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy(nonce));
  expect(second.headers.get('Content-Security-Policy')).not.toContain(nonce);
});

test('a built file is served with its type and the locking headers', async () => {
  const response = servePage(files, { method: 'GET', url: 'app://binder/assets/main.js' });
  expect([response.status, await response.text(), response.headers.get('Content-Type'), response.headers.get('X-Content-Type-Options')])
    .toEqual([200, '1', 'text/javascript; charset=utf-8', 'nosniff']);
});

test.each([
  ['POST', 'app://binder/', 405],
  ['GET', 'app://other/index.html', 404],
  ['GET', 'app://binder/../../etc/passwd', 404],
  ['GET', 'app://binder/%2e%2e/%2e%2e/etc/passwd', 404],
  ['GET', 'app://binder/assets/none.js', 404],
])('%s %s is answered with %i', (method, url, status) => {
  expect(servePage(files, { method, url }).status).toBe(status);
});
