import { randomBytes } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import type { LocalDate } from '../../shared/dates.ts';
import { programVersion } from './program-version.ts';

/** One line of the program's log. Never the contents of a record. */
export type LogEntry = { readonly level: 'info' | 'error'; readonly event: string; readonly id?: string; readonly detail?: string };

/** Everything the core asks of the world around it; tests pass their own. */
export type Environment = {
  /** ISO instant in UTC. */
  readonly now: () => string;
  /** The calendar day at this computer. */
  readonly today: () => LocalDate;
  /** A UUID version 7: unique, and sorted by time. */
  readonly newId: () => string;
  readonly device: string;
  readonly user: string;
  readonly log: (entry: LogEntry) => void;
  /** Version of the program. */
  readonly program?: string;
};

/** UUIDv7 (RFC 9562 5.7). Electron's Node may lack `crypto.randomUUIDv7`, so it is put together here. */
export function newUuid7(milliseconds: number, random: Uint8Array): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The calendar day of a moment where this computer is. */
export function localDay(date: Date): LocalDate {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // Some containers run as a user id that has no name; the change log still needs one.
    return `uid-${process.getuid?.() ?? 0}`;
  }
}

/** The real clock, ids and names of this computer. */
export function systemEnvironment(log: Environment['log']): Environment {
  return {
    now: () => new Date().toISOString(),
    today: () => localDay(new Date()),
    newId: () => newUuid7(Date.now(), randomBytes(10)),
    device: hostname(),
    user: userName(),
    log,
    program: programVersion(),
  };
}
