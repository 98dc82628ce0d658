import { randomUUID } from 'node:crypto';
import type { StoreEnvironment } from '../../electron/store/store.ts';

/** A world for a process of its own: its ids must not be those of the one before. */
export function testEnvironmentOfChild(): StoreEnvironment {
  return { now: () => new Date().toISOString(), today: () => new Date().toISOString().slice(0, 10), newId: () => randomUUID(), device: '办公电脑', user: '林远航', log: () => undefined };
}
