import type { Expression } from '../../tags/expression.ts';
import { defaultDelimiters, findTags, type Delimiters } from '../../tags/find-tags.ts';
import { parseTag } from '../../tags/tag.ts';
import { decodeText } from '../escape-text.ts';
import { fixedText } from '../program.ts';
import { childNamed, descendantsOf, type XmlElement } from '../xml-tree.ts';
import { chartTag } from './chart-tag.ts';
import { placed, programOf, type ChartSource, type PlacedPiece } from './chart-source.ts';

/** The tag that is the whole of the chart's title. */
export function titleTag(xml: string, chart: XmlElement, delimiters: Delimiters = defaultDelimiters): { readonly expression: Expression; readonly written: string } | undefined {
  const title = childNamed(chart, 'c:title');
  const text = title === undefined ? '' : titleText(xml, title).trim();
  if (!text.startsWith(delimiters.start)) return undefined;
  const { tags, faults } = findTags(text, delimiters, { changeDelimiterPrefix: null });
  const [tag, another] = tags;
  if (tag === undefined || another !== undefined || faults.length > 0 || tag.from !== 0 || tag.to !== text.length) return undefined;
  return parseTag(tag.inside).kind === 'value' ? { expression: chartTag(tag.inside), written: text } : undefined;
}

/** The title, with room for that of the data, and what says whether there is one. */
export function titlePieces(source: ChartSource, chart: XmlElement, delimiters: Delimiters): readonly PlacedPiece[] {
  const { xml } = source;
  const title = childNamed(chart, 'c:title');
  const deleted = childNamed(chart, 'c:autoTitleDeleted');
  const at = title?.to ?? chart.contentFrom;
  const place = deleted ?? { from: at, to: at };
  const pieces = [placed(place, { kind: 'auto-title', original: programOf(source, place) })];
  if (title === undefined) return pieces;
  const isBound = titleTag(xml, chart, delimiters) !== undefined;
  const hasTags = titleText(xml, title).includes(delimiters.start);
  const given = hasTags && !isBound ? undefined : titleAround(xml, title);
  return [...pieces, placed(title, { kind: 'title', given, automatic: automaticTitle(xml, title), original: programOf(source, title) })];
}

function titleText(xml: string, title: XmlElement): string {
  return descendantsOf(title, 'a:t').map((element) => decodeText(xml.slice(element.contentFrom, element.contentTo)).text).join('');
}

/** The title before and after its text, in the look of its first run. */
function titleAround(xml: string, title: XmlElement): { readonly before: Uint8Array; readonly after: Uint8Array } | undefined {
  const text = childNamed(title, 'c:tx');
  if (text === undefined) return undefined;
  const [paragraph, ...otherParagraphs] = descendantsOf(text, 'a:p');
  const runs = paragraph?.children.filter(({ name }) => /^a:(?:r|br|fld)$/.test(name)) ?? [];
  const first = runs.find(({ name, children }) => name === 'a:r' && children.some((child) => child.name === 'a:t' && !child.selfClosing));
  const place = first?.children.find(({ name }) => name === 'a:t');
  if (first === undefined || place === undefined) {
    const plain = '<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>';
    return { before: fixedText(xml.slice(title.from, text.from) + plain), after: fixedText(`</a:t></a:r></a:p></c:rich></c:tx>${xml.slice(text.to, title.to)}`) };
  }
  const gone = [...runs.filter((run) => run !== first), ...otherParagraphs];
  const without = (from: number, to: number): string => {
    let kept = '';
    let at = from;
    for (const element of gone.filter((each) => each.from >= from && each.to <= to)) {
      kept += xml.slice(at, element.from);
      at = element.to;
    }
    return kept + xml.slice(at, to);
  };
  return { before: fixedText(without(title.from, place.contentFrom)), after: fixedText(without(place.contentTo, title.to)) };
}

/** A title taken from a cell of the dummy data: the program that opens the document words it anew. */
function automaticTitle(xml: string, title: XmlElement): Uint8Array | undefined {
  const text = childNamed(title, 'c:tx');
  if (text === undefined || childNamed(text, 'c:strRef') === undefined) return undefined;
  return fixedText(xml.slice(title.from, text.from) + xml.slice(text.to, title.to));
}
