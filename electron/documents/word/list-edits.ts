import type { Replacement } from './edits.ts';
import type { PlacedLoop } from './loop-edits.ts';
import { indentOf, valueIn, type Numbering } from './numbering.ts';
import { fixedText, type ListStarts } from './program.ts';
import { attributeSpan, childNamed, descendantsOf, type XmlElement } from './xml-tree.ts';

type NumberedParagraph = { readonly element: XmlElement; readonly properties: XmlElement; readonly numId: string; readonly level: number; readonly isHeading: boolean; readonly indent: ReadonlyMap<string, string> };

export type ListEdits = { readonly edits: readonly Replacement[]; readonly startsOf: (loop: PlacedLoop) => ListStarts | undefined };

/** What comes before w:numPr, and before w:ind, in a w:pPr. */
const beforeNumbers: ReadonlySet<string> = new Set(['w:pStyle', 'w:keepNext', 'w:keepLines', 'w:pageBreakBefore', 'w:framePr', 'w:widowControl']);
const beforeIndent: ReadonlySet<string> = new Set([
  ...beforeNumbers, 'w:numPr', 'w:suppressLineNumbers', 'w:pBdr', 'w:shd', 'w:tabs', 'w:suppressAutoHyphens', 'w:kinsoku', 'w:wordWrap', 'w:overflowPunct', 'w:topLinePunct', 'w:autoSpaceDE', 'w:autoSpaceDN', 'w:bidi', 'w:adjustRightInd', 'w:snapToGrid', 'w:spacing',
]);

/**
 * Where lists begin anew. A list all of whose items (of its highest level) stand inside one loop belongs to it:
 * - one item, which the loop repeats: it counts through that run of the loop over its list, and begins anew with the next run, which is
 *   the next copy of whatever loop is around it; conditions between do not matter, and either side of a condition is the same item;
 * - several items, or items and a loop of further items: it begins anew with every copy of the loop.
 * Bullets have nothing to count. Headings count on, and so do lists that have items outside of loops, and lists inside a loop marked `|连续编号`. In a document of many
 * records every list and heading begins anew with every record.
 * @param restarts whether lists begin anew within a record at all
 */
export function listEdits(xml: string, root: XmlElement, loops: readonly PlacedLoop[], numbering: Numbering | undefined, restarts: boolean): ListEdits {
  const edits: Replacement[] = [];
  const starts = new Map<PlacedLoop, { perRun: Set<number>; perCopy: Set<number> }>();
  const lists = numbering === undefined ? new Map<string, NumberedParagraph[]>() : Map.groupBy(numberedParagraphs(xml, root, numbering), (paragraph) => paragraph.numId);
  const start = (loop: PlacedLoop): { perRun: Set<number>; perCopy: Set<number> } => {
    const known = starts.get(loop) ?? { perRun: new Set(), perCopy: new Set() };
    starts.set(loop, known);
    return known;
  };
  for (const [list, paragraphs] of [...lists.values()].entries()) {
    if (!paragraphs.some(({ numId, level }) => numbering?.isCounted(numId, level))) continue;
    edits.push(...paragraphs.flatMap((paragraph) => numberEdits(xml, paragraph, list)));
    if (!restarts || paragraphs.some(({ isHeading }) => isHeading)) continue;
    const highest = Math.min(...paragraphs.map(({ level }) => level));
    const chains = paragraphs.filter(({ level }) => level === highest).map(({ element }) => loops.filter(({ extent }) => extent.bodyFrom <= element.from && element.to <= extent.bodyTo));
    // A paragraph of a deeper level outside belongs to the list as well.
    if (paragraphs.some(({ element }) => !loops.some(({ extent }) => extent.bodyFrom <= element.from && element.to <= extent.bodyTo))) continue;
    const common = (chains[0] ?? []).filter((loop) => chains.every((chain) => chain.includes(loop)));
    const owner = common.at(-1);
    if (owner === undefined) continue;
    if (unitsIn(chains, common.length) > 1 && !common.some(countsOn)) {
      start(owner).perCopy.add(list);
      continue;
    }
    for (const loop of new Set(chains.flatMap(upToMark))) start(loop).perRun.add(list);
  }
  return {
    edits,
    startsOf: (loop) => {
      const found = starts.get(loop);
      return found === undefined ? undefined : { perRun: [...found.perRun], perCopy: [...found.perCopy] };
    },
  };
}

function countsOn({ pair }: PlacedLoop): boolean {
  return pair.open.tag.countsOn === true;
}

/** The loops around an item down to the first that is told to count on. */
function upToMark(chain: readonly PlacedLoop[]): readonly PlacedLoop[] {
  const mark = chain.findIndex(countsOn);
  return mark < 0 ? chain : chain.slice(0, mark + 1);
}

/** Items that stand side by side below a depth of loops: 2 for two or more. The two sides of one condition count as one. */
function unitsIn(chains: readonly (readonly PlacedLoop[])[], depth: number): number {
  const direct = chains.filter((chain) => chain.length === depth).length;
  const deeper = Map.groupBy(chains.filter((chain) => chain.length > depth), (chain) => chain[depth]?.pair.open.tag.name ?? '');
  let units = direct;
  for (const ofName of deeper.values()) {
    const sections = [...Map.groupBy(ofName, (chain) => chain[depth]).entries()];
    const of = (inverted: boolean): number => sections.filter(([loop]) => loop?.pair.open.tag.inverted === inverted).reduce((sum, [, inside]) => sum + unitsIn(inside, depth + 1), 0);
    units += Math.max(of(true), of(false));
  }
  return Math.min(2, units);
}

function numberedParagraphs(xml: string, root: XmlElement, numbering: Numbering): readonly NumberedParagraph[] {
  return descendantsOf(root, 'w:p').flatMap((element) => {
    const properties = childNamed(element, 'w:pPr');
    if (properties === undefined || properties.selfClosing) return [];
    const style = numbering.styles.get(valueIn(xml, properties, 'w:pStyle') ?? '');
    const own = childNamed(properties, 'w:numPr');
    const numId = valueIn(xml, own, 'w:numId') ?? style?.numId;
    if (numId === undefined || !numbering.restarted.has(numId)) return [];
    const outline = valueIn(xml, properties, 'w:outlineLvl');
    return [{
      element,
      properties,
      numId,
      level: Number(valueIn(xml, own, 'w:ilvl') ?? style?.level ?? 0),
      isHeading: outline === undefined ? style?.isHeading === true : Number(outline) < 9,
      indent: style?.indent ?? new Map<string, string>(),
    }];
  });
}

function numberEdits(xml: string, paragraph: NumberedParagraph, list: number): readonly Replacement[] {
  const { properties, numId } = paragraph;
  const own = childNamed(properties, 'w:numPr');
  const written = own === undefined ? undefined : childNamed(own, 'w:numId');
  const span = written === undefined ? undefined : attributeSpan(xml, written, 'w:val');
  if (span !== undefined) return [{ kind: 'replace', from: span.valueFrom, to: span.valueTo, content: [{ kind: 'number', list, original: numId }], when: 'repeated' }];
  const insert = (at: number, before: string, behind: string, withNumber: boolean): Replacement => ({
    kind: 'replace', from: at, to: at, content: [{ kind: 'renumbered', list, original: numId, before: fixedText(before), behind: fixedText(behind), withNumber }], when: 'repeated',
  });
  const endOf = (names: ReadonlySet<string>): number => properties.children.findLast((child) => names.has(child.name))?.to ?? properties.contentFrom;
  if (own !== undefined && !own.selfClosing) return [insert(childNamed(own, 'w:ilvl')?.to ?? own.contentFrom, '<w:numId w:val="', '"/>', true)];
  if (own !== undefined) return [];
  const number = insert(endOf(beforeNumbers), `<w:numPr><w:ilvl w:val="${paragraph.level}"/><w:numId w:val="`, '"/></w:numPr>', true);
  // A number of the paragraph's own brings the list's indent with it, where the style had the last word before.
  const known = indentOf(xml, properties);
  const lacking = [...paragraph.indent].filter(([name]) => !known.has(name)).map(([name, value]) => ` ${name}="${value}"`).join('');
  if (lacking === '') return [number];
  const indent = childNamed(properties, 'w:ind');
  const at = indent === undefined ? endOf(beforeIndent) : indent.from + '<w:ind'.length;
  return [number, indent === undefined ? insert(at, `<w:ind${lacking}/>`, '', false) : insert(at, lacking, '', false)];
}
