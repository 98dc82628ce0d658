import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** The page as far as the menu needs it: an address, keys and printing. */
async function page() {
  const seen: unknown[] = [];
  const location = { hash: '#/overview' };
  vi.stubGlobal('location', location);
  vi.stubGlobal('KeyboardEvent', class {
    constructor(_type: string, options: { key: string; ctrlKey?: boolean; altKey?: boolean }) {
      seen.push([options.ctrlKey === true ? 'Ctrl' : options.altKey === true ? 'Alt' : '', options.key]);
    }
  });
  vi.stubGlobal('window', { dispatchEvent: () => true, print: () => seen.push('print') });
  const { followMenu } = await import('../../renderer/state/menu.ts');
  return { seen, location, followMenu };
}

test('items of the menu go the way of the page\'s own keys and places', async () => {
  const { seen, location, followMenu } = await page();
  for (const action of ['save', 'search', 'screen-3', 'print'] as const) await followMenu(action);
  expect(seen).toEqual([['Ctrl', 's'], ['', '/'], ['Alt', '3'], 'print']);
  const hashes: string[] = [];
  for (const action of ['new-visit', 'backup', 'about'] as const) {
    await followMenu(action);
    hashes.push(location.hash);
  }
  expect(hashes).toEqual(['#/records/visit?open=new', '#/settings/data', '#/settings/about']);
});
