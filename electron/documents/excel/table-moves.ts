import { AppError } from '../../../shared/app-error.ts';
import type { TemplateProblem } from '../tags/template-problem.ts';
import { attribute, elementsOf, withAttribute } from './elements.ts';
import { movingText, writeMoved, type MovingRules, type MovingText } from './moving-text.ts';
import { decodeXml } from './plain-text.ts';
import { moveRange, rangeText, readRange } from './references.ts';
import { formulaRule } from './rule-ranges.ts';
import type { RowSection } from './row-sections.ts';
import { columnNumber } from './sheet-xml.ts';
import { crosses } from './sheet-problems.ts';

/** A “table” of Excel (xl/tables/…) beside repeated rows: it grows with a loop inside it. */
export type TableMoves = { readonly text: MovingText; readonly problems: readonly TemplateProblem[] };

type FilledPlace = { readonly column: string; readonly row: number };

/**
 * @param rangeRules rules for the filter and the order of its rows
 * @param filled cells with tags, among which a heading must not be: Excel repairs a file in which it differs from the column's name
 */
export function compileTable(xml: string, sections: readonly RowSection[], filled: readonly FilledPlace[], rangeRules: MovingRules, part: string): TableMoves {
  const tag = /<table\b([^<>]*)>/.exec(xml);
  const attributes = tag?.[1] ?? '';
  const range = readRange(attribute(attributes, 'ref') ?? '');
  const name = decodeXml(attribute(attributes, 'displayName') ?? attribute(attributes, 'name') ?? '');
  if (tag === null || range === undefined) return { text: [xml], problems: [] };
  const refused = (message: string, suggestion: string): TemplateProblem => ({ code: 'bad-part', part, place: rangeText(range), tag: name, message: `“表格”对象“${name}”${message}`, suggestion });
  const headings = Number(attribute(attributes, 'headerRowCount') ?? 1);
  const totals = Number(attribute(attributes, 'totalsRowCount') ?? 0);
  const [first, last] = [range.from + headings, range.to - totals];
  const problems: TemplateProblem[] = [];
  for (const section of sections) {
    if (section.from <= range.from && section.to >= range.to) problems.push(refused('在循环里面，不能重复', '把循环写在表格的数据行里，或在 Excel 中把它转换为普通区域'));
    else if (crosses(range, section) || (section.from <= range.to && section.to >= range.from && (section.from < first || section.to > last))) problems.push(refused(`的标题行或汇总行在循环“${section.name}”里`, '循环只能放在表格的数据行里'));
  }
  const heading = filled.find(({ column, row }) => row >= range.from && row < first && columnNumber(column) >= columnNumber(range.left) && columnNumber(column) <= columnNumber(range.right));
  if (heading !== undefined) problems.push({ ...refused('的标题里不能写标签', '把标题写成固定的文字'), place: `${heading.column}${heading.row}` });

  const inside = movingText(xml.slice(tag.index + tag[0].length), { ...rangeRules,  calculatedColumnFormula: formulaRule, totalsRowFormula: formulaRule });
  const before = xml.slice(0, tag.index);
  return {
    problems,
    text: [(moves) => {
      const moved = moves.own === undefined ? range : moveRange(range, moves.own);
      if (moved === undefined || moved.to - moved.from + 1 < headings + totals + 1) throw new AppError('render-failed', `${part}的“表格”对象“${name}”填好后没有数据行，Excel 不接受这样的表格，没有生成。`, { table: name });
      return `${before}<table${withAttribute(attributes, 'ref', rangeText(moved))}>${writeMoved(inside, moves)}`;
    }],
  };
}

/** Where a pivot table stands (xl/pivotTables/…). */
export function compilePivotTable(xml: string, sections: readonly RowSection[], part: string): TableMoves {
  const location = elementsOf(xml, 'location')[0];
  const range = readRange(attribute(location?.attributes ?? '', 'ref') ?? '');
  const touched = range === undefined ? undefined : sections.find(({ from, to }) => from <= range.to && to >= range.from);
  const problems: readonly TemplateProblem[] = range === undefined || touched === undefined ? [] : [{
    code: 'bad-part', part, place: rangeText(range), tag: touched.name, message: `数据透视表旁边有循环“${touched.name}”的行，插入行会把它拆开`, suggestion: '把数据透视表移到别的工作表',
  }];
  return { text: movingText(xml, { location: extent }), problems };
}

/** The cells that a pivot table is made from; it is made anew when the file is opened. */
export function compilePivotSource(xml: string): MovingText {
  const refreshed = xml.replace(/<pivotCacheDefinition\b(?![^<>]*\brefreshOnLoad=)/, '<pivotCacheDefinition refreshOnLoad="1"').replace(/(<pivotCacheDefinition\b[^<>]*\brefreshOnLoad=")(?:0|false)"/, '$11"');
  return movingText(refreshed, {
    worksheetSource: (element) => {
      const range = readRange(attribute(element.attributes, 'ref') ?? '');
      const sheet = decodeXml(attribute(element.attributes, 'sheet') ?? '');
      return ({ of }) => {
        const map = of(sheet);
        const moved = range === undefined || map === undefined ? undefined : moveRange(range, map);
        return `<worksheetSource${moved === undefined ? element.attributes : withAttribute(element.attributes, 'ref', rangeText(moved))}/>`;
      };
    },
  });
}

const extent: MovingRules[string] = (element) => {
  const range = readRange(attribute(element.attributes, 'ref') ?? '');
  return ({ own }) => {
    const moved = range === undefined || own === undefined ? undefined : moveRange(range, own);
    return `<location${moved === undefined ? element.attributes : withAttribute(element.attributes, 'ref', rangeText(moved))}/>`;
  };
};
