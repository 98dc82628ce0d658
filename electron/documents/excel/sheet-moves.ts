import { attribute, elementText, withAttribute, withoutAttribute, type FoundElement } from './elements.ts';
import { parseFormula } from './formula.ts';
import { containerRule, listRule, movingText, writeMoved, type MovingRules, type Writer } from './moving-text.ts';
import { pageBreaksRule } from './page-breaks.ts';
import { decodeXml, encodeXml } from './plain-text.ts';
import { countCopy, moveFormula, moveRange, moveRangeText, rangeText, readRange } from './references.ts';
import { finishedRow, placesOf, rowAtOrBelow } from './row-map.ts';
import { formulaRule, movedRanges, rangeRule, readRanges } from './rule-ranges.ts';

/** Merged cells: one range for each copy of the rows they stand in. */
function mergeRule(element: FoundElement): Writer {
  const range = readRange(attribute(element.attributes, 'ref') ?? '');
  return (moves) => {
    if (moves.own === undefined || range === undefined) return elementText(element);
    let written = '';
    for (const place of placesOf(moves.own, range.from, range.to)) {
      countCopy(moves);
      const moved = moveRange(range, moves.own, place);
      // What is left of it may be a single cell, which Excel does not call merged.
      if (moved !== undefined && (moved.from !== moved.to || moved.left !== moved.right)) written += `<mergeCell ref="${rangeText(moved)}"/>`;
    }
    return written;
  };
}

/** All merged cells, with those that became one because they print the same. */
function mergesRule(element: FoundElement): Writer {
  const inside = movingText(element.content ?? '', { mergeCell: mergeRule });
  return (moves) => {
    const content = writeMoved(inside, moves) + (moves.merged ?? []).map((range) => `<mergeCell ref="${range}"/>`).join('');
    return content === '' ? '' : elementText({ ...element, attributes: withAttribute(element.attributes, 'count', String(content.split('<mergeCell ').length - 1)), content });
  };
}

/** What may follow the merged cells of a sheet, in the order of the schema. */
const behindMerges = /<(?:phoneticPr|conditionalFormatting|dataValidations|hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|customProperties|cellWatches|ignoredErrors|smartTags|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst|mc:AlternateContent)\b|<\/worksheet>/;

/** The end of a sheet with a place for merged cells. */
export function withMergeList(tail: string): string {
  if (/<mergeCells\b/.test(tail)) return tail;
  const views = tail.indexOf('</customSheetViews>');
  const from = views < 0 ? 0 : views;
  const at = tail.slice(from).search(behindMerges);
  return at < 0 ? tail : `${tail.slice(0, from + at)}<mergeCells count="0"></mergeCells>${tail.slice(from + at)}`;
}

/** What may follow the drawing of a sheet. */
const behindDrawing = /<(?:legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst|mc:AlternateContent)\b|<\/worksheet>/;

/** The end of a sheet with a place for a drawing, which stays empty until one is needed. */
export function withDrawingPlace(tail: string): string {
  if (/<drawing\b/.test(tail)) return tail;
  const views = Math.max(0, tail.indexOf('</customSheetViews>'));
  const at = tail.slice(views).search(behindDrawing);
  return at < 0 ? tail : `${tail.slice(0, views + at)}<drawing/>${tail.slice(views + at)}`;
}

function drawingRule(element: FoundElement): Writer {
  return ({ addedDrawing }) => {
    if (element.attributes !== '') return elementText(element);
    return addedDrawing === undefined ? '' : `<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${addedDrawing}"/>`;
  };
}

/** A hyperlink for each copy of its cell; one into this workbook follows the rows it leads to. */
function hyperlinkRule(element: FoundElement): Writer {
  const range = readRange(attribute(element.attributes, 'ref') ?? '');
  const location = attribute(element.attributes, 'location');
  const target = location === undefined || attribute(element.attributes, 'r:id') !== undefined ? undefined : parseFormula(decodeXml(location));
  return (moves) => {
    if (moves.own === undefined || range === undefined) return elementText(element);
    let written = '';
    for (const place of placesOf(moves.own, range.from, range.to)) {
      countCopy(moves);
      const moved = moveRange(range, moves.own, place);
      if (moved === undefined) continue;
      const placed = withAttribute(written === '' ? element.attributes : withoutAttribute(element.attributes, 'xr:uid'), 'ref', rangeText(moved));
      const attributes = target === undefined ? placed : withAttribute(placed, 'location', encodeXml(moveFormula(target, moves, place)));
      written += elementText({ ...element, attributes });
    }
    return written;
  };
}

/** Elements with a list of cells and nothing that depends on them. */
function cellsRule(element: FoundElement): Writer {
  const ranges = readRanges(attribute(element.attributes, 'sqref') ?? '');
  return ({ own }) => {
    if (own === undefined || ranges.length === 0) return elementText(element);
    const moved = movedRanges(ranges, own);
    return moved.length === 0 ? '' : elementText({ ...element, attributes: withAttribute(element.attributes, 'sqref', moved.join(' ')) });
  };
}

/** Elements with one range that grows; gone with the last of its rows. */
function extentRule(rules: MovingRules = {}): (element: FoundElement) => Writer {
  return (element) => {
    const inside = element.content === undefined ? undefined : movingText(element.content, rules);
    return (moves) => {
      const moved = moves.own === undefined ? undefined : moveRangeText(attribute(element.attributes, 'ref') ?? '', moves.own);
      if (moved === undefined) return moves.own === undefined ? elementText(element) : '';
      return elementText({ ...element, attributes: withAttribute(element.attributes, 'ref', moved), content: inside && writeMoved(inside, moves) });
    };
  };
}

/** One cell that is watched, or changed by a scenario. */
function cellRule(element: FoundElement): Writer {
  return ({ own }) => {
    const moved = own === undefined ? undefined : moveRangeText(attribute(element.attributes, 'r') ?? '', own);
    return moved === undefined ? '' : elementText({ ...element, attributes: withAttribute(element.attributes, 'r', moved) });
  };
}

function selectionRule(element: FoundElement): Writer {
  const active = readRange(attribute(element.attributes, 'activeCell') ?? 'A1');
  const ranges = readRanges(attribute(element.attributes, 'sqref') ?? 'A1');
  return ({ own }) => {
    if (own === undefined) return elementText(element);
    const moved = ranges.flatMap((range) => moveRange(range, own) ?? []).map(rangeText);
    const cell = active === undefined ? undefined : finishedRow(own, active.from);
    const bare = ['activeCell', 'activeCellId', 'sqref'].reduce(withoutAttribute, element.attributes);
    // Without them the first cell is selected.
    if (cell === undefined || moved.length !== ranges.length || moved.length === 0) return elementText({ ...element, attributes: bare });
    const attributes = withAttribute(withAttribute(element.attributes, 'activeCell', `${active?.left ?? 'A'}${cell}`), 'sqref', moved.join(' '));
    return elementText({ ...element, attributes });
  };
}

/** Frozen rows are told by their number: they grow with a block above the line. */
function viewRule(element: FoundElement): Writer {
  const top = readRange(attribute(element.attributes, 'topLeftCell') ?? 'A1')?.from ?? 1;
  const inside = movingText(element.content ?? '', { pane: paneRule(top), selection: selectionRule, rowBreaks: pageBreaksRule, autoFilter: extentRule(filterRules) });
  return (moves) => elementText({ ...element, attributes: movedTop(element.attributes, moves), content: element.content === undefined ? undefined : writeMoved(inside, moves) });
}

function paneRule(top: number): (element: FoundElement) => Writer {
  return (element) => {
    const rows = /\bstate="frozen/.test(element.attributes) ? Number(attribute(element.attributes, 'ySplit') ?? 0) : 0;
    return (moves) => {
      const moved = movedTop(element.attributes, moves);
      if (moves.own === undefined || rows === 0) return elementText({ ...element, attributes: moved });
      return elementText({ ...element, attributes: withAttribute(moved, 'ySplit', String(rowAtOrBelow(moves.own, top + rows) - rowAtOrBelow(moves.own, top))) });
    };
  };
}

function movedTop(attributes: string, { own }: Parameters<Writer>[0]): string {
  const cell = readRange(attribute(attributes, 'topLeftCell') ?? '');
  return own === undefined || cell === undefined ? attributes : withAttribute(attributes, 'topLeftCell', `${cell.left}${rowAtOrBelow(own, cell.from)}`);
}

const filterRules: MovingRules = { sortState: extentRule({ sortCondition: extentRule() }), 'x14:sortCondition': extentRule() };

/** A small chart in a cell: one for each copy of its row. */
function sparklineRule(element: FoundElement): Writer {
  const cell = readRange(/<xm:sqref>([^<]*)<\/xm:sqref>/.exec(element.content ?? '')?.[1] ?? '');
  const data = parseFormula(decodeXml(/<xm:f>([^<]*)<\/xm:f>/.exec(element.content ?? '')?.[1] ?? ''));
  return (moves) => {
    if (moves.own === undefined || cell === undefined) return elementText(element);
    let written = '';
    for (const place of placesOf(moves.own, cell.from, cell.to)) {
      countCopy(moves);
      const moved = moveRange(cell, moves.own, place);
      if (moved !== undefined) written += `<x14:sparkline>${data.length === 0 ? '' : `<xm:f>${encodeXml(moveFormula(data, moves, place))}</xm:f>`}<xm:sqref>${rangeText(moved)}</xm:sqref></x14:sparkline>`;
    }
    return written;
  };
}

const extensionRules: MovingRules = {
  'x14:conditionalFormattings': listRule({ 'x14:conditionalFormatting': rangeRule(['xm:f'], 'xm:sqref') }),
  'x14:dataValidations': listRule({ 'x14:dataValidation': rangeRule(['xm:f'], 'xm:sqref') }, 'x14:dataValidation'),
  'x14:sparklineGroups': listRule({
    'x14:sparklineGroup': (element) => {
      const group = containerRule({ 'x14:sparklines': listRule({ 'x14:sparkline': sparklineRule }), 'xm:f': formulaRule })(element);
      return (moves) => {
        const written = group(moves);
        return written.includes('<x14:sparkline>') ? written : '';
      };
    },
  }),
  'x14:ignoredErrors': listRule({ 'x14:ignoredError': rangeRule(['xm:f'], 'xm:sqref') }),
  'x14:protectedRanges': listRule({ 'x14:protectedRange': rangeRule(['xm:f'], 'xm:sqref') }),
};

/** What names rows inside a table. */
export const tableRules: MovingRules = { autoFilter: extentRule(filterRules), sortState: extentRule({ sortCondition: extentRule() }) };

/** What names rows in front of the cells of a sheet. */
export const headRules: MovingRules = { dimension: extentRule(), sheetViews: containerRule({ sheetView: viewRule }) };

/** What names rows behind them. */
export const tailRules: MovingRules = {
  mergeCells: mergesRule,
  drawing: drawingRule,
  conditionalFormatting: rangeRule(['formula'], 'attribute'),
  dataValidations: listRule({ dataValidation: rangeRule(['formula1', 'formula2'], 'attribute') }, 'dataValidation'),
  hyperlinks: listRule({ hyperlink: hyperlinkRule }),
  protectedRanges: listRule({ protectedRange: cellsRule }),
  ignoredErrors: listRule({ ignoredError: cellsRule }),
  ...tableRules,
  rowBreaks: pageBreaksRule,
  scenarios: containerRule({ scenario: containerRule({ inputCells: cellRule }) }),
  cellWatches: listRule({ cellWatch: cellRule }),
  customSheetViews: containerRule({ customSheetView: viewRule }),
  extLst: listRule({ ext: listRule(extensionRules) }),
};
