import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** One page of a made-up PDF: A4 upright unless said otherwise. Boxes are [left, bottom, width, height] in points. */
export type MadePage = {
  readonly text?: string;
  readonly size?: readonly [number, number];
  /** Degrees clockwise. */
  readonly rotation?: number;
  readonly mediaBox?: readonly [number, number, number, number];
  readonly cropBox?: readonly [number, number, number, number];
};

/** A PDF of the given pages; the same input gives the same bytes. @param padding bytes of ballast */
export async function pdfWith(pages: readonly MadePage[], padding = 0): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const { text, size = [595.28, 841.89], rotation = 0, mediaBox, cropBox } of pages) {
    const page = pdf.addPage([size[0], size[1]]);
    if (mediaBox !== undefined) page.setMediaBox(...mediaBox);
    if (cropBox !== undefined) page.setCropBox(...cropBox);
    page.setRotation(degrees(rotation));
    if (text !== undefined) page.drawText(text, { x: page.getMediaBox().x + 72, y: page.getMediaBox().y + 400, size: 12, font });
  }
  if (padding > 0) pdf.context.register(pdf.context.stream('x'.repeat(padding)));
  return pdf.save({ addDefaultPage: false });
}
