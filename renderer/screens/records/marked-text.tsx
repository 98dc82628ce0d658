import type { ReactNode } from 'react';
import { markedPieces } from '../../../shared/records/search-words.ts';

/** A text in which the searched words stand out. */
export function MarkedText(props: { readonly text: string; readonly words: readonly string[] }): ReactNode {
  const { text, words } = props;
  if (words.length === 0) return text;
  // Pieces have no identity but their place.
  return markedPieces(text, words).map((piece, index) => (piece.isMatch ? <mark key={index}>{piece.text}</mark> : piece.text));
}
