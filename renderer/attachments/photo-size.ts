/** Phones make photos of 12 million pixels and more; a printed one is seldom wider than half a page. */
const enoughPixels = 1600 * 1600;
const enoughBytes = 800_000;
const longestSide = 2000;

/** How well the reduced JPEG keeps the photo, 0 to 1. */
export const reducedQuality = 0.85;

export type PhotoSize = { readonly width: number; readonly height: number };

export type PhotoMeasures = PhotoSize & {
  readonly bytes: number;
  /** Whether forms can print it as it is. */
  readonly isPrintable: boolean;
  readonly hasPlace: boolean;
};

/** Whether a photo is made anew: too large, of a kind that no form prints, or telling where it was taken. */
export function isReduced({ width, height, bytes, isPrintable, hasPlace }: PhotoMeasures): boolean {
  return !isPrintable || hasPlace || bytes > enoughBytes || width * height > enoughPixels;
}

/** The size of the reduced photo: the same shape, never larger. */
export function reducedSize({ width, height }: PhotoSize): PhotoSize {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
