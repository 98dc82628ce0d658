import type { Page } from '@playwright/test';
import { keyboardFaults, layoutFaults, seriousViolations } from './support/page-checks.ts';
import { expect, test } from './support/running-app.ts';
import { openStation, tour } from './support/tour.ts';

test.use({ startsWithSample: true });
test.setTimeout(240_000);

/** The whole tour with one look at each station; everything found at once, by station. */
async function faultsOfTour(window: Page, look: (page: Page) => Promise<string[]>, stations = tour): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const station of stations) {
    await openStation(window, station);
    const faults = await look(window);
    if (faults.length > 0) found[station.name] = faults;
  }
  return found;
}

test('every screen, form and dialog has names, roles and contrast: axe finds nothing serious, in light and in dark', async ({ window }) => {
  const found = await faultsOfTour(window, async (page) => {
    const inLight = await seriousViolations(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    const inDark = await seriousViolations(page, ['color-contrast']);
    await page.emulateMedia({ colorScheme: 'light' });
    return [...inLight, ...inDark.map((fault) => `dark: ${fault}`)];
  });

  expect(found).toEqual({});
});

test('at 200 % zoom nothing runs out of the window or lies on something else', async ({ window }) => {
  await window.setViewportSize({ width: 683, height: 384 });
  expect(await faultsOfTour(window, layoutFaults)).toEqual({});
});

test('at 1366 × 768 nothing runs out of the window or lies on something else', async ({ window }) => {
  expect(await faultsOfTour(window, layoutFaults)).toEqual({});
});

test('the Tab key reaches everything, shows where it is and is never caught', async ({ window }) => {
  const walked = tour.filter(({ isWalked }) => isWalked === true);
  expect(await faultsOfTour(window, (page) => keyboardFaults(page), walked)).toEqual({});
});
