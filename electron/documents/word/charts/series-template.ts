import { decodeText } from '../escape-text.ts';
import { attributeOf, childNamed, descendantsOf, type XmlElement } from '../xml-tree.ts';

/** The look of one point or of its label. */
export type PointTemplate = { readonly index: number; readonly xml: string };

/** A series of the template: everything of it but its name and its numbers, in the order in which the schema wants it. */
export type SeriesTemplate = {
  /** Which of the plot's chart groups it belongs to. */
  readonly group: number;
  readonly index: number;
  readonly order: number;
  /** Fill, line, marker: what stands before the points. */
  readonly look: string;
  readonly points: readonly PointTemplate[];
  readonly labels: { readonly open: string; readonly own: readonly PointTemplate[]; readonly rest: string } | undefined;
  /** Trend lines and error bars. */
  readonly lines: string;
  /** What stands behind the numbers. */
  readonly behind: string;
  readonly extensions: string;
  /** Format codes as the cache has them, still escaped. */
  readonly valueFormat: string;
  readonly categoryFormat: string | undefined;
};

const rewritten: ReadonlySet<string> = new Set(['c:idx', 'c:order', 'c:tx', 'c:cat', 'c:val', 'c:xVal', 'c:yVal', 'c:bubbleSize', 'c:dPt', 'c:dLbls', 'c:extLst']);
const lineNames: ReadonlySet<string> = new Set(['c:trendline', 'c:errBars']);
const behindNames: ReadonlySet<string> = new Set(['c:smooth', 'c:shape', 'c:bubble3D']);

/** Reads a `c:ser`. */
export function readSeries(xml: string, series: XmlElement, group: number): SeriesTemplate {
  const source = (element: XmlElement): string => xml.slice(element.from, element.to);
  const text = (wanted: (child: XmlElement) => boolean): string => series.children.filter(wanted).map(source).join('');
  const labels = childNamed(series, 'c:dLbls');
  const values = childNamed(series, 'c:val') ?? childNamed(series, 'c:yVal');
  const categories = childNamed(series, 'c:cat') ?? childNamed(series, 'c:xVal');
  const isNumeric = categories !== undefined && descendantsOf(categories, 'c:numCache').length > 0;
  return {
    group,
    index: numberOf(xml, childNamed(series, 'c:idx')),
    order: numberOf(xml, childNamed(series, 'c:order')),
    look: text(({ name }) => !rewritten.has(name) && !lineNames.has(name) && !behindNames.has(name)),
    points: series.children.filter(({ name }) => name === 'c:dPt').map((point) => ({ index: numberOf(xml, childNamed(point, 'c:idx')), xml: source(point) })),
    labels: labels === undefined ? undefined : readLabels(xml, labels),
    // Error bars of single amounts have them from the dummy data.
    lines: text((child) => lineNames.has(child.name) && !isCustom(xml, child)),
    behind: text(({ name }) => behindNames.has(name)),
    extensions: keptExtensions(xml, childNamed(series, 'c:extLst')),
    valueFormat: formatOf(xml, values) ?? 'General',
    categoryFormat: isNumeric ? (formatOf(xml, categories) ?? 'General') : undefined,
  };
}

/** Whether a number format (as in the cache) shows days or times. */
export function isDateFormat(format: string): boolean {
  return /[ymdh年月日时]/i.test(decodeText(format).text.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/General/gi, ''));
}

/** The `val` of an element such as `c:idx`; 0 without one. */
export function numberOf(xml: string, element: XmlElement | undefined): number {
  const value = element === undefined ? 0 : Number(attributeOf(xml, element, 'val') ?? 0);
  return Number.isInteger(value) && value >= 0 ? value : 0;
}

/** Labels whose text somebody typed, or took from cells, say something about the dummy data. */
function readLabels(xml: string, labels: XmlElement): SeriesTemplate['labels'] {
  const own = labels.children.filter((child) => child.name === 'c:dLbl');
  const kept = own.filter((label) => childNamed(label, 'c:tx') === undefined);
  const rest = labels.children.filter((child) => child.name !== 'c:dLbl').map((child) => xml.slice(child.from, child.to)).join('');
  return {
    open: xml.slice(labels.from, labels.selfClosing ? labels.from : labels.contentFrom) || '<c:dLbls>',
    own: kept.map((label) => ({ index: numberOf(xml, childNamed(label, 'c:idx')), xml: fromCells(xml.slice(label.from, label.to)) })),
    rest: `${fromCells(rest)}</c:dLbls>`,
  };
}

/** Labels that take their text from cells show their value instead. */
function fromCells(labels: string): string {
  return labels.replace(/(<c15:showDataLabelsRange\s+val=["'])(?:1|true)/g, '$10');
}

function isCustom(xml: string, element: XmlElement): boolean {
  const kind = element.name === 'c:errBars' ? childNamed(element, 'c:errValType') : undefined;
  return kind !== undefined && attributeOf(xml, kind, 'val') === 'cust';
}

/** What programs say about the series beyond the standard, without what refers to cells of the dummy data. */
function keptExtensions(xml: string, list: XmlElement | undefined): string {
  const kept = (list?.children ?? []).map((extension) => xml.slice(extension.from, extension.to)).filter((extension) => !extension.includes('<c15:'));
  return kept.length === 0 ? '' : `<c:extLst>${kept.join('')}</c:extLst>`;
}

function formatOf(xml: string, holder: XmlElement | undefined): string | undefined {
  const [code] = holder === undefined ? [] : descendantsOf(holder, 'c:formatCode');
  return code === undefined || code.selfClosing ? undefined : xml.slice(code.contentFrom, code.contentTo);
}
