import { contextBridge, ipcRenderer } from 'electron';

/**
 * The only thing the window can reach: typed calls by name and events by name. Built as one CommonJS file, because a
 * sandboxed preload can load no other. Neither ipcRenderer nor its event objects get through.
 */

const channelPattern = /^[a-z]+\.[a-zA-Z]+$/;

contextBridge.exposeInMainWorld('binder', {
  invoke: (channel: unknown, input: unknown): Promise<unknown> => {
    if (typeof channel !== 'string' || !channelPattern.test(channel)) return Promise.reject(new TypeError('channel'));
    return ipcRenderer.invoke('binder:call', channel, input);
  },
  on: (event: unknown, listener: unknown): (() => void) => {
    if (typeof event !== 'string' || typeof listener !== 'function') throw new TypeError('listener');
    const forward = (_event: unknown, name: unknown, payload: unknown): void => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on('binder:event', forward);
    return () => { ipcRenderer.off('binder:event', forward); };
  },
});
