import { expect, test, type Page } from '@playwright/test';
import { kindNames, kinds } from '../../../shared/records/kinds.ts';

/** One state of the window that is worth looking at. `open` leads to it from wherever the window is. */
export type Station = {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
  /** Worth a walk with the Tab key; the others are built of the same parts. */
  readonly isWalked?: boolean;
};

/** Waits until nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"], .ant-spin-spinning, .ant-skeleton')).toHaveCount(0, { timeout: 30_000 });
  await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
}

/** Goes to a station, whatever is open. */
export async function openStation(page: Page, station: Station): Promise<void> {
  await test.step(station.name, () => station.open(page));
}

async function goTo(page: Page, hash: string): Promise<void> {
  for (let open = await page.getByRole('dialog').count(); open > 0; open--) await page.keyboard.press('Escape');
  await page.evaluate((address) => { location.hash = address; }, hash);
  await settled(page);
}

function screen(name: string, hash: string, isWalked = false): Station {
  return { name, isWalked, open: (page) => goTo(page, hash) };
}

/** A screen and what is pressed there. */
function after(name: string, hash: string, press: (page: Page) => Promise<void>): Station {
  return {
    name,
    open: async (page) => {
      await goTo(page, hash);
      await press(page);
      await settled(page);
    },
  };
}

const sections = ['basics', 'parties', 'people', 'data', 'about'];

/** Every screen of a window on the sample year, with the forms of all kinds and the dialogs. */
export const tour: readonly Station[] = [
  screen('总览', '#/overview', true),
  ...kindNames.map((kind) => screen(`${kinds[kind].title}列表`, `#/records/${kind}`, kind === 'worklog')),
  ...kindNames.map((kind) => screen(`新${kinds[kind].title}`, `#/records/${kind}?open=new`, kind === 'inspection' || kind === 'incident')),
  after('打开的巡检', '#/records/inspection', (page) => page.getByRole('row', { name: /^打开 / }).first().click()),
  after('修改历史', '#/records/inspection', async (page) => {
    await page.getByRole('row', { name: /^打开 / }).first().click();
    await page.getByRole('button', { name: '修改历史' }).click();
  }),
  after('作废', '#/records/worklog', async (page) => {
    await page.getByRole('row', { name: /^打开 / }).first().click();
    await page.getByRole('button', { name: '作废' }).click();
  }),
  after('预览', '#/records/worklog', async (page) => {
    await page.getByRole('row', { name: /^打开 / }).first().focus();
    await page.keyboard.press('Space');
  }),
  screen('日历', '#/calendar', true),
  screen('报告', '#/reports', true),
  screen('交付', '#/delivery', true),
  screen('模板', '#/templates', true),
  after('模板详情', '#/templates', (page) => page.getByRole('option').or(page.locator('.template-list button')).first().click()),
  screen('标签对照', '#/templates?reference=inspection'),
  ...sections.map((section) => screen(`设置 ${section}`, `#/settings/${section}`, section === 'parties')),
  screen('新建合同', '#/new-contract', true),
];
