import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../helpers/free-port.ts';
import { testProfile } from '../helpers/records.ts';

function places(): { readonly data: string; readonly settings: string; readonly renderer: string } {
  const root = mkdtempSync(path.join(tmpdir(), 'killed-host-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const renderer = path.join(root, 'renderer');
  mkdirSync(renderer);
  writeFileSync(path.join(renderer, 'index.html'), '<!doctype html>');
  return { data: path.join(root, 'data'), settings: path.join(root, 'settings'), renderer };
}

async function startHost(place: ReturnType<typeof places>, port: number, token: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'support/host-child.ts'), place.data, place.settings, place.renderer, String(port), token], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => { child.kill('SIGKILL'); });
  const [url] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, url: String(url) };
}

async function post(origin: string, cookie: string, channel: string, input: unknown): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${origin}/api/${channel}`, { method: 'POST', headers: { 'Content-Type': 'application/json', Origin: origin, Cookie: cookie }, body: JSON.stringify(input) });
  return { status: response.status, body: await response.json() };
}

test('a killed host comes back on its port and folder at once: the open window goes on, and what was saved is there', async () => {
  const place = places();
  const port = await freePort();
  const first = await startHost(place, port, 'first-token');
  const { origin } = new URL(first.url);
  const opened = await fetch(first.url, { redirect: 'manual' });
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  const created = await post(origin, cookie, 'contracts.create', { profile: testProfile() });
  expect(created).toMatchObject({ status: 200, body: { ok: true } });

  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const second = await startHost(place, port, 'second-token');

  expect(new URL(second.url).origin).toBe(origin);
  expect(await post(origin, cookie, 'contracts.list', {})).toMatchObject({ status: 200, body: { ok: true, value: [{ profile: { title: testProfile().title } }] } });
  expect(await post(origin, cookie, 'app.info', {})).toMatchObject({ body: { value: { access: 'write' } } });
  expect((await post(origin, `binder-${port}=guessed`, 'contracts.list', {})).status).toBe(401);
  expect((await fetch(`${origin}/?token=first-token`, { redirect: 'manual' })).status).toBe(403);
});
