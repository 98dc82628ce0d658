import { PDFDocument, PDFName, PDFNull, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { markedPages } from '../../../electron/handover/volumes/pdf/marked-pages.ts';
import { addBookmarks } from '../../../electron/handover/volumes/pdf/outline.ts';

async function blank(pages: number): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < pages; page++) pdf.addPage();
  return pdf;
}

test('pages are found by named places, as LibreOffice writes them, whatever the order of their names', async () => {
  const pdf = await blank(4);
  const place = (page: number): unknown[] => [pdf.getPage(page).ref, PDFName.of('XYZ'), PDFNull, PDFNull, PDFNull];
  pdf.catalog.set(PDFName.of('Dests'), pdf.context.obj(Object.fromEntries([['record_1', place(3)], ['record', place(0)], ['_Toc1', place(1)], ['record_0', place(2)]]) as never));
  expect(markedPages(await PDFDocument.load(await pdf.save()), 'record')).toEqual([0, 2, 3]);
});

test('pages are found by bookmarks, as Word writes them, also behind an action and below another', async () => {
  const pdf = await blank(3);
  addBookmarks(pdf, [{ title: '日常巡检', page: 0 }, { title: 'record_1', page: 2 }]);
  const root = pdf.catalog.lookup(PDFName.of('Outlines'));
  const first = root !== undefined && 'get' in root && typeof root.get === 'function' ? pdf.context.lookup(root.get(PDFName.of('First'))) : undefined;
  const child = pdf.context.register(pdf.context.obj({ Title: PDFString.of('record'), A: { S: 'GoTo', D: [pdf.getPage(1).ref, PDFName.of('Fit')] } }));
  if (first !== undefined && 'set' in first && typeof first.set === 'function') first.set(PDFName.of('First'), child);
  expect(markedPages(await PDFDocument.load(await pdf.save()), 'record')).toEqual([1, 2]);
});

test('a PDF without any, and one whose bookmarks lead in a circle, have none', async () => {
  expect(markedPages(await blank(2), 'record')).toEqual([]);
  const pdf = await blank(1);
  const entry = pdf.context.obj({ Title: PDFString.of('甲') });
  const ref = pdf.context.register(entry);
  entry.set(PDFName.of('Next'), ref);
  pdf.catalog.set(PDFName.of('Outlines'), pdf.context.obj({ First: ref }));
  expect(markedPages(pdf, 'record')).toEqual([]);
});
