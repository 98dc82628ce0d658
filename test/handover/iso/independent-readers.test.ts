import { execFile, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { writeIso } from '../../../electron/handover/iso/write-iso.ts';
import { temporaryFolder } from '../sample-package.ts';
import { contentsOf, sampleTree } from './sample-tree.ts';

const run = promisify(execFile);
const env = { ...process.env, LC_ALL: 'C.UTF-8' };

/** Skips, visibly, where a reader is not installed; in CI, which installs them all, its absence is a failure. */
function needs(context: TestContext, tool: string, missing: boolean = spawnSync(tool, ['--version']).error !== undefined): void {
  if (missing && process.env['CI'] === undefined) context.skip(`${tool} is not installed here`);
  expect({ tool, missing }).toEqual({ tool, missing: false });
}

/** The Python that has pycdlib: the system's own where a package installed it, which need not be the first one found. */
function pythonWithPycdlib(context: TestContext): string {
  const python = ['python3', '/usr/bin/python3', 'python'].find((name) => spawnSync(name, ['-c', 'import pycdlib']).status === 0);
  needs(context, 'pycdlib', python === undefined);
  return python ?? '';
}

describe.each([
  { sections: 'in one section', sectionLimit: undefined },
  { sections: 'in several sections, as files over 4 GiB are', sectionLimit: 4096 },
])('an image with files $sections', ({ sectionLimit }) => {
  let source: Record<string, string> = {};
  let folder = '';
  let image = '';
  beforeAll(async () => {
    folder = await sampleTree();
    source = await contentsOf(folder);
    image = `${folder}.iso`;
    await writeIso({ folder, imageFile: image, volumeId: 'YZT2024_A1', createdAt: '2025-08-05T10:30' }, sectionLimit === undefined ? {} : { sectionLimit });
  });

  async function extracted(name: string, extract: (target: string) => Promise<unknown>): Promise<Record<string, string>> {
    const target = join(await temporaryFolder(name), 'x');
    await mkdir(target);
    await extract(target);
    return contentsOf(target);
  }

  test.for([
    ['Rock Ridge', []],
    ['Joliet', ['-read_fs', 'norock']],
  ] as const)('xorriso reads it through %s', async ([, options], context) => {
    needs(context, 'xorriso');
    const found = await extracted('xorriso', (target) => run('xorriso', ['-osirrox', 'on', ...options, '-indev', image, '-extract', '/', target], { env }));
    expect(found).toEqual(source);
  });

  test.for([
    ['Rock Ridge', '!joliet'],
    ['Joliet', '!rockridge'],
  ] as const)('bsdtar reads it through %s', async ([, option], context) => {
    needs(context, 'bsdtar');
    const found = await extracted('bsdtar', (target) => run('bsdtar', ['-xf', image, '-C', target, '--options', `iso9660:${option}`], { env }));
    expect(found).toEqual(source);
  });

  test('7z reads it, through Joliet as Windows does', async (context) => {
    needs(context, '7z');
    expect(await extracted('7z', (target) => run('7z', ['x', `-o${target}`, image], { env }))).toEqual(source);
  });

  test.for([
    ['Rock Ridge', 'rr_path'],
    ['Joliet', 'joliet_path'],
  ] as const)('pycdlib reads it through %s', async ([, tree], context) => {
    const python = pythonWithPycdlib(context);
    const { stdout } = await run(python, [join(import.meta.dirname, 'read-with-pycdlib.py'), image, tree], { env, maxBuffer: 1 << 24 });
    const found: Record<string, string> = JSON.parse(stdout);
    // It lists files of several sections, but does not join them: by Rock Ridge name none, by Joliet name no third one.
    const joined = ([path]: [string, string]): boolean => sectionLimit === undefined || path.endsWith('/') || statSync(join(folder, path)).size <= sectionLimit;
    expect(Object.keys(found).toSorted()).toEqual(Object.keys(source).toSorted());
    expect(Object.fromEntries(Object.entries(found).filter(joined))).toEqual(Object.fromEntries(Object.entries(source).filter(joined)));
  });

  test('isoinfo lists it through both trees and the plain one', async (context) => {
    needs(context, 'isoinfo');
    const list = async (...options: string[]): Promise<string[]> => (await run('isoinfo', ['-f', ...options, '-i', image], { env })).stdout.trimEnd().split('\n');
    // A file of several records is listed once per record; genisoimage's reader is that old.
    const paths = Object.keys(source).map((path) => `/${path.replace(/\/$/, '')}`);
    expect([...new Set(await list('-R'))].toSorted()).toEqual(paths.toSorted());
    const joliet = new Set(await list('-J', '-j', 'iso8859-1'));
    expect(joliet.has('/BAGIT.TXT;1')).toBe(true);
    const plain = [...new Set(await list())];
    expect(plain).toHaveLength(paths.length);
    for (const path of plain) expect(path).toMatch(/^(\/[A-Z0-9_]{1,8})+(\.[A-Z0-9_]{0,3};1)?$/);
  });
});

// Not in several sections: it does not join them. Its Joliet names come in the character sets of the last century, so the plain ones do.
test.for([
  ['Rock Ridge', ['-R'], (name: string) => name],
  ['Joliet', ['-J', '-j', 'iso8859-1'], (name: string) => `${name};1`],
] as const)('isoinfo gives contents by %s name', async ([, options, spelling], context) => {
  needs(context, 'isoinfo');
  const folder = await sampleTree();
  await writeIso({ folder, imageFile: `${folder}.iso`, volumeId: 'YZT2024_A1', createdAt: '2025-08-05T10:30' });
  const long = options[0] === '-R' ? [`${'长'.repeat(54)}二.docx`] : [];
  for (const name of ['BAGIT.TXT', 'ABC/ABC.TXT', 'readme', ...long]) {
    const { stdout } = await run('isoinfo', [...options, '-i', `${folder}.iso`, '-x', `/${spelling(name)}`], { env, encoding: 'buffer' });
    expect({ name, content: stdout }).toEqual({ name, content: await readFile(join(folder, name)) });
  }
});
