import { blankDrawing, drawingPng, fillRectangle } from '../../electron/sample/drawing.ts';

/** A real PNG file of this size, half white and half in a colour of its own. */
export function pngOf(width: number, height: number, shade = 0): Uint8Array {
  const drawing = blankDrawing(width, height, 0);
  fillRectangle(drawing, 0, 0, width / 2, height, 1);
  return drawingPng(drawing, [[255, 255, 255], [shade, 90, 160]]);
}

/** The PNG with a pHYs chunk. @param perMetre pixels per metre */
export function withResolution(png: Uint8Array, perMetre: number): Uint8Array {
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(perMetre, 8);
  chunk.writeUInt32BE(perMetre, 12);
  chunk.writeUInt8(1, 16);
  // Behind signature and IHDR; nobody here reads the checksum.
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

export type JpegFacts = { readonly width: number; readonly height: number; readonly orientation?: number; readonly little?: boolean; readonly density?: readonly [unit: number, x: number, y: number]; readonly frame?: number };

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** The head of a JPEG file as cameras write it: all that decides how it is laid out, no pixels. */
export function jpegOf({ width, height, orientation, little = false, density, frame = 0xc0 }: JpegFacts): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from([0xff, 0xd8])];
  if (density !== undefined) {
    const jfif = Buffer.from('JFIF\0\x01\x02\0\0\0\0\0\0\0', 'latin1');
    jfif.writeUInt8(density[0], 7);
    jfif.writeUInt16BE(density[1], 8);
    jfif.writeUInt16BE(density[2], 10);
    parts.push(segment(0xe0, jfif));
  }
  if (orientation !== undefined) {
    const exif = Buffer.alloc(32);
    exif.write('Exif\0\0', 0, 'latin1');
    const short = (value: number, at: number): void => void (little ? exif.writeUInt16LE(value, at) : exif.writeUInt16BE(value, at));
    const long = (value: number, at: number): void => void (little ? exif.writeUInt32LE(value, at) : exif.writeUInt32BE(value, at));
    exif.write(little ? 'II' : 'MM', 6, 'latin1');
    short(42, 8);
    long(8, 10);
    short(1, 14);
    short(0x0112, 16);
    short(3, 18);
    long(1, 20);
    short(orientation, 24);
    parts.push(segment(0xe1, exif));
  }
  const size = Buffer.alloc(15, 1);
  size.writeUInt8(8, 0);
  size.writeUInt16BE(height, 1);
  size.writeUInt16BE(width, 3);
  parts.push(segment(frame, size), Buffer.from([0xff, 0xd9]));
  return Buffer.concat(parts);
}
