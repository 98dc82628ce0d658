import { AppError } from '../../../shared/app-error.ts';

/** A part being written, as UTF-8: fixed text was encoded when the template was compiled and is only copied. */
export type ByteOutput = { buffer: Buffer; length: number };

/** A first guess is only a guess: what is larger grows into its size. In bytes. */
const mostExpected = 16 * 1024 * 1024;

/** No part of a printable document comes near this; data that would is a mistake. Below the longest text of the runtime, too. In bytes. */
const mostBytes = 500 * 1024 * 1024;

export function startOutput(expectedBytes: number): ByteOutput {
  return { buffer: Buffer.allocUnsafe(Math.min(mostExpected, Math.max(1024, expectedBytes))), length: 0 };
}

/** What has been written so far: a view that the next write may overwrite or leave behind. */
export function outputBytes(output: ByteOutput): Buffer {
  return output.buffer.subarray(0, output.length);
}

export function putBytes(output: ByteOutput, bytes: Uint8Array): void {
  if (output.length + bytes.length > output.buffer.length) grow(output, bytes.length);
  output.buffer.set(bytes, output.length);
  output.length += bytes.length;
}

/** Short texts are encoded here: a call into the runtime costs more than they do. */
const shortText = 48;

export function putText(output: ByteOutput, text: string): void {
  // UTF-8 needs at most three bytes for each unit of a string.
  if (output.length + text.length * 3 > output.buffer.length) grow(output, text.length * 3);
  const { buffer } = output;
  let at = output.length;
  if (text.length <= shortText) {
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code < 0x80) {
        buffer[at++] = code;
      } else if (code < 0x800) {
        buffer[at++] = 0xc0 | (code >> 6);
        buffer[at++] = 0x80 | (code & 0x3f);
      } else if (code < 0xd800 || code > 0xdfff) {
        buffer[at++] = 0xe0 | (code >> 12);
        buffer[at++] = 0x80 | ((code >> 6) & 0x3f);
        buffer[at++] = 0x80 | (code & 0x3f);
      } else {
        // Surrogate pairs are the runtime's business.
        at = -1;
        break;
      }
    }
    if (at >= 0) {
      output.length = at;
      return;
    }
  }
  output.length += buffer.write(text, output.length, 'utf8');
}

function grow(output: ByteOutput, needed: number): void {
  const least = output.length + needed;
  if (least > mostBytes) throw new AppError('render-failed', '生成的内容超过 500 MB，已停止。', { limit: mostBytes });
  const larger = Buffer.allocUnsafe(Math.min(mostBytes, Math.max(least, output.buffer.length * 2)));
  output.buffer.copy(larger, 0, 0, output.length);
  output.buffer = larger;
}
