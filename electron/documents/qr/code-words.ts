/** One of the sizes of a QR code at error correction Q (ISO/IEC 18004:2015, tables 7 and 9): blocks with their number of data words, and the correcting words of each. */
export type CodeSize = { readonly version: number; readonly blocks: readonly number[]; readonly correcting: number; readonly alignment: readonly number[] };

function blocksOf(...groups: readonly (readonly [count: number, words: number])[]): readonly number[] {
  return groups.flatMap(([count, words]) => Array.from({ length: count }, () => words));
}

/** Larger ones are too fine for the corner of a page. */
export const codeSizes: readonly CodeSize[] = [
  { version: 1, blocks: blocksOf([1, 13]), correcting: 13, alignment: [] },
  { version: 2, blocks: blocksOf([1, 22]), correcting: 22, alignment: [6, 18] },
  { version: 3, blocks: blocksOf([2, 17]), correcting: 18, alignment: [6, 22] },
  { version: 4, blocks: blocksOf([2, 24]), correcting: 26, alignment: [6, 26] },
  { version: 5, blocks: blocksOf([2, 15], [2, 16]), correcting: 18, alignment: [6, 30] },
  { version: 6, blocks: blocksOf([4, 19]), correcting: 24, alignment: [6, 34] },
  { version: 7, blocks: blocksOf([2, 14], [4, 15]), correcting: 18, alignment: [6, 22, 38] },
  { version: 8, blocks: blocksOf([4, 18], [2, 19]), correcting: 22, alignment: [6, 24, 42] },
  { version: 9, blocks: blocksOf([4, 16], [4, 17]), correcting: 20, alignment: [6, 26, 46] },
];

const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const dense = /^[0-9A-Z $%*+\-./:]+$/;

function alphanumericBits(text: string, put: (value: number, bits: number) => void): void {
  put(0b0010, 4);
  put(text.length, 9);
  for (let at = 0; at + 1 < text.length; at += 2) put(alphanumeric.indexOf(text.charAt(at)) * 45 + alphanumeric.indexOf(text.charAt(at + 1)), 11);
  if (text.length % 2 === 1) put(alphanumeric.indexOf(text.charAt(text.length - 1)), 6);
}

function byteBits(bytes: Uint8Array, put: (value: number, bits: number) => void): void {
  put(0b0100, 4);
  put(bytes.length, 8);
  for (const byte of bytes) put(byte, 8);
}

/** The words of a text, without padding; capitals, digits and a few signs take less room than other characters, which are UTF-8. */
function textBits(text: string): number[] {
  const bits: number[] = [];
  const put = (value: number, count: number): void => {
    for (let place = count - 1; place >= 0; place--) bits.push((value >>> place) & 1);
  };
  if (dense.test(text)) alphanumericBits(text, put);
  else byteBits(Buffer.from(text, 'utf8'), put);
  return bits;
}

function padded(bits: readonly number[], words: number): Uint8Array {
  const data = new Uint8Array(words);
  for (const [place, bit] of bits.entries()) data[place >> 3] = (data[place >> 3] ?? 0) | (bit << (7 - (place & 7)));
  // Behind four zero bits at most, the rest is filled by two words in turn.
  const used = Math.min(words, Math.ceil((bits.length + 4) / 8));
  for (let place = used; place < words; place++) data[place] = (place - used) % 2 === 0 ? 0xec : 0x11;
  return data;
}

/** Powers of two in the field of 256 elements of the standard, and their logarithms. */
function fieldTables(): { readonly powers: Uint8Array; readonly logarithms: Uint8Array } {
  const powers = new Uint8Array(512);
  const logarithms = new Uint8Array(256);
  for (let exponent = 0, value = 1; exponent < 255; exponent++) {
    powers[exponent] = value;
    powers[exponent + 255] = value;
    logarithms[value] = exponent;
    value <<= 1;
    if (value > 255) value ^= 0x11d;
  }
  return { powers, logarithms };
}

const { powers, logarithms } = fieldTables();

function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (powers[(logarithms[a] ?? 0) + (logarithms[b] ?? 0)] ?? 0);
}

function generator(degree: number): Uint8Array {
  let polynomial = new Uint8Array([1]);
  for (let root = 0; root < degree; root++) {
    const next = new Uint8Array(polynomial.length + 1);
    for (const [place, factor] of polynomial.entries()) {
      next[place] = (next[place] ?? 0) ^ factor;
      next[place + 1] = (next[place + 1] ?? 0) ^ times(factor, powers[root] ?? 0);
    }
    polynomial = next;
  }
  return polynomial;
}

const generators: ReadonlyMap<number, Uint8Array> = new Map(codeSizes.map(({ correcting }) => [correcting, generator(correcting)]));

/** The Reed–Solomon words that go with a block of data. */
function correctingWords(data: Uint8Array, count: number): Uint8Array {
  const divisor = generators.get(count) ?? generator(count);
  const rest = new Uint8Array(data.length + count);
  rest.set(data);
  for (let place = 0; place < data.length; place++) {
    const lead = rest[place] ?? 0;
    if (lead === 0) continue;
    for (let offset = 1; offset <= count; offset++) rest[place + offset] = (rest[place + offset] ?? 0) ^ times(divisor[offset] ?? 0, lead);
  }
  return rest.subarray(data.length);
}

/** Words of several blocks in the order of the code: the first of each, the second of each … */
function interleaved(blocks: readonly Uint8Array[]): number[] {
  const longest = Math.max(...blocks.map((block) => block.length));
  return Array.from({ length: longest }, (_, place) => blocks.flatMap((block) => (place < block.length ? [block[place] ?? 0] : []))).flat();
}

/** The smallest size that holds a text, with all words in their order; undefined for a text that none holds. */
export function codeWords(text: string): { readonly size: CodeSize; readonly words: readonly number[] } | undefined {
  const bits = textBits(text);
  const size = codeSizes.find(({ blocks }) => blocks.reduce((sum, words) => sum + words, 0) * 8 >= bits.length);
  if (size === undefined) return undefined;
  const data = padded(bits, size.blocks.reduce((sum, words) => sum + words, 0));
  let at = 0;
  const blocks = size.blocks.map((words) => data.subarray(at, (at += words)));
  return { size, words: [...interleaved(blocks), ...interleaved(blocks.map((block) => correctingWords(block, size.correcting)))] };
}
