import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { firstRunTour, prepareDamaged, prepareNewer } from './support/other-starts.ts';
import { keyboardFaults, layoutFaults, seriousViolations } from './support/page-checks.ts';
import { expect, startApp, test } from './support/running-app.ts';
import { openStation, sections, settled, tour, type Station } from './support/tour.ts';

/** The whole tour with some looks at each station; everything found at once, by station. A tour that leads nowhere proves nothing. */
async function faultsOfTour(window: Page, stations: readonly Station[], look: (station: Station) => Promise<string[]>): Promise<Record<string, string[]>> {
  expect(stations.length).toBeGreaterThan(0);
  const found: Record<string, string[]> = {};
  for (const station of stations) {
    await openStation(window, station);
    const faults = await look(station);
    if (faults.length > 0) found[station.name] = faults;
  }
  return found;
}

async function inLight(page: Page): Promise<string[]> {
  return [...await seriousViolations(page), ...await layoutFaults(page)];
}

/** At 200 % zoom; names and roles are those of the light window, colours are not. */
async function inDarkAndLarge(page: Page): Promise<string[]> {
  return [...await seriousViolations(page, { rules: ['color-contrast'] }), ...await layoutFaults(page)];
}

async function makeDarkAndLarge(page: Page): Promise<void> {
  await page.setViewportSize({ width: 683, height: 384 });
  await page.emulateMedia({ colorScheme: 'dark' });
}

test.describe('on the sample year', () => {
  test.use({ startsWithSample: true });
  test.setTimeout(240_000);

  test('every screen, form and dialog in light: axe finds nothing serious, nothing runs out of the window or lies on something else', async ({ window }) => {
    await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
    await settled(window);
    expect(await seriousViolations(window, { isWhole: true })).toEqual([]);
    expect(await faultsOfTour(window, tour, () => inLight(window))).toEqual({});
    await window.evaluate(() => { location.hash = '#/settings/basics'; });
    // A section that is added to the menu belongs to the tour.
    await expect(window.locator('.settings-menu section button')).toHaveCount(sections.length);
  });

  test('every screen, form and dialog in dark and at 200 % zoom: contrast holds, nothing runs out of the window or lies on something else', async ({ window }) => {
    await makeDarkAndLarge(window);
    await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
    expect(await faultsOfTour(window, tour, () => inDarkAndLarge(window))).toEqual({});
  });

  test('the Tab key reaches everything, shows where it is and is never caught; Escape gives the focus back to what opened a dialog', async ({ window }) => {
    await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
    expect(await faultsOfTour(window, tour.filter(({ isWalked }) => isWalked === true), () => keyboardFaults(window))).toEqual({});
    const dialogs = tour.filter(({ opener }) => opener !== undefined);
    expect(await faultsOfTour(window, dialogs, async ({ opener }) => {
      await window.keyboard.press('Escape');
      await expect(window.locator('[role="dialog"]:visible')).toHaveCount(0);
      const isBack = opener === undefined ? false : await expect(opener(window)).toBeFocused({ timeout: 2000 }).then(() => true, () => false);
      return isBack ? [] : [`the focus is on ${await window.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? 'nothing')}`];
    })).toEqual({});
  });
});

test('the first run: axe finds nothing serious, the Tab key goes round, everything fits at 200 % zoom and in dark', async ({ window }) => {
  expect(await faultsOfTour(window, firstRunTour, async ({ isWalked }) => [...await inLight(window), ...(isWalked === true ? await keyboardFaults(window) : [])])).toEqual({});
  await makeDarkAndLarge(window);
  expect(await faultsOfTour(window, firstRunTour, () => inDarkAndLarge(window))).toEqual({});
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
      expect(await faultsOfTour(page, stations, () => inLight(page))).toEqual({});
      await makeDarkAndLarge(page);
      expect(await faultsOfTour(page, stations, () => inDarkAndLarge(page))).toEqual({});
    } finally {
      await stop();
      for (const folder of [dataFolder, `${dataFolder}-settings`]) await rm(folder, { recursive: true, force: true });
    }
  });
}
