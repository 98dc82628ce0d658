import { fixedText, type Program } from '../program.ts';
import { attributeOf, childNamed, type XmlElement } from '../xml-tree.ts';
import type { GroupElement } from './chart-groups.ts';
import { placed, programOf, type ChartSource, type PlacedPiece } from './chart-source.ts';

/** What only an axis of days has. */
const ofDays: ReadonlySet<string> = new Set(['c:baseTimeUnit', 'c:majorUnit', 'c:majorTimeUnit', 'c:minorUnit', 'c:minorTimeUnit']);

/** Axes that may change with the data: those of some groups only (a second scale), and those of days. */
export function axisPieces(source: ChartSource, plot: XmlElement, groups: readonly GroupElement[]): readonly PlacedPiece[] {
  return plot.children.filter(({ name, selfClosing }) => /^c:(?:cat|val|date|ser)Ax$/.test(name) && !selfClosing).flatMap((axis) => {
    const id = childNamed(axis, 'c:axId');
    const number = id === undefined ? undefined : attributeOf(source.xml, id, 'val');
    const users = groups.flatMap(({ axes }, index) => (number !== undefined && axes.includes(number) ? [index] : []));
    const isEveryones = users.length === 0 || users.length === groups.length;
    const textual = axis.name === 'c:dateAx' ? textualAxis(source, axis) : undefined;
    return isEveryones && textual === undefined ? [] : [placed(axis, { kind: 'axis', groups: isEveryones ? undefined : users, textual, original: programOf(source, axis) })];
  });
}

/** The axis of days as one of categories. */
function textualAxis(source: ChartSource, axis: XmlElement): Program {
  const kept = axis.children.filter(({ name }) => !ofDays.has(name)).flatMap((child) => programOf(source, child));
  return [fixedText('<c:catAx>'), ...kept, fixedText('</c:catAx>')];
}
