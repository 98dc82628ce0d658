import { digits, type BenchRow } from './bench-row.ts';
import type { BenchWindow } from './ui-window.ts';

const places = ['delivery', 'delivery/binding', 'delivery/sign-off', 'delivery/disc', 'delivery/carried', 'records/worklog', 'records/inspection', 'calendar', 'reports', 'templates', 'settings', 'overview'] as const;
const rounds = 3;
/** Milliseconds after which a place shows all it has to show at first. */
const settling = 1500;

/** What kept the window from doing anything else while one screen after the other was opened, the first time and again. */
export async function benchTasks({ page, address }: BenchWindow): Promise<BenchRow[]> {
  await page.addInitScript(() => {
    const found: number[] = [];
    Reflect.set(window, 'longTasks', found);
    new PerformanceObserver((entries) => found.push(...entries.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true });
  });
  await page.goto('about:blank');
  await page.goto(`${address}#/overview`);
  await page.waitForTimeout(settling * 2);
  const longest = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    for (const place of places) {
      await page.evaluate((hash) => {
        (Reflect.get(window, 'longTasks') as number[]).length = 0;
        location.hash = hash;
      }, `#/${place}`);
      await page.waitForTimeout(settling);
      const tasks = await page.evaluate(() => Reflect.get(window, 'longTasks') as number[]);
      longest.set(place, Math.max(longest.get(place) ?? 0, ...tasks));
    }
  }
  const over = [...longest].filter(([, duration]) => duration > 50).map(([place, duration]) => `${place} ${digits(duration)}`);
  return [{ name: `longest task while ${places.length} screens are opened ${rounds} times`, median: Math.max(...longest.values()), spread: `${over.length} of ${places.length} over 50 ms`, unit: 'ms', note: over.length === 0 ? 'floor 50; shorter ones are not told' : `floor 50; ${over.join(', ')}` }];
}
