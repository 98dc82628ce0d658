import { readFile } from 'node:fs/promises';
import { StandardFonts, type PDFDocument, type PDFFont } from '@cantoo/pdf-lib';
import { create, type EmbeddingRights } from 'fontkit';
import type { FontFace } from '../find-fonts.ts';

/** Everything that page numbers are written with. */
const neededCharacters = '第卷页0123456789';

/** A font that page numbers can be set in; `bytes` are the whole file. */
export type UsableFont = FontFace & { readonly bytes: Uint8Array };

/** The maker's terms, which stand in the font: fonts may forbid to be put into documents. */
function mayEmbed(table: object | undefined): boolean {
  const rights: EmbeddingRights | undefined = table !== undefined && 'fsType' in table && typeof table.fsType === 'object' && table.fsType !== null ? table.fsType : undefined;
  return rights?.noEmbedding !== true && rights?.noSubsetting !== true && rights?.bitmapOnly !== true;
}

async function opened(face: FontFace): Promise<UsableFont | undefined> {
  try {
    const bytes = await readFile(face.file);
    const font = create(bytes, face.postscriptName);
    if (font === null || 'fonts' in font || !mayEmbed(font['OS/2'])) return undefined;
    const isWhole = Array.from(neededCharacters).every((character) => (font.glyphForCodePoint(character.codePointAt(0) ?? 0)?.id ?? 0) !== 0);
    return isWhole ? { ...face, bytes } : undefined;
  } catch {
    // A damaged font, or one of a format that is not known: the next will do.
    return undefined;
  }
}

/** The first font that opens, has every needed character and may be embedded. */
export async function usableFont(faces: readonly FontFace[]): Promise<UsableFont | undefined> {
  for (const face of faces) {
    const font = await opened(face);
    if (font !== undefined) return font;
  }
  return undefined;
}

/** Puts a font into a PDF: as a subset of what is written with it, or a font that every reader has and that knows no Chinese. */
export async function embedStampFont(pdf: PDFDocument, font: UsableFont | undefined): Promise<PDFFont> {
  if (font === undefined) return pdf.embedFont(StandardFonts.Helvetica);
  pdf.registerFontkit({ create });
  // The six letters mark a subset; a name of our own keeps the bytes the same each time.
  return pdf.embedFont(font.bytes, { subset: true, customName: `BINDER+${font.postscriptName}`, postscriptName: font.postscriptName });
}
