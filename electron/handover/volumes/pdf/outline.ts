import { PDFDict, PDFHexString, PDFName, PDFNull, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib';

/** One line of the bookmarks; `page` counts from 0. */
export type Bookmark = { readonly title: string; readonly page: number };

/** Gives a PDF a flat list of bookmarks, which readers show beside the pages. */
export function addBookmarks(pdf: PDFDocument, bookmarks: readonly Bookmark[]): void {
  if (bookmarks.length === 0) return;
  const { context, catalog } = pdf;
  const pages = pdf.getPages();
  const root = context.nextRef();
  const refs = bookmarks.map(() => context.nextRef());
  const entry = (name: string, ref: PDFRef | undefined): readonly (readonly [PDFName, PDFRef])[] => (ref === undefined ? [] : [[PDFName.of(name), ref]]);
  for (const [index, { title, page }] of bookmarks.entries()) {
    const ref = refs[index];
    const target = pages[page];
    if (ref === undefined || target === undefined) continue;
    const line = PDFDict.withContext(context);
    line.set(PDFName.of('Title'), PDFHexString.fromText(title));
    line.set(PDFName.of('Parent'), root);
    line.set(PDFName.of('Dest'), context.obj([target.ref, PDFName.of('XYZ'), PDFNull, PDFNull, PDFNull]));
    for (const [name, neighbour] of [...entry('Prev', refs[index - 1]), ...entry('Next', refs[index + 1])]) line.set(name, neighbour);
    context.assign(ref, line);
  }
  const list = PDFDict.withContext(context);
  list.set(PDFName.of('Type'), PDFName.of('Outlines'));
  for (const [name, ref] of [...entry('First', refs[0]), ...entry('Last', refs.at(-1))]) list.set(name, ref);
  list.set(PDFName.of('Count'), context.obj(bookmarks.length));
  context.assign(root, list);
  catalog.set(PDFName.of('Outlines'), root);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}
