import { expect, test } from 'vitest';
import { registerCalls } from '../../electron/main/calls.ts';

type Handler = (event: unknown, channel: unknown, input: unknown) => Promise<unknown>;

function register(): { readonly call: Handler; readonly answered: unknown[][] } {
  let handler: Handler = () => Promise.reject(new Error('not registered'));
  const answered: unknown[][] = [];
  registerCalls({ handle: (_name: string, given: Handler) => { handler = given; } } as unknown as Parameters<typeof registerCalls>[0], (channel, input) => {
    answered.push([channel, input]);
    return Promise.resolve({ ok: true, value: 'done' });
  });
  return { call: (...args) => handler(...args), answered };
}

test('a call from the top frame of our own page reaches the core', async () => {
  const { call, answered } = register();
  const event = { senderFrame: { parent: null, url: 'app://binder/#overview' } };
  expect(await call(event, 'app.info', {})).toEqual({ ok: true, value: 'done' });
  expect(answered).toEqual([['app.info', {}]]);
});

test.each([
  ['no frame', { senderFrame: null }],
  ['a frame inside the page', { senderFrame: { parent: {}, url: 'app://binder/' } }],
  ['a foreign page', { senderFrame: { parent: null, url: 'https://example.com/' } }],
  ['an empty address', { senderFrame: { parent: null, url: '' } }],
  ['about:blank', { senderFrame: { parent: null, url: 'about:blank' } }],
])('a call from %s is refused before it reaches the core', async (_what, event) => {
  const { call, answered } = register();
  expect(await call(event, 'app.info', {})).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(answered).toEqual([]);
});
