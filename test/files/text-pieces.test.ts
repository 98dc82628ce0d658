import { expect, test } from 'vitest';
import { textPieces } from '../../electron/files/text-pieces.ts';

async function piecesOf(parts: readonly string[]): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  for await (const piece of textPieces(parts)) pieces.push(Buffer.from(piece));
  return pieces;
}

test('small parts are gathered into few pieces, and nothing is lost or torn', async () => {
  const parts = Array.from({ length: 20_000 }, (_, index) => `第${index}件𠮷\n`);
  const pieces = await piecesOf(parts);
  expect(pieces.length).toBeLessThan(5);
  expect(Buffer.concat(pieces).toString('utf8')).toBe(parts.join(''));
});

test('no parts, and empty ones, are no pieces', async () => {
  expect(await piecesOf([])).toEqual([]);
  expect(await piecesOf(['', ''])).toEqual([]);
});
