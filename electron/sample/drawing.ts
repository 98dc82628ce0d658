import { encodePng, pngLineBytes, type Colour } from '../files/png-writer.ts';

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

/** The drawing as a PNG file. @param palette a colour for each index */
export function drawingPng({ width, height, pixels }: Drawing, palette: readonly Colour[]): Uint8Array {
  const form = { width, height, bitsPerPixel: 8, palette } as const;
  const lineBytes = pngLineBytes(form);
  const lines = new Uint8Array(lineBytes * height);
  for (let row = 0; row < height; row++) lines.set(pixels.subarray(row * width, (row + 1) * width), row * lineBytes + 1);
  return encodePng(form, lines);
}
