import { defaultDelimiters, findTags, type Delimiters, type FoundTag, type TagSyntax } from '../tags/find-tags.ts';
import { expressionFaults, printedTruth } from '../tags/expression-faults.ts';
import { parseTag, type Tag } from '../tags/tag.ts';
import { braceProblem, fullWidthDoubt, fullWidthTag, worded } from '../tags/problem-words.ts';
import { mostDoubts, refuseTooManyTags } from '../tags/template-limits.ts';
import type { TemplateDoubt, TemplateProblem, TemplateProblemCode } from '../tags/template-problem.ts';
import { joinOpenTags } from './join-open-tags.ts';
import { joinNeighbours, paragraphsOf, sourceOffset, type Paragraph, type TextPiece } from './paragraph-text.ts';
import type { TemplatePart } from './package-parts.ts';
import { placeName } from './place-name.ts';
import type { XmlElement } from './xml-tree.ts';

/** A tag and where it stands in the source. */
export type PlacedTag = {
  readonly tag: Tag;
  /** With its delimiters. */
  readonly written: string;
  /** Source offsets of the first character and behind the last one. */
  readonly from: number;
  readonly to: number;
  /** The text elements in which it begins and ends. */
  readonly startElement: XmlElement;
  readonly endElement: XmlElement;
  readonly paragraph: Paragraph;
  /** Everything of the source that is tag and not content, in order; never empty. */
  readonly cuts: readonly Cut[];
  readonly place: string;
};

export type Cut = { readonly from: number; readonly to: number };

export type PlacedTags = { readonly tags: readonly PlacedTag[]; readonly silent: readonly Cut[]; readonly problems: readonly TemplateProblem[]; readonly doubts: readonly TemplateDoubt[] };

export type TagOptions = {
  readonly delimiters?: Delimiters;
  readonly syntax?: TagSyntax;
  /** Whether a tag that runs over the end of a paragraph, or names nothing, is a mistake. */
  readonly tidy?: boolean;
};

/** Finds the tags of a part, in source order, with every fault of their delimiters. */
export function placeTags(xml: string, root: XmlElement, part: TemplatePart, options: TagOptions): PlacedTags {
  const syntax = options.syntax ?? {};
  let delimiters = options.delimiters ?? defaultDelimiters;
  const tags: PlacedTag[] = [];
  const silent: Cut[] = [];
  const problems: TemplateProblem[] = [];
  const overLines = syntax.preserveNewlinesInTags === true;
  const paragraphs = paragraphsOf(xml, root, part.kind, overLines);
  const doubts: TemplateDoubt[] = [];
  let openEnded: { readonly paragraph: Paragraph; readonly problem: number } | undefined;
  const stretches = overLines ? joinNeighbours(paragraphs) : options.tidy ? paragraphs : joinOpenTags(paragraphs, delimiters, syntax);
  for (const paragraph of stretches) {
    if (doubts.length < mostDoubts) doubts.push(...fullWidthTags(paragraph, root, part, mostDoubts - doubts.length));
    // Most paragraphs hold no tag at all; the start mark is the quickest way to know.
    if (!paragraph.text.includes(delimiters.start) && !paragraph.text.includes(delimiters.end)) {
      if (paragraph.text !== '') openEnded = undefined;
      continue;
    }
    refuseTooManyTags(tags.length + silent.length + problems.length);
    const finding = findTags(paragraph.text, delimiters, syntax);
    delimiters = finding.delimiters;
    for (const found of finding.tags) {
      const placed = placeTag(paragraph, found, root);
      if (options.tidy === true && found.inside.trim() === '') problems.push(problemAt('empty-tag', part, placed.place, placed.written));
      else tags.push(placed);
      problems.push(...expressionFaults(placed.tag).map((fault) => problemAt('bad-expression', part, placed.place, placed.written, `“${placed.written}”${fault.message}。`, fault.suggestion)));
      const odd = printedTruth(placed.tag);
      if (odd !== undefined) doubts.push({ ...odd, part: part.label, place: placed.place, tag: placed.written, message: `“${placed.written}”${odd.message}。` });
    }
    for (const found of finding.silent) silent.push(...coverage(paragraph, found).cuts);
    for (const fault of finding.faults) {
      const place = placeName(root, pieceAt(paragraph, fault.at).element);
      const firstOfParagraph = finding.faults[0] === fault && finding.tags.every((tag) => tag.from > fault.at);
      if (fault.code === 'unopened-tag' && firstOfParagraph && openEnded !== undefined) {
        const begun = problems[openEnded.problem];
        if (begun !== undefined) problems[openEnded.problem] = problemAt('tag-over-paragraphs', part, begun.place, `${begun.tag}¶${fault.excerpt}`);
        continue;
      }
      problems.push(braceProblem(fault, part.label, place));
    }
    const lastFault = finding.faults.at(-1);
    const leftOpen = lastFault?.code === 'unclosed-tag' && !lastFault.excerpt.includes('｝') && finding.tags.every((tag) => tag.from < lastFault.at);
    openEnded = leftOpen ? { paragraph, problem: problems.length - 1 } : undefined;
  }
  tags.sort((left, right) => left.from - right.from);
  return { tags, silent, problems, doubts };
}

/** A problem with the usual words for its code. */
export function problemAt(code: TemplateProblemCode, part: TemplatePart, place: string, tag: string, message?: string, suggestion?: string): TemplateProblem {
  return worded(code, { part: part.label, place, tag }, message, suggestion);
}

/** `｛名称｝`: what a Chinese input method makes of a tag. It stays plain text, but was hardly meant as such. */
function fullWidthTags(paragraph: Paragraph, root: XmlElement, part: TemplatePart, most: number): readonly TemplateDoubt[] {
  if (!/[｛｝]/.test(paragraph.text)) return [];
  return [...paragraph.text.matchAll(fullWidthTag)].slice(0, most).map((match) =>
    fullWidthDoubt({ part: part.label, place: placeName(root, pieceAt(paragraph, match.index).element), tag: match[0] }, match[1] ?? ''));
}

function placeTag(paragraph: Paragraph, found: FoundTag, root: XmlElement): PlacedTag {
  const { first, last, cuts } = coverage(paragraph, found);
  return {
    tag: parseTag(found.inside),
    written: paragraph.text.slice(found.from, found.to),
    from: cuts[0]?.from ?? 0,
    to: cuts.at(-1)?.to ?? 0,
    startElement: first.element,
    endElement: last.element,
    paragraph,
    cuts,
    place: placeName(root, first.element),
  };
}

/** The pieces that a stretch of the paragraph's text covers, and the source of what it covers in each. */
function coverage(paragraph: Paragraph, found: FoundTag): { readonly first: TextPiece; readonly last: TextPiece; readonly cuts: readonly Cut[] } {
  const first = pieceAt(paragraph, found.from);
  const last = pieceAt(paragraph, found.to - 1);
  const cuts: Cut[] = [];
  for (const piece of paragraph.pieces) {
    if (piece.element.from < first.element.from || piece.element.from > last.element.from) continue;
    if (piece.mark !== undefined) {
      cuts.push(piece.mark);
      continue;
    }
    const from = Math.max(0, found.from - piece.start);
    const to = Math.min(piece.text.length, found.to - piece.start);
    if (from < to) cuts.push({ from: sourceOffset(piece, from), to: sourceOffset(piece, to) });
  }
  return { first, last, cuts };
}

/** The text piece that holds a character of the paragraph. */
function pieceAt(paragraph: Paragraph, index: number): TextPiece {
  const piece = paragraph.pieces.findLast((candidate) => candidate.mark === undefined && candidate.start <= index && index < candidate.start + candidate.text.length);
  const fallback = piece ?? paragraph.pieces.findLast((candidate) => candidate.start <= index) ?? paragraph.pieces[0];
  if (fallback === undefined) throw new Error('a paragraph with tags has pieces');
  return fallback;
}
