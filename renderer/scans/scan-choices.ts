/** Degrees clockwise. */
export type Turn = 0 | 90 | 180 | 270;

/** How pictures are kept: as the scanner made them, at 300 dots to the inch (what archives ask of a colour scan that is to be read), or at 200. */
export const scanQualities = ['original', 'clear', 'small'] as const;
export type ScanQuality = (typeof scanQualities)[number];

/** The usual paper of this trade is A4: its longer side in inches. */
const pageInches = 297 / 25.4;
const dots = { original: Number.POSITIVE_INFINITY, clear: 300, small: 200 } as const;
const jpegQualities = { original: 0.92, clear: 0.85, small: 0.75 } as const;

/**
 * How large a scan is kept, and how it is compressed. A coarser scan is never enlarged.
 * @param inches the longer side of the paper
 */
export function pictureSize({ width, height }: { readonly width: number; readonly height: number }, quality: ScanQuality, inches: number = pageInches): { readonly width: number; readonly height: number; readonly jpegQuality: number } {
  const scale = Math.min(1, (dots[quality] * inches) / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)), jpegQuality: jpegQualities[quality] };
}

/** Pixels of the longer side of a page that is read for its code: 400 dots to the inch of A4. Finer scans are made smaller. */
export const longestRead = 4700;
/** Dots to the inch at which pages of a PDF are drawn for reading: a module of the code is then three dots. */
const readingDots = 200;

/** How large a page of a PDF is drawn for reading; one that says it is a wall in size does not take the memory of one. @param page in points */
export function readingScale({ width, height }: { readonly width: number; readonly height: number }): number {
  return Math.min(readingDots / 72, longestRead / Math.max(width, height, 1));
}

/** A quarter further clockwise. */
export function turned(turn: Turn, by: Turn = 90): Turn {
  const sum = (turn + by) % 360;
  return sum === 90 || sum === 180 || sum === 270 ? sum : 0;
}
