import type { TemplateProblem } from '../tags/template-problem.ts';
import { attribute, elementsOf, elementText, replaceElements, type FoundElement } from './elements.ts';
import { movingText, type MovingText, type Writer } from './moving-text.ts';
import { countCopy } from './references.ts';
import { finishedSpan, placesOf, rowAtOrBelow, type RowMap, type RowPlace } from './row-map.ts';
import type { RowSection } from './row-sections.ts';
import { mostRows } from './sheet-limits.ts';

const anchors = ['xdr:twoCellAnchor', 'xdr:oneCellAnchor', 'twoCellAnchor', 'oneCellAnchor'] as const;

/** Template rows (1-based) that a picture, shape or chart covers. `bottomEdge`: it ends exactly where the last of them ends. */
type Anchored = { readonly from: number; readonly to: number | undefined; readonly bottomEdge: boolean; readonly editAs: string };

/**
 * A drawing of a sheet. What stands in front of or behind repeated rows moves with the cells; what reaches over them grows, unless it is
 * set not to; what stands inside is there once in every copy.
 */
export type DrawingMoves = { readonly text: MovingText; readonly problems: readonly TemplateProblem[] };

/** @param part in words, e.g. 工作表“台账” */
export function compileDrawing(xml: string, sections: readonly RowSection[], part: string): DrawingMoves {
  const problems: TemplateProblem[] = [];
  let lastId = 0;
  for (const match of xml.matchAll(/<(?:xdr:)?cNvPr\b[^<>]*?\bid="(\d{1,9})"/g)) lastId = Math.max(lastId, Number(match[1]));
  const rule = (element: FoundElement): Writer => {
    const anchored = readAnchor(element);
    const name = /<(?:xdr:)?cNvPr\b[^<>]*?\bname="([^"]*)"/.exec(element.content ?? '')?.[1] ?? '';
    const section = sections.find(({ from, to }) => anchored.from >= from && (anchored.to ?? anchored.from) <= to);
    if (section !== undefined && /<(?:xdr:)?graphicFrame\b|<(?:xdr:)?contentPart\b/.test(element.content ?? '')) {
      problems.push({ code: 'bad-part', part, place: `第 ${anchored.from} 行`, tag: name, message: `图表“${name}”放在循环“${section.name}”的行里，没法每一份都有`, suggestion: '把图表移到循环行之外' });
    }
    return anchorWriter(element, anchored, lastId);
  };
  const text = movingText(xml, Object.fromEntries(anchors.map((anchor) => [anchor, rule])));
  return { text, problems };
}

function readAnchor(element: FoundElement): Anchored {
  const content = element.content ?? '';
  const [from, to] = [markerOf(content, 'from'), markerOf(content, 'to')];
  const top = (from?.row ?? 0) + 1;
  // A marker names the row it stands in from 0, and how far into it.
  const bottom = to === undefined ? undefined : Math.max(top, to.offset === 0 ? to.row : to.row + 1);
  return { from: top, to: bottom, bottomEdge: to?.offset === 0 && to.row >= top, editAs: attribute(element.attributes, 'editAs') ?? 'twoCell' };
}

function markerOf(content: string, name: 'from' | 'to'): { readonly row: number; readonly offset: number } | undefined {
  const marker = elementsOf(content, `xdr:${name}`, name)[0]?.content;
  const value = (what: string): number => Number(elementsOf(marker ?? '', `xdr:${what}`, what)[0]?.content ?? 0);
  return marker === undefined ? undefined : { row: value('row'), offset: value('rowOff') };
}

function anchorWriter(element: FoundElement, anchored: Anchored, lastId: number): Writer {
  const content = element.content ?? '';
  return (moves) => {
    const { own } = moves;
    if (own === undefined || anchored.editAs === 'absolute') return elementText(element);
    let written = '';
    let copy = 0;
    for (const place of placesOf(own, anchored.from, anchored.to ?? anchored.from)) {
      countCopy(moves);
      const rows = movedAnchor(anchored, own, place);
      if (rows === undefined) continue;
      const moved = withRows(content, rows);
      written += elementText({ ...element, content: copy === 0 ? moved : withNewIds(moved, lastId, copy) });
      copy += 1;
    }
    return written;
  };
}

/** New markers, from 0; undefined when nothing is left of the rows. */
function movedAnchor({ from, to, bottomEdge, editAs }: Anchored, map: RowMap, place: RowPlace): { readonly top: number; readonly bottom: number | undefined } | undefined {
  const span = finishedSpan(map, from, to ?? from, place);
  if (span === undefined || span.last >= mostRows) return undefined;
  const top = span.first - 1;
  if (to === undefined) return { top, bottom: undefined };
  // Moved but not stretched: as many rows as in the template.
  const last = editAs === 'oneCell' ? span.first + (to - from) : span.last;
  return { top, bottom: bottomEdge ? last : last - 1 };
}

function withRows(content: string, { top, bottom }: { readonly top: number; readonly bottom: number | undefined }): string {
  const names = ['xdr:from', 'from', 'xdr:to', 'to'];
  let markers = 0;
  return replaceElements(content, names, (marker) => {
    markers += 1;
    // Only the anchor's own two markers: a shape may hold elements of these names further inside.
    const row = markers > 2 ? undefined : marker.name.endsWith('from') ? top : bottom;
    return row === undefined ? elementText(marker) : elementText({ ...marker, content: (marker.content ?? '').replace(/(<(?:xdr:)?row>)\d+/, (_whole, open: string) => open + String(row)) });
  });
}

/** Ids of shapes must differ within a drawing. Those of each copy follow those of the copy before. */
function withNewIds(content: string, lastId: number, copy: number): string {
  return content.replace(/(<(?:xdr:)?cNvPr\b[^<>]*?\bid=")(\d{1,9})"/g, (_whole, open: string, id: string) => `${open}${lastId * copy + Number(id)}"`);
}

/** Where the row of a comment's box went: how many rows down. */
export function rowShift(map: RowMap, row: number): number {
  return rowAtOrBelow(map, row) - row;
}
