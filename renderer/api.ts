import type { ChannelCall, ChannelName, ChannelOutput } from '../shared/ipc/contract.ts';
import { eventNames, type AppEvents, type EventName } from '../shared/ipc/events.ts';
import type { Failure, Result } from '../shared/result.ts';
import { useRevisionQuestion } from './state/revision-question.ts';
import { connectionWords } from './words/errors.ts';
import { revisionWords } from './words/sign-off.ts';

/** What the preload script puts on `window` inside Electron. */
type Bridge = {
  readonly invoke: (channel: string, input: unknown) => Promise<Result<unknown>>;
  readonly on: (event: EventName, listener: (payload: unknown) => void) => () => void;
};

declare global {
  interface Window {
    readonly binder?: Bridge;
  }
}

/** A package that the program contains, with the terms under which it may. */
export type Licence = { readonly name: string; readonly version: string; readonly licence: string; readonly text: string };

/** The licences of what the program contains, collected when the window was built; undefined when they cannot be had. */
export async function readLicences(): Promise<readonly Licence[] | undefined> {
  try {
    const response = await fetch('/licences.json');
    const read: unknown = response.ok ? await response.json() : undefined;
    // Our own build wrote it.
    return Array.isArray(read) ? (read as readonly Licence[]) : undefined;
  } catch {
    return undefined;
  }
}

/** One listener for each event; the window registers them once, at its start. */
export type EventListeners = { readonly [E in EventName]: (payload: AppEvents[E]) => void };

function lostConnection(): Result<never> {
  return { ok: false, error: { code: 'internal', message: connectionWords.lost, details: {} } };
}

/** A page that goes may still send so much. */
const lastBytes = 60_000;

async function fetchResult(channel: ChannelName, input: unknown, isLast: boolean): Promise<Result<unknown>> {
  const body = JSON.stringify(input);
  const response = await fetch(`/api/${channel}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
    // What a window sends while it goes must arrive. A character is at most three bytes.
    ...(isLast && body.length * 3 <= lastBytes ? { keepalive: true } : {}),
  });
  const result: unknown = await response.json();
  if (typeof result !== 'object' || result === null || !('ok' in result)) return lostConnection();
  // Our own server wrote it; outputs are typed by the contract and not parsed a second time.
  return result as Result<unknown>;
}

async function send<C extends ChannelName>(channel: C, input: ChannelCall<C>, isLast: boolean): Promise<Result<ChannelOutput<C>>> {
  try {
    const result = window.binder === undefined ? await fetchResult(channel, input, isLast) : await window.binder.invoke(channel, input);
    // The contract ties the channel to its output type.
    return result as Result<ChannelOutput<C>>;
  } catch {
    return lostConnection();
  }
}

/** The signed papers that a refusal names, by the ids of their productions. */
function sealedPapers(failure: Failure): string[] {
  const { issued } = failure.details;
  return typeof issued === 'string' ? issued.split(' ').filter((id) => id !== '') : [];
}

/** So often papers are opened for one change: each refusal names the first few hundred. */
const mostRounds = 20;

/**
 * A change of records on signed papers is asked about once, in whatever form or list it began: with a reason the papers are opened for a new
 * version and the call is made again. When it fails all the same, papers whose records were not changed are as they were.
 */
async function withNewVersions<C extends ChannelName>(channel: C, input: ChannelCall<C>, refused: Failure): Promise<Result<ChannelOutput<C>>> {
  const reason = await useRevisionQuestion.getState().ask(refused);
  if (reason === undefined) return { ok: false, error: { ...refused, message: revisionWords.cancelled, details: {} } };
  const opened: string[] = [];
  let failure = refused;
  for (let round = 0; round < mostRounds && failure.code === 'signed-document'; round++) {
    const ids = sealedPapers(failure);
    if (ids.length === 0) break;
    const opening = await send('signOff.reopen', { ids, reason }, false);
    if (!opening.ok) {
      failure = opening.error;
      break;
    }
    opened.push(...ids);
    const again = await send(channel, input, false);
    if (again.ok) return again;
    failure = again.error;
  }
  for (let at = 0; at < opened.length; at += 500) await send('signOff.withdraw', { ids: opened.slice(at, at + 500) }, false);
  return { ok: false, error: failure };
}

/**
 * Asks the core. Never throws: a broken connection comes back as a failure, too. A change that a signed paper forbids is made once the person
 * has said why.
 * @param isLast whether the page is going: then the call outlives it
 */
export async function call<C extends ChannelName>(channel: C, input: ChannelCall<C>, isLast: boolean = false): Promise<Result<ChannelOutput<C>>> {
  const result = await send(channel, input, isLast);
  return result.ok || result.error.code !== 'signed-document' || isLast ? result : withNewVersions(channel, input, result.error);
}

function hand<E extends EventName>(listeners: EventListeners, event: E, payload: unknown): void {
  // Payloads are typed by the contract, like outputs.
  listeners[event](payload as AppEvents[E]);
}

/** Whether the core can be reached: `refused` when it runs anew and does not know this window any more. */
export type Connection = 'open' | 'lost' | 'refused';

const reconnectMs = 1500;

/** True when somebody answers, but not to this window. */
async function isRefused(): Promise<boolean> {
  try {
    return (await fetch('/api/app.info', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' })).status === 401;
  } catch {
    return false;
  }
}

/** One stream of events that is opened again and again until somebody answers. */
function stayConnected(listen: (source: EventSource) => void, connection: (state: Connection) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource;
  let isStopped = false;
  const connect = (): void => {
    source = new EventSource('/events');
    listen(source);
    source.addEventListener('open', () => connection('open'));
    source.addEventListener('error', () => {
      source.close();
      if (!isStopped) void isRefused().then((refused) => {
        if (isStopped) return;
        connection(refused ? 'refused' : 'lost');
        timer = setTimeout(connect, reconnectMs);
      });
    });
  };
  connect();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    source.close();
  };
}

/** Listens to what the core tells unasked, and to whether it can; returns the function that stops. */
export function onEvents(listeners: EventListeners, connection: (state: Connection) => void): () => void {
  const bridge = window.binder;
  if (bridge !== undefined) {
    const stops = eventNames.map((event) => bridge.on(event, (payload) => hand(listeners, event, payload)));
    return () => stops.forEach((stop) => stop());
  }
  const listen = (source: EventSource): void => {
    for (const event of eventNames) {
      source.addEventListener(event, (message: MessageEvent<string>) => hand(listeners, event, JSON.parse(message.data)));
    }
  };
  return stayConnected(listen, connection);
}
