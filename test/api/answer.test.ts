import { expect, test } from 'vitest';
import { answerCall, failureOf } from '../../electron/api/answer.ts';
import type { LogEntry } from '../../electron/api/environment.ts';
import { AppError } from '../../shared/app-error.ts';
import type { Handlers } from '../../shared/ipc/contract.ts';
import { testEnvironment } from '../helpers/environment.ts';

function answerWith(handler: (input: unknown) => unknown) {
  const entries: LogEntry[] = [];
  const environment = testEnvironment({ log: (entry) => entries.push(entry), newId: () => 'log-1' });
  const handlers = { 'records.void': handler, 'app.info': handler } as unknown as Handlers;
  return { entries, answer: (channel: string, input: unknown) => answerCall(handlers, environment, channel, input) };
}

test('a handler gets the parsed input and its value comes back', async () => {
  const seen: unknown[] = [];
  const { answer } = answerWith((input) => { seen.push(input); return 'done'; });
  expect(await answer('records.void', { id: 'a', reason: '重复' })).toEqual({ ok: true, value: 'done' });
  expect(seen).toEqual([{ id: 'a', reason: '重复' }]);
});

test.each([
  ['a channel that does not exist', 'records.drop', {}],
  ['a name from the prototype', 'constructor', {}],
  ['a missing field', 'records.void', { id: 'a' }],
  ['an unknown field', 'records.void', { id: 'a', reason: 'x', sql: '1' }],
  ['no object at all', 'records.void', null],
])('%s is refused before any handler runs', async (_what, channel, input) => {
  let ran = false;
  const { answer } = answerWith(() => { ran = true; });
  expect(await answer(channel, input)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(ran).toBe(false);
});

test('a foreseen error keeps its code, sentence and details', async () => {
  const { answer } = answerWith(() => { throw new AppError('conflict', '别人已经改过', { revision: 3 }); });
  expect(await answer('app.info', {})).toEqual({ ok: false, error: { code: 'conflict', message: '别人已经改过', details: { revision: 3 } } });
});

test('an unforeseen error tells the window a log number and nothing of the inside', async () => {
  const { answer, entries } = answerWith(() => { throw new Error('SELECT * FROM record in /home/someone/binder.sqlite'); });
  const result = await answer('app.info', {});
  expect(result).toMatchObject({ ok: false, error: { code: 'internal', details: { logId: 'log-1' } } });
  expect(JSON.stringify(result)).not.toMatch(/SELECT|home/);
  expect(entries.map((entry) => [entry.level, entry.id, entry.detail?.includes('SELECT')])).toEqual([['error', 'log-1', true]]);
});

test('what is thrown without being an error is logged too', () => {
  const entries: LogEntry[] = [];
  expect(failureOf('text', { newId: () => 'log-2', log: (entry) => entries.push(entry) }).code).toBe('internal');
  expect(entries[0]?.detail).toBe('text');
});
