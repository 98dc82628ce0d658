import type { PrintEntry } from '../../../../shared/ipc/print-channels.ts';

/** What is left to print: entries, and their sheets for all copies; undefined sheets where nobody could count. */
export function leftToPrint(entries: readonly PrintEntry[]): { readonly entries: number; readonly sheets: number | undefined } {
  const left = entries.filter(({ state }) => state !== 'printed');
  const isCounted = left.every(({ sheets }) => sheets > 0);
  return { entries: left.length, sheets: isCounted ? left.reduce((sum, { sheets, copies }) => sum + sheets * copies, 0) : undefined };
}

/** Documents of bound volumes that have changed since. */
export function changedDocuments(entries: readonly PrintEntry[]): number {
  return entries.reduce((sum, { changedDocuments: changed }) => sum + (changed ?? 0), 0);
}
