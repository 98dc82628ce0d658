import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import { isDigitallySigned, type Recode, shrinkPictures } from './pdf-pictures.ts';
import type { ScanQuality, Turn } from './scan-choices.ts';
import { pictureSize } from './scan-choices.ts';

/** Some pages of a PDF, each turned and its pictures made smaller; or a picture, likewise. */
export type PieceQuestion =
  | { readonly kind: 'pdf'; readonly file: Blob; readonly from: number; readonly to: number; readonly turns: readonly Turn[]; readonly quality: ScanQuality }
  | { readonly kind: 'picture'; readonly file: Blob; readonly turn: Turn; readonly quality: ScanQuality };

export type PieceAnswer = { readonly state: 'done'; readonly piece: Blob } | { readonly state: 'failed' };

/** As the page has it: which way is up, and the colours, are what the PDF says. */
const recodeJpeg: Recode = async (jpeg, said, { width, height, jpegQuality }) => {
  const picture = await createImageBitmap(new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }), { imageOrientation: 'none' }).catch(() => undefined);
  if (picture === undefined) return undefined;
  try {
    if (picture.width !== said.width || picture.height !== said.height) return undefined;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) return undefined;
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, width, height);
    return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality })).arrayBuffer());
  } finally {
    picture.close();
  }
};

async function pdfPiece({ file, from, to, turns, quality }: Extract<PieceQuestion, { kind: 'pdf' }>): Promise<Blob> {
  const source = await PDFDocument.load(await file.arrayBuffer(), { updateMetadata: false });
  const isWhole = from === 1 && to === source.getPageCount();
  const isUpright = turns.every((turn) => turn === 0);
  if (isWhole && isUpright && quality === 'original') return file;
  const target = isWhole ? source : await PDFDocument.create({ updateMetadata: false });
  if (!isWhole) for (const page of await target.copyPages(source, Array.from({ length: to - from + 1 }, (_, index) => from - 1 + index))) target.addPage(page);
  const saved = isDigitallySigned(source) ? 0 : await shrinkPictures(target, quality, recodeJpeg);
  // What does not become smaller stays as the scanner made it.
  if (isWhole && isUpright && saved === 0) return file;
  for (const [index, page] of target.getPages().entries()) page.setRotation(degrees((page.getRotation().angle + (turns[index] ?? 0)) % 360));
  return new Blob([new Uint8Array(await target.save())], { type: 'application/pdf' });
}

async function picturePiece({ file, turn, quality }: Extract<PieceQuestion, { kind: 'picture' }>): Promise<Blob | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const size = pictureSize(picture, quality);
  const isAside = turn === 90 || turn === 270;
  const canvas = new OffscreenCanvas(isAside ? size.height : size.width, isAside ? size.width : size.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) return undefined;
  // A JPEG has no transparency; paper is white.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turn * Math.PI) / 180);
  context.drawImage(picture, -size.width / 2, -size.height / 2, size.width, size.height);
  picture.close();
  const smaller = await canvas.convertToBlob({ type: 'image/jpeg', quality: size.jpegQuality });
  // What does not become smaller stays as the scanner made it.
  return turn === 0 && smaller.size >= file.size ? file : smaller;
}

async function answer(question: PieceQuestion): Promise<PieceAnswer> {
  if (question.kind === 'picture' && question.quality === 'original' && question.turn === 0) return { state: 'done', piece: question.file };
  const piece = question.kind === 'pdf' ? await pdfPiece(question) : await picturePiece(question);
  return piece === undefined ? { state: 'failed' } : { state: 'done', piece };
}

addEventListener('message', ({ data }: MessageEvent<PieceQuestion>) => {
  void answer(data).catch((): PieceAnswer => ({ state: 'failed' })).then((result) => postMessage(result));
});
