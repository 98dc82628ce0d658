import { expect, test, type Locator, type Page } from '@playwright/test';

/** One state of the window that is worth looking at. `open` leads to it from wherever the window is, and fails where it does not get there. */
export type Station = {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
  /** Worth a walk with the Tab key; the others are built of the same parts. */
  readonly isWalked?: boolean;
  /** Of a dialog: what it was opened from, which has the focus again after Escape. */
  readonly opener?: (page: Page) => Locator;
};

/** Waits until nothing is loading any more, and nothing moves into its place. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"], .ant-spin-spinning, .ant-skeleton, .ant-btn-loading')).toHaveCount(0, { timeout: 30_000 });
  await page.evaluate(async () => {
    await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
    await Promise.all(document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity).map(({ finished }) => finished.catch(() => undefined)));
  });
}

/** Goes to a station, whatever is open. */
export async function openStation(page: Page, station: Station): Promise<void> {
  await test.step(station.name, () => station.open(page));
}

async function goTo(page: Page, hash: string): Promise<void> {
  const dialogs = page.locator('[role="dialog"]:visible');
  for (let open = await dialogs.count(); open > 0; open--) {
    await page.keyboard.press('Escape');
    await expect(dialogs).toHaveCount(open - 1);
  }
  // Menus and bubbles close when the page is pressed elsewhere.
  if (await page.locator('.ant-popover:visible, .ant-dropdown:visible, .ant-select-dropdown:visible').count() > 0) await page.locator('h1').first().click();
  // Focus that a dialog gave back would keep the navigation open over the page.
  await page.evaluate(() => { if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); });
  // The last station may have changed something of this place.
  if (await page.evaluate(() => location.hash) === hash) await page.evaluate(() => { location.hash = '#/overview'; });
  await page.evaluate((address) => { location.hash = address; }, hash);
}

/** A screen by its address. `heading` is one that only this screen has. */
export function screen(name: string, hash: string, heading: string | RegExp, isWalked = false): Station {
  return after(name, hash, heading, () => Promise.resolve(), { isWalked });
}

/** A screen and what is pressed there. */
export function after(name: string, hash: string, heading: string | RegExp, press: (page: Page) => Promise<void>, more: Pick<Station, 'isWalked' | 'opener'> = {}): Station {
  return {
    name,
    ...more,
    open: async (page) => {
      await goTo(page, hash);
      await expect(page.getByRole('heading', { name: heading, exact: true }).first()).toBeVisible();
      await settled(page);
      await press(page);
      await settled(page);
    },
  };
}

/** A dialog: the place where its opener stands is reached first (`reach`). */
export function dialog(name: string, hash: string, heading: string | RegExp, title: string | RegExp, opener: (page: Page) => Locator, reach: (page: Page) => Promise<void> = () => Promise.resolve()): Station {
  return after(name, hash, heading, async (page) => {
    await reach(page);
    await opener(page).click();
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
  }, { opener });
}
