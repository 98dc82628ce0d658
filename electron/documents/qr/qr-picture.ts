import { crc32, deflateSync } from 'node:zlib';
import { encodeQR } from 'qr';

/** White modules around the code inside its picture; the paper around it gives the rest of the four that the standard asks for. */
const quiet = 2;

/** Modules of the largest code (version 9 of ISO/IEC 18004): a larger one is too fine for the corner of a page. */
const largestSide = 53;

/** Pixels of a module: office programs smooth what they enlarge, and smoothed edges do not survive a photocopier. Two modules are one byte. */
const modulePixels = 4;

/** The code with its white border, line by line; undefined for a text that no such code holds. */
function modulesOf(text: string): readonly (readonly boolean[])[] | undefined {
  // Three bytes for a Chinese character, and no code of this size holds 200: spares the library texts that it would refuse.
  if (text.length === 0 || text.length > 200) return undefined;
  const modules = encodeQR(text, 'raw', { ecc: 'quartile', border: quiet });
  return modules.length > largestSide + 2 * quiet ? undefined : modules;
}

/**
 * A QR code as a PNG of one bit per pixel, the same bytes for the same text; undefined for a text that is too long. Error correction Q: it can
 * still be read when a quarter of it is lost to a stamp or a bad copy.
 */
export function qrPicture(text: string): Uint8Array | undefined {
  const modules = modulesOf(text);
  if (modules === undefined) return undefined;
  const side = modules.length;
  const lineBytes = Math.ceil((side * modulePixels) / 8) + 1;
  const pixels = Buffer.alloc(lineBytes * side * modulePixels, 0xff);
  for (let line = 0; line < side * modulePixels; line++) pixels[line * lineBytes] = 0;
  for (const [row, line] of modules.entries()) {
    const first = row * modulePixels * lineBytes;
    for (const [column, isDark] of line.entries()) {
      if (!isDark) continue;
      const at = first + 1 + (column >> 1);
      pixels[at] = (pixels[at] ?? 0) & (column % 2 === 0 ? 0x0f : 0xf0);
    }
    for (let again = 1; again < modulePixels; again++) pixels.copyWithin(first + again * lineBytes, first, first + lineBytes);
  }
  return png(side * modulePixels, pixels);
}

/** Compressed quickly: the lines repeat, so trying harder costs three times as long for a few bytes. */
function png(side: number, pixels: Buffer): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  // One bit of grey.
  head.writeUInt8(1, 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(pixels, { level: 1 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
