import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { systemEnvironment } from '../../electron/api/environment.ts';
import { createWorkspace } from '../../electron/api/workspace/create-workspace.ts';
import { newSecret } from '../../electron/host/session.ts';
import { startHost } from '../../electron/host/start-host.ts';
import { chromiumFolder, chromiumLaunch, hasPackagedChromium, unpackChromium } from '../e2e/support/chromium.ts';
import { makeSampleFolders, sampleFolder } from '../e2e/support/sample-folder.ts';
import { tour } from '../e2e/support/tour.ts';

/** `npm run screenshots [-- PATTERN]`: every station of the tour on the sample year, light and dark, in three sizes, into out/screenshots. */

const root = path.resolve(import.meta.dirname, '../..');
const sizes = [{ width: 1366, height: 768 }, { width: 1920, height: 1080 }, { width: 683, height: 384 }];
/** A day on which the year is over and its acceptance is near. */
const today = '2025-08-20';

const pattern = new RegExp(process.argv[2] ?? '.');
const target = path.join(root, 'out/screenshots');
const dataFolder = await mkdtemp(path.join(tmpdir(), 'binder-screenshots-'));
await makeSampleFolders();
await cp(sampleFolder, dataFolder, { recursive: true });
await unpackChromium();
const log = (text: string): void => void process.stderr.write(`${text}\n`);
const environment = { ...systemEnvironment(({ event, detail }) => log(`${event} ${detail ?? ''}`)), today: () => today, now: () => `${today}T02:00:00.000Z`, device: '项目部电脑', user: '林远航' };
const api = await createWorkspace({ dataFolder, templatesFolder: path.join(root, 'templates'), environment, reveal: () => Promise.resolve(true) });
const host = await startHost({ api, rendererFolder: path.join(root, 'out/app/renderer'), port: 0, token: newSecret(), log });
const browser = await chromium.launch(hasPackagedChromium ? chromiumLaunch(await chromiumFolder()) : { channel: 'chrome' });
const context = await browser.newContext({ locale: 'zh-CN' });
const page = await context.newPage();
try {
  await page.goto(host.url);
  await page.locator('h1').waitFor();
  for (const viewport of sizes) {
    await page.setViewportSize(viewport);
    for (const station of tour.filter(({ name }) => pattern.test(name))) {
      await station.open(page);
      await page.mouse.move(viewport.width - 3, 3);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const folder = path.join(target, `${colorScheme}-${viewport.width}x${viewport.height}`);
        await mkdir(folder, { recursive: true });
        await page.screenshot({ path: path.join(folder, `${station.name.replaceAll(' ', '-')}.png`) });
      }
      await page.emulateMedia({ colorScheme: 'light' });
    }
  }
  log(`out/screenshots: ${tour.length} stations, ${sizes.length} sizes, light and dark`);
} finally {
  await browser.close();
  await host.close();
  await api.close();
  await rm(dataFolder, { recursive: true, force: true });
}
