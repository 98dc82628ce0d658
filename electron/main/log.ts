import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { LogEntry } from '../api/environment.ts';

const rotateAtBytes = 2_000_000;

function rotate(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > rotateAtBytes) renameSync(file, `${file}.1`);
}

/** A log of events in a folder, two files at most; one JSON line per entry. A full disk must not stop the program over its log. */
export function openLog(folder: string): (entry: LogEntry) => void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'binder.log');
  return (entry) => {
    try {
      rotate(file);
      appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
    } catch (error) {
      process.stderr.write(`log: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  };
}
