import type { ChannelCall, ChannelName, ChannelOutput } from '../shared/ipc/contract.ts';
import { eventNames, type AppEvents, type EventName } from '../shared/ipc/events.ts';
import type { Result } from '../shared/result.ts';
import { connectionWords } from './words/errors.ts';

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

/** One listener for each event; the window registers them once, at its start. */
export type EventListeners = { readonly [E in EventName]: (payload: AppEvents[E]) => void };

function lostConnection(): Result<never> {
  return { ok: false, error: { code: 'internal', message: connectionWords.lost, details: {} } };
}

async function fetchResult(channel: ChannelName, input: unknown): Promise<Result<unknown>> {
  const response = await fetch(`/api/${channel}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(input),
  });
  const result: unknown = await response.json();
  if (typeof result !== 'object' || result === null || !('ok' in result)) return lostConnection();
  // Our own server wrote it; outputs are typed by the contract and not parsed a second time.
  return result as Result<unknown>;
}

/** Asks the core. Never throws: a broken connection comes back as a failure, too. */
export async function call<C extends ChannelName>(channel: C, input: ChannelCall<C>): Promise<Result<ChannelOutput<C>>> {
  try {
    const result = window.binder === undefined ? await fetchResult(channel, input) : await window.binder.invoke(channel, input);
    // The contract ties the channel to its output type.
    return result as Result<ChannelOutput<C>>;
  } catch {
    return lostConnection();
  }
}

function hand<E extends EventName>(listeners: EventListeners, event: E, payload: unknown): void {
  // Payloads are typed by the contract, like outputs.
  listeners[event](payload as AppEvents[E]);
}

/** Listens to what the core tells unasked; returns the function that stops. */
export function onEvents(listeners: EventListeners): () => void {
  const bridge = window.binder;
  if (bridge !== undefined) {
    const stops = eventNames.map((event) => bridge.on(event, (payload) => hand(listeners, event, payload)));
    return () => stops.forEach((stop) => stop());
  }
  const source = new EventSource('/events');
  for (const event of eventNames) {
    source.addEventListener(event, (message: MessageEvent<string>) => hand(listeners, event, JSON.parse(message.data)));
  }
  return () => source.close();
}
