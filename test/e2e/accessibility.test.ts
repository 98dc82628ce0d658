import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { firstRunTour, prepareDamaged, prepareNewer } from './support/other-starts.ts';
import { hasSocketTables, networkWatch, socketsOf, watchOutside, waysOutside } from './support/outside-watch.ts';
import { keyboardFaults, layoutFaults, seriousViolations } from './support/page-checks.ts';
import { expect, startApp, test, watch } from './support/running-app.ts';
import { sampleFolder } from './support/sample-folder.ts';
import { openStation, sections, settled, tour, type Station } from './support/tour.ts';

/**
 * Everything that is wrong at the stations, by station. Each is come to in dark and at 200 % zoom, so that all of it can be reached and
 * pressed there; then the window is large and light where it stands. A tour that leads nowhere proves nothing.
 */
async function faultsOfTour(window: Page, stations: readonly Station[], more: (station: Station) => Promise<readonly string[]> = () => Promise.resolve([])): Promise<Record<string, readonly string[]>> {
  expect(stations.length).toBeGreaterThan(0);
  const found: Record<string, readonly string[]> = {};
  for (const station of stations) {
    await beDarkAndLarge(window);
    await openStation(window, station);
    // Names and roles are those of the light window, colours are not.
    const dark = [...await seriousViolations(window, { rules: ['color-contrast'] }), ...await layoutFaults(window)];
    await beLight(window);
    const light = [...await seriousViolations(window), ...await layoutFaults(window), ...await more(station)];
    const faults = [...dark.map((fault) => `dark, 200 %: ${fault}`), ...light];
    if (faults.length > 0) found[station.name] = faults;
  }
  return found;
}

async function beDarkAndLarge(page: Page): Promise<void> {
  await page.setViewportSize({ width: 683, height: 384 });
  await page.emulateMedia({ colorScheme: 'dark' });
}

async function beLight(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.emulateMedia({ colorScheme: 'light' });
  await settled(page);
}

/** The focus goes back to what opened a dialog. */
async function faultsOfEscape(page: Page, opener: NonNullable<Station['opener']>): Promise<string[]> {
  await page.keyboard.press('Escape');
  await expect(page.locator('[role="dialog"]:visible')).toHaveCount(0);
  const isBack = await expect(opener(page)).toBeFocused({ timeout: 2000 }).then(() => true, () => false);
  return isBack ? [] : [`after Escape the focus is on ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? 'nothing')}`];
}

test('every screen, form and dialog, light, dark and at 200 % zoom: axe finds nothing serious, everything fits, the Tab key goes round, Escape gives the focus back, and nothing leaves the computer', async ({ page }) => {
  test.setTimeout(480_000);
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'binder-tour-'));
  await cp(sampleFolder, dataFolder, { recursive: true });
  const { app, pid, stop } = await startApp(dataFolder, networkWatch);
  const { origin, host } = new URL(app.url);
  const asked = await watchOutside(page, origin);
  const faults = await watch(page, origin);

  try {
    await page.goto(app.url);
    await expect(page.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
    await settled(page);
    expect(await seriousViolations(page, { isWhole: true })).toEqual([]);
    expect(await faultsOfTour(page, tour, async ({ isWalked, opener }) => [
      ...await waysOutside(page),
      ...(isWalked === true ? await keyboardFaults(page) : []),
      ...(opener === undefined ? [] : await faultsOfEscape(page, opener)),
    ])).toEqual({});
    await page.evaluate(() => { location.hash = '#/settings/basics'; });
    // A section that is added to the menu belongs to the tour.
    await expect(page.locator('.settings-menu section button')).toHaveCount(sections.length);

    expect({ asked, faults, complaints: app.complaints }).toEqual({ asked: [], faults: [], complaints: [] });
    const sockets = hasSocketTables ? await socketsOf(pid) : [{ local: host, remote: '', isListening: true }];
    expect(sockets.filter(({ isListening }) => isListening).map(({ local }) => local)).toEqual([host]);
    expect(sockets.filter(({ isListening, local, remote }) => !isListening && !(local === host && remote.startsWith('127.0.0.1:')))).toEqual([]);
  } finally {
    await stop();
    for (const folder of [dataFolder, `${dataFolder}-settings`]) await rm(folder, { recursive: true, force: true });
  }
});

test('the first run: axe finds nothing serious, the Tab key goes round, everything fits at 200 % zoom and in dark', async ({ window }) => {
  expect(await faultsOfTour(window, firstRunTour, ({ isWalked }) => isWalked === true ? keyboardFaults(window) : Promise.resolve([]))).toEqual({});
});

for (const { name, prepare, hashes, says } of [
  { name: 'data that can only be read', prepare: prepareNewer, hashes: ['#/overview', '#/records/worklog', '#/records/worklog?open=new', '#/reports', '#/delivery', '#/templates', '#/settings/basics', '#/settings/data'], says: '这些数据是更新版本的程序写的，本程序只能查看，不能修改。' },
  { name: 'a damaged data file', prepare: prepareDamaged, hashes: ['#/overview'], says: '数据文件已损坏' },
]) {
  test(`${name}: the reason stands on every screen, axe finds nothing serious, everything fits at 200 % zoom and in dark`, async ({ page }) => {
    const dataFolder = await mkdtemp(path.join(tmpdir(), 'binder-e2e-start-'));
    await prepare(dataFolder);
    const { app, stop } = await startApp(dataFolder);
    try {
      await page.goto(app.url);
      const stations = hashes.map((hash): Station => ({
        name: hash,
        open: async () => {
          await page.evaluate((address) => { location.hash = address; }, hash);
          await expect(page.getByText(says).first()).toBeVisible();
          await settled(page);
        },
      }));
      expect(await faultsOfTour(page, stations)).toEqual({});
    } finally {
      await stop();
      for (const folder of [dataFolder, `${dataFolder}-settings`]) await rm(folder, { recursive: true, force: true });
    }
  });
}
