/** UTF-16 units gathered before they are written: going to the disk with every line of a list takes longer than everything else about it. */
const pieceUnits = 1 << 16;

/** The UTF-8 of texts that come in small parts, in pieces worth a call. The text as a whole is never held. */
export async function* textPieces(parts: Iterable<string>): AsyncGenerator<Uint8Array> {
  let gathered = '';
  for (const part of parts) {
    gathered += part;
    if (gathered.length < pieceUnits) continue;
    yield Buffer.from(gathered, 'utf8');
    gathered = '';
  }
  if (gathered !== '') yield Buffer.from(gathered, 'utf8');
}
