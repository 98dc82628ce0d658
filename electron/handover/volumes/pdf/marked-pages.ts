import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRef, PDFString, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';

/** A list that leads back into itself ends sometime. */
const mostSteps = 20_000;

function textOf(object: PDFObject | undefined): string {
  if (object instanceof PDFString || object instanceof PDFHexString) return object.decodeText();
  return object instanceof PDFName ? object.decodeText() : '';
}

/** The page of a destination, which stands alone, in a dictionary, or behind an action. */
function targetOf(pdf: PDFDocument, object: PDFObject | undefined): PDFObject | undefined {
  const found = object instanceof PDFRef ? pdf.context.lookup(object) : object;
  if (found instanceof PDFArray) return found.get(0);
  return found instanceof PDFDict ? targetOf(pdf, found.get(PDFName.of('D'))) : undefined;
}

type Marked = readonly [name: string, target: PDFObject | undefined];

/** Named places as LibreOffice writes them: a dictionary of names. */
function* namedPlaces(pdf: PDFDocument): Generator<Marked> {
  const places = pdf.catalog.lookup(PDFName.of('Dests'));
  if (!(places instanceof PDFDict)) return;
  for (const [name, place] of places.entries()) yield [textOf(name), targetOf(pdf, place)];
}

/** Bookmarks as Word writes them: a tree of titles. */
function* bookmarks(pdf: PDFDocument): Generator<Marked> {
  const root = pdf.catalog.lookup(PDFName.of('Outlines'));
  const waiting: PDFObject[] = root instanceof PDFDict ? [root] : [];
  for (let steps = 0; waiting.length > 0 && steps < mostSteps; steps++) {
    const entry = waiting.pop();
    if (!(entry instanceof PDFDict)) continue;
    yield [textOf(entry.lookup(PDFName.of('Title'))), targetOf(pdf, entry.get(PDFName.of('Dest')) ?? entry.get(PDFName.of('A')))];
    for (const next of ['First', 'Next']) {
      const other = entry.lookup(PDFName.of(next));
      if (other !== undefined) waiting.push(other);
    }
  }
}

/** Pages, from 0 and in order, on which a bookmark of the Word file with such a name stands. Empty when the program wrote none into the PDF. */
export function markedPages(pdf: PDFDocument, mark: string): readonly number[] {
  const places = new Map(pdf.getPages().map(({ ref }, index) => [ref.tag, index]));
  const pages = new Set<number>();
  for (const [name, target] of [...namedPlaces(pdf), ...bookmarks(pdf)]) {
    const page = name.startsWith(mark) && target instanceof PDFRef ? places.get(target.tag) : undefined;
    if (page !== undefined) pages.add(page);
  }
  return [...pages].toSorted((a, b) => a - b);
}
