import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { timingOf, type BenchRow } from './bench-row.ts';
import type { BenchWindow } from './ui-window.ts';

/** When the first screen can be used: the next step is known, the findings are listed, every picture is drawn. */
async function usableAt(page: Page): Promise<number> {
  const answer = await page.waitForFunction(() => {
    const isUsable = document.querySelector('.next-step button') !== null
      && document.querySelector('.finding-group, .finding-none') !== null
      && [...document.querySelectorAll('.overview [role="img"]')].every((place) => place.querySelector('svg path, canvas') !== null)
      && document.querySelectorAll('.overview [role="img"]').length > 0
      && document.querySelector('[aria-busy="true"], .ant-spin-spinning') === null;
    return isUsable ? performance.now() : false;
  }, undefined, { polling: 'raf', timeout: 60_000 });
  return Number(await answer.jsonValue());
}

/** Script that had to be there before the first screen could be used. */
async function scriptSizes(page: Page, address: string): Promise<BenchRow[]> {
  const scripts: Response[] = [];
  const collect = (response: Response): void => {
    if (response.request().resourceType() === 'script') scripts.push(response);
  };
  page.on('response', collect);
  await page.goto('about:blank');
  await page.goto(`${address}#/overview`);
  await usableAt(page);
  page.off('response', collect);
  const bodies = await Promise.all(scripts.map((script) => script.body()));
  const kilobytes = (compress: (body: Buffer) => Buffer): number => bodies.reduce((sum, body) => sum + compress(body).length, 0) / 1000;
  const whole = kilobytes((body) => body);
  return [
    { name: 'script before the first screen is usable, gzip', median: kilobytes((body) => gzipSync(body, { level: 9 })), spread: `${bodies.length} files`, unit: 'kB', note: `floor 900; ${Math.round(whole)} kB as they are` },
    { name: 'the same, brotli', median: kilobytes((body) => brotliCompressSync(body)), spread: '', unit: 'kB', note: '' },
  ];
}

/** From the start of the navigation to a usable overview, the browser's cache warm and the records in the core's memory. */
export async function benchOpening({ page, address }: BenchWindow): Promise<BenchRow[]> {
  const sizes = await scriptSizes(page, address);
  const times: number[] = [];
  for (let round = 0; round < 12; round++) {
    await page.goto('about:blank');
    await page.goto(`${address}#/overview`);
    times.push(await usableAt(page));
  }
  return [{ name: 'open to usable overview, warm', ...timingOf(times.slice(2)), unit: 'ms', note: 'floor 1500' }, ...sizes];
}

const screens = ['总览', '记录', '日历', '报告', '交付', '模板', '设置'] as const;

/** From the key to the other screen, with everything it shows at first. */
export async function benchSwitches({ page, address }: BenchWindow): Promise<BenchRow[]> {
  await page.goto(`${address}#/overview`);
  await usableAt(page);
  const rows: BenchRow[] = [];
  for (const [index, name] of screens.entries()) {
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      await page.keyboard.press(index === 0 ? 'Alt+5' : 'Alt+1');
      await page.waitForTimeout(600);
      await page.evaluate(() => {
        const before = document.querySelector('h1')?.textContent;
        const measured = new Promise<number>((resolve) => {
          addEventListener('keydown', function pressed(event) {
            if (event.key === 'Alt') return;
            // A watch left behind would look through the document in every frame of what is measured next.
            removeEventListener('keydown', pressed, { capture: true });
            const began = event.timeStamp;
            const look = (): void => {
              const isThere = document.querySelector('h1')?.textContent !== before && document.querySelector('[aria-busy="true"], .ant-spin-spinning') === null;
              if (isThere || performance.now() - began > 5000) setTimeout(() => resolve(performance.now() - began), 0);
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          }, { capture: true });
        });
        Reflect.set(window, 'switchMeasured', measured);
      });
      await page.keyboard.press(`Alt+${index + 1}`);
      const answer = await page.evaluate(() => Reflect.get(window, 'switchMeasured') as Promise<number>);
      times.push(answer);
    }
    rows.push({ name: `switch to ${name}`, ...timingOf(times.slice(1)), unit: 'ms', note: '' });
  }
  return rows;
}
