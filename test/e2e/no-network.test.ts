import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startApp, watch } from './support/running-app.ts';
import { sampleFolder } from './support/sample-folder.ts';
import { openStation, tour } from './support/tour.ts';

type Socket = { readonly local: string; readonly remote: string; readonly isListening: boolean };

/** `0100007F:1F90` as the kernel writes it → `127.0.0.1:8080`; IPv6 stays as it is. */
function address(text: string): string {
  const [host = '', port = ''] = text.split(':');
  const numbers = host.length === 8 ? (host.match(/../g) ?? []).toReversed().map((byte) => Number.parseInt(byte, 16)).join('.') : host;
  return `${numbers}:${Number.parseInt(port, 16)}`;
}

/** Every internet socket that a process has open (Linux). */
async function socketsOf(pid: number): Promise<Socket[]> {
  const links = await Promise.all((await readdir(`/proc/${pid}/fd`)).map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')));
  const inodes = new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
  const tables = await Promise.all(['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'].map((name) => readFile(`/proc/${pid}/net/${name}`, 'utf8').catch(() => '')));
  return tables.flatMap((table) => table.split('\n').slice(1)).flatMap((line) => {
    const [, local = '', remote = '', state = '', , , , , , inode = ''] = line.trim().split(/\s+/);
    return inodes.has(inode) ? [{ local: address(local), remote: address(remote), isListening: state === '0A' }] : [];
  });
}

test('nothing leaves the computer: neither the window nor the program asks anybody but itself, wherever one goes', async ({ page, context }) => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'binder-network-'));
  await cp(sampleFolder, dataFolder, { recursive: true });
  const { app, pid, stop } = await startApp(dataFolder, ['--import', path.join(import.meta.dirname, 'support/network-watch.ts')]);
  const { origin, host } = new URL(app.url);
  const asked: string[] = [];
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(`${origin}/`)) return route.fallback();
    asked.push(url);
    return route.abort();
  });
  context.on('serviceworker', (worker) => asked.push(`service worker ${worker.url()}`));
  page.on('websocket', (socket) => asked.push(`web socket ${socket.url()}`));
  await page.addInitScript(() => {
    const count: string[] = [];
    Reflect.set(window, 'besidesFetch', count);
    for (const name of ['RTCPeerConnection', 'WebTransport']) Reflect.set(window, name, new Proxy(class {}, { construct: () => { count.push(name); return {}; } }));
    Reflect.set(Navigator.prototype, 'sendBeacon', (url: string) => { count.push(`beacon ${url}`); return true; });
  });
  const faults = await watch(page, origin);

  try {
    await page.goto(app.url);
    for (const station of tour) {
      await openStation(page, station);
      const hints = await page.evaluate(() => ({
        links: [...document.querySelectorAll('link[rel~="dns-prefetch"], link[rel~="preconnect"], link[rel~="prefetch"], link[rel~="prerender"], script[type="speculationrules"], meta[http-equiv="refresh"]')].map((element) => element.outerHTML),
        foreign: [...document.querySelectorAll('[src], link[href], [srcset], [action]')].flatMap((element) => ['src', 'href', 'srcset', 'action'].flatMap((name) => element.getAttribute(name) ?? [])).filter((value) => /^(?:[a-z]+:)?\/\//i.test(value) && !value.startsWith(`${location.origin}/`)),
        besidesFetch: Reflect.get(window, 'besidesFetch') as unknown,
      }));
      expect.soft({ station: station.name, ...hints }).toEqual({ station: station.name, links: [], foreign: [], besidesFetch: [] });
    }
    expect(asked).toEqual([]);
    expect(faults).toEqual([]);
    expect(app.complaints).toEqual([]);

    test.skip(!existsSync('/proc/self/net/tcp'), 'only Linux tells the sockets of a process');
    const sockets = await socketsOf(pid);
    expect(sockets.filter(({ isListening }) => isListening).map(({ local }) => local)).toEqual([host]);
    expect(sockets.filter(({ isListening, local, remote }) => !isListening && !(local === host && remote.startsWith('127.0.0.1:')))).toEqual([]);
  } finally {
    await stop();
    for (const folder of [dataFolder, `${dataFolder}-settings`]) await rm(folder, { recursive: true, force: true });
  }
});
