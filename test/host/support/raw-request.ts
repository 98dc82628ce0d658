import http from 'node:http';

export type RawAnswer = { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly body: string };

type RawRequest = { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string };

/** One request exactly as written: no cookie jar, no redirects, any Host header, any spelling of the path. */
export function rawRequest(origin: string, path: string, request: RawRequest = {}): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const outgoing = http.request({ hostname, port, path, method: request.method ?? 'GET', headers: request.headers ?? {} }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString('utf8') }));
    });
    outgoing.on('error', reject);
    outgoing.end(request.body);
  });
}
