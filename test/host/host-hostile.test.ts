import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHost, signIn, type OpenHost } from './support/open-host.ts';
import { rawRequest } from './support/raw-request.ts';

let host: OpenHost;

beforeEach(async () => {
  host = await openHost();
});

afterEach(() => host.close());

test.each(['//', 'http://[', 'http://'])('an address that is none (%s) is refused without a fault in the log', async (address) => {
  const cookie = await signIn(host);

  expect((await rawRequest(host.origin, address)).status).toBe(400);
  expect((await rawRequest(host.origin, address, { headers: { cookie } })).status).toBe(400);
  expect(host.logged).toEqual([]);
});

test.each(['//127.0.0.1/secret.json', '/%2e%2e/secret.json', '/..%2fsecret.json', '/%00', '/__proto__', '/constructor', '*'])('no spelling leads out of the window: %s', async (address) => {
  const cookie = await signIn(host);

  const answer = await rawRequest(host.origin, address, { headers: { cookie } });

  expect([answer.status, answer.body]).toEqual([404, '没有这个文件']);
});
