import { codeWords, type CodeSize } from './code-words.ts';

/** The black (1) and white (0) modules of a code, row by row. */
export type CodeModules = { readonly side: number; readonly modules: Uint8Array };

/** The patterns of the standard that keep large areas from being of one colour (ISO/IEC 18004:2015, table 10). */
const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => ((row >> 1) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** Marks of a module that belongs to a fixed pattern. */
type Frame = CodeModules & { readonly fixed: Uint8Array };

function emptyFrame(side: number): Frame {
  return { side, modules: new Uint8Array(side * side), fixed: new Uint8Array(side * side) };
}

function put({ side, modules, fixed }: Frame, row: number, column: number, value: boolean | number): void {
  modules[row * side + column] = Number(value);
  fixed[row * side + column] = 1;
}

/** The three corners by which a code is found, with the white line around them. */
function putFinder(frame: Frame, top: number, left: number): void {
  for (let row = -1; row <= 7; row++) {
    for (let column = -1; column <= 7; column++) {
      const [y, x] = [top + row, left + column];
      if (y < 0 || x < 0 || y >= frame.side || x >= frame.side) continue;
      const ring = Math.max(Math.abs(row - 3), Math.abs(column - 3));
      put(frame, y, x, ring !== 2 && ring !== 4);
    }
  }
}

function putAlignment(frame: Frame, { alignment }: CodeSize): void {
  const last = alignment.at(-1);
  for (const y of alignment) {
    for (const x of alignment) {
      // In three corners stands a finder.
      if ((y === 6 && (x === 6 || x === last)) || (x === 6 && y === last)) continue;
      for (let row = -2; row <= 2; row++) for (let column = -2; column <= 2; column++) put(frame, y + row, x + column, Math.max(Math.abs(row), Math.abs(column)) !== 1);
    }
  }
}

/** Bits with the rest of their division by a polynomial behind them (BCH). */
function protectedBits(data: number, bits: number, polynomial: number): number {
  let rest = data << bits;
  for (let place = 31; place >= bits; place--) if (((rest >>> place) & 1) === 1) rest ^= polynomial << (place - bits);
  return (data << bits) | rest;
}

/** Error correction Q and the mask, twice. */
function putFormat(frame: Frame, mask: number): void {
  const format = protectedBits((0b11 << 3) | mask, 10, 0x537) ^ 0x5412;
  const { side } = frame;
  for (let place = 0; place < 15; place++) {
    const bit = (format >>> place) & 1;
    const row = place < 6 ? place : place < 8 ? place + 1 : side - 15 + place;
    const column = place < 8 ? side - 1 - place : place < 9 ? 7 : 14 - place;
    put(frame, row, 8, bit);
    put(frame, 8, column, bit);
  }
  put(frame, side - 8, 8, 1);
}

/** Codes from version 7 on say how large they are. */
function putVersion(frame: Frame, version: number): void {
  if (version < 7) return;
  const bits = protectedBits(version, 12, 0x1f25);
  for (let place = 0; place < 18; place++) {
    const bit = (bits >>> place) & 1;
    const [far, near] = [frame.side - 11 + (place % 3), Math.floor(place / 3)];
    put(frame, far, near, bit);
    put(frame, near, far, bit);
  }
}

function fixedFrame(size: CodeSize): Frame {
  const frame = emptyFrame(17 + 4 * size.version);
  const { side } = frame;
  putFinder(frame, 0, 0);
  putFinder(frame, 0, side - 7);
  putFinder(frame, side - 7, 0);
  for (let place = 8; place < side - 8; place++) {
    put(frame, 6, place, place % 2 === 0);
    put(frame, place, 6, place % 2 === 0);
  }
  putAlignment(frame, size);
  putFormat(frame, 0);
  putVersion(frame, size.version);
  return frame;
}

/** The words in two-module columns from the right, up and down in turn. */
function putWords({ side, modules, fixed }: Frame, words: readonly number[]): void {
  let bit = 0;
  for (let right = side - 1; right > 0; right -= 2) {
    // The column of the clock is left out.
    if (right === 6) right = 5;
    const isUp = ((right + 1) & 2) === 0;
    for (let step = 0; step < side; step++) {
      const row = isUp ? side - 1 - step : step;
      for (let column = right; column > right - 2; column--) {
        const at = row * side + column;
        if (fixed[at] === 1) continue;
        modules[at] = ((words[bit >> 3] ?? 0) >>> (7 - (bit & 7))) & 1;
        bit += 1;
      }
    }
  }
}

function masked(frame: Frame, mask: number): Frame {
  const { side, fixed } = frame;
  const result: Frame = { side, fixed, modules: frame.modules.slice() };
  const flips = masks[mask] ?? (() => false);
  for (let row = 0, at = 0; row < side; row++) {
    for (let column = 0; column < side; column++, at++) {
      if (fixed[at] === 0 && flips(row, column)) result.modules[at] = 1 - (result.modules[at] ?? 0);
    }
  }
  putFormat(result, mask);
  return result;
}

/** How hard a line is to read: long runs of one colour, and what looks like a finder (points 1 and 3 of the standard's rating). */
function linePenalty(modules: Uint8Array, start: number, step: number, side: number): number {
  let penalty = 0;
  let run = 0;
  let window = 0;
  let before = -1;
  for (let place = 0, at = start; place < side; place++, at += step) {
    const module = modules[at] ?? 0;
    run = module === before ? run + 1 : 1;
    before = module;
    if (run === 5) penalty += 3;
    else if (run > 5) penalty += 1;
    window = ((window << 1) | module) & 0x7ff;
    if (place >= 10 && (window === 0b10111010000 || window === 0b00001011101)) penalty += 40;
  }
  return penalty;
}

function penaltyOf({ side, modules }: CodeModules): number {
  let penalty = 0;
  let dark = 0;
  for (let line = 0; line < side; line++) penalty += linePenalty(modules, line * side, 1, side) + linePenalty(modules, line, side, side);
  for (let row = 0, at = 0; row < side; row++) {
    for (let column = 0; column < side; column++, at++) {
      const module = modules[at] ?? 0;
      dark += module;
      if (row + 1 < side && column + 1 < side && module === modules[at + 1] && module === modules[at + side] && module === modules[at + side + 1]) penalty += 3;
    }
  }
  return penalty + Math.floor(Math.abs((dark * 100) / modules.length - 50) / 5) * 10;
}

/** The code of a text at error correction Q; undefined for a text too long for the sizes that are printed. */
export function codeModules(text: string): CodeModules | undefined {
  const found = codeWords(text);
  if (found === undefined) return undefined;
  const frame = fixedFrame(found.size);
  putWords(frame, found.words);
  const candidates = masks.map((_, mask) => masked(frame, mask));
  const ratings = candidates.map(penaltyOf);
  return candidates[ratings.indexOf(Math.min(...ratings))];
}
