/**
 * Stands in for the package `electron`, which throws when imported outside Electron. It records what main and preload
 * register, so that tests can call it the way Electron would.
 */

type Listener = (...args: unknown[]) => void;

export const exposed = new Map<string, Record<string, (...args: never[]) => unknown>>();

export const contextBridge = {
  exposeInMainWorld: (name: string, api: Record<string, (...args: never[]) => unknown>): void => { exposed.set(name, api); },
};

export const invoked: unknown[][] = [];
const listeners = new Map<string, Set<Listener>>();

export const ipcRenderer = {
  invoke: (...args: unknown[]): Promise<unknown> => {
    invoked.push(args);
    return Promise.resolve({ ok: true, value: 'answered' });
  },
  on: (channel: string, listener: Listener): void => {
    listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
  },
  off: (channel: string, listener: Listener): void => { listeners.get(channel)?.delete(listener); },
  /** Not part of Electron: what arrives from main. */
  receive: (channel: string, ...args: unknown[]): void => {
    for (const listener of listeners.get(channel) ?? []) listener({ sender: 'must not get through' }, ...args);
  },
};
