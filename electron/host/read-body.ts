import type { IncomingMessage } from 'node:http';
import { AppError } from '../../shared/app-error.ts';

/** Bytes of the largest call: a 32 MB file as base64 inside JSON. */
export const bodyLimit = 48 * 1024 * 1024;

function tooLarge(limit: number): AppError {
  return new AppError('invalid-input', `内容太大，最多 ${Math.floor(limit / 1024 / 1024)} MB`, { limit });
}

/** The JSON of a request. Stops reading as soon as the limit is passed; throws `invalid-input`. */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(bytes);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (cause) {
    throw new AppError('invalid-input', '请求不是有效的 JSON', {}, { cause });
  }
}
