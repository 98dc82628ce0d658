import type { ServerResponse } from 'node:http';
import type { AppEvents, EventName } from '../../shared/ipc/events.ts';

/** Server-sent events to every open window. */
export type EventStream = {
  readonly add: (response: ServerResponse) => void;
  readonly send: (event: EventName, payload: AppEvents[EventName]) => void;
  readonly close: () => void;
};

// Without traffic some proxies and sleeping laptops drop a stream without telling either end.
const heartbeatMs = 20_000;

export function createEventStream(): EventStream {
  const open = new Set<ServerResponse>();
  const heartbeat = setInterval(() => {
    for (const response of open) response.write(': still here\n\n');
  }, heartbeatMs);
  heartbeat.unref();
  return {
    add: (response) => {
      open.add(response);
      response.on('close', () => open.delete(response));
      response.write('retry: 1000\n\n');
    },
    send: (event, payload) => {
      const message = `event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`;
      for (const response of open) response.write(message);
    },
    close: () => {
      clearInterval(heartbeat);
      for (const response of open) response.end();
      open.clear();
    },
  };
}
