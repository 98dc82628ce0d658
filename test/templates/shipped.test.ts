import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withTagReference } from '../../build/scripts/templates/tag-reference.ts';
import { inflateMember, readZip } from '../../electron/files/zip-reader.ts';
import { addedDeliverables, usualDeliverables } from '../../shared/contract/default-deliverables.ts';
import { lintDocx } from '../helpers/ooxml-lint.ts';
import { officeErrors } from '../helpers/ooxml-validate.ts';
import { shipped, shippedFolder, shippedNames } from './shipped-files.ts';

/** Compared member by member: another computer's zlib may squeeze the same content into other bytes. */
function contents(bytes: Uint8Array): readonly (readonly [name: string, content: string])[] {
  return [...readZip(bytes).values()].map((member) => [member.name, inflateMember(member).toString('utf8')]);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'binder-templates-'));
const script = path.resolve(import.meta.dirname, '../../build/scripts/build-templates.ts');

/** In a process of its own, as people build them: the libraries that write them count their objects from the start of the process. */
async function build(name: string): Promise<ReadonlyMap<string, Buffer>> {
  const target = path.join(folder, name);
  fs.mkdirSync(target);
  await promisify(execFile)(process.execPath, [script, target]);
  return new Map(fs.readdirSync(target).map((file) => [file, fs.readFileSync(path.join(target, file))]));
}

let built: ReadonlyMap<string, Buffer>;

beforeAll(async () => {
  built = await build('first');
});

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test('what is shipped is what the source makes, nothing more and nothing less', () => {
  expect(shippedNames).toEqual([...built.keys()].toSorted());
  expect(shippedNames.map((name) => [name, contents(shipped(name))])).toEqual([...built.keys()].toSorted().map((name) => [name, contents(built.get(name) ?? Buffer.alloc(0))]));
});

test('building again gives the same bytes', async () => {
  expect([...(await build('again'))].map(([name, bytes]) => [name, bytes.toString('base64')])).toEqual([...built].map(([name, bytes]) => [name, bytes.toString('base64')]));
});

test('every deliverable that a new contract proposes finds its template', () => {
  const usual = usualDeliverables('示例项目');
  const wanted = [...usual, ...addedDeliverables('示例项目', usual)].map((deliverable) => deliverable.template);
  expect(wanted.filter((name) => !shippedNames.includes(name))).toEqual([]);
});

test('the list of tags in the README is the one of the record kinds', () => {
  const readme = fs.readFileSync(path.join(shippedFolder, 'README.md'), 'utf8');
  expect(readme).toBe(withTagReference(readme));
});

describe('every shipped file is sound', () => {
  test.each(shippedNames.filter((name) => name.endsWith('.docx')))('%s', async (name) => {
    expect({ lint: lintDocx(shipped(name)), office: await officeErrors(shipped(name), 'docx') }).toEqual({ lint: [], office: [] });
  });

  test.each(shippedNames.filter((name) => name.endsWith('.xlsx')))('%s', async (name) => {
    expect(await officeErrors(shipped(name), 'xlsx')).toEqual([]);
  });
});
