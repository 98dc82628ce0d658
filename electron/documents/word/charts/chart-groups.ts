import { fixedText } from '../program.ts';
import { attributeOf, childNamed, type XmlElement } from '../xml-tree.ts';
import type { ChartGroup } from './chart-program.ts';
import { placed, programOf, type ChartSource, type PlacedPiece } from './chart-source.ts';

/** A chart group in the source. */
export type GroupElement = { readonly element: XmlElement; readonly group: ChartGroup; readonly series: readonly XmlElement[]; readonly axes: readonly string[] };

/** What stands before the series of a group. */
const settings: ReadonlySet<string> = new Set(['c:barDir', 'c:grouping', 'c:varyColors', 'c:scatterStyle', 'c:radarStyle', 'c:wireframe', 'c:ofPieType']);
const lines = /^c:(?:line|line3D|scatter|radar|stock)Chart$/;
const pies = /^c:(?:pie|pie3D|doughnut|ofPie)Chart$/;

/** The chart groups of a plot, in their order. */
export function chartGroups(xml: string, plot: XmlElement): readonly GroupElement[] {
  return plot.children.filter(({ name, selfClosing }) => /^c:\w+Chart$/.test(name) && !selfClosing).map((element) => ({
    element,
    group: {
      form: element.name === 'c:scatterChart' ? 'points' : element.name === 'c:bubbleChart' ? 'bubbles' : 'values',
      drawn: lines.test(element.name) && !isFilledRadar(xml, element) ? 'line' : 'area',
      pointsVary: pies.test(element.name),
      fewest: element.name === 'c:stockChart' ? 3 : 0,
      most: element.name === 'c:stockChart' ? 4 : Number.MAX_SAFE_INTEGER,
    },
    series: element.children.filter(({ name }) => name === 'c:ser'),
    axes: element.children.filter(({ name }) => name === 'c:axId').map((axis) => attributeOf(xml, axis, 'val') ?? ''),
  }));
}

/** The group with room for the data's series between its head and its tail. */
export function groupPieces(source: ChartSource, { element, series }: GroupElement, index: number): readonly PlacedPiece[] {
  const { xml } = source;
  const first = series[0]?.from ?? element.children.findLast(({ name }) => settings.has(name))?.to ?? element.contentFrom;
  const last = series.at(-1)?.to ?? first;
  const [filtered] = withoutFilteredSeries(xml, element);
  const tail = filtered === undefined ? xml.slice(last, element.to) : xml.slice(last, filtered.from) + xml.slice(filtered.to, element.to);
  return [placed(element, { kind: 'group', group: index, head: fixedText(xml.slice(element.from, first)), tail: fixedText(tail), original: programOf(source, element) })];
}

/** Extensions that hold series which a filter hides: they are the dummy data's. */
export function withoutFilteredSeries(xml: string, holder: XmlElement): readonly XmlElement[] {
  const list = childNamed(holder, 'c:extLst');
  return list !== undefined && xml.slice(list.from, list.to).includes('<c15:filtered') ? [list] : [];
}

function isFilledRadar(xml: string, element: XmlElement): boolean {
  const style = childNamed(element, 'c:radarStyle');
  return style !== undefined && attributeOf(xml, style, 'val') === 'filled';
}
