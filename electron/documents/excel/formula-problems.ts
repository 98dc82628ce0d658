import type { TemplateProblem } from '../tags/template-problem.ts';
import type { TemplateDoubt } from '../word/place-tags.ts';
import { referenceText, threeDimensional, type Formula } from './formula.ts';
import type { SheetTemplate } from './sheet-template.ts';
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

/** Formulas that put references together from text: these cannot follow the rows. */
export function formulaDoubts(sheets: readonly SheetTemplate[]): readonly TemplateDoubt[] {
  return sheets.flatMap(({ part, formulas }) => formulas.flatMap(({ place, formula }) => {
    const found = formula.formula.map((piece) => (typeof piece === 'string' ? /\b(INDIRECT|ADDRESS)\s*\(/i.exec(piece)?.[1] : undefined)).find((name) => name !== undefined);
    return found === undefined ? [] : [{ part, place, tag: found.toUpperCase(), message: `公式里的 ${found.toUpperCase()} 用文字写位置，插入行后不会跟着移动。`, suggestion: '尽量改为直接引用单元格' }];
  }));
}
