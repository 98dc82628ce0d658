import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTemplateLibrary, type TemplateFacts, type TemplateLibrary } from '../../../electron/handover/deliverables/template-library.ts';
import { docxOf, paragraph } from '../../helpers/ooxml-docx.ts';

const shipped = path.resolve(import.meta.dirname, '../../../templates');
let own: string;
const opened = (): TemplateLibrary => openTemplateLibrary({ own, shipped });
const factsOf = ({ sha256, showsPhotos }: TemplateFacts): TemplateFacts => ({ sha256, showsPhotos });

async function replace(name: string, body: string, seconds: number): Promise<void> {
  await writeFile(path.join(own, name), docxOf(body));
  await utimes(path.join(own, name), seconds, seconds);
}

beforeEach(async () => {
  own = await mkdtemp(path.join(tmpdir(), 'templates-'));
});
afterEach(() => rm(own, { recursive: true, force: true }));

test('the facts of every shipped template are those of its compiled form, whichever is asked for first', async () => {
  const names = (await opened().list()).map(({ name }) => name);
  const library = opened();
  for (const name of names) {
    const facts = factsOf(await library.facts(name));
    const compiled = factsOf(await library.load(name));
    expect([name, facts, factsOf(await library.facts(name))]).toEqual([name, compiled, compiled]);
  }
});

test('a template that was edited meanwhile has other facts', async () => {
  const library = opened();
  await replace('worklog.docx', paragraph('{编号}'), 1_700_000_000);
  const before = factsOf(await library.facts('worklog.docx'));
  expect(before.showsPhotos).toBe(false);
  expect(factsOf(await library.facts('worklog.docx'))).toEqual(before);
  await replace('worklog.docx', paragraph('{编号}{照片数}'), 1_700_000_100);
  const after = factsOf(await library.facts('worklog.docx'));
  expect(after).toEqual(factsOf(await library.load('worklog.docx')));
  expect(after).toEqual({ sha256: expect.not.stringMatching(before.sha256), showsPhotos: true });
});

test('the word for photos outside of tags shows none', async () => {
  await replace('worklog.docx', paragraph('照片另附，{编号}'), 1_700_000_000);
  expect((await opened().facts('worklog.docx')).showsPhotos).toBe(false);
});

test('a file that is no template says the same why to both', async () => {
  await writeFile(path.join(own, 'worklog.docx'), '不是文档');
  const said = (asked: Promise<unknown>): Promise<string> => asked.then(() => 'nothing', (error: unknown) => String(error));
  expect(await said(opened().facts('worklog.docx'))).toBe(await said(opened().load('worklog.docx')));
  expect(await said(opened().facts('none.docx'))).toBe(await said(opened().load('none.docx')));
  expect(await said(opened().facts('worklog.docx'))).toContain('文件已损坏');
});
