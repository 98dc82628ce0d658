import type { CDPSession, Locator, Page } from '@playwright/test';
import { kindNames, kinds } from '../../shared/records/kinds.ts';
import { timingOf, type BenchRow } from './bench-row.ts';
import type { BenchWindow } from './ui-window.ts';

/** Notes for every key, and for every step of an input method, how long it took until the picture with it was handed to the screen. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (Reflect.has(window, 'keyTimes')) return;
    const times: number[] = [];
    Reflect.set(window, 'keyTimes', times);
    const note = (event: Event): void => {
      const began = event.timeStamp;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        // After the frame's own work: drawing follows the callbacks of a frame at once.
        port1.addEventListener('message', () => { times.push(performance.now() - began); });
        port1.start();
        port2.postMessage(null);
      });
    };
    addEventListener('keydown', note, { capture: true });
    addEventListener('compositionupdate', note, { capture: true });
  });
}

async function takeTimes(page: Page): Promise<number[]> {
  await page.waitForTimeout(100);
  return page.evaluate(() => {
    const times: unknown = Reflect.get(window, 'keyTimes');
    return Array.isArray(times) ? (times.splice(0) as number[]) : [];
  });
}

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function row(name: string, times: readonly number[], note: string): BenchRow {
  return { name, median: percentile(times, 0.95), spread: `median ${timingOf(times).median.toFixed(1)}, worst ${Math.max(...times).toFixed(0)}`, unit: 'ms', note: `p95 of ${times.length} keys; ${note}` };
}

async function typeInto(page: Page, field: Locator, keys: string): Promise<number[]> {
  await field.scrollIntoViewIfNeeded();
  await field.focus();
  await page.keyboard.type(keys, { delay: 45 });
  return takeTimes(page);
}

/** What an input method does for 巡检正常, syllable by syllable. */
async function compose(page: Page, session: CDPSession): Promise<number[]> {
  for (const steps of [['x', 'xu', 'xun', '巡'], ['j', 'ji', 'jian', '检'], ['z', 'zh', 'zheng', '正'], ['c', 'ch', 'chang', '常']]) {
    for (const text of steps.slice(0, -1)) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await page.waitForTimeout(45);
    }
    await session.send('Input.insertText', { text: steps.at(-1) ?? '' });
    await page.waitForTimeout(45);
  }
  return takeTimes(page);
}

/** From a key to its picture, in every field of the forms of all kinds; input methods; a long inspection. Floor: p95 32 ms. */
export async function benchTyping({ page, address, longInspection }: BenchWindow): Promise<BenchRow[]> {
  const session = await page.context().newCDPSession(page);
  const byType = new Map<string, number[]>();
  const composed: number[] = [];
  const note = (type: string, times: readonly number[]): void => void byType.set(type, [...(byType.get(type) ?? []), ...times]);
  for (const kind of kindNames) {
    await page.goto(`${address}#/records/${kind}?open=new`);
    const form = page.locator('.record-form').last();
    await form.waitFor();
    await page.waitForTimeout(800);
    await watchKeys(page);
    for (const [type, selector, keys] of [
      ['text', 'input[type="text"]:not([role="combobox"]):not([readonly]):not(.ant-picker-input input):not([inputmode])', '例行巡检 abc 123'],
      ['long text', 'textarea:not([readonly])', '检查服务器运行状态 ok'],
      ['choice', 'input[role="combobox"]:not([readonly])', 'abc12'],
      ['date and time', '.ant-picker input:not([readonly])', '2024-08-05'],
      ['number', '.ant-input-number input, input[inputmode="decimal"]', '12.5'],
    ] as const) {
      const fields = await form.locator(selector).all();
      for (const field of fields.slice(0, kind === 'inspection' ? 3 : 2)) {
        if (!(await field.isVisible()) || !(await field.isEditable())) continue;
        note(type, await typeInto(page, field, keys));
        await page.keyboard.press('Escape');
        if (type === 'long text') composed.push(...(await compose(page, session)));
      }
    }
  }
  await page.goto(`${address}#/records/inspection?open=${longInspection}`);
  await page.locator('.record-form').last().waitFor();
  await page.waitForTimeout(1500);
  await watchKeys(page);
  const places = await page.locator('.record-form').last().locator('input[type="text"]:visible, textarea:visible').all();
  const long: number[] = [];
  for (const place of [places[0], places[Math.floor(places.length / 2)], places.at(-1)]) {
    if (place !== undefined && (await place.isEditable())) long.push(...(await typeInto(page, place, 'normal 98.5')));
  }
  return [
    ...[...byType].map(([type, times]) => row(`key to paint: ${type}`, times, 'floor 32')),
    row('key to paint: input method', composed, 'floor 32'),
    row('key to paint: inspection of 200 items', long, 'floor 32'),
    row(`key to paint: all fields of ${kindNames.length} forms (${kinds.inspection.title} …)`, [...byType.values()].flat(), 'floor 32'),
  ];
}

/** Typing into the grid for several work records. */
export async function benchGrid({ page, address }: BenchWindow): Promise<BenchRow[]> {
  await page.goto(`${address}#/records/worklog?open=grid`);
  const grid = page.getByRole('grid').first();
  if (!(await grid.waitFor({ timeout: 8000 }).then(() => true, () => false))) return [];
  await page.waitForTimeout(800);
  await watchKeys(page);
  // The cursor's cell holds the only input of the grid.
  await grid.locator('.grid-input').first().focus();
  for (let line = 0; line < 3; line++) {
    for (const text of ['2024-08-05', '电话', '1', 'abc 123']) {
      await page.keyboard.type(text, { delay: 45 });
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
  }
  return [row('key to paint: grid of several records', await takeTimes(page), 'floor 32')];
}
