import fs from 'node:fs';
import path from 'node:path';
import { paperOfTemplate } from '../../shared/deliverables/paper-subjects.ts';
import { isKindName, type KindName } from '../../shared/records/kinds.ts';

export const shippedFolder = path.join(import.meta.dirname, '..', '..', 'templates');

/** Names of the shipped templates, sorted. */
export const shippedNames: readonly string[] = fs.readdirSync(shippedFolder).filter((name) => /\.(docx|xlsx)$/.test(name)).toSorted();

/** The kind whose records a template prints; undefined for the hand-over list, which prints none. */
export function kindOfTemplate(name: string): KindName | undefined {
  if (paperOfTemplate(name) !== undefined) return undefined;
  const stem = name.replace(/^ledger-/, '').replace(/(-list)?\.(docx|xlsx)$/, '');
  if (isKindName(stem)) return stem;
  return stem.endsWith('report') ? 'report' : undefined;
}

export function shipped(name: string): Uint8Array {
  return fs.readFileSync(path.join(shippedFolder, name));
}
