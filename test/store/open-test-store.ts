import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { createContract } from '../../electron/store/contracts.ts';
import { closeStore, currentFormat, openStore, type StoreFormat } from '../../electron/store/open-store.ts';
import type { StoreEnvironment, StoreLogEntry, WritableStore } from '../../electron/store/store.ts';
import { AppError, type AppErrorCode, type Problem } from '../../shared/app-error.ts';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import type { KindBody, KindName } from '../../shared/records/kinds.ts';
import type { RecordInput } from '../../shared/records/record.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';

/** A clock that moves one second per question, ids that count, and a log that can be read. */
export type TestEnvironment = StoreEnvironment & { readonly entries: StoreLogEntry[] };

export function testEnvironment(overrides: Partial<StoreEnvironment> = {}): TestEnvironment {
  let seconds = 0;
  let ids = 0;
  const entries: StoreLogEntry[] = [];
  return {
    now: () => new Date(Date.UTC(2024, 7, 5, 1, 0, seconds++)).toISOString(),
    today: () => '2024-08-05',
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
  onTestFinished(() => {
    if (store.database.open) closeStore(store);
  });
  return store;
}

/** A new store with one contract in it. */
export function openTestContract(profile: ContractProfile = testProfile(), environment: StoreEnvironment = testEnvironment()): { readonly store: WritableStore; readonly contractId: string } {
  const store = openTestStore(environment);
  return { store, contractId: createContract(store, profile).id };
}

/** A valid, signed input: say only what the test is about. */
export function inputOf<K extends KindName>(kind: K, body: Partial<KindBody<K>> = {}, rest: Partial<Omit<RecordInput, 'kind' | 'body'>> = {}): RecordInput {
  const record = makeRecord(kind, body);
  return { kind, body: record.body, signOff: record.signOff, ...rest };
}

/** The AppError that an action throws. */
export function failureOf(action: () => unknown): AppError {
  try {
    action();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  return expect.fail('no error was thrown');
}

/** The AppError that a promise is rejected with. */
export async function rejectionOf(action: Promise<unknown>): Promise<AppError> {
  try {
    await action;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  return expect.fail('no error was thrown');
}

export function codeOf(action: () => unknown): AppErrorCode {
  return failureOf(action).code;
}

/** The problems that an `invalid-input` or `conflict` error lists. */
export function problemsOf(action: () => unknown): readonly Problem[] {
  const { problems } = failureOf(action).details;
  return Array.isArray(problems) ? problems : expect.fail('the error lists no problems');
}
