import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

const renderer = path.resolve(import.meta.dirname, '../../renderer');

/** Stylesheets that come with a screen instead of the window, and where the elements are that they may speak of. */
const lazySheets: Readonly<Record<string, string>> = { overview: 'screens/overview', delivery: 'screens/delivery', reports: 'screens/reports', calendar: 'screens/calendar', entry: 'entry' };

async function classesOfSheet(sheet: string): Promise<ReadonlySet<string>> {
  const text = await readFile(path.join(renderer, 'styles', sheet), 'utf8');
  return new Set([...text.matchAll(/\.([a-z][a-z0-9-]*)/g)].flatMap(([, name]) => name ?? []));
}

/** The words in the strings of every `className` of a file. */
function classesUsed(source: string): readonly string[] {
  return [...source.matchAll(/className=(?:"([^"]*)"|\{([^}]*)\})/g)].flatMap(([, plain, code]) => plain?.split(' ') ?? [...(code ?? '').matchAll(/['"`]([^'"`]*)['"`]/g)].flatMap(([, words]) => words?.split(' ') ?? []));
}

test('what a screen brings along styles nothing of another screen, which may be opened first', async () => {
  const sheets = await readdir(path.join(renderer, 'styles'));
  const isLazy = (sheet: string): boolean => sheet.replace('.css', '') in lazySheets;
  const everywhere = new Set((await Promise.all(sheets.filter((sheet) => !isLazy(sheet)).map(classesOfSheet))).flatMap((classes) => [...classes]));
  const files = (await readdir(renderer, { recursive: true })).filter((file) => file.endsWith('.tsx')).map((file) => file.replaceAll('\\', '/'));
  const used = await Promise.all(files.map(async (file) => ({ file, classes: classesUsed(await readFile(path.join(renderer, file), 'utf8')) })));

  const strange = (await Promise.all(sheets.filter(isLazy).map(async (sheet) => {
    const classes = await classesOfSheet(sheet);
    const own = lazySheets[sheet.replace('.css', '')] ?? '';
    return used.filter(({ file }) => !file.startsWith(`${own}/`)).flatMap((user) => user.classes.filter((name) => classes.has(name) && !everywhere.has(name)).map((name) => `${user.file}: ${name} of ${sheet}`));
  }))).flat();

  expect(used.flatMap(({ classes }) => classes)).toContain('panel-head');
  expect(strange).toEqual([]);
});
