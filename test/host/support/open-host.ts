import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startHost, type HostApi } from '../../../electron/host/start-host.ts';
import type { AppEvents, EventName } from '../../../shared/ipc/events.ts';
import { rawRequest } from './raw-request.ts';

type Listener = Parameters<HostApi['on']>[0];

export type OpenHost = {
  readonly origin: string;
  readonly url: string;
  readonly folder: string;
  /** Channels and inputs that reached the api. */
  readonly calls: readonly { readonly channel: string; readonly input: unknown }[];
  readonly emit: (event: EventName, payload: AppEvents[EventName]) => void;
  readonly listeners: () => number;
  readonly logged: readonly string[];
  readonly close: () => Promise<void>;
};

const page = '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__" type="module" src="/assets/main-1.js"></script>';

/** A real host over a small window and an api that answers with what it was asked. */
export async function openHost(answer?: HostApi['answer']): Promise<OpenHost> {
  const folder = await mkdtemp(path.join(tmpdir(), 'binder-host-'));
  const rendererFolder = path.join(folder, 'renderer');
  await mkdir(path.join(rendererFolder, 'assets'), { recursive: true });
  await writeFile(path.join(rendererFolder, 'index.html'), page);
  await writeFile(path.join(rendererFolder, 'assets/main-1.js'), 'export {};\n');
  await writeFile(path.join(rendererFolder, 'notes.txt'), 'not for browsers');
  await writeFile(path.join(folder, 'secret.json'), '{"secret":true}');
  const calls: { channel: string; input: unknown }[] = [];
  const logged: string[] = [];
  const listeners = new Set<Listener>();
  const host = await startHost({
    api: {
      answer: answer ?? ((channel, input) => {
        calls.push({ channel, input });
        return Promise.resolve({ ok: true, value: { channel, input } });
      }),
      on: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    rendererFolder,
    port: 0,
    token: 'token-for-the-test',
    log: (line) => logged.push(line),
  });
  return {
    origin: new URL(host.url).origin,
    url: host.url,
    folder,
    calls,
    logged,
    emit: (event, payload) => listeners.forEach((listener) => listener(event, payload)),
    listeners: () => listeners.size,
    close: async () => {
      await host.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Redeems the token as a browser would, and gives the cookie it would keep. */
export async function signIn(host: OpenHost): Promise<string> {
  const answer = await rawRequest(host.origin, new URL(host.url).pathname + new URL(host.url).search);
  const [cookie] = (answer.headers['set-cookie']?.[0] ?? '').split(';');
  return cookie ?? '';
}
