import { randomBytes } from 'node:crypto';
import type { RendererFiles } from '../api/renderer-files.ts';
import { fileHeaders, noncePlaceholder, windowHeaders } from '../../shared/ipc/window-headers.ts';
import { isOwnAddress } from './security.ts';

function refusal(status: number): Response {
  return new Response('', { status, headers: windowHeaders('') });
}

/** Answers requests of the `app:` scheme from the built window: GET only, known files only, a fresh nonce for each page. */
export function servePage(files: RendererFiles, request: Pick<Request, 'method' | 'url'>): Response {
  if (request.method !== 'GET') return refusal(405);
  if (!isOwnAddress(request.url)) return refusal(404);
  const { pathname } = new URL(request.url);
  const name = pathname === '/' ? '/index.html' : pathname;
  const file = files.get(name);
  if (file === undefined) return refusal(404);
  const nonce = randomBytes(18).toString('base64url');
  const body = name === '/index.html' ? file.bytes.toString('utf8').replaceAll(noncePlaceholder, nonce) : new Uint8Array(file.bytes);
  return new Response(body, { headers: { ...fileHeaders(name, nonce), 'Content-Type': file.mediaType } });
}
