import { photoFacts, type PhotoFacts } from './photo-facts.ts';
import { isReduced, reducedQuality, reducedSize } from './photo-size.ts';

/** What the window asks: a photo, and whether forms can print it as it is. */
export type PhotoQuestion = { readonly file: Blob; readonly isPrintable: boolean };

/** `reduced` is absent when the photo is good as it is; `failed` when it cannot be decoded. */
export type PhotoAnswer = { readonly state: 'done'; readonly reduced: Blob | undefined; readonly taken: PhotoFacts['taken'] } | { readonly state: 'failed' };

/** Cameras write their facts at the beginning. */
const headBytes = 256 * 1024;

/** Decodes upright, and makes a smaller JPEG without the camera's facts where one is wanted. */
async function answer({ file, isPrintable }: PhotoQuestion): Promise<PhotoAnswer> {
  const facts = photoFacts(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()));
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const { taken, hasPlace } = facts;
  if (!isReduced({ width: picture.width, height: picture.height, bytes: file.size, isPrintable, hasPlace })) return { state: 'done', reduced: undefined, taken };
  const { width, height } = reducedSize(picture);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) return { state: 'failed' };
  // A JPEG has no transparency; paper is white.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  picture.close();
  return { state: 'done', reduced: await canvas.convertToBlob({ type: 'image/jpeg', quality: reducedQuality }), taken };
}

addEventListener('message', ({ data }: MessageEvent<PhotoQuestion>) => {
  // A file that is no picture, or is broken, is told by the decoder with an error.
  void answer(data).catch((): PhotoAnswer => ({ state: 'failed' })).then((result) => postMessage(result));
});
