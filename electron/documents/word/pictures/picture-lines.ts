import type { ZipArchive } from '../../../files/zip-member.ts';
import { memberText } from '../../../files/zip-reader.ts';
import type { Replacement } from '../edits.ts';
import { relationshipsOf } from '../package-parts.ts';
import { attributeOf, attributeSpan, childNamed, closest, descendantsOf, parseXmlTree, type XmlElement } from '../xml-tree.ts';

/** Styles of paragraphs whose lines have a fixed height (固定值); '' stands for paragraphs without a style. */
export type FixedLineStyles = ReadonlySet<string>;

/** What must come before w:spacing in a w:pPr. */
const beforeSpacing: ReadonlySet<string> = new Set([
  'w:pStyle', 'w:keepNext', 'w:keepLines', 'w:pageBreakBefore', 'w:framePr', 'w:widowControl', 'w:numPr', 'w:suppressLineNumbers', 'w:pBdr', 'w:shd', 'w:tabs',
  'w:suppressAutoHyphens', 'w:kinsoku', 'w:wordWrap', 'w:overflowPunct', 'w:topLinePunct', 'w:autoSpaceDE', 'w:autoSpaceDN', 'w:bidi', 'w:adjustRightInd', 'w:snapToGrid',
]);

/** As high as what stands in it. */
const growing = 'w:line="240" w:lineRule="auto"';

/** The styles of a document whose lines have a fixed height, by themselves or by the style they are based on. */
export function readFixedLineStyles(archive: ZipArchive, mainPart: string): FixedLineStyles {
  const part = relationshipsOf(archive, mainPart).find((relationship) => relationship.type === 'styles')?.target;
  const xml = part === undefined ? undefined : memberText(archive, part);
  // Most documents fix nothing; the word is the quickest way to know.
  if (part === undefined || xml === undefined || !xml.includes('exact')) return new Set();
  return fixedLineStyles(xml, parseXmlTree(xml, part));
}

function fixedLineStyles(xml: string, root: XmlElement): FixedLineStyles {
  const styles = new Map(descendantsOf(root, 'w:style').map((style) => [attributeOf(xml, style, 'w:styleId') ?? '', style] as const));
  const [defaults] = descendantsOf(root, 'w:pPrDefault');
  const isFixed = (style: XmlElement, depth: number): boolean => {
    const rule = lineRule(xml, style);
    if (rule !== undefined) return rule === 'exact';
    const basedOn = childNamed(style, 'w:basedOn');
    const base = basedOn === undefined ? undefined : styles.get(attributeOf(xml, basedOn, 'w:val') ?? '');
    // Styles based on each other in a circle are somebody's mistake, or trap.
    if (base !== undefined && depth < 20) return isFixed(base, depth + 1);
    return defaults !== undefined && lineRule(xml, defaults) === 'exact';
  };
  const fixed = new Set<string>();
  for (const [id, style] of styles) {
    if (attributeOf(xml, style, 'w:type') !== 'paragraph' || !isFixed(style, 0)) continue;
    fixed.add(id);
    if (attributeOf(xml, style, 'w:default') === '1' || attributeOf(xml, style, 'w:default') === 'true') fixed.add('');
  }
  return fixed;
}

/**
 * A line of fixed height shows only the lowest strip of a picture. The paragraph of a picture's tag gets lines that grow with it.
 * @returns nothing where its lines grow already
 */
export function growingLineEdits(xml: string, element: XmlElement, styles: FixedLineStyles): readonly Replacement[] {
  const paragraph = closest(element, 'w:p');
  if (paragraph === undefined) return [];
  const properties = childNamed(paragraph, 'w:pPr');
  const own = properties === undefined ? undefined : lineRule(xml, properties);
  const style = properties === undefined ? undefined : childNamed(properties, 'w:pStyle');
  const isFixed = own === undefined ? styles.has(style === undefined ? '' : (attributeOf(xml, style, 'w:val') ?? '')) : own === 'exact';
  if (!isFixed) return [];
  const put = (from: number, to: number, text: string): Replacement => ({ kind: 'replace', from, to, content: [text], when: 'always' });
  if (properties === undefined) return [put(paragraph.contentFrom, paragraph.contentFrom, `<w:pPr><w:spacing ${growing}/></w:pPr>`)];
  if (properties.selfClosing) return [put(properties.from, properties.to, `<w:pPr><w:spacing ${growing}/></w:pPr>`)];
  const spacing = childNamed(properties, 'w:spacing');
  if (spacing === undefined) {
    const at = properties.children.findLast((child) => beforeSpacing.has(child.name))?.to ?? properties.contentFrom;
    return [put(at, at, `<w:spacing ${growing}/>`)];
  }
  const spans = ['w:line', 'w:lineRule'].map((name) => attributeSpan(xml, spacing, name)).filter((span) => span !== undefined);
  const at = spacing.from + '<w:spacing'.length;
  return [...spans.map((span) => put(span.from, span.to, '')), put(at, at, ` ${growing}`)];
}

function lineRule(xml: string, holder: XmlElement): string | undefined {
  const properties = holder.name === 'w:pPr' ? holder : childNamed(holder, 'w:pPr');
  const spacing = properties === undefined ? undefined : childNamed(properties, 'w:spacing');
  return spacing === undefined ? undefined : attributeOf(xml, spacing, 'w:lineRule');
}
