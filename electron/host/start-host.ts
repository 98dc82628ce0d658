import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { AppError } from '../../shared/app-error.ts';
import type { AppEvents, EventName } from '../../shared/ipc/events.ts';
import { fileHeaders, noncePlaceholder, windowHeaders } from '../../shared/ipc/window-headers.ts';
import type { Result } from '../../shared/result.ts';
import { createEventStream, type EventStream } from './event-stream.ts';
import { bodyLimit, readJsonBody } from './read-body.ts';
import { readRendererFiles, type RendererFiles } from '../api/renderer-files.ts';
import { refuseCall, refuseForeign } from './request-guard.ts';
import type { KeptSessions } from '../api/kept-sessions.ts';
import { createSession, newSecret, type Session } from './session.ts';
import { closedDoorPage } from './closed-door-page.ts';

/** The part of the api that a transport needs: one door in, one stream out. */
export type HostApi = {
  readonly answer: (channel: string, input: unknown) => Promise<Result<unknown>>;
  /** Returns the function that stops listening. */
  readonly on: (listener: (event: EventName, payload: AppEvents[EventName]) => void) => () => void;
};

export type HostOptions = {
  readonly api: HostApi;
  /** The built window, `out/app/renderer`. */
  readonly rendererFolder: string;
  /** 0 lets the system choose a free port. */
  readonly port: number;
  /** Opens the door once; see `newSecret`. */
  readonly token: string;
  /** Lets browsers in that were let in before the last end of the host; only sensible on a fixed port. */
  readonly keptSessions?: KeptSessions;
  readonly log: (line: string) => void;
};

export type Host = {
  /** The one address with its token. */
  readonly url: string;
  readonly close: () => Promise<void>;
};

type Door = { readonly options: HostOptions; readonly origin: string; readonly files: RendererFiles; readonly session: Session; readonly events: EventStream };

function send(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: string | Buffer): void {
  response.writeHead(status, { ...windowHeaders(newSecret()), 'Cache-Control': 'no-store', ...headers });
  response.end(body);
}

function sendResult(response: ServerResponse, status: number, result: Result<unknown>): void {
  send(response, status, { 'Content-Type': 'application/json; charset=utf-8' }, JSON.stringify(result));
}

function sendClosedDoor(response: ServerResponse, status: number): void {
  send(response, status, { 'Content-Type': 'text/html; charset=utf-8' }, closedDoorPage);
}

function sendPage(door: Door, response: ServerResponse): void {
  const nonce = newSecret();
  const page = door.files.get('/index.html')?.bytes.toString('utf8') ?? '';
  send(response, 200, { ...windowHeaders(nonce), 'Content-Type': 'text/html; charset=utf-8' }, page.replaceAll(noncePlaceholder, nonce));
}

/** A right token becomes a cookie, and the address loses it, so that history and screenshots do not show it. */
function exchangeToken(door: Door, request: IncomingMessage, response: ServerResponse, token: string): void {
  const cookie = door.session.redeem(token);
  if (cookie !== undefined) return send(response, 303, { Location: '/', 'Set-Cookie': cookie }, '');
  if (door.session.isKnown(request.headers.cookie)) return send(response, 303, { Location: '/' }, '');
  sendClosedDoor(response, 403);
}

async function answerCall(door: Door, request: IncomingMessage, response: ServerResponse, channel: string): Promise<void> {
  const refusal = refuseCall(request, door.origin);
  if (refusal !== undefined) {
    return sendResult(response, refusal.status, { ok: false, error: { code: 'invalid-input', message: '请求被拒绝', details: { reason: refusal.reason } } });
  }
  try {
    const input = await readJsonBody(request, bodyLimit);
    sendResult(response, 200, await door.options.api.answer(channel, input));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // The rest of a body that is too long is not read; the connection cannot be used again.
    response.setHeader('Connection', 'close');
    sendResult(response, 400, { ok: false, error: { code: error.code, message: error.message, details: error.details } });
  }
}

function serveFile(door: Door, response: ServerResponse, pathname: string): void {
  const file = door.files.get(pathname);
  if (file === undefined || pathname === '/index.html') return send(response, 404, { 'Content-Type': 'text/plain; charset=utf-8' }, '没有这个文件');
  send(response, 200, { ...fileHeaders(pathname, newSecret()), 'Content-Type': file.mediaType, ...(file.isHashed ? { 'Cache-Control': 'private, max-age=31536000, immutable' } : {}) }, file.bytes);
}

function openEvents(door: Door, response: ServerResponse): void {
  response.writeHead(200, { ...windowHeaders(newSecret()), 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
  door.events.add(response);
}

async function serve(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = refuseForeign(request, door.origin);
  if (refusal !== undefined) {
    door.options.log(`refused: ${refusal.reason}`);
    return send(response, refusal.status, { 'Content-Type': 'text/plain; charset=utf-8' }, '请求被拒绝');
  }
  const address = URL.parse(request.url ?? '/', door.origin);
  if (address === null) return send(response, 400, { 'Content-Type': 'text/plain; charset=utf-8' }, '网址不对');
  const { pathname, searchParams } = address;
  const token = searchParams.get('token');
  if (request.method === 'GET' && pathname === '/' && token !== null) return exchangeToken(door, request, response, token);
  if (!door.session.isKnown(request.headers.cookie)) {
    if (!pathname.startsWith('/api/')) return sendClosedDoor(response, 401);
    return sendResult(response, 401, { ok: false, error: { code: 'invalid-input', message: '登录已失效，请用启动时打印的网址重新打开', details: {} } });
  }
  if (pathname.startsWith('/api/')) return answerCall(door, request, response, pathname.slice('/api/'.length));
  if (request.method !== 'GET') return send(response, 405, { 'Content-Type': 'text/plain; charset=utf-8' }, '不支持的请求');
  if (pathname === '/') return sendPage(door, response);
  if (pathname === '/events') return openEvents(door, response);
  serveFile(door, response, pathname);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(cause.code === 'EADDRINUSE' ? new AppError('conflict', `端口 ${port} 已被其他程序占用，请换一个端口`, { port }, { cause }) : cause);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/**
 * Serves the window and the api on 127.0.0.1 to the one browser that opens `url`.
 * Throws `not-found` when the window is not built and `conflict` when the port is taken.
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const files = await readRendererFiles(options.rendererFolder);
  const events = createEventStream();
  const server = createServer();
  const port = await listen(server, options.port);
  const door: Door = { options, origin: `http://127.0.0.1:${port}`, files, events, session: createSession(options.token, port, options.keptSessions) };
  const stopListening = options.api.on(events.send);
  server.on('request', (request, response) => {
    serve(door, request, response).catch((error: unknown) => {
      options.log(`request failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      if (!response.headersSent) sendResult(response, 500, { ok: false, error: { code: 'internal', message: '程序内部出错，请重试', details: {} } });
      else response.destroy();
    });
  });
  return {
    url: `${door.origin}/?token=${encodeURIComponent(options.token)}`,
    close: async () => {
      stopListening();
      events.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => { server.close(() => resolve()); });
    },
  };
}
