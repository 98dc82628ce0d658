import type { PrintEntry } from '../../../../shared/ipc/print-channels.ts';
import { sheetsOfRanges, type PageRange } from '../../../../shared/volumes/binding.ts';

/** Sheets of one copy that come out of the printer: where signed originals are bound, those of the rest. */
export function sheetsToPrint({ sheets, toPrint, doubleSided }: PrintEntry): number {
  return toPrint === undefined ? sheets : sheetsOfRanges(toPrint, doubleSided);
}

/** `1-6,9-10`, as print dialogs take page ranges. */
export function rangesText(ranges: readonly PageRange[]): string {
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(',');
}

/** What is left to print: entries, and their sheets for all copies; undefined sheets where nobody could count. */
export function leftToPrint(entries: readonly PrintEntry[]): { readonly entries: number; readonly sheets: number | undefined } {
  const left = entries.filter(({ state }) => state !== 'printed');
  const isCounted = left.every(({ sheets }) => sheets > 0);
  return { entries: left.length, sheets: isCounted ? left.reduce((sum, entry) => sum + sheetsToPrint(entry) * entry.copies, 0) : undefined };
}

/** Documents of bound volumes that have changed since. */
export function changedDocuments(entries: readonly PrintEntry[]): number {
  return entries.reduce((sum, { changedDocuments: changed }) => sum + (changed ?? 0), 0);
}
