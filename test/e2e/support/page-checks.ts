import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

type Part = { readonly include: string[][]; readonly exclude: string[][] };

/** Where axe looks: at the dialog on top, or at the page and what floats over it without the navigation, which is the same everywhere. */
async function changedPart(page: Page): Promise<Part> {
  const isDialogOpen = await page.locator('[role="dialog"]:visible').count() > 0;
  return isDialogOpen ? { include: [['.ant-modal-wrap']], exclude: [] } : { include: [['body']], exclude: [['aside.navigation']] };
}

/**
 * Only what axe calls serious or critical, one line per kind of violation with the first places. Axe is brought into the page once: by
 * Playwright's own package it would be brought again for each look, which takes longer than looking.
 * @param rules all when absent
 */
export async function seriousViolations(page: Page, { rules, isWhole = false }: { readonly rules?: readonly string[]; readonly isWhole?: boolean } = {}): Promise<string[]> {
  if (await page.evaluate(() => Reflect.get(window, 'axe') === undefined)) await page.evaluate(await readFile(axeFile, 'utf8'));
  const context = isWhole ? null : await changedPart(page);
  const options: RunOptions = { resultTypes: ['violations'], preload: false, ...(rules === undefined ? {} : { runOnly: { type: 'rule', values: [...rules] } }) };
  const { violations, looked } = await page.evaluate(async ([where, how]) => {
    type Rule = { readonly id: string; readonly impact?: string };
    const { axe } = window as unknown as { axe: { run: (context: Part | Document, options: RunOptions) => Promise<AxeResults>; _audit: { readonly rules: readonly Rule[] } } };
    // A rule's impact is that of all it finds: a third of the time would go into rules that cannot find anything serious.
    const milder = axe._audit.rules.filter(({ impact }) => impact === 'minor' || impact === 'moderate');
    const results = await axe.run(where ?? document, how.runOnly === undefined ? { ...how, rules: Object.fromEntries(milder.map(({ id }) => [id, { enabled: false }])) } : how);
    return { violations: results.violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ target, html, any }) => ({ target, html, message: any[0]?.message ?? '' })) })), looked: results.violations.length + results.passes.length + results.incomplete.length };
  }, [context, options] as const);
  if (looked === 0) return ['axe looked at nothing'];
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => `${id} (${impact ?? ''}, ${nodes.length}): ${nodes.slice(0, 4).map(({ target, html, message }) => `${target.join(' ')} ‹${html.slice(0, 160)}›${id === 'color-contrast' ? ` ${message}` : ''}`).join(' | ')}`);
}

/**
 * What of the page itself does not fit: sideways scrolling of the window, actions of the head outside of it or under something else,
 * and texts of the head and of bars that lie over each other.
 */
export async function layoutFaults(page: Page): Promise<string[]> {
  // Away from the navigation, which opens under the pointer.
  await page.mouse.move((page.viewportSize()?.width ?? 0) - 3, 3);
  return page.evaluate(() => {
    const faults: string[] = [];
    const { innerWidth, innerHeight } = window;
    const nameOf = (element: Element): string => `${element.tagName.toLowerCase()}.${element.className.toString().split(' ').slice(0, 2).join('.')} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 24)}”`;
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) faults.push(`the window scrolls sideways: ${root.scrollWidth} > ${innerWidth}`);
    for (const body of document.querySelectorAll('.page-body')) {
      if (getComputedStyle(body).overflowX !== 'hidden' && body.scrollWidth > body.clientWidth + 1) faults.push(`${nameOf(body)} scrolls sideways: ${body.scrollWidth} > ${body.clientWidth}`);
    }
    for (const bubble of document.querySelectorAll('.ant-popover, .ant-dropdown, .ant-select-dropdown, [role="dialog"]')) {
      const box = bubble.getBoundingClientRect();
      if (bubble.checkVisibility({ visibilityProperty: true }) && box.width > 0 && (box.left < -1 || box.right > innerWidth + 1 || box.top < -1)) faults.push(`outside of the window: ${nameOf(bubble)} ${Math.round(box.left)}…${Math.round(box.right)} × ${Math.round(box.top)}…${Math.round(box.bottom)}`);
    }
    const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getBoundingClientRect().width > 0;
    const dialog = [...document.querySelectorAll('[role="dialog"]')].filter(isShown).at(-1);
    const scope: ParentNode = dialog ?? document;
    const heads = dialog === undefined ? '.page-head button, .page-head input, .page-head [role="combobox"]' : '.ant-modal-footer button, .ant-modal-close';
    for (const action of scope.querySelectorAll(heads)) {
      if (!isShown(action)) continue;
      const box = action.getBoundingClientRect();
      if (box.left < -1 || box.right > innerWidth + 1 || box.top < -1 || box.bottom > innerHeight + 1) {
        faults.push(`outside of the window: ${nameOf(action)} ${Math.round(box.left)}…${Math.round(box.right)} × ${Math.round(box.top)}…${Math.round(box.bottom)}`);
        continue;
      }
      const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      if (there !== null && !action.contains(there) && !there.contains(action) && there.closest('.ant-select, .ant-picker, .ant-input-affix-wrapper, label')?.contains(action) !== true) faults.push(`covered: ${nameOf(action)} by ${nameOf(there)}`);
    }
    // Controls beside each other must not lie on each other, wherever they are.
    const controls = [...scope.querySelectorAll('button, a[href], input:not([type="hidden"]), textarea, [role="button"], h1, h2')].filter(isShown);
    const boxes = controls.map((element) => ({ element, box: element.getBoundingClientRect() })).filter(({ box }) => box.bottom > 0 && box.top < innerHeight && box.width > 2 && box.height > 2);
    for (const [index, first] of boxes.entries()) {
      for (const second of boxes.slice(index + 1)) {
        if (first.element.contains(second.element) || second.element.contains(first.element)) continue;
        const width = Math.min(first.box.right, second.box.right) - Math.max(first.box.left, second.box.left);
        const height = Math.min(first.box.bottom, second.box.bottom) - Math.max(first.box.top, second.box.top);
        if (width <= 3 || height <= 3) continue;
        // What is scrolled away under a bar is not seen there; only what is drawn at the common place counts.
        const [x, y] = [Math.max(first.box.left, second.box.left) + width / 2, Math.max(first.box.top, second.box.top) + height / 2];
        const seen = document.elementsFromPoint(x, y);
        const [upper = -1, lower = -1] = [seen.indexOf(first.element), seen.indexOf(second.element)].toSorted((a, b) => a - b);
        const isUnderBar = seen.slice(upper, lower).some((part) => ['sticky', 'fixed'].includes(getComputedStyle(part).position) && !part.contains(seen[lower] ?? null));
        if (!isUnderBar && seen.includes(first.element) && seen.includes(second.element) && first.element.closest('.ant-input-affix-wrapper, .ant-picker, .ant-select, .ant-upload') !== second.element.closest('.ant-input-affix-wrapper, .ant-picker, .ant-select, .ant-upload')) {
          faults.push(`on each other: ${nameOf(first.element)} and ${nameOf(second.element)}`);
        }
      }
    }
    return faults.slice(0, 12);
  });
}

/** One stop of a walk with the Tab key. */
type Stop = { readonly name: string; readonly isMarked: boolean; readonly isInSight: boolean; readonly visited: number };

function currentStop(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return undefined;
    const box = element.getBoundingClientRect();
    const isMarked = [element, element.parentElement, element.parentElement?.parentElement].some((part) => {
      if (part === null || part === undefined) return false;
      const style = getComputedStyle(part);
      return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    });
    element.setAttribute('data-visited', '');
    return {
      name: `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.textContent.trim().slice(0, 24)}`,
      isMarked: isMarked || element.closest('.ant-select-focused, .ant-picker-focused, .ant-input-affix-wrapper-focused, .ant-input-number-focused, .ant-segmented-item-focused') !== null || (element instanceof HTMLInputElement && ['checkbox', 'radio', 'search', 'file'].includes(element.type)),
      visited: document.querySelectorAll('[data-visited]').length,
      isInSight: box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth,
    };
  });
}

/**
 * Goes through the page with the Tab key, once round. Answers what a person at the keyboard would complain about: focus that is not seen,
 * controls that are never reached, and a walk that does not come round within `most` steps.
 */
export async function keyboardFaults(page: Page, most = 400): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('[data-visited]')) element.removeAttribute('data-visited');
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  let steps = 0;
  let reached = 0;
  // At the end of the page the focus leaves it for a step or two before it comes in again at the beginning.
  let unmoved = 0;
  for (let known = 0; steps < most && unmoved < 4; steps++) {
    await page.keyboard.press('Tab');
    const stop = await currentStop(page);
    if (stop !== undefined && !stop.isMarked) faults.push(`focus is not marked: ${stop.name}`);
    if (stop !== undefined && !stop.isInSight) faults.push(`focus is out of sight: ${stop.name}`);
    const visited = stop?.visited ?? known;
    unmoved = visited === known ? unmoved + 1 : 0;
    known = visited;
    reached = known;
  }
  if (reached < 2) faults.push('there was nothing to walk through');
  if (unmoved < 4) faults.push(`the walk did not come round in ${most} steps`);
  const missed = await page.evaluate(() => {
    const dialog = [...document.querySelectorAll('[role="dialog"]')].filter((element) => element.checkVisibility()).at(-1);
    const scope: ParentNode = dialog ?? document;
    // Members of a group that one moves in with the arrow keys have one stop together.
    return [...scope.querySelectorAll('button:not([disabled]), a[href], input:not([type="hidden"]):not([disabled]), textarea:not([disabled]), select:not([disabled])')]
      .filter((element) => element instanceof HTMLElement && element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }) && !element.hasAttribute('data-visited') && !(element instanceof HTMLInputElement && element.type === 'radio'))
      .map((element) => `not reached with Tab: ${element.tagName.toLowerCase()} ${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 24)}`);
  });
  return [...new Set([...faults, ...missed.slice(0, 10)])];
}
