import { blankDrawing, drawingPng, fillRectangle, type Drawing } from './drawing.ts';
import { createRandom, type Random } from './random.ts';

/** How many of the signed forms were scanned by the time that people look at the sample. */
const scannedShare = 0.6;

/** Whether the paper with this number is among those that were scanned; the same seed chooses the same. */
export function isScanned(seed: number, number: string): boolean {
  return createRandom(seed, `scanned ${number}`).chance(scannedShare);
}

const [paper, ink, line, grey, seal, pen] = [0, 1, 2, 3, 4, 5] as const;
const palette = [[247, 246, 242], [52, 52, 56], [120, 120, 124], [176, 176, 178], [205, 62, 58], [38, 60, 130]] as const;

/** A4 at 150 dots to the inch: enough for the code, and small. */
const width = 1240;
const height = 1754;
const perMillimetre = 150 / 25.4;
/** Pixels of a module of the code: 11 mm and a white border together. */
const modulePixels = 3;

/**
 * A drawn stand-in for the scan of a signed sheet, as a PNG: a form, three signatures, a seal, and the code in the corner by which the scan finds its
 * document. Words are bars, so that nobody takes it for a paper of real people.
 * @param code modules of the code with its white border, line by line
 */
export function drawSignedSheet(seed: number, number: string, code: readonly (readonly boolean[])[]): Uint8Array {
  const random = createRandom(seed, `sheet ${number}`);
  const drawing = blankDrawing(width, height, paper);
  const [left, right] = [150, width - 110];
  fillRectangle(drawing, (width - 620) / 2, 110, 620, 26, ink);
  fillRectangle(drawing, (width - 300) / 2, 160, 300, 34, ink);
  fillRectangle(drawing, left, 226, 380, 14, grey);
  fillRectangle(drawing, right - 230, 226, 230, 14, grey);
  drawRows(drawing, random, { left, right, from: 262, to: 1330 });
  for (const [index, x] of [left, left + 330, left + 660].entries()) drawSignature(drawing, random, x, 1390, index === 2);
  drawCode(drawing, code);
  return drawingPng(drawing, palette);
}

type Box = { readonly left: number; readonly right: number; readonly from: number; readonly to: number };

/** A ruled table with bars for words. */
function drawRows(drawing: Drawing, random: Random, { left, right, from, to }: Box): void {
  for (const x of [left, left + 170, right - 3]) fillRectangle(drawing, x, from, 3, to - from, line);
  for (let top = from; top <= to; top += 89) fillRectangle(drawing, left, top, right - left, 3, line);
  for (let top = from; top + 89 <= to; top += 89) {
    fillRectangle(drawing, left + 24, top + 36, random.whole(80, 120), 14, ink);
    for (let row = 0; row < random.whole(1, 2); row++) fillRectangle(drawing, left + 196, top + 22 + row * 32, random.whole(240, right - left - 240), 12, grey);
  }
}

/** A heading, a stroke of the pen that goes up and down, a day; the customer's has a seal. */
function drawSignature(drawing: Drawing, random: Random, x: number, y: number, hasSeal: boolean): void {
  fillRectangle(drawing, x, y, 130, 14, ink);
  let stroke = y + 58;
  for (let step = 0; step < 60; step++) {
    stroke = Math.max(y + 30, Math.min(y + 86, stroke + random.whole(-9, 9)));
    fillRectangle(drawing, x + 20 + step * 3, stroke, 5, 6, pen);
  }
  fillRectangle(drawing, x, y + 120, 190, 12, grey);
  if (!hasSeal) return;
  const [middleX, middleY, radius] = [x + 190, y + 70, 92];
  for (let degree = 0; degree < 720; degree++) {
    const angle = (degree * Math.PI) / 360;
    fillRectangle(drawing, middleX + radius * Math.cos(angle), middleY + radius * Math.sin(angle), 6, 6, seal);
  }
  fillRectangle(drawing, middleX - 40, middleY - 6, 80, 12, seal);
}

/** In the lower right corner, as far from the edges as forms have it. */
function drawCode(drawing: Drawing, code: readonly (readonly boolean[])[]): void {
  const side = code.length * modulePixels;
  const [x, y] = [width - side - Math.round(18 * perMillimetre), height - side - Math.round(7 * perMillimetre)];
  for (const [row, modules] of code.entries()) {
    for (const [column, isDark] of modules.entries()) {
      if (isDark) fillRectangle(drawing, x + column * modulePixels, y + row * modulePixels, modulePixels, modulePixels, ink);
    }
  }
}
