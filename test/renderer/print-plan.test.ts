import { expect, test } from 'vitest';
import { changedDocuments, leftToPrint, rangesText } from '../../renderer/screens/delivery/binding/print-plan-totals.ts';
import { bindingPrintWords } from '../../renderer/words/binding-print.ts';
import type { PrintEntry } from '../../shared/ipc/print-channels.ts';

function entry(changes: Partial<PrintEntry>): PrintEntry {
  return { key: 'k', kind: 'volume', title: '第1卷', sha256: 'a'.repeat(64), bytes: 1, sides: 6, sheets: 3, doubleSided: true, copies: 1, state: 'open', isThere: true, isPdf: true, ...changes };
}

test('what is left to print counts the sheets of all copies; what changed since it was printed counts again', () => {
  const entries = [entry({ sheets: 10, state: 'printed' }), entry({ sheets: 4, copies: 2 }), entry({ state: 'changed', changedDocuments: 2 })];
  expect([leftToPrint(entries), changedDocuments(entries)]).toEqual([{ entries: 2, sheets: 11 }, 2]);
  expect(leftToPrint([entry({}), entry({ sheets: 0 })])).toEqual({ entries: 2, sheets: undefined });
  expect([bindingPrintWords.total(0, 0), bindingPrintWords.total(2, 11)]).toEqual(['全部打印完了', '还要打印 2 项，共 11 张纸']);
});

test('where signed originals are bound, what is left to print is counted, and named as a print dialog takes it', () => {
  const toPrint = [{ from: 1, to: 6 }, { from: 9, to: 10 }, { from: 13, to: 13 }];
  const [twoSided, oneSided] = [entry({ sheets: 20, toPrint }), entry({ sheets: 20, toPrint, doubleSided: false, copies: 2 })];
  expect([leftToPrint([twoSided]), leftToPrint([oneSided]), rangesText(toPrint)]).toEqual([{ entries: 1, sheets: 5 }, { entries: 1, sheets: 18 }, '1-6,9-10,13']);
});
