import type { IncomingMessage } from 'node:http';

/** Why a request is turned away before anybody looks at what it asks for. */
export type Refusal = { readonly status: 400 | 403 | 405 | 415; readonly reason: string };

/**
 * Refuses what a page of another site could send to this port.
 * The `Host` check stops DNS rebinding (a foreign name that resolves to 127.0.0.1), `Origin` and `Sec-Fetch-Site` stop cross-site requests.
 * @param origin the host's own, `http://127.0.0.1:PORT`
 */
export function refuseForeign(request: IncomingMessage, origin: string): Refusal | undefined {
  if (`http://${request.headers.host ?? ''}` !== origin) return { status: 403, reason: 'host' };
  const from = request.headers.origin;
  if (from !== undefined && from !== origin) return { status: 403, reason: 'origin' };
  const site = request.headers['sec-fetch-site'];
  // `none` is a person typing or clicking the printed address; that navigation carries no Origin.
  if (site !== undefined && site !== 'same-origin' && !(site === 'none' && request.method === 'GET')) return { status: 403, reason: 'site' };
  return undefined;
}

/** A call changes data, so it must say that it comes from our own page: with an Origin and a content type that needs a preflight. */
export function refuseCall(request: IncomingMessage, origin: string): Refusal | undefined {
  if (request.method !== 'POST') return { status: 405, reason: 'method' };
  if (request.headers.origin !== origin) return { status: 403, reason: 'origin' };
  if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json') return { status: 415, reason: 'content type' };
  return undefined;
}
