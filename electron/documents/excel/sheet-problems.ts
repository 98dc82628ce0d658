import type { TemplateProblem } from '../tags/template-problem.ts';
import { parseXmlTree } from '../word/xml-tree.ts';
import { attribute, elementsOf } from './elements.ts';
import { rangeText, readRange, type CellRange } from './references.ts';
import type { RowSection } from './row-sections.ts';
import type { CellFormula } from './sheet-formulas.ts';
import type { FilledCell } from './sheet-cells.ts';
import { columnNumber, type SheetCell, type SheetXml } from './sheet-xml.ts';

/** Elements of a worksheet that name no rows, or whose rows are moved. Whatever else comes is refused, not guessed at. */
const movable = new Set([
  'sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter', 'sortState',
  'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter',
  'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'picture', 'tableParts', 'extLst',
  'mc:AlternateContent',
]);

const named: Readonly<Record<string, string>> = {
  oleObjects: '嵌入的对象',
  controls: '表单控件',
  dataConsolidate: '合并计算',
  webPublishItems: '网页发布设置',
  smartTags: '智能标记',
};

/** Of one kind; whoever mends a template begins with the first. */
const mostProblems = 50;

/** What stands in a sheet with repeated rows and could not follow them. */
export function sheetProblems(sheet: SheetXml, formulas: ReadonlyMap<SheetCell, CellFormula>, sections: readonly RowSection[], part: string): readonly TemplateProblem[] {
  const refused = (place: string, message: string, suggestion: string): TemplateProblem => ({ code: 'bad-part', part, place, tag: '', message, suggestion });
  const problems: TemplateProblem[] = [];
  const root = parseXmlTree(sheet.head + sheet.tail, part).children[0];
  const inside = root?.children.flatMap((element) => (element.name === 'mc:AlternateContent' ? element.children.flatMap(({ children }) => children) : [element])) ?? [];
  for (const name of new Set(inside.map((element) => element.name))) {
    if (!movable.has(name)) problems.push(refused('整张表', `有循环行的工作表里有${named[name] ?? `“${name}”`}，插入行后无法跟着移动`, '把它移到没有循环行的工作表'));
  }
  for (const { attributes } of elementsOf(elementsOf(sheet.tail, 'mergeCells')[0]?.content ?? '', 'mergeCell')) {
    const range = readRange(attribute(attributes, 'ref') ?? '');
    const crossed = range === undefined ? undefined : sections.find((section) => crosses(range, section));
    if (range !== undefined && crossed !== undefined && problems.length < mostProblems) problems.push(refused(rangeText(range), `合并的单元格有一部分在循环“${crossed.name}”的行里，另一部分在外面`, `循环占第 ${crossed.from}—${crossed.to} 行：把合并的单元格整个放在里面或外面`));
  }
  for (const [cell, { ref }] of formulas) {
    if (ref === undefined || ref.from === ref.to) continue;
    const found = sections.find((section) => crosses(ref, section) || (section.from >= ref.from && section.to <= ref.to && section.to - section.from < ref.to - ref.from));
    if (found !== undefined) problems.push(refused(rangeText(ref), `数组公式或模拟运算表（${cell.column} 列）里有循环“${found.name}”的行，行数变了就算不对`, '在循环行里改用普通公式'));
  }
  for (const { attributes } of elementsOf(elementsOf(sheet.tail, 'scenarios')[0]?.content ?? '', 'inputCells')) {
    const cell = readRange(attribute(attributes, 'r') ?? '');
    if (cell !== undefined && sections.some(({ from, to }) => cell.from >= from && cell.from <= to)) problems.push(refused(rangeText(cell), '方案管理器的可变单元格在循环行里', '删去这个方案，或把单元格移到循环行之外'));
  }
  return problems;
}

/** Cells can become one with those above them only where a single row repeats, and where they are not merged already. */
export function mergingProblems(cells: readonly FilledCell[], sheet: SheetXml, sections: readonly RowSection[], part: string): readonly TemplateProblem[] {
  if (cells.length === 0) return [];
  const merges = elementsOf(elementsOf(sheet.tail, 'mergeCells')[0]?.content ?? '', 'mergeCell').flatMap(({ attributes }) => readRange(attribute(attributes, 'ref') ?? '') ?? []);
  return cells.flatMap(({ column, row, only }): TemplateProblem[] => {
    const told = (message: string, suggestion: string): TemplateProblem[] => [{ code: 'merge-place', part, place: `${column}${row}`, tag: only?.written ?? '', message, suggestion }];
    if (!sections.some(({ from, to }) => from === row && to === row)) return told('只有按一行重复的循环里才能合并相同的单元格', '把标签写在只占一行的循环里，或去掉“|合并相同”');
    const number = columnNumber(column);
    const merged = merges.some(({ left, right, from, to }) => from <= row && row <= to && columnNumber(left) <= number && number <= columnNumber(right));
    return merged ? told('已经合并的单元格不能再合并相同的单元格', '先取消单元格的合并，或去掉“|合并相同”') : [];
  });
}

/** One part of each outside the other. */
export function crosses(range: CellRange, section: RowSection): boolean {
  const overlaps = range.from <= section.to && range.to >= section.from;
  const holds = range.from <= section.from && range.to >= section.to;
  const isHeld = range.from >= section.from && range.to <= section.to;
  return overlaps && !holds && !isHeld;
}
