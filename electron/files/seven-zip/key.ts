import { createHash } from 'node:crypto';
import { stopIfCancelled } from '../cancellation.ts';

/** 2^19 rounds of SHA-256, as 7-Zip itself takes. */
export const keyRoundsPower = 19;
/** Salt of a container of ours, in bytes; 7-Zip reads up to 16. */
export const saltBytes = 16;

/** Rounds that are hashed in one turn: about two milliseconds. */
const roundsInTurn = 1 << 14;

/**
 * The AES-256 key of a password: SHA-256 over salt, password (UTF-16LE) and counter (8 bytes), 2^power times in a row, as 7z prescribes.
 * Others are let in between. Throws `cancelled`.
 */
export async function keyOf(password: string, salt: Uint8Array, power: number = keyRoundsPower, signal?: AbortSignal): Promise<Buffer> {
  const text = Buffer.from(password, 'utf16le');
  const round = salt.length + text.length + 8;
  const rounds = 2 ** power;
  const block = Buffer.alloc(round * Math.min(256, rounds));
  for (let at = 0; at < block.length; at += round) {
    block.set(salt, at);
    block.set(text, at + salt.length);
  }
  const hash = createHash('sha256');
  for (let done = 0; done < rounds;) {
    for (let at = round - 8; at < block.length; at += round, done += 1) {
      block.writeUInt32LE(done >>> 0, at);
      block.writeUInt32LE(Math.floor(done / 2 ** 32), at + 4);
    }
    hash.update(block);
    if (done % roundsInTurn !== 0) continue;
    stopIfCancelled(signal);
    await new Promise((resolve) => { setImmediate(resolve); });
  }
  return hash.digest();
}
