import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bodyLimit } from '../../electron/host/read-body.ts';
import { startHost } from '../../electron/host/start-host.ts';
import { openHost, signIn, type OpenHost } from './support/open-host.ts';
import { rawRequest } from './support/raw-request.ts';

let host: OpenHost;

beforeEach(async () => {
  host = await openHost();
});

afterEach(() => host.close());

function ownHeaders(cookie: string): Record<string, string> {
  return { cookie, origin: host.origin, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
}

describe('the door', () => {
  test('a right token becomes a cookie that scripts cannot read, and the address loses the token', async () => {
    const answer = await rawRequest(host.origin, '/?token=token-for-the-test');

    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^binder-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
  });

  test('the token works once', async () => {
    await signIn(host);

    const second = await rawRequest(host.origin, '/?token=token-for-the-test');

    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.body).toContain('启动网址只能使用一次');
  });

  test('opening the printed address again in the same browser goes on', async () => {
    const cookie = await signIn(host);

    const again = await rawRequest(host.origin, '/?token=token-for-the-test', { headers: { cookie } });

    expect([again.status, again.headers.location]).toEqual([303, '/']);
  });

  test('a wrong token opens nothing and does not use up the right one', async () => {
    const wrong = await rawRequest(host.origin, '/?token=guess');

    expect([wrong.status, wrong.headers['set-cookie']]).toEqual([403, undefined]);
    expect(await signIn(host)).not.toBe('');
  });

  test.each(['/', '/index.html', '/assets/main-1.js', '/events', '/api/app.info'])('%s is closed without the cookie', async (path) => {
    const answer = await rawRequest(host.origin, path, { headers: { cookie: 'binder=1; other=2' } });

    expect(answer.status).toBe(401);
    expect(host.calls).toEqual([]);
  });
});

describe('requests that other sites could cause', () => {
  test('a foreign name that resolves to this machine is refused', async () => {
    const cookie = await signIn(host);

    const answer = await rawRequest(host.origin, '/', { headers: { cookie, host: 'rebound.example' } });

    expect(answer.status).toBe(403);
    expect(host.logged).toEqual(['refused: host']);
  });

  test.each([
    ['a foreign origin', { origin: 'http://evil.example' }, 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another port as same site', { 'sec-fetch-site': 'same-site' }, 403],
    ['a form, which cannot say application/json', { 'content-type': 'text/plain' }, 415],
  ])('%s is refused', async (_, headers, status) => {
    const cookie = await signIn(host);

    const answer = await rawRequest(host.origin, '/api/app.info', { method: 'POST', headers: { ...ownHeaders(cookie), ...headers }, body: '{}' });

    expect(answer.status).toBe(status);
    expect(host.calls).toEqual([]);
  });

  test('a call without an Origin is refused', async () => {
    const cookie = await signIn(host);

    const answer = await rawRequest(host.origin, '/api/app.info', { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: '{}' });

    expect(answer.status).toBe(403);
  });

  test('a call by GET is refused', async () => {
    const cookie = await signIn(host);

    const answer = await rawRequest(host.origin, '/api/app.info', { headers: { cookie } });

    expect(answer.status).toBe(405);
  });
});

describe('calls', () => {
  test('the input reaches the api and its result comes back', async () => {
    const cookie = await signIn(host);

    const answer = await rawRequest(host.origin, '/api/records.get', { method: 'POST', headers: ownHeaders(cookie), body: '{"id":"记录"}' });

    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { channel: 'records.get', input: { id: '记录' } } });
    expect(host.calls).toEqual([{ channel: 'records.get', input: { id: '记录' } }]);
  });

  test('a body that is no JSON is said to be so', async () => {
    const cookie = await signIn(host);

    const answer = await rawRequest(host.origin, '/api/app.info', { method: 'POST', headers: ownHeaders(cookie), body: '{"id":' });

    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });

  test('a body that announces too much is not read', async () => {
    const cookie = await signIn(host);

    const answer = await rawRequest(host.origin, '/api/app.info', { method: 'POST', headers: { ...ownHeaders(cookie), 'content-length': String(bodyLimit + 1) }, body: ' ' }).catch((error: unknown) => error);

    expect(answer).toMatchObject({ status: 400 });
    expect(host.calls).toEqual([]);
  });

  test('a fault in the api is answered without its words', async () => {
    const faulty = await openHost(() => Promise.reject(new Error('SELECT secret FROM /home/somebody')));
    const cookie = await signIn(faulty);

    const answer = await rawRequest(faulty.origin, '/api/app.info', { method: 'POST', headers: { ...ownHeaders(cookie), origin: faulty.origin }, body: '{}' });
    await faulty.close();

    expect([answer.status, answer.body.includes('SELECT')]).toEqual([500, false]);
    expect(faulty.logged.join()).toContain('SELECT secret');
  });
});

describe('files', () => {
  test('the page has a nonce of its own on each load, in the header and in the page', async () => {
    const cookie = await signIn(host);

    const pages = await Promise.all([1, 2].map(() => rawRequest(host.origin, '/', { headers: { cookie } })));

    const nonces = pages.map((page) => /nonce-([\w-]{43})/.exec(String(page.headers['content-security-policy']))?.[1]);
    expect(new Set(nonces).size).toBe(2);
    expect(pages.map((page, index) => page.body.split(nonces[index] ?? '?').length)).toEqual([3, 3]);
    expect(pages.map((page) => page.body.includes('__CSP_NONCE__'))).toEqual([false, false]);
  });

  test('every answer carries the security headers', async () => {
    const cookie = await signIn(host);

    const answers = await Promise.all(['/', '/assets/main-1.js', '/nothing', '/?token=x'].map((path) => rawRequest(host.origin, path, { headers: { cookie } })));

    expect(answers.map(({ headers }) => [headers['x-content-type-options'], headers['x-frame-options'], headers['referrer-policy'], String(headers['content-security-policy']).startsWith("default-src 'none'")]))
      .toEqual(answers.map(() => ['nosniff', 'DENY', 'no-referrer', true]));
  });

  test.each(['/../secret.json', '/assets/../../secret.json', '/%2e%2e/secret.json', '/..%2fsecret.json', '/assets/..%5c..%5csecret.json', '//etc/passwd', '/notes.txt', '/index.html', '/assets/'])(
    '%s serves nothing',
    async (path) => {
      const cookie = await signIn(host);

      const answer = await rawRequest(host.origin, path, { headers: { cookie } });

      expect([answer.status, answer.body.includes('secret')]).toEqual([404, false]);
    },
  );

  test('a script of the window is served with its type and may be kept', async () => {
    const cookie = await signIn(host);

    const answer = await rawRequest(host.origin, '/assets/main-1.js', { headers: { cookie } });

    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control'], answer.body]).toEqual([200, 'text/javascript; charset=utf-8', 'private, max-age=31536000, immutable', 'export {};\n']);
  });
});

describe('starting and ending', () => {
  test('events reach an open window until the host closes', async () => {
    const cookie = await signIn(host);
    const stream = rawRequest(host.origin, '/events', { headers: { cookie } });
    await new Promise((resolve) => { setTimeout(resolve, 100); });

    host.emit('records.changed', { contractId: 'c1' });
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    expect(host.listeners()).toBe(1);
    await host.close();

    const { headers, body } = await stream.catch(() => ({ headers: {}, body: '' }));
    expect(headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8' });
    expect(body).toContain('event: records.changed\ndata: {"contractId":"c1"}\n\n');
    expect(host.listeners()).toBe(0);
  });

  test('a taken port is said to be taken', async () => {
    const port = Number(new URL(host.origin).port);

    const second = startHost({ api: { answer: () => Promise.reject(new Error('unused')), on: () => () => {} }, rendererFolder: `${host.folder}/renderer`, port, token: 't', log: () => {} });

    await expect(second).rejects.toMatchObject({ code: 'conflict', message: `端口 ${port} 已被其他程序占用，请换一个端口` });
  });

  test('a window that was not built is said to be missing', async () => {
    const missing = startHost({ api: { answer: () => Promise.reject(new Error('unused')), on: () => () => {} }, rendererFolder: `${host.folder}/none`, port: 0, token: 't', log: () => {} });

    await expect(missing).rejects.toMatchObject({ code: 'not-found' });
  });
});
