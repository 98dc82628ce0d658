/** What is used of fontkit 2, which brings no types. */
declare module 'fontkit' {
  import type { PDFDocument } from '@cantoo/pdf-lib';

  type Engine = Parameters<PDFDocument['registerFontkit']>[0];
  type Created = Exclude<Awaited<ReturnType<Engine['create']>>, null>;

  export type EmbeddingRights = { readonly noEmbedding?: boolean; readonly noSubsetting?: boolean; readonly bitmapOnly?: boolean };

  /** Throws for what is no font; `null` when a collection has no font of that PostScript name. `fsType` stands in the `OS/2` table. */
  export function create(bytes: Uint8Array, postscriptName?: string): Created | null;
}
