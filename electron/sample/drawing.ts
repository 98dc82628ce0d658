import { crc32, deflateSync } from 'node:zlib';

/** A picture being drawn: one byte per pixel, an index into the palette. */
export type Drawing = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

export function blankDrawing(width: number, height: number, colour: number): Drawing {
  return { width, height, pixels: new Uint8Array(width * height).fill(colour) };
}

/** Fills a rectangle; what lies outside of the drawing is left out. Lengths in pixels. */
export function fillRectangle(drawing: Drawing, left: number, top: number, width: number, height: number, colour: number): void {
  const [from, to] = [Math.max(0, Math.round(left)), Math.min(drawing.width, Math.round(left + width))];
  for (let row = Math.max(0, Math.round(top)); row < Math.min(drawing.height, Math.round(top + height)); row++) {
    if (to > from) drawing.pixels.fill(colour, row * drawing.width + from, row * drawing.width + to);
  }
}

/** The drawing as a PNG file. @param palette red, green, blue per colour, 0 to 255 */
export function encodePng({ width, height, pixels }: Drawing, palette: readonly (readonly [number, number, number])[]): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits per pixel, by palette.
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++) rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('PLTE', Buffer.from(palette.flat())), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
