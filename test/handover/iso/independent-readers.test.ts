import { execFile, spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { writeIso } from '../../../electron/handover/iso/write-iso.ts';
import { temporaryFolder } from '../sample-package.ts';
import { contentsOf, sampleTree } from './sample-tree.ts';

const run = promisify(execFile);
const env = { ...process.env, LC_ALL: 'C.UTF-8' };

/** Skips, visibly, where a reader is not installed; in CI, which installs them all, its absence is a failure. */
function needs(context: TestContext, tool: string): void {
  const missing = spawnSync(tool, ['--version']).error !== undefined;
  if (missing && process.env['CI'] === undefined) context.skip(`${tool} is not installed here`);
  expect({ tool, missing }).toEqual({ tool, missing: false });
}

describe.each([
  { sections: 'in one section', sectionLimit: undefined },
  { sections: 'in several sections, as files over 4 GiB are', sectionLimit: 4096 },
])('an image with files $sections', ({ sectionLimit }) => {
  let source: Record<string, string> = {};
  let image = '';
  beforeAll(async () => {
    const folder = await sampleTree();
    source = await contentsOf(folder);
    image = `${folder}.iso`;
    await writeIso({ folder, imageFile: image, volumeId: 'YZT2024_A1', createdAt: '2025-08-05T10:30' }, sectionLimit === undefined ? {} : { sectionLimit });
  });

  async function extracted(name: string, extract: (folder: string) => Promise<unknown>): Promise<Record<string, string>> {
    const folder = join(await temporaryFolder(name), 'x');
    await mkdir(folder);
    await extract(folder);
    return contentsOf(folder);
  }

  test.for([
    ['Rock Ridge', []],
    ['Joliet', ['-read_fs', 'norock']],
  ] as const)('xorriso reads it through %s', async ([, options], context) => {
    needs(context, 'xorriso');
    const found = await extracted('xorriso', (folder) => run('xorriso', ['-osirrox', 'on', ...options, '-indev', image, '-extract', '/', folder], { env }));
    expect(found).toEqual(source);
  });

  test.for([
    ['Rock Ridge', '!joliet'],
    ['Joliet', '!rockridge'],
  ] as const)('bsdtar reads it through %s', async ([, option], context) => {
    needs(context, 'bsdtar');
    const found = await extracted('bsdtar', (folder) => run('bsdtar', ['-xf', image, '-C', folder, '--options', `iso9660:${option}`], { env }));
    expect(found).toEqual(source);
  });

  test('7z reads it, through Joliet as Windows does', async (context) => {
    needs(context, '7z');
    expect(await extracted('7z', (folder) => run('7z', ['x', `-o${folder}`, image], { env }))).toEqual(source);
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

// Not in several sections: it does not join them.
test('isoinfo gives the content by Rock Ridge name', async (context) => {
  needs(context, 'isoinfo');
  const folder = await sampleTree();
  await writeIso({ folder, imageFile: `${folder}.iso`, volumeId: 'YZT2024_A1', createdAt: '2025-08-05T10:30' });
  const { stdout } = await run('isoinfo', ['-R', '-i', `${folder}.iso`, '-x', `/${'长'.repeat(54)}二.docx`], { env, encoding: 'buffer' });
  expect(stdout).toEqual(Buffer.alloc(5, 2));
});
