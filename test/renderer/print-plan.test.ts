import { expect, test } from 'vitest';
import { changedDocuments, leftToPrint } from '../../renderer/screens/delivery/binding/print-plan-totals.ts';
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

test('pages of signed originals are named in spans, and not endlessly', () => {
  expect(bindingPrintWords.originals([{ from: 4, to: 5 }, { from: 3, to: 3 }, { from: 9, to: 9 }])).toBe('其中 3 件是签字原件，装订时放入原件：第 3—5、9 页不必打印');
  expect(bindingPrintWords.originals(Array.from({ length: 20 }, (_, index) => ({ from: index * 2 + 1, to: index * 2 + 1 })))).toBe('其中 20 件是签字原件，装订时放入原件：第 1、3、5、7、9、11、13、15 等页不必打印');
});
