import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { faultySampleFolder, sampleFolder } from './sample-folder.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** The browser host in a process of its own, as `npm run start:browser` starts it. */
export type RunningApp = { readonly url: string; readonly dataFolder: string; readonly complaints: readonly string[] };

type Options = {
  /** Start from the sample year, clean or with known faults, instead of an empty data folder: `test.use({ startsWithSample: true })`. */
  readonly startsWithSample: boolean | 'with faults';
  /** Modules of this folder's parent that the host loads first: `test.use({ preloads: ['support/scripted-drive.ts'] })`. */
  readonly preloads: readonly string[];
};

type Fixtures = {
  /** A host on a data folder of its own. */
  readonly app: RunningApp;
  /** The window, opened with the printed address. What the policy refuses, foreign requests and console errors fail the test. */
  readonly window: Page;
};

/** A host's process. `stop` ends it as Ctrl+C does, `kill` as a power cut does. */
export type StartedApp = { readonly app: RunningApp; readonly pid: number; readonly stop: () => Promise<void>; readonly kill: () => Promise<void> };

/** Starts the browser host on a data folder; `nodeArguments` go before the program, e.g. a module to load first. Port 0 is any free one. */
export async function startApp(dataFolder: string, nodeArguments: readonly string[] = [], port: number = 0): Promise<StartedApp> {
  // The person's settings lie beside the data: nothing of a test is remembered anywhere else.
  const child = spawn(process.execPath, [...nodeArguments, 'electron/host/serve.ts', '--data', dataFolder, '--settings', `${dataFolder}-settings`, '--port', String(port), '--no-open'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_COMPILE_CACHE: path.join(root, 'out/compile-cache') } });
  const complaints: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('http://127.0.0.1:')) resolve(line);
    });
    child.once('exit', (code) => reject(new Error(`The host ended with ${code}: ${complaints.join('\n')}`)));
  });
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return { app: { url, dataFolder, complaints }, pid: child.pid ?? 0, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** Collects what must not happen in a window. */
export async function watch(page: Page, origin: string): Promise<readonly string[]> {
  const faults: string[] = [];
  await page.exposeFunction('reportRefusal', (text: string) => faults.push(`refused by the policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'reportRefusal');
      if (typeof report === 'function') report(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const { protocol } = new URL(request.url());
    if (!request.url().startsWith(`${origin}/`) && protocol !== 'data:' && protocol !== 'blob:') faults.push(`foreign request: ${request.url()}`);
  });
  return faults;
}

export const test = base.extend<Options & Fixtures>({
  startsWithSample: [false, { option: true }],
  preloads: [[], { option: true }],
  app: async ({ browserName, startsWithSample, preloads }, use) => {
    const dataFolder = await mkdtemp(path.join(tmpdir(), `binder-e2e-${browserName}-`));
    if (startsWithSample !== false) await cp(startsWithSample === 'with faults' ? faultySampleFolder : sampleFolder, dataFolder, { recursive: true });
    const { app, stop } = await startApp(dataFolder, preloads.flatMap((file) => ['--import', pathToFileURL(path.join(import.meta.dirname, '..', file)).href]));
    await use(app);
    await stop();
    for (const folder of [dataFolder, `${dataFolder}-settings`, `${dataFolder}-drive`]) await rm(folder, { recursive: true, force: true });
    expect(app.complaints, 'the host complained').toEqual([]);
  },
  window: async ({ app, page }, use) => {
    const faults = await watch(page, new URL(app.url).origin);
    await page.goto(app.url);
    await use(page);
    expect(faults).toEqual([]);
  },
});

export { expect };
