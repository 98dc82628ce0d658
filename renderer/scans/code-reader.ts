import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { longestRead } from './scan-choices.ts';

/** A page to be read: a picture file, or pixels that were drawn already. */
export type CodeQuestion = { readonly id: number; readonly page: Blob | ImageBitmap };

/** `turn`: by how many degrees the page is to be turned clockwise to stand upright; undefined where no code tells. `failed`: it is no picture. */
export type CodeAnswer = { readonly id: number; readonly state: 'read'; readonly codes: readonly string[]; readonly turn: 0 | 90 | 180 | 270 | undefined } | { readonly id: number; readonly state: 'failed' };

// The library would fetch its own file from elsewhere; ours lies beside this one.
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });

async function pixelsOf(page: Blob | ImageBitmap): Promise<ImageData | undefined> {
  const picture = page instanceof ImageBitmap ? page : await createImageBitmap(page, { imageOrientation: 'from-image' });
  const scale = Math.min(1, longestRead / Math.max(picture.width, picture.height));
  const [width, height] = [Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale))];
  const context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) return undefined;
  context.drawImage(picture, 0, 0, width, height);
  picture.close();
  return context.getImageData(0, 0, width, height);
}

const turns = [0, 270, 180, 90] as const;

/** The code stands upright in the corner of its page; how far it is turned, the page is. */
function turnOf(orientation: number): 0 | 90 | 180 | 270 {
  return turns[((Math.round(orientation / 90) % 4) + 4) % 4] ?? 0;
}

async function answer({ id, page }: CodeQuestion): Promise<CodeAnswer> {
  const pixels = await pixelsOf(page);
  if (pixels === undefined) return { id, state: 'failed' };
  const found = await readBarcodes(pixels, { formats: ['QRCode'], tryHarder: true, tryInvert: false, maxNumberOfSymbols: 4 });
  const [first] = found;
  return { id, state: 'read', codes: found.map(({ text }) => text), turn: first === undefined ? undefined : turnOf(first.orientation) };
}

addEventListener('message', ({ data }: MessageEvent<CodeQuestion>) => {
  // What is no picture, or is broken, the decoder tells with an error.
  void answer(data).catch((): CodeAnswer => ({ id: data.id, state: 'failed' })).then((result) => postMessage(result));
});
