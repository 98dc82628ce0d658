import { afterEach, describe, expect, test, vi } from 'vitest';
import { call, onEvents } from '../../renderer/api.ts';

afterEach(() => vi.unstubAllGlobals());

const silent = { 'job.changed': () => {}, 'data.changed': () => {}, 'menu.chosen': () => {}, 'contracts.changed': () => {}, 'records.changed': () => {}, 'drafts.changed': () => {} };

describe('inside Electron', () => {
  test('calls go through the bridge', async () => {
    const seen: unknown[] = [];
    vi.stubGlobal('window', { binder: { invoke: (...call_: unknown[]) => { seen.push(call_); return Promise.resolve({ ok: true, value: null }); } } });

    const result = await call('records.last', { contractId: 'c', kind: 'visit' });

    expect([seen, result]).toEqual([[['records.last', { contractId: 'c', kind: 'visit' }]], { ok: true, value: null }]);
  });

  test('a bridge that breaks is a failure, not an exception', async () => {
    vi.stubGlobal('window', { binder: { invoke: () => Promise.reject(new Error('object could not be cloned')) } });

    expect(await call('app.info', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
  });

  test('events reach their listener until it stops', () => {
    const listeners = new Map<string, (payload: unknown) => void>();
    vi.stubGlobal('window', { binder: { on: (event: string, listener: (payload: unknown) => void) => { listeners.set(event, listener); return () => listeners.delete(event); } } });
    const changed: unknown[] = [];

    const stop = onEvents({ ...silent, 'records.changed': (payload) => changed.push(payload) }, () => {});
    listeners.get('records.changed')?.({ contractId: 'c' });
    stop();

    expect([changed, listeners.size]).toEqual([[{ contractId: 'c' }], 0]);
  });
});

describe('in a browser', () => {
  test('a call is a POST of JSON to its channel, and the answer is its result', async () => {
    const requests: unknown[] = [];
    vi.stubGlobal('window', {});
    vi.stubGlobal('fetch', (url: string, options: unknown) => {
      requests.push([url, options]);
      return Promise.resolve(Response.json({ ok: false, error: { code: 'not-found', message: '没有', details: {} } }));
    });

    const result = await call('records.get', { id: 'r' });

    expect(result).toEqual({ ok: false, error: { code: 'not-found', message: '没有', details: {} } });
    expect(requests).toEqual([['/api/records.get', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"id":"r"}' }]]);
  });

  test.each([
    ['a host that is gone', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['an answer that is no JSON', () => Promise.resolve(new Response('<html>'))],
    ['an answer of another program', () => Promise.resolve(Response.json({ hello: 1 }))],
  ])('%s is a lost connection', async (_, answer) => {
    vi.stubGlobal('window', {});
    vi.stubGlobal('fetch', answer);

    expect(await call('app.info', {})).toEqual({ ok: false, error: { code: 'internal', message: '与程序的连接中断，请确认程序仍在运行，然后重试。', details: {} } });
  });

  test('all events come over one stream', () => {
    const sources: EventTarget[] = [];
    let isClosed = false;
    vi.stubGlobal('window', {});
    vi.stubGlobal('EventSource', class extends EventTarget {
      constructor() {
        super();
        sources.push(this);
      }

      close(): void {
        isClosed = true;
      }
    });
    const changed: unknown[] = [];

    const stop = onEvents({ ...silent, 'records.changed': (payload) => changed.push(payload) }, () => {});
    sources[0]?.dispatchEvent(new MessageEvent('records.changed', { data: '{"contractId":"c"}' }));
    stop();

    expect([sources.length, changed, isClosed]).toEqual([1, [{ contractId: 'c' }], true]);
  });

  test('a stream that breaks is opened again; a host that runs anew and does not know the window is told apart', async () => {
    vi.useFakeTimers();
    const sources: EventTarget[] = [];
    let status = 0;
    vi.stubGlobal('window', {});
    vi.stubGlobal('fetch', () => (status === 0 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(new Response('{}', { status }))));
    vi.stubGlobal('EventSource', class extends EventTarget {
      constructor() {
        super();
        sources.push(this);
      }

      close(): void {}
    });
    const told: string[] = [];
    const fail = async (): Promise<void> => {
      sources.at(-1)?.dispatchEvent(new Event('error'));
      await vi.advanceTimersByTimeAsync(1500);
    };

    const stop = onEvents(silent, (state) => told.push(state));
    sources[0]?.dispatchEvent(new Event('open'));
    await fail();
    status = 401;
    await fail();
    sources.at(-1)?.dispatchEvent(new Event('open'));
    stop();
    await fail();

    expect([told, sources.length]).toEqual([['open', 'lost', 'refused', 'open'], 3]);
    vi.useRealTimers();
  });
});
