import { hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { stopIfCancelled } from './cancellation.ts';
import { describeFileError } from './file-errors.ts';

/** Size and SHA-256 of some content; `sha256` is 64 lower-case hexadecimal digits. */
export type ContentDigest = { readonly sha256: string; readonly bytes: number };

/** Most documents fit into the first piece; a buffer of 1 MiB for each of thousands of them would keep the garbage collector busy. */
const firstPieceBytes = 1 << 16;
const pieceBytes = 1 << 20;

/** SHA-256 of bytes, or of a text's UTF-8, as 64 lower-case hexadecimal digits. */
export function sha256Hex(content: Uint8Array | string): string {
  return hash('sha256', content, 'hex');
}

/**
 * Reads a file in pieces of at most 1 MiB. Every piece is a view of the same buffer: use it before asking for the next one.
 * Whoever reads thousands of files gives a buffer for all of them, which is then read into as it is.
 * Throws `not-found`, `file-in-use`, `unreadable-file`, and `cancelled` between two pieces.
 */
export async function* readPieces(path: string, signal?: AbortSignal, reusable?: Buffer): AsyncGenerator<Uint8Array, void, undefined> {
  let buffer = reusable ?? Buffer.allocUnsafe(firstPieceBytes);
  try {
    const file = await open(path, 'r');
    try {
      for (;;) {
        stopIfCancelled(signal);
        const { bytesRead } = await file.read(buffer, 0, buffer.length);
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
        if (reusable === undefined && bytesRead === firstPieceBytes && buffer.length === firstPieceBytes) buffer = Buffer.allocUnsafe(pieceBytes);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw describeFileError(error, path);
  }
}
