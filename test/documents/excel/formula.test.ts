import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFormula, referenceText, shiftFormula, threeDimensional, type Formula } from '../../../electron/documents/excel/formula.ts';
import { moveEverywhere, moveFormulaText, rangeText, readRange } from '../../../electron/documents/excel/references.ts';
import { rowMap, type RowBlock } from '../../../electron/documents/excel/row-map.ts';
import type { RowSection } from '../../../electron/documents/excel/row-sections.ts';
import { rootScope } from '../../../electron/documents/tags/scope.ts';

function references(formula: Formula): readonly string[] {
  return formula.filter((piece) => typeof piece !== 'string').map(referenceText);
}

function written(formula: Formula): string {
  return formula.map((piece) => (typeof piece === 'string' ? piece : referenceText(piece))).join('');
}

describe('the references of a formula', () => {
  test.each([
    ['SUM(A1:B2,$C$3)+D4%', ['A1:B2', '$C$3', 'D4']],
    ['"A1"&"x""B2"&C3', ['C3']],
    ["'月 报'!A1+'It''s'!$B2:C$3", ["'月 报'!A1", "'It''s'!$B2:C$3"]],
    ['台账!B3+Sheet1!A:C+Sheet1!$3:5', ['台账!B3', 'Sheet1!A:C', 'Sheet1!$3:5']],
    ['A:A+$1:$2+a1:b2', ['A:A', '$1:$2', 'A1:B2']],
    ['LOG10(5)+ATAN2(A1,B1)+ABC1(2)', ['A1', 'B1']],
    ['合计A1+名称_B2+x.A1+1E5+0.5E1', []],
    ["明细表[[#This Row],[A1]]+T[B2]+T['[A1]", []],
    ['[1]Sheet1!A1+[2]甲!$B$2:C3+D4', ['D4']],
    ['#REF!+#REF!A1+#N/A+A1', ['A1']],
    ['A1#+SUM(B2#,C3)', ['A1', 'B2', 'C3']],
    ['SUM(一月:三月!B3,\'1 月:3 月\'!C4)', ['一月:三月!B3', "'1 月:3 月'!C4"]],
    ['A1:INDEX(B1:B9,2)', ['A1', 'B1:B9']],
    ['甲!A1:甲!B2', ['甲!A1:B2']],
    ['A1 : B2', ['A1:B2']],
    ['XFE1+A1048577+XFD1048576', ['XFD1048576']],
    ['{1,2;"A1",TRUE}', []],
    ["'未完A1", []],
  ])('%s', (formula, expected) => {
    expect(references(parseFormula(formula))).toEqual(expected);
  });

  test('that name several sheets at once are found', () => {
    expect(threeDimensional(parseFormula("SUM(一月:三月!B3,'1 月:3 月'!C4,甲!D5)")).map(referenceText)).toEqual(['一月:三月!B3', "'1 月:3 月'!C4"]);
  });

  test('taken apart and put together again, any text is what it was', () => {
    const piece = fc.constantFrom('A1', '$B$2', ':', '!', "'", '"', '[', ']', '#', '#REF!', '甲', 'Sheet1', '(', ')', ' ', ',', '1', '$', 'SUM', '.', '_', '{', '}', '&', '<', "''");
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')), (text) => {
      // Blanks around a colon and a sheet named twice are not kept.
      const folded = (formula: string): string => formula.replace(/\s*:\s*/g, ':').replace(/((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.?\\]*)!)([^!:]*):\1/gu, '$1$2:').toUpperCase();
      expect(folded(written(parseFormula(text)))).toBe(folded(text));
    }), { numRuns: 2000 });
  });
});

test('a formula filled down and to the right moves what is not fixed', () => {
  expect(written(shiftFormula(parseFormula('A1+$A1+A$1+$A$1+B2:C3+3:4+A:B'), 2, 1))).toBe('B3+$A3+B$1+$A$1+C4:D5+5:6+B:C');
  expect(written(shiftFormula(parseFormula('A2+B1'), -2, 0))).toBe('#REF!+#REF!');
});

/** Rows 3 and 4 stand three times, row 7 nowhere. */
function repeatedRows(): ReturnType<typeof rowMap> {
  const section = (from: number, to: number): RowSection => ({ from, to, expression: { kind: 'current' }, written: '', inverted: false, name: '', hasOtherwise: false, sections: [] });
  const block = (of: RowSection, start: number, count: number): RowBlock => ({ section: of, start, size: count * (of.to - of.from + 1), scopes: Array.from({ length: count }, () => rootScope({})), isBlank: false, copies: undefined });
  return rowMap([block(section(3, 4), 3, 3), block(section(7, 7), 11, 0)]);
}

describe('where references go', () => {
  const map = repeatedRows();
  const moves = { own: map, of: (sheet: string) => (sheet === '甲' ? map : undefined), copied: { count: 0 }, isStill: false };

  test.each([
    ['A1+A3+A4+A5+A8', 'A1+A3+A4+A9+A11'],
    ['A7+SUM(A7:B7)+SUM(A6:A8)+SUM(A7:A8)+SUM(A6:A7)', '#REF!+SUM(#REF!)+SUM(A10:A11)+SUM(A11:A11)+SUM(A10:A10)'],
    ['SUM(A3:A3)+SUM(A4:A4)+SUM(A1:A9)', 'SUM(A3:A7)+SUM(A4:A8)+SUM(A1:A12)'],
    ['SUM(A$3:$B$4)+$3:4+A:B+B4:A1', 'SUM(A$3:$B$8)+$3:8+A:B+B1:A8'],
    ['甲!A5+乙!A5+\'甲\'!A3:A5', "甲!A9+乙!A5+'甲'!A3:A9"],
    ['A1048576+SUM(A1:A1048576)+SUM(A1048575:A1048576)', '#REF!+SUM(A1:A1048576)+SUM(#REF!)'],
  ])('%s', (formula, expected) => {
    expect(moveFormulaText(formula, moves)).toBe(expected);
  });

  test.each([
    ['A4', 'A4 A6 A8'],
    ['A3:B4', 'A3:B8'],
    ['A4:B5', 'A4:B4 A6:B6 A8:B9'],
    ['C7', ''],
    ['A:B', 'A:B'],
    ['A6:A8', 'A10:A11'],
  ])('all cells of %s', (range, expected) => {
    const read = readRange(range);
    expect(read === undefined ? undefined : moveEverywhere(read, map).map(rangeText).join(' ')).toBe(expected);
  });
});
