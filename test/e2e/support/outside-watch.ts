import { existsSync } from 'node:fs';
import { readdir, readFile, readlink } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';

/** Node arguments that make a host say on standard error whatever it would ask outside of this computer. */
export const networkWatch = ['--import', path.join(import.meta.dirname, 'network-watch.ts')] as const;

/** Only Linux tells the sockets of a process. */
export const hasSocketTables = existsSync('/proc/self/net/tcp');

export type Socket = { readonly local: string; readonly remote: string; readonly isListening: boolean };

/** `0100007F:1F90` as the kernel writes it → `127.0.0.1:8080`; IPv6 stays as it is. */
function address(text: string): string {
  const [host = '', port = ''] = text.split(':');
  const numbers = host.length === 8 ? (host.match(/../g) ?? []).toReversed().map((byte) => Number.parseInt(byte, 16)).join('.') : host;
  return `${numbers}:${Number.parseInt(port, 16)}`;
}

/** Every internet socket that a process has open. */
export async function socketsOf(pid: number): Promise<Socket[]> {
  const links = await Promise.all((await readdir(`/proc/${pid}/fd`)).map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')));
  const inodes = new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
  const tables = await Promise.all(['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'].map((name) => readFile(`/proc/${pid}/net/${name}`, 'utf8').catch(() => '')));
  return tables.flatMap((table) => table.split('\n').slice(1)).flatMap((line) => {
    const [, local = '', remote = '', state = '', , , , , , inode = ''] = line.trim().split(/\s+/);
    return inodes.has(inode) ? [{ local: address(local), remote: address(remote), isListening: state === '0A' }] : [];
  });
}

/** Lets a window ask `origin` only and lists whatever else it asked, by whatever way. Before the first page is opened. */
export async function watchOutside(page: Page, origin: string): Promise<readonly string[]> {
  const asked: string[] = [];
  const context = page.context();
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
  return asked;
}

/** What in the page leads outside without being asked yet, and what asked by ways that no request shows. */
export async function waysOutside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hints = [...document.querySelectorAll('link[rel~="dns-prefetch"], link[rel~="preconnect"], link[rel~="prefetch"], link[rel~="prerender"], script[type="speculationrules"], meta[http-equiv="refresh"]')].map((element) => element.outerHTML);
    const foreign = [...document.querySelectorAll('[src], link[href], [srcset], [action]')]
      .flatMap((element) => ['src', 'href', 'srcset', 'action'].flatMap((name) => element.getAttribute(name) ?? []))
      .filter((value) => /^(?:[a-z]+:)?\/\//i.test(value) && !value.startsWith(`${location.origin}/`));
    const besidesFetch: unknown = Reflect.get(window, 'besidesFetch');
    return [...hints, ...foreign, ...(Array.isArray(besidesFetch) ? besidesFetch.map(String) : ['the window is not watched'])];
  });
}
