import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { writeFileAtomicallySync } from '../files/atomic-write.ts';

/** Reads a small JSON file of the program's own; undefined when it is not there or cannot be understood, which is as if it had never been. */
export function readKept<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Writes such a file, whole or not at all, readable by this person alone. Throws what the file system says. */
export function writeKept(file: string, value: unknown): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileAtomicallySync(file, `${JSON.stringify(value, undefined, 1)}\n`);
  chmodSync(file, 0o600);
}
