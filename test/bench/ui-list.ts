import type { Page } from '@playwright/test';
import { timingOf, type BenchRow } from './bench-row.ts';
import type { BenchWindow } from './ui-window.ts';

async function openList(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${address}#/records/worklog`);
  await page.getByRole('row', { name: /^打开 / }).first().waitFor();
  await page.waitForTimeout(800);
}

/** Wheels through thousands of rows and looks at every frame. Floor: no frame over 50 ms. */
export async function benchScrolling({ page, address }: BenchWindow): Promise<BenchRow[]> {
  await openList(page, address);
  await page.getByRole('row', { name: /^打开 / }).nth(3).hover();
  await page.evaluate(() => {
    const frames: number[] = [];
    const tasks: number[] = [];
    Reflect.set(window, 'scrollWatch', { frames, tasks });
    new PerformanceObserver((list) => { tasks.push(...list.getEntries().map(({ duration }) => duration)); }).observe({ entryTypes: ['longtask'] });
    let last = performance.now();
    const frame = (now: number): void => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  for (let turn = 0; turn < 240; turn++) {
    // Slowly at first, then as one flings a wheel.
    await page.mouse.wheel(0, turn < 80 ? 120 : turn < 160 ? 600 : 3000);
    await page.waitForTimeout(12);
  }
  await page.waitForTimeout(300);
  const seen = await page.evaluate(() => Reflect.get(window, 'scrollWatch') as { readonly frames: readonly number[]; readonly tasks: readonly number[] });
  const frames = seen.frames.slice(2);
  const rows = await page.evaluate(() => Math.max(0, ...[...document.querySelectorAll('.records-list *')].map(({ scrollTop }) => scrollTop)));
  return [
    { name: 'list scroll: worst frame', median: Math.max(...frames), spread: timingOf(frames).spread, unit: 'ms', note: `floor 50; ${frames.filter((time) => time > 50).length} of ${frames.length} frames over it, ${Math.round(rows)} px down` },
    { name: 'list scroll: longest task', median: Math.max(0, ...seen.tasks), spread: `${seen.tasks.length} over 50 ms`, unit: 'ms', note: '' },
  ];
}

/** From the last key of a search to the last change of the list that it brought. Floor 100 ms. */
export async function benchSearching({ page, address }: BenchWindow): Promise<BenchRow[]> {
  const times: number[] = [];
  for (const text of ['bei', '2025', 'GZ-2025', '0805-12', 'xyz', '数据库', '接口 同步', '备份']) {
    await openList(page, address);
    const search = page.locator('.filter-search input, input.filter-search').first();
    await search.focus();
    await page.evaluate(() => {
      const watch = { key: 0, change: 0 };
      Reflect.set(window, 'searchWatch', watch);
      addEventListener('input', (event) => { watch.key = event.timeStamp; }, { capture: true });
      const list = document.querySelector('.records-list');
      if (list === null) return;
      // Tags of the filter and the address come later and are no results.
      const isOfResults = ({ target }: MutationRecord): boolean => (target instanceof Element ? target : target.parentElement)?.closest('.filter-bar, .filter-tags, .bulk-bar') === null;
      new MutationObserver((changes) => changes.some(isOfResults) && requestAnimationFrame(() => { watch.change = Math.max(watch.change, performance.now()); })).observe(list, { childList: true, subtree: true, characterData: true });
    });
    for (const key of text) {
      await page.keyboard.insertText(key);
      await page.waitForTimeout(70);
    }
    await page.waitForTimeout(1200);
    const { key, change } = await page.evaluate(() => Reflect.get(window, 'searchWatch') as { readonly key: number; readonly change: number });
    times.push(Math.max(0, change - key));
  }
  return [{ name: 'search as you type: last key to results', median: Math.max(...times), spread: `median ${timingOf(times).median.toFixed(0)}`, unit: 'ms', note: `floor 100; worst of ${times.length} words` }];
}
