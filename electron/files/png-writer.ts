import { crc32, deflateSync } from 'node:zlib';

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

export type PngForm = {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: 1 | 2 | 4 | 8;
  /** What the pixels are numbers of; without one they are shades of grey from black. */
  readonly palette?: readonly Colour[];
  /** The first colour of the palette is nothing: the paper is seen through it. */
  readonly isFirstColourClear?: boolean;
  /** 1 (quick) to 9; the usual one of zlib when absent. */
  readonly level?: number;
};

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const grey = 0;
const byPalette = 3;

/** Bytes of a line: the filter byte, which is always 0 here (none), and the pixels, the first one in the highest bits. */
export function pngLineBytes({ width, bitsPerPixel }: Pick<PngForm, 'width' | 'bitsPerPixel'>): number {
  return 1 + Math.ceil((width * bitsPerPixel) / 8);
}

/** A PNG file (ISO/IEC 15948), the same bytes for the same picture. @param lines all lines, each as long as `pngLineBytes` says */
export function encodePng(form: PngForm, lines: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(form.width, 0);
  header.writeUInt32BE(form.height, 4);
  header.set([form.bitsPerPixel, form.palette === undefined ? grey : byPalette, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...(form.palette === undefined ? [] : [chunk('PLTE', Buffer.from(form.palette.flat()))]),
    ...(form.isFirstColourClear === true ? [chunk('tRNS', Buffer.from([0]))] : []),
    chunk('IDAT', deflateSync(lines, form.level === undefined ? {} : { level: form.level })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
