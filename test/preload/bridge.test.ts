import { expect, test } from 'vitest';
import { exposed, invoked, ipcRenderer } from '../helpers/electron-stub.ts';
import '../../electron/preload/bridge.ts';

function bridge(): Record<string, (...args: unknown[]) => unknown> {
  const api = exposed.get('binder');
  if (api === undefined) throw new Error('nothing was exposed');
  return api as unknown as Record<string, (...args: unknown[]) => unknown>;
}

test('the window gets two functions and nothing else', () => {
  expect([...exposed.keys()]).toEqual(['binder']);
  expect(Object.keys(bridge())).toEqual(['invoke', 'on']);
});

test('a call goes to main by its name', async () => {
  const before = invoked.length;
  await expect(bridge()['invoke']?.('records.list', { contractId: 'a' })).resolves.toEqual({ ok: true, value: 'answered' });
  expect(invoked.slice(before)).toEqual([['binder:call', 'records.list', { contractId: 'a' }]]);
});

test.each(['binder:event', 'ELECTRON_BROWSER_REQUIRE', '', 'records.list.more', 7])('a name that is no call is refused: %s', async (name) => {
  const before = invoked.length;
  await expect(bridge()['invoke']?.(name, {})).rejects.toThrow(TypeError);
  expect(invoked.length).toBe(before);
});

test('a listener gets the payload of its own event, never the event object, until it stops', () => {
  const heard: unknown[][] = [];
  const stop = bridge()['on']?.('job.changed', (...args: unknown[]) => { heard.push(args); });
  ipcRenderer.receive('binder:event', 'job.changed', { id: '1' });
  ipcRenderer.receive('binder:event', 'records.changed', { contractId: '2' });
  if (typeof stop === 'function') stop();
  ipcRenderer.receive('binder:event', 'job.changed', { id: '3' });
  expect(heard).toEqual([[{ id: '1' }]]);
});
