import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { workerBundle } from '../../build/scripts/electron-bundles.ts';
import { documentMakerBeside } from '../../electron/handover/deliverables/document-maker.ts';
import { openPdfWorkshop } from '../../electron/handover/volumes/pdf-workshop.ts';
import { pdfWith } from '../helpers/pdf-files.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('the workers of the packaged program count pages, put volumes together and fill templates', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'workers-'));
  await build(workerBundle(root, folder));
  const script = (name: string): URL => pathToFileURL(path.join(folder, 'worker', name));
  const workshop = openPdfWorkshop(script('pdf-worker.cjs'));
  const maker = documentMakerBeside({ own: folder, shipped: path.join(root, 'templates') }, script('making-worker.cjs'));
  onTestFinished(async () => {
    await Promise.all([workshop.close(), maker.close()]);
    await rm(folder, { recursive: true, force: true });
  });
  expect((await maker.fill('volumes-list.docx', { 项目名称: '示例项目' })).bytes.length).toBeGreaterThan(1000);
  const file = path.join(folder, 'a.pdf');
  await writeFile(file, await pdfWith([{ text: 'A' }, { text: 'B' }]));
  expect(await workshop.countPages([{ file, shownAs: 'A' }])).toEqual([{ ok: true, value: 2 }]);
  const volume = { target: path.join(folder, 'volume.pdf'), title: '第1卷', author: '示例单位', date: '2025-08-02T00:00:00.000Z', doubleSided: true, stamp: { fonts: [] }, parts: [{ file, title: '甲', pages: 2, page: 1, startsOnFront: true }] };
  expect(await workshop.assemble(volume)).toMatchObject({ sides: 2, numberedPages: 2 });
});
