/** What a file is by its first bytes, as far as adding it is concerned. */
export type FileKind = 'jpeg' | 'png' | 'other-picture' | 'file';

function text(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** Brands of the pictures that phones and new programs write into the same container as films. */
const pictureBrands = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif', 'avis']);

/** Takes at least the first 12 bytes. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (bytes[0] === 0x89 && text(bytes, 1, 4) === 'PNG') return 'png';
  if (text(bytes, 0, 4) === 'GIF8' || (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP')) return 'other-picture';
  if (text(bytes, 4, 8) === 'ftyp' && pictureBrands.has(text(bytes, 8, 12))) return 'other-picture';
  // A bitmap repeats its own size behind its two letters; two letters alone begin many texts.
  if (text(bytes, 0, 2) === 'BM' && bytes[6] === 0 && bytes[7] === 0 && bytes[8] === 0 && bytes[9] === 0) return 'other-picture';
  return 'file';
}

/** The name without its extension, as a first caption. */
export function nameWithoutExtension(name: string): string {
  return name.replace(/(?<=.)\.[^.\s]{1,8}$/, '');
}

/** The name of the reduced copy, which is always a JPEG. */
export function jpegName(name: string): string {
  return /\.jpe?g$/i.test(name) ? name : `${nameWithoutExtension(name)}.jpg`;
}
