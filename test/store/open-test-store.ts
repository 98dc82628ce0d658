import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { closeStore, currentFormat, openStore, type StoreFormat } from '../../electron/store/open-store.ts';
import type { StoreEnvironment, StoreLogEntry, WritableStore } from '../../electron/store/store.ts';

/** A clock that moves one second per question, ids that count, and a log that can be read. */
export type TestEnvironment = StoreEnvironment & { readonly entries: StoreLogEntry[] };

export function testEnvironment(overrides: Partial<StoreEnvironment> = {}): TestEnvironment {
  let seconds = 0;
  let ids = 0;
  const entries: StoreLogEntry[] = [];
  return {
    now: () => new Date(Date.UTC(2024, 7, 5, 1, 0, seconds++)).toISOString(),
    newId: () => `0190f000-0000-7000-8000-${String(++ids).padStart(12, '0')}`,
    device: '办公电脑',
    user: '林远航',
    log: (entry) => void entries.push(entry),
    entries,
    ...overrides,
  };
}

/** A fresh folder that goes away with the test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'binder-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new store in a fresh folder, closed with the test. */
export function openTestStore(environment: StoreEnvironment = testEnvironment(), folder: string = testFolder(), format: StoreFormat = currentFormat): WritableStore {
  const store = openStore(folder, environment, format);
  onTestFinished(() => closeStore(store));
  return store;
}
