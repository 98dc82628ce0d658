import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from '@playwright/test';
import { saveRecord } from '../../electron/store/save-records.ts';
import { chromiumFolder, chromiumLaunch, hasPackagedChromium, unpackChromium } from '../e2e/support/chromium.ts';
import { fillUpTo } from './many-records.ts';
import { withYearStore } from './year-store.ts';

const root = path.resolve(import.meta.dirname, '../..');
const wantedRecords = 20_000;
const manyItems = 200;

/** The built window on a host of its own, whose contract has 20 000 records. */
export type BenchWindow = { readonly page: Page; readonly origin: string; readonly address: string; readonly longInspection: string };

/** A data folder with the records, and one inspection of 200 items; answers its id. */
async function makeFolder(folder: string): Promise<string> {
  return withYearStore((year) => {
    const { store, contractId, inputs } = year;
    fillUpTo(wantedRecords, year);
    const inspection = inputs.find(({ kind }) => kind === 'inspection');
    if (inspection === undefined) throw new Error('The sample year has no inspection.');
    const [item] = Array.isArray(inspection.body['items']) ? (inspection.body['items'] as unknown[]) : [];
    const items = Array.from({ length: manyItems }, (_, index) => ({ ...(typeof item === 'object' ? item : {}), item: `检查项 ${index + 1}` }));
    const { id } = saveRecord(store, contractId, { ...inspection, body: { ...inspection.body, items } });
    store.database.pragma('wal_checkpoint(TRUNCATE)');
    cpSync(store.folder, folder, { recursive: true });
    return id;
  });
}

async function startHost(folder: string): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const child = spawn(process.execPath, ['electron/host/serve.ts', '--data', folder, '--settings', `${folder}-settings`, '--no-open'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('http://127.0.0.1:')) resolve(line);
    });
    child.once('exit', (code) => reject(new Error(`The host ended with ${code}.`)));
  });
  return {
    url,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Opens the window for the time of the measuring. Needs `npm run build:renderer` before. */
export async function withBenchWindow<Result>(measure: (window: BenchWindow) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'binder-bench-ui-'));
  const longInspection = await makeFolder(folder);
  await unpackChromium();
  const host = await startHost(folder);
  const browser = await chromium.launch(hasPackagedChromium ? chromiumLaunch(await chromiumFolder()) : { channel: 'chrome' });
  try {
    const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
    await page.goto(host.url);
    await page.locator('h1').waitFor();
    const origin = new URL(host.url).origin;
    return await measure({ page, origin, address: `${origin}/`, longInspection });
  } finally {
    await browser.close();
    await host.stop();
    for (const place of [folder, `${folder}-settings`]) rmSync(place, { recursive: true, force: true });
  }
}
