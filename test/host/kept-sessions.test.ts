import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openKeptSessions } from '../../electron/api/kept-sessions.ts';
import { createSession } from '../../electron/host/session.ts';

const dayMs = 24 * 60 * 60 * 1000;

function settingsFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'sessions-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The cookie that a browser sends after it was let in. */
function letIn(folder: string, port: number, now: number): string {
  const cookie = createSession('token', port, openKeptSessions(folder, port, () => now)).redeem('token');
  return cookie?.split(';')[0] ?? '';
}

test('a browser that was let in stays so when the host starts again on its port, for a day', () => {
  const folder = settingsFolder();
  const cookie = letIn(folder, 8123, 0);
  const knownAt = (now: number, port = 8123): boolean => createSession('other', port, openKeptSessions(folder, port, () => now)).isKnown(cookie);
  expect([knownAt(1), knownAt(dayMs - 1), knownAt(dayMs + 1), knownAt(1, 8124)]).toEqual([true, true, false, false]);
});

test('the file holds no cookie, is readable by its owner only, and a clock set back opens nothing', () => {
  const folder = settingsFolder();
  const cookie = letIn(folder, 8123, 10 * dayMs);
  const file = path.join(folder, 'host-sessions.json');
  const [, secret = ''] = cookie.split('=');
  expect(readFileSync(file, 'utf8')).not.toContain(secret);
  // Windows has no such modes; there the folder belongs to the person.
  expect(statSync(file).mode & (process.platform === 'win32' ? 0 : 0o077)).toBe(0);
  expect(createSession('t', 8123, openKeptSessions(folder, 8123, () => 0)).isKnown(cookie)).toBe(false);
});

test('a file that was damaged or forged by digests of nothing lets nobody in', () => {
  const folder = settingsFolder();
  const cookie = letIn(folder, 8123, 0);
  writeFileSync(path.join(folder, 'host-sessions.json'), '{"sessions":[{"port":8123');
  expect(createSession('t', 8123, openKeptSessions(folder, 8123, () => 1)).isKnown(cookie)).toBe(false);
  expect(createSession('t', 8123).isKnown('binder-8123=')).toBe(false);
});

test('without kept sessions the cookie ends with the host and with the browser', () => {
  const session = createSession('token', 8123);
  const cookie = session.redeem('token') ?? '';
  expect([cookie.includes('Max-Age'), session.isKnown(cookie.split(';')[0]), session.redeem('token'), createSession('token', 8123).isKnown(cookie.split(';')[0])]).toEqual([false, true, undefined, false]);
});
