import { AppError } from '../../../shared/app-error.ts';
import { mostElements } from '../tags/template-limits.ts';
import { attribute, elementsOf, replaceElements, withoutAttribute } from './elements.ts';
import { decodeXml, encodeXml } from './plain-text.ts';
import { copyRange, moveFormula, moveRange, type RowMapOf } from './references.ts';
import type { RowMap } from './row-map.ts';

function moveMerges(xml: string, map: RowMap): string {
  return replaceElements(xml, ['mergeCells'], ({ content }) => {
    const ranges: string[] = [];
    for (const { attributes } of elementsOf(content ?? '', 'mergeCell')) {
      for (const range of copyRange(attribute(attributes, 'ref') ?? '', map)) ranges.push(range);
      if (ranges.length > mostElements) throw new AppError('render-failed', `填好后合并单元格超过 ${mostElements} 处，没有生成。`, { limit: mostElements });
    }
    return ranges.length === 0 ? '' : `<mergeCells count="${ranges.length}">${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
  });
}

/** Elements that carry a list of ranges; one whose cells are all gone goes too. */
function moveRangeLists(xml: string, map: RowMap): string {
  const moved = replaceElements(xml, ['conditionalFormatting', 'dataValidation', 'protectedRange', 'ignoredError'], ({ name, attributes, content }) => {
    const ranges = (attribute(attributes, 'sqref') ?? '').split(/\s+/).flatMap((range) => moveRange(range, map) ?? []);
    if (ranges.length === 0) return '';
    const start = `<${name}${withoutAttribute(attributes, 'sqref')} sqref="${ranges.join(' ')}"`;
    return content === undefined ? `${start}/>` : `${start}>${content}</${name}>`;
  });
  return replaceElements(moved, ['dataValidations'], ({ content = '' }) => {
    const count = content.split('<dataValidation').length - 1;
    return count === 0 ? '' : `<dataValidations count="${count}">${content}</dataValidations>`;
  });
}

function moveFormulas(xml: string, mapOf: RowMapOf): string {
  return xml.replace(/<(formula[12]?|xm:f)>([^<]*)<\/\1>/g, (_whole, name: string, formula: string) => `<${name}>${encodeXml(moveFormula(decodeXml(formula), mapOf))}</${name}>`);
}

function moveBreaks(xml: string, map: RowMap): string {
  return replaceElements(xml, ['rowBreaks'], ({ content }) => {
    const breaks = elementsOf(content ?? '', 'brk').map(({ attributes }) => `<brk${attributes.replace(/\bid="(\d+)"/, (_id, row: string) => `id="${map.last(Number(row))}"`)}/>`);
    return `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.join('')}</rowBreaks>`;
  });
}

/**
 * Everything of a worksheet part behind its cells that names rows: merged cells, conditional formats, validations, filters,
 * hyperlinks, manual page breaks.
 */
export function moveTail(xml: string, map: RowMap, mapOf: RowMapOf): string {
  if (map.isIdentity) return xml;
  const merged = moveBreaks(moveFormulas(moveRangeLists(moveMerges(xml, map), map), mapOf), map);
  return merged.replace(/<(autoFilter|hyperlink)\b([^<>]*?)\bref="([^"<>]+)"/g, (whole, name: string, before: string, range: string) => {
    const moved = moveRange(range, map);
    return moved === undefined ? whole : `<${name}${before}ref="${moved}"`;
  });
}
