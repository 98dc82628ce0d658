/** White space and quotes separate words; every other character, Chinese or not, can be searched for. */
// eslint-disable-next-line no-control-regex
const separators = /[\s"'`\u0000-\u001f\u007f]+/u;

/** Full-width letters and digits, and capitals, are found by their plain forms. */
export function plainForm(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The runs of characters of a text between separators, in plain form. */
export function plainRuns(text: string): string[] {
  return plainForm(text).split(separators).filter((run) => run !== '');
}

/** The different words of a question, at most twelve. */
export function searchWords(question: string): string[] {
  return [...new Set(plainRuns(question))].slice(0, 12);
}

/** A part of a text; `isMatch` where one of the searched words stands. */
export type TextPiece = { readonly text: string; readonly isMatch: boolean };

/**
 * Cuts a text where searched words begin and end, so that a list can mark them. Characters are compared one by one in plain form, so the
 * pieces put together are the text itself.
 * @param words as `searchWords` gives them
 */
export function markedPieces(text: string, words: readonly string[]): TextPiece[] {
  const characters = Array.from(text);
  // A character may become several in plain form (㈱, ﬁ): each of them leads back to it.
  const plain = characters.flatMap((character, index) => Array.from(plainForm(character)).map((sign) => ({ sign, index })));
  const line = plain.map(({ sign }) => sign).join('');
  // Which character each code unit of the plain line came from.
  const origins = plain.flatMap(({ sign, index }) => Array.from({ length: sign.length }, () => index));
  const isMarked = characters.map(() => false);
  for (const word of words.filter((candidate) => candidate !== '')) {
    for (let at = line.indexOf(word); at !== -1; at = line.indexOf(word, at + word.length)) {
      for (const index of origins.slice(at, at + word.length)) isMarked[index] = true;
    }
  }
  const pieces: { text: string; isMatch: boolean }[] = [];
  for (const [index, character] of characters.entries()) {
    const isMatch = isMarked[index] === true;
    const last = pieces.at(-1);
    if (last !== undefined && last.isMatch === isMatch) last.text += character;
    else pieces.push({ text: character, isMatch });
  }
  return pieces;
}

/** The surroundings of the first of these words in a text, on one line; undefined when none of them occurs. */
export function wordInContext(text: string, words: readonly string[], around: number): string | undefined {
  const line = text.replace(/\s+/gu, ' ');
  const pieces = markedPieces(line, words);
  const first = pieces.findIndex(({ isMatch }) => isMatch);
  if (first === -1) return undefined;
  const before = Array.from(pieces.slice(0, first).map((piece) => piece.text).join(''));
  const rest = Array.from(pieces.slice(first).map((piece) => piece.text).join(''));
  const length = Array.from(pieces[first]?.text ?? '').length + around;
  return `${before.length > around ? '…' : ''}${before.slice(-around).join('')}${rest.slice(0, length).join('')}${rest.length > length ? '…' : ''}`;
}
