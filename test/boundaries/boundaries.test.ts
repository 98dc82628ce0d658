import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

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

/** The lines of a check's output about one file, which begin with its path. */
function about(file: string, complaints: readonly string[]): string {
  return complaints.filter((line) => line.startsWith(`${file}(`) || line.startsWith(`${file}:`)).join('\n');
}

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

/** Imports that the rooms are built on. */
const allowed: typeof forbidden = [
  ['electron/handover', 'electron/documents'],
  ['electron/api', 'electron/handover'],
  ['electron/host', 'electron/api'],
  ['renderer', 'shared'],
  ['electron/sample', 'electron/files'],
  ['templates', 'shared'], ['templates', 'electron/files'],
];

function importingFile(room: string, target: string): string {
  return `${room}/from-${target.replaceAll('/', '-')}.ts`;
}

/** One file of `room` that imports from `target`, in a project of its own with the room's references. Answers the project. */
async function writeImport(room: string, target: string): Promise<string> {
  const name = target.split('/').at(-1) ?? target;
  const up = room.split('/').map(() => '..').join('/');
  const file = importingFile(room, target);
  const slug = path.basename(file, '.ts');
  await write(file, `import type { fact } from '${up}/${target}/${name}-fact.ts';\nexport type Copy = typeof fact;\n`);
  const real = await readFile(path.join(root, room, 'tsconfig.json'), 'utf8');
  await write(`${room}/tsconfig.${slug}.json`, real
    .replace(/"include": \[[^\]]*\]/, `"include": ["./${slug}.ts"]`)
    .replace(/"tsBuildInfoFile": "[^"]*"/, `"tsBuildInfoFile": "${up}/out/types/${slug}-${room.replaceAll('/', '-')}.tsbuildinfo"`));
  return `${room}/tsconfig.${slug}.json`;
}

describe('the compiler', () => {
  let complaints: readonly string[] = [];
  // Started once for all cases: starting takes longer than checking. One project after the other: side by side, an allowed import
  // was refused once in some twenty runs.
  beforeAll(async () => {
    const projects = await Promise.all([...forbidden, ...allowed].map(([room, target]) => writeImport(room, target)));
    complaints = (await output('typescript/bin/tsc', ['-b', '--builders', '1', '--pretty', 'false', ...projects])).split('\n').filter((line) => line.trim() !== '');
  });

  test.each(forbidden)('%s may not import %s', (room, target) => {
    expect(about(importingFile(room, target), complaints)).toContain('TS6307');
  });

  test.each(allowed)('%s may import %s', (room, target) => {
    expect(about(importingFile(room, target), complaints)).toBe('');
  });

  test('complains about nothing else', () => {
    const expected = forbidden.map(([room, target]) => `${importingFile(room, target)}(`);
    // The lines of one complaint behind its first are indented.
    expect(complaints.filter((line) => !line.startsWith(' ') && !expected.some((file) => line.startsWith(file)))).toEqual([]);
  });
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

const circle = 'electron/store/circle-a.ts';
const starting = 'electron/main/start.ts';

describe('lint', () => {
  let complaints: readonly string[] = [];
  beforeAll(async () => {
    for (const [, file, text] of lintCases) await write(file, text);
    await write('electron/store/circle-b.ts', "import { a } from './circle-a.ts';\nexport const b = (): number => a();\n");
    await write(circle, "import { b } from './circle-b.ts';\nexport const a = (): number => b();\n");
    await write(starting, "import { app } from 'electron';\n\nexport function name(): string {\n  return app.name;\n}\n");
    complaints = (await output('oxlint/bin/oxlint', ['--format', 'unix', ...lintCases.map(([, file]) => file), circle, starting])).split('\n');
  });

  test.each(lintCases)('finds %s', (_what, file, _text, rule) => {
    expect(about(file, complaints)).toContain(rule);
  });

  test('finds a circle of imports', () => {
    expect(about(circle, complaints)).toContain('no-cycle');
  });

  test('accepts what main and preload are there for', () => {
    expect(about(starting, complaints)).toBe('');
  });
});
