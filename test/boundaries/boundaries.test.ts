import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

/**
 * The import rules are only worth what their checks find. A small house with the real tsconfig files and lint rules
 * gets one bad import per rule; each must be complained about, and the clean house must pass.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);
const rooms = [
  'shared', 'renderer', 'electron/files', 'electron/store', 'electron/intake', 'electron/documents', 'electron/sample',
  'electron/handover', 'electron/api', 'electron/cli', 'electron/host', 'electron/main', 'electron/preload', 'templates',
];

let house: string;

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.join(house, path.dirname(file)), { recursive: true });
  await writeFile(path.join(house, file), text);
}

async function output(command: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, [path.join(root, 'node_modules', command), ...args], { cwd: house });
    return stdout;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'stdout' in error) return String(error.stdout);
    throw error;
  }
}

const typecheck = (room: string): Promise<string> => output('typescript/bin/tsc', ['-b', room]);
const lint = (file: string): Promise<string> => output('oxlint/bin/oxlint', [file]);

beforeAll(async () => {
  house = await mkdtemp(path.join(tmpdir(), 'house-'));
  await cp(path.join(root, 'build/tsconfig.base.json'), path.join(house, 'build/tsconfig.base.json'));
  await cp(path.join(root, '.oxlintrc.json'), path.join(house, '.oxlintrc.json'));
  await cp(path.join(root, 'package.json'), path.join(house, 'package.json'));
  await symlink(path.join(root, 'node_modules'), path.join(house, 'node_modules'), 'junction');
  for (const room of rooms) {
    await mkdir(path.join(house, room), { recursive: true });
    // The real references and types, but only the room's one clean file: a case must not see the mistakes of another.
    const real = await readFile(path.join(root, room, 'tsconfig.json'), 'utf8');
    await writeFile(path.join(house, room, 'tsconfig.json'), real.replace(/"include": \[[^\]]*\]/, '"include": ["./*-fact.ts"]'));
    const name = room.split('/').at(-1) ?? room;
    await write(`${room}/${name}-fact.ts`, `export const fact = '${name}';\n`);
  }
});

afterAll(async () => {
  await rm(house, { recursive: true, force: true });
});

/** Room and the rooms it must not import: the compiler's share of the rules. */
const forbidden: readonly (readonly [room: string, target: string])[] = [
  ['shared', 'electron/store'], ['shared', 'renderer'],
  ['renderer', 'electron/api'], ['renderer', 'electron/store'], ['renderer', 'templates'],
  ['electron/files', 'electron/store'],
  ['electron/store', 'electron/documents'], ['electron/store', 'electron/api'],
  ['electron/intake', 'electron/store'], ['electron/intake', 'electron/documents'],
  ['electron/documents', 'electron/store'], ['electron/documents', 'electron/handover'],
  ['electron/sample', 'electron/store'],
  ['electron/handover', 'electron/intake'], ['electron/handover', 'electron/api'],
  ['electron/api', 'electron/host'], ['electron/api', 'electron/cli'], ['electron/api', 'electron/main'],
  ['electron/cli', 'electron/main'], ['electron/host', 'electron/cli'], ['electron/main', 'electron/host'],
  ['electron/preload', 'electron/api'], ['templates', 'electron/api'],
];

/** Checks one file of `room` that imports from `target`, as a project with the room's own references. */
async function importing(room: string, target: string): Promise<string> {
  const name = target.split('/').at(-1) ?? target;
  const up = room.split('/').map(() => '..').join('/');
  const slug = `from-${target.replaceAll('/', '-')}`;
  await write(`${room}/${slug}.ts`, `import type { fact } from '${up}/${target}/${name}-fact.ts';\nexport type Copy = typeof fact;\n`);
  const real = await readFile(path.join(root, room, 'tsconfig.json'), 'utf8');
  await write(`${room}/tsconfig.${slug}.json`, real
    .replace(/"include": \[[^\]]*\]/, `"include": ["./${slug}.ts"]`)
    .replace(/"tsBuildInfoFile": "[^"]*"/, `"tsBuildInfoFile": "${up}/out/types/${slug}-${room.replaceAll('/', '-')}.tsbuildinfo"`));
  return typecheck(`${room}/tsconfig.${slug}.json`);
}

test.concurrent.each(forbidden)('%s may not import %s', async (room, target) => {
  const complaints = await importing(room, target);

  expect(complaints).toContain(`${room}/from-${target.replaceAll('/', '-')}.ts(`);
  expect(complaints).toContain('TS6307');
});

test.each([
  ['electron/handover', 'electron/documents'],
  ['electron/api', 'electron/handover'],
  ['electron/host', 'electron/api'],
  ['renderer', 'shared'],
  ['templates', 'shared'],
])('%s may import %s', async (room, target) => {
  expect(await importing(room, target)).toBe('');
});

const lintCases: readonly (readonly [what: string, file: string, text: string, rule: string])[] = [
  ['electron outside main and preload', 'electron/store/window.ts', "import { app } from 'electron';\nexport const name = app.name;\n", 'no-restricted-imports'],
  ['electron in the renderer', 'renderer/window.ts', "import { shell } from 'electron';\nexport const open = shell.openPath;\n", 'no-restricted-imports'],
  ['node in shared', 'shared/disk.ts', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n", 'no-nodejs-modules'],
  ['node in the renderer', 'renderer/disk.ts', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n", 'no-nodejs-modules'],
  ['our rooms in shared', 'shared/rooms.ts', "import { fact } from '../electron/store/store-fact.ts';\nexport const copy = fact;\n", 'no-restricted-imports'],
  ['our rooms in the renderer', 'renderer/rooms.ts', "import { fact } from '../electron/api/api-fact.ts';\nexport const copy = fact;\n", 'no-restricted-imports'],
  ['the store in the command line', 'electron/cli/store.ts', "import { fact } from '../store/store-fact.ts';\nexport const copy = fact;\n", 'no-restricted-imports'],
  ['documents in the host', 'electron/host/documents.ts', "import { fact } from '../documents/documents-fact.ts';\nexport const copy = fact;\n", 'no-restricted-imports'],
  ['the store in main', 'electron/main/store.ts', "import { fact } from '../store/store-fact.ts';\nexport const copy = fact;\n", 'no-restricted-imports'],
  ['the api in preload', 'electron/preload/api.ts', "import { fact } from '../api/api-fact.ts';\nexport const copy = fact;\n", 'no-restricted-imports'],
  ['an unlisted package in shared', 'shared/package.ts', "import React from 'react';\nexport const version = React.version;\n", 'no-restricted-imports'],
  ['the DOM in shared', 'shared/dom.ts', 'export const title = (): string => document.title;\n', 'no-restricted-globals'],
  ['a default export', 'electron/store/default.ts', 'export default 1;\n', 'no-default-export'],
  ['a barrel', 'electron/store/index.ts', "export * from './store-fact.ts';\n", 'no-barrel-file'],
  ['any', 'electron/store/any.ts', 'export const value: any = 1;\n', 'no-explicit-any'],
  ['a name that is not kebab-case', 'electron/store/CamelCase.ts', 'export const value = 1;\n', 'filename-case'],
  ['a file of more than 300 lines', 'electron/store/long.ts', `${Array.from({ length: 301 }, (_, i) => `export const a${i} = ${i};`).join('\n')}\n`, 'max-lines'],
  ['a silenced compiler', 'electron/store/silenced.ts', "// @ts-ignore\nexport const value: string = 1;\n", 'ban-ts-comment'],
  ['a forgotten promise', 'electron/store/promise.ts', 'export function start(): void {\n  Promise.resolve(1).then((one) => one);\n}\n', 'no-floating-promises'],
  ['a focused test', 'test/focus.test.ts', "import { test } from 'vitest';\ntest.only('a', () => {});\n", 'no-focused-tests'],
];

test.concurrent.each(lintCases)('lint finds %s', async (_what, file, text, rule) => {
  await write(file, text);
  expect(await lint(file)).toContain(rule);
});

test('lint finds a circle of imports', async () => {
  await write('electron/store/circle-a.ts', "import { b } from './circle-b.ts';\nexport const a = (): number => b();\n");
  await write('electron/store/circle-b.ts', "import { a } from './circle-a.ts';\nexport const b = (): number => a();\n");
  expect(await lint('electron/store/circle-a.ts')).toContain('no-cycle');
});

test('lint accepts what main and preload are there for', async () => {
  await write('electron/main/start.ts', "import { app } from 'electron';\n\nexport function name(): string {\n  return app.name;\n}\n");
  expect(await lint('electron/main/start.ts')).not.toContain('no-restricted-imports');
});
