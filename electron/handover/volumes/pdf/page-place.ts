/** A rectangle of a page in points, as PDFs write it: any two opposite corners. */
export type PageBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** How a page lies before its reader. Boxes are in the page's own units, `unit` says how many points one of them is. */
export type PageView = { readonly mediaBox: PageBox; readonly cropBox: PageBox; /** Degrees clockwise, any multiple of 90. */ readonly rotation: number; readonly unit: number };

/** Where a text begins on the page, in the page's own units, and how it is turned there (degrees counter-clockwise). */
export type TextPlace = { readonly x: number; readonly y: number; readonly turn: 0 | 90 | 180 | 270; readonly size: number };

/**
 * Millimetres from the edges that the reader sees: inside of what office printers can print, and outside of the text, so that a number stands beside
 * the code in the corner of a form and not on it.
 */
const edge = { side: 6, bottom: 8 } as const;
const pointsPerMillimetre = 72 / 25.4;

function upright({ x, y, width, height }: PageBox): PageBox {
  return { x: Math.min(x, x + width), y: Math.min(y, y + height), width: Math.abs(width), height: Math.abs(height) };
}

/** What is shown of a page: its crop box as far as it lies on the sheet. A crop box beside the sheet counts for nothing. */
export function shownBox({ mediaBox, cropBox }: Pick<PageView, 'mediaBox' | 'cropBox'>): PageBox {
  const media = upright(mediaBox);
  const crop = upright(cropBox);
  const left = Math.max(media.x, crop.x);
  const bottom = Math.max(media.y, crop.y);
  const width = Math.min(media.x + media.width, crop.x + crop.width) - left;
  const height = Math.min(media.y + media.height, crop.y + crop.height) - bottom;
  return width > 0 && height > 0 ? { x: left, y: bottom, width, height } : media;
}

/**
 * The place of a page number: bottom right on a front, bottom left on a back, as the reader holds the page upright.
 * @param textWidth of the text at one point of size
 * @param size in points
 * @param rise above the lowest line, in points
 */
export function stampPlace(view: PageView, corner: 'left' | 'right', textWidth: number, size: number, rise: number = 0): TextPlace {
  const box = shownBox(view);
  const unit = view.unit > 0 ? view.unit : 1;
  const turned = ((Math.round(view.rotation / 90) % 4) + 4) % 4;
  const across = turned % 2 === 0 ? box.width : box.height;
  const own = size / unit;
  const side = (edge.side * pointsPerMillimetre) / unit;
  // On a page too small for its margins the number still lies on the page.
  const right = corner === 'right' ? Math.max(0, across - side - textWidth * own) : Math.min(side, Math.max(0, across - textWidth * own));
  const up = (edge.bottom * pointsPerMillimetre + rise) / unit;
  switch (turned) {
    case 0: return { x: box.x + right, y: box.y + up, turn: 0, size: own };
    case 1: return { x: box.x + box.width - up, y: box.y + right, turn: 90, size: own };
    case 2: return { x: box.x + box.width - right, y: box.y + box.height - up, turn: 180, size: own };
    default: return { x: box.x + up, y: box.y + box.height - right, turn: 270, size: own };
  }
}
