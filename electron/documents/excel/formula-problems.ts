import type { TemplateDoubt, TemplateProblem } from '../tags/template-problem.ts';
import { referenceText, threeDimensional, type Formula, type Reference } from './formula.ts';
import { allSections } from './row-sections.ts';
import type { SheetTemplate } from './sheet-template.ts';
import { columnNumber } from './sheet-xml.ts';
import type { DefinedName } from './workbook-names.ts';
import type { ChartPart } from './workbook-parts.ts';

/** In a workbook with repeated rows: references to the same cells of several sheets, which need not move alike. */
export function formulaProblems(sheets: readonly SheetTemplate[], names: readonly DefinedName[], charts: readonly ChartPart[]): readonly TemplateProblem[] {
  const told = (part: string, place: string, formula: Formula): readonly TemplateProblem[] => threeDimensional(formula).map((reference): TemplateProblem => ({
    code: 'bad-part',
    part,
    place,
    tag: referenceText(reference),
    message: `“${referenceText(reference)}”同时引用几张工作表的同一位置，各表插入的行数可能不同，无法跟着移动`,
    suggestion: '改为分别引用每一张工作表',
  }));
  return [
    ...sheets.flatMap(({ part, formulas }) => formulas.flatMap(({ place, formula }) => told(part, place, formula.formula))),
    ...names.flatMap(({ name, formula }) => told('整份文件', `名称“${name}”`, formula)),
    ...charts.flatMap(({ chart }) => chart.formulas.flatMap((formula) => told('整份文件', '图表', formula))),
  ];
}

/** Functions that count every cell of a range, whatever it is for. */
const countingAll = /\b(SUM|AVERAGE|MAX|MIN|COUNT|COUNTA|PRODUCT)\s*\([^()]*$/i;
const fromText = /\b(INDIRECT|ADDRESS)\s*\(/i;

/** Formulas looked at for doubts, and rows of a block: a form has dozens of either. */
const mostLookedAt = 2000;

/** Where something stands in a sheet, looked up once. */
type HeldColumns = (sheet: SheetTemplate) => ReadonlyMap<number, readonly number[]>;

/** Formulas that will compute, but perhaps not what was meant once rows are inserted. */
export function formulaDoubts(sheets: readonly SheetTemplate[]): readonly TemplateDoubt[] {
  const known = new Map<SheetTemplate, ReadonlyMap<number, readonly number[]>>();
  const heldIn: HeldColumns = (sheet) => {
    const held = known.get(sheet) ?? sheet.heldColumns();
    known.set(sheet, held);
    return held;
  };
  return sheets.flatMap((sheet) => sheet.formulas.slice(0, mostLookedAt).flatMap(({ place, formula: { formula } }) => [...textDoubts(sheet, place, formula), ...rangeDoubts(sheets, sheet, place, formula, heldIn)]));
}

/** References put together from text cannot follow the rows. */
function textDoubts({ part }: SheetTemplate, place: string, formula: Formula): readonly TemplateDoubt[] {
  const found = formula.map((piece) => (typeof piece === 'string' ? fromText.exec(piece)?.[1] : undefined)).find((name) => name !== undefined);
  return found === undefined ? [] : [{ part, place, tag: found.toUpperCase(), message: `公式里的 ${found.toUpperCase()} 用文字写位置，插入行后不会跟着移动。`, suggestion: '尽量改为直接引用单元格' }];
}

/** A range over some rows of a block grows over the others between its copies: a total then counts the subtotals again. */
function rangeDoubts(sheets: readonly SheetTemplate[], own: SheetTemplate, place: string, formula: Formula, heldIn: HeldColumns): readonly TemplateDoubt[] {
  const row = Number(/\d+$/.exec(place)?.[0]);
  return formula.flatMap((piece, index): TemplateDoubt[] => {
    const before = formula[index - 1];
    if (typeof piece === 'string' || piece.to === undefined || typeof before !== 'string' || !countingAll.test(before)) return [];
    const target = piece.sheet === undefined ? own : sheets.find(({ name }) => name.toLowerCase() === piece.sheet?.toLowerCase());
    const between = target === undefined ? undefined : rowBetween(target, heldIn(target), piece, target === own ? row : undefined);
    if (between === undefined) return [];
    return [{ part: own.part, place, tag: referenceText(piece), message: `“${referenceText(piece)}”变长后，会把循环里第 ${between} 行的内容也算进去。`, suggestion: '小计和合计都用 SUBTOTAL(9,…) 来求和，就不会重复计算' }];
  });
}

/** A row that is not in the range but will stand between its copies, with something in the same columns. */
function rowBetween(target: SheetTemplate, held: ReadonlyMap<number, readonly number[]>, { from, to = from }: Reference, formulaRow: number | undefined): number | undefined {
  const [first, last] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
  const [left, right] = [columnNumber(from.column), columnNumber(to.column)];
  const around = allSections(target.sections).find((section) => section.from <= last && section.to >= first && (formulaRow === undefined || formulaRow < section.from || formulaRow > section.to));
  if (around === undefined || from.row === 0) return undefined;
  for (let row = around.from; row <= Math.min(around.to, around.from + mostLookedAt); row++) {
    if ((row < first || row > last) && held.get(row)?.some((column) => column >= left && column <= right) === true) return row;
  }
  return undefined;
}
