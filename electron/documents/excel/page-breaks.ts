import { AppError } from '../../../shared/app-error.ts';
import { attribute, elementsOf, withAttribute, type FoundElement } from './elements.ts';
import type { Writer } from './moving-text.ts';
import { placesOf, rowAtOrAbove, type RowMap } from './row-map.ts';
import type { RowSection } from './row-sections.ts';
import { mostPageBreaks, mostRows } from './sheet-limits.ts';

/**
 * Manual page breaks. Inside a block of several rows, or behind it, each copy has its own: such a block is a form, and each form begins
 * a page. Behind the one row of a list the break stays behind the last entry.
 */
export function pageBreaksRule(element: FoundElement): Writer {
  const breaks = elementsOf(element.content ?? '', 'brk').map(({ attributes }) => ({ attributes, row: Number(attribute(attributes, 'id') ?? 0) }));
  return ({ own }) => {
    const placed = new Map<number, string>();
    for (const { attributes, row } of breaks) {
      for (const moved of own === undefined ? [row] : rowsBefore(own, row)) {
        if (moved < 1 || moved >= mostRows || placed.has(moved)) continue;
        placed.set(moved, `<brk${withAttribute(attributes, 'id', String(moved))}/>`);
        if (placed.size > mostPageBreaks) throw new AppError('render-failed', `填好后手动分页超过 Excel 的 ${mostPageBreaks} 处，没有生成。`, { limit: mostPageBreaks });
      }
    }
    if (placed.size === 0) return '';
    const written = [...placed].sort(([left], [right]) => left - right).map(([, text]) => text);
    const manual = written.filter((text) => /\bman="(1|true)"/.test(text)).length;
    return `<rowBreaks count="${written.length}" manualBreakCount="${manual}">${written.join('')}</rowBreaks>`;
  };
}

/** The finished rows behind which the break behind this template row stands. */
function* rowsBefore(map: RowMap, row: number): Generator<number> {
  const form = formAround(map, row);
  if (form === undefined) yield rowAtOrAbove(map, row);
  else for (const place of placesOf(map, form.from, form.to)) yield rowAtOrAbove(map, row, place);
}

/** The innermost section of several rows around a row. */
function formAround(map: RowMap, row: number): RowSection | undefined {
  let found: RowSection | undefined;
  let sections: readonly RowSection[] = map.whole.blocks.map(({ section }) => section);
  for (;;) {
    const around = sections.find(({ from, to }) => from <= row && row <= to);
    if (around === undefined || around.from === around.to) return found;
    found = around;
    sections = around.sections;
  }
}
