import { encodeQR } from 'qr';
import { encodePng, pngLineBytes } from '../../files/png-writer.ts';

/** White modules around the code inside its picture; the paper around it gives the rest of the four that the standard asks for. */
const quiet = 2;

/** Modules of the largest code (version 9 of ISO/IEC 18004): a larger one is too fine for the corner of a page. */
const largestSide = 53;

/** Pixels of a module: office programs smooth what they enlarge, and smoothed edges do not survive a photocopier. Two modules are one byte. */
const modulePixels = 4;

/** The code with its white border, line by line; undefined for a text that no such code holds. */
export function qrModules(text: string): readonly (readonly boolean[])[] | undefined {
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
  const modules = qrModules(text);
  if (modules === undefined) return undefined;
  const side = modules.length;
  const form = { width: side * modulePixels, height: side * modulePixels, bitsPerPixel: 1 } as const;
  const lineBytes = pngLineBytes(form);
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
  // Quickly: the lines repeat, so trying harder costs three times as long for a few bytes.
  return encodePng({ ...form, level: 1 }, pixels);
}
