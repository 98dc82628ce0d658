import { decodeXml, encodeXml } from './plain-text.ts';
import { copyRange, moveFormula, moveRange, type RowMapOf } from './references.ts';
import type { RowMap } from './row-map.ts';

function moveMerges(xml: string, map: RowMap): string {
  return xml.replace(/<mergeCells\b[^>]*>([\s\S]*?)<\/mergeCells>/, (_whole, inner: string) => {
    const ranges = [...inner.matchAll(/\bref="([^"]+)"/g)].flatMap((match) => copyRange(match[1] ?? '', map));
    return ranges.length === 0 ? '' : `<mergeCells count="${ranges.length}">${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
  });
}

/** Elements that carry a list of ranges; one whose cells are all gone goes too. */
function moveRangeLists(xml: string, map: RowMap): string {
  return xml.replace(/<(conditionalFormatting|dataValidation|protectedRange|ignoredError)\b([^>]*?)\bsqref="([^"]*)"([^>]*?)(?:\/>|>([\s\S]*?)<\/\1>)/g,
    (_whole, name: string, before: string, list: string, after: string, inner: string | undefined) => {
      const ranges = list.split(/\s+/).flatMap((range) => moveRange(range, map) ?? []);
      if (ranges.length === 0) return '';
      const start = `<${name}${before}sqref="${ranges.join(' ')}"${after}`;
      return inner === undefined ? `${start}/>` : `${start}>${inner}</${name}>`;
    })
    .replace(/<dataValidations\b[^>]*>([\s\S]*?)<\/dataValidations>/, (_whole, inner: string) => {
      const count = inner.split('<dataValidation').length - 1;
      return count === 0 ? '' : `<dataValidations count="${count}">${inner}</dataValidations>`;
    });
}

function moveFormulas(xml: string, mapOf: RowMapOf): string {
  return xml.replace(/<(formula[12]?|xm:f)>([^<]*)<\/\1>/g, (_whole, name: string, formula: string) => `<${name}>${encodeXml(moveFormula(decodeXml(formula), mapOf))}</${name}>`);
}

function moveBreaks(xml: string, map: RowMap): string {
  return xml.replace(/<rowBreaks\b[^>]*>([\s\S]*?)<\/rowBreaks>/, (_whole, inner: string) => {
    const breaks = [...inner.matchAll(/<brk\b[^>]*\/>/g)].map((match) => match[0].replace(/\bid="(\d+)"/, (_id, row: string) => `id="${map.last(Number(row))}"`));
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
  return merged.replace(/<(autoFilter|hyperlink)\b([^>]*?)\bref="([^"]+)"/g, (whole, name: string, before: string, range: string) => {
    const moved = moveRange(range, map);
    return moved === undefined ? whole : `<${name}${before}ref="${moved}"`;
  });
}
