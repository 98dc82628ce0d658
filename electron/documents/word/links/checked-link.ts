import { expressionFaults } from '../../tags/expression-faults.ts';
import { expressionUse, type ExpressionUse } from '../../tags/expression-use.ts';
import type { Delimiters } from '../../tags/find-tags.ts';
import type { TemplateDoubt, TemplateProblem } from '../../tags/template-problem.ts';
import type { Replacement } from '../edits.ts';
import type { TemplatePart } from '../package-parts.ts';
import { placeName } from '../place-name.ts';
import { problemAt } from '../place-tags.ts';
import { fixedText, type LinkOperation, type TagSource } from '../program.ts';
import { closest, type XmlElement } from '../xml-tree.ts';
import type { FoundPieces } from './link-pieces.ts';

/** A tag in the target of a link, as a list of tags shows it, and where it stands in the source. */
export type LinkUse = ExpressionUse & { readonly part: string; readonly place: string; readonly tag: string; readonly kind: 'link'; readonly from: number };

/** What links with tags in their targets contribute. */
export type LinkEdits = { readonly edits: readonly Replacement[]; readonly tags: readonly LinkUse[]; readonly problems: readonly TemplateProblem[]; readonly doubts: readonly TemplateDoubt[] };

/** What the edits of a link must know of the part around it. */
export type LinkSurroundings = {
  readonly xml: string;
  readonly root: XmlElement;
  readonly part: TemplatePart;
  readonly delimiters: Delimiters;
  /** Whether two offsets are always repeated together. */
  readonly sameCopies: (left: number, right: number) => boolean;
};

/** The edits of a link unless something is wrong with it. */
export function checkedLink({ root, part }: LinkSurroundings, element: XmlElement, { pieces, tags, written }: FoundPieces, isMovable: boolean, edits: (source: TagSource) => Omit<LinkEdits, 'tags' | 'problems'>): LinkEdits {
  const source = { part: part.label, place: `${placeName(root, closest(element, 'w:p') ?? element)}链接`, tag: written };
  const none: LinkEdits = { edits: [], tags: [], problems: [], doubts: [] };
  const faults = tags.flatMap(expressionFaults).map((fault) => problemAt('bad-expression', part, source.place, written, `“${written}”${fault.message}。`, fault.suggestion));
  if (faults.length > 0) return { ...none, problems: faults };
  if (!isMovable || tags.some(({ kind }) => kind !== 'value')) return { ...none, problems: [problemAt('link-place', part, source.place, written)] };
  const uses = pieces.flatMap((piece): LinkUse[] => (typeof piece === 'string' ? [] : [{ ...source, kind: 'link', ...expressionUse(piece), from: element.from }]));
  return { ...none, ...edits(source), tags: uses };
}

/** An operation that writes something of a link. */
export function linkStep(pieces: FoundPieces, source: TagSource, writes: LinkOperation['writes'], before: string, behind: string, reports = true): LinkOperation {
  return { kind: 'link', pieces: pieces.pieces, source, writes, before: fixedText(before), behind: fixedText(behind), reports };
}
