import { listNameOf } from '../tags/expression.ts';
import { expressionUse, type ExpressionUse } from '../tags/expression-use.ts';
import type { TemplateDoubt, TemplateProblem } from '../tags/template-problem.ts';
import { altTextEdits } from './alt-text-edits.ts';
import { chartEdits, type ChartReference } from './charts/chart-edits.ts';
import type { ChartTemplate } from './charts/chart-program.ts';
import { misplacedCharts } from './charts/misplaced-charts.ts';
import { controlEdits } from './controls/control-edits.ts';
import { columnExtents } from './column-extents.ts';
import { inBuildingOrder, removal, type Edit, type Replacement } from './edits.ts';
import { splitFields, staleContents } from './fields.ts';
import { guardEdits, vanishingLoops, type Vanishing } from './guard-edits.ts';
import { keptParagraphEdits, loopEdit, openingBreakEdits, type PlacedLoop } from './loop-edits.ts';
import { listEdits } from './list-edits.ts';
import { noteAround, noteEdits, type NoteReference } from './note-edits.ts';
import { loopExtent } from './loop-extent.ts';
import { mergeEdits } from './merge-edits.ts';
import type { Numbering } from './numbering.ts';
import type { TemplatePart } from './package-parts.ts';
import { pairLoops, type LoopPair } from './pair-loops.ts';
import { growingLineEdits, type FixedLineStyles } from './pictures/picture-lines.ts';
import { pictureTagEdits, takesPicture } from './pictures/picture-tags.ts';
import { linkEdits } from './links/link-edits.ts';
import { linkFormat, linkPlaces } from './links/link-look.ts';
import type { TaggedLinks } from './links/tagged-relationships.ts';
import { placeTags, problemAt, type PlacedTag, type TagOptions } from './place-tags.ts';
import { repeatedIdEdits, usedIds, type IdCounts } from './repeated-ids.ts';
import { sectionEdits } from './section-edits.ts';
import { tableEndEdits } from './table-ends.ts';
import { contentControlEdits, cutEdits, spaceEdits, valueEdits } from './tag-edits.ts';
import { tableEdits } from './table-edits.ts';
import { closest, parseXmlTree, type XmlElement } from './xml-tree.ts';

export type PartOptions = TagOptions & {
  readonly paragraphLoop: boolean;
  /** See TemplateOptions.tidy. */
  readonly tidy: boolean;
  /** Links of the part whose target holds tags. */
  readonly links: TaggedLinks;
  /** The template's character style for links. */
  readonly linkStyle: string | undefined;
  /** See TemplateOptions.refreshContents. */
  readonly refreshContents: boolean;
  /** How the main part refers to notes and comments. */
  readonly references: readonly NoteReference[];
  /** The lists of the document; undefined when it has none. */
  readonly numbering: Numbering | undefined;
  /** Styles whose lines would cut pictures off. */
  readonly fixedLines: FixedLineStyles;
  /** The charts that the part shows, by relationship id. */
  readonly charts: ReadonlyMap<string, ChartTemplate>;
};

/** A tag of a template as a list shows it. */
export type TagUse = ExpressionUse & {
  readonly part: string;
  readonly place: string;
  readonly tag: string;
  readonly kind: 'value' | 'loop' | 'inverted' | 'raw' | 'picture' | 'control' | 'link' | 'chart';
  /** Names of the loops around it, outermost first. */
  readonly within: readonly string[];
};

/** A part read and understood, ready to be built into a program. */
export type CompiledPart = {
  readonly part: TemplatePart;
  readonly xml: string;
  readonly root: XmlElement;
  /** In building order. */
  readonly edits: readonly Edit[];
  /** Slots that the edits use, for the first copy of something. */
  readonly slots: number;
  readonly ids: IdCounts;
  readonly tags: readonly TagUse[];
  readonly problems: readonly TemplateProblem[];
  readonly doubts: readonly TemplateDoubt[];
  /** Whether any tag stands in it: otherwise it is copied as it is. */
  readonly touched: boolean;
  /** Whether documents may get pictures and the like beyond the template's own, which the part then refers to. */
  readonly adds: boolean;
  /** Whether lists begin anew within a document. */
  readonly restartsLists: boolean;
  readonly references: readonly NoteReference[];
  readonly charts: readonly ChartReference[];
  /** Names of the loops around a place of the source, outermost first. */
  readonly loopsAround: (at: number) => readonly string[];
};

/** Reads a part: its tags, its loops and everything that must change around them. */
export function compilePart(part: TemplatePart, xml: string, options: PartOptions): CompiledPart {
  const root = parseXmlTree(xml, part.name);
  const { tags, silent, problems: tagProblems, doubts } = placeTags(xml, root, part, options);
  const { pairs, problems: pairProblems } = pairLoops(tags, part);
  const { loops, overColumns, problems: extentProblems } = placeLoops(xml, pairs, part, options);
  const namesAround = (at: number): readonly string[] => loopsAround(pairs, overColumns, at);
  const takesLink = linkPlaces(xml, root);
  const values = tags.flatMap((placed) => (placed.tag.kind === 'value' ? valueEdits(xml, placed, placed.tag.expression, part.label, takesLink(placed.startElement) ? (properties) => linkFormat(properties, options.linkStyle) : undefined) : []));
  const { edits: pictureEdits, problems: pictureProblems } = pictureTags(xml, root, tags, part, options);
  const altTexts = altTextEdits(xml, root, part, options.delimiters);
  const charts = chartEdits(xml, root, part, options.charts, (at) => loops.some(({ extent }) => extent.bodyFrom <= at && at < extent.bodyTo), options.delimiters);
  const controls = controlEdits(xml, root, part, tags, options.delimiters);
  const { edits: rawEdits, vanishing, problems: rawProblems } = rawTagEdits(tags, part, options);

  const merges = mergeEdits(xml, tags, loops, part);
  const lists = listEdits(xml, root, loops, options.numbering, options.tidy);

  let slots = 0;
  const slot = (): number => slots++;
  const copiesOf = (offset: number): string => loops.filter(({ extent }) => extent.from <= offset && offset < extent.to).map(({ extent }) => extent.from).join(' ');
  const vanished = (offset: number): boolean => loops.some(({ extent }) => extent.dropped.some((block) => block.from <= offset && offset < block.to));
  const sameCopies = (left: number, right: number): boolean => copiesOf(left) === copiesOf(right) && vanished(left) === vanished(right);
  const isDrawnAnew = (element: XmlElement): boolean => [...altTexts.edits, ...controls.edits].some((edit) => edit.from < element.from && element.to < edit.to);
  const links = linkEdits({ xml, root, part, delimiters: options.delimiters, sameCopies }, options.links, isDrawnAnew);
  const stretches = [...vanishingLoops(loops), ...vanishing];
  const crossing = (from: number, to: number): boolean => loops.some(({ extent }) => (extent.from < from && from < extent.to && extent.to < to) || (from < extent.from && extent.from < to && to < extent.to));
  const notes = noteEdits(xml, root, loops, slot);
  const edits: Edit[] = [
    ...values,
    ...tags.filter((placed) => placed.tag.kind === 'open' || placed.tag.kind === 'close').flatMap(cutEdits),
    ...silent.map((cut) => removal(cut.from, cut.to)),
    ...rawEdits,
    ...pictureEdits,
    ...altTexts.edits,
    ...charts.edits,
    ...controls.edits,
    ...links.edits,
    ...merges.edits,
    ...(options.refreshContents ? staleContents(xml, root) : []),
    ...(options.tidy ? tableEdits(xml, root, loops) : []),
    ...spaceEdits(xml, tags),
    ...contentControlEdits(xml, tags),
    ...loops.filter(({ extent }) => extent.from < extent.to).map((loop) => loopEdit(xml, loop, loops, options.tidy, lists.startsOf(loop), part.label)),
    ...lists.edits,
    ...keptParagraphEdits(loops),
    ...openingBreakEdits(xml, loops),
    ...(options.tidy ? [] : tableEndEdits(root)),
    ...guardEdits(stretches, crossing),
    ...sectionEdits(xml, root, loops, slot),
    ...notes.edits,
    ...repeatedIdEdits(xml, root, slot, sameCopies),
  ];
  return {
    part,
    xml,
    root,
    edits: inBuildingOrder(edits),
    slots,
    ids: usedIds(xml, root),
    tags: [...tagUses(xml, tags, namesAround, part, options.references), ...[...altTexts.tags, ...charts.tags, ...controls.tags, ...links.tags].map((use) => ({ ...use, within: namesAround(use.from) }))],
    problems: [...tagProblems, ...altTexts.problems, ...pairProblems, ...extentProblems, ...rawProblems, ...merges.problems, ...(options.tidy ? splitFields(xml, root, loops, part) : []), ...pictureProblems, ...charts.problems, ...controls.problems, ...links.problems],
    doubts: [...doubts, ...misplacedCharts(tags, part), ...controls.doubts, ...links.doubts],
    touched: tags.length > 0 || silent.length > 0 || altTexts.edits.length > 0 || controls.edits.length > 0 || links.edits.length > 0 || charts.edits.some(({ when }) => when === 'always'),
    references: notes.references,
    charts: charts.references,
    loopsAround: namesAround,
    restartsLists: loops.some((loop) => lists.startsOf(loop) !== undefined),
    adds: pictureEdits.length > 0 || altTexts.edits.length > 0 || controls.adds || links.edits.length > 0 || charts.references.some(({ replaced }) => replaced === 'always'),
  };
}

/** overColumns: the loops of a pair that repeats cells of several rows. */
type PlacedLoops = { readonly loops: readonly PlacedLoop[]; readonly overColumns: ReadonlyMap<LoopPair, readonly PlacedLoop[]>; readonly problems: readonly TemplateProblem[] };

function placeLoops(xml: string, pairs: readonly LoopPair[], part: TemplatePart, options: PartOptions): PlacedLoops {
  const loops: PlacedLoop[] = [];
  const problems: TemplateProblem[] = [];
  const overColumns = new Map<LoopPair, readonly PlacedLoop[]>();
  for (const pair of pairs) {
    const found = columnExtents(xml, pair) ?? loopExtent(xml, pair, options);
    const written = `${pair.open.written}…${pair.close.written}`;
    if (typeof found === 'string') {
      problems.push(problemAt(found, part, pair.open.place, written));
      continue;
    }
    const extents = 'kind' in found ? [found] : found;
    const placed = extents.map((extent): PlacedLoop | undefined => {
      const isWithin = (outer: PlacedLoop): boolean => outer.extent.bodyFrom <= extent.from && extent.to <= outer.extent.bodyTo;
      const encloses = (outer: PlacedLoop): boolean => outer.pair.open.from < pair.open.from && pair.close.from < outer.pair.close.from;
      // A loop over columns has its cells in several rows; what stands in others between its tags is not in the loop.
      const isElsewhere = (outer: PlacedLoop): boolean => overColumns.has(outer.pair) && !isWithin(outer);
      const around = loops.filter((outer) => (encloses(outer) && !isElsewhere(outer)) || (options.syntax?.allowUnbalancedLoops === true && isWithin(outer)));
      const crossed = loops.some((other) => (around.includes(other) ? !isWithin(other) : other.extent.from < extent.to && extent.from < other.extent.to));
      return crossed ? undefined : { pair, extent, depth: around.length };
    });
    const sound = placed.filter((loop) => loop !== undefined);
    if (sound.length < placed.length) problems.push(problemAt('loops-crossed', part, pair.open.place, written));
    else loops.push(...sound);
    if (!('kind' in found)) overColumns.set(pair, sound);
  }
  return { loops, overColumns, problems };
}

/** Finished XML takes the place of its paragraph. */
function rawTagEdits(tags: readonly PlacedTag[], part: TemplatePart, options: PartOptions): { readonly edits: readonly Replacement[]; readonly vanishing: readonly Vanishing[]; readonly problems: readonly TemplateProblem[] } {
  const edits: Replacement[] = [];
  const vanishing: Vanishing[] = [];
  const problems: TemplateProblem[] = [];
  for (const placed of tags) {
    if (placed.tag.kind !== 'raw') continue;
    const paragraph = closest(placed.startElement, 'w:p', 'a:p');
    const alone = options.tidy ? placed.paragraph.text.trim() : placed.paragraph.text;
    if (paragraph?.parent === undefined || alone !== placed.written || closest(placed.endElement, 'w:p', 'a:p') !== paragraph) {
      problems.push(problemAt('raw-not-alone', part, placed.place, placed.written));
      continue;
    }
    const source = { part: part.label, place: placed.place, tag: placed.written };
    edits.push({ kind: 'replace', from: paragraph.from, to: paragraph.to, content: [{ kind: 'raw', expression: placed.tag.expression, source }], when: 'always' });
    vanishing.push({ from: paragraph.from, to: paragraph.to, container: paragraph.parent });
  }
  return { edits, vanishing, problems };
}

/** Pictures in place of their tags; where none can stand, a problem. */
function pictureTags(xml: string, root: XmlElement, tags: readonly PlacedTag[], part: TemplatePart, options: PartOptions): { readonly edits: readonly Replacement[]; readonly problems: readonly TemplateProblem[] } {
  const edits: Replacement[] = [];
  const problems: TemplateProblem[] = [];
  for (const placed of tags) {
    if (placed.tag.kind !== 'picture') continue;
    if (takesPicture(placed)) edits.push(...pictureTagEdits(xml, root, placed, placed.tag, part.label));
    else problems.push(problemAt('picture-place', part, placed.place, placed.written));
  }
  const paragraphs = new Map(tags.filter((placed) => placed.tag.kind === 'picture').map((placed) => [placed.paragraph, placed.startElement] as const));
  if (options.tidy) edits.push(...[...paragraphs.values()].flatMap((element) => growingLineEdits(xml, element, options.fixedLines)));
  return { edits, problems };
}

/** Names of the loops around a place of the source, outermost first. */
function loopsAround(pairs: readonly LoopPair[], overColumns: PlacedLoops['overColumns'], at: number): readonly string[] {
  const isIn = (pair: LoopPair): boolean => pair.open.from < at && at < pair.close.from && (overColumns.get(pair)?.some(({ extent }) => extent.from <= at && at < extent.to) ?? true);
  return pairs.filter((pair) => !pair.open.tag.inverted && isIn(pair)).flatMap((pair) => listNameOf(pair.open.tag.expression) ?? []);
}

/** The loops around the reference to the note that a tag stands in. */
function loopsAroundNote(xml: string, element: XmlElement, references: readonly NoteReference[]): readonly string[] {
  const note = references.length === 0 ? undefined : noteAround(xml, element);
  return references.find(({ kind, id }) => kind === note?.kind && id === note.id)?.within ?? [];
}

function tagUses(xml: string, tags: readonly PlacedTag[], namesAround: (at: number) => readonly string[], part: TemplatePart, references: readonly NoteReference[]): readonly TagUse[] {
  return tags.flatMap((placed) => {
    if (placed.tag.kind === 'close') return [];
    const within = [...loopsAroundNote(xml, placed.startElement, references), ...namesAround(placed.from)];
    const kind = placed.tag.kind === 'open' ? (placed.tag.inverted ? 'inverted' : 'loop') : placed.tag.kind;
    return [{ part: part.label, place: placed.place, tag: placed.written, kind, ...expressionUse(placed.tag.expression), within }];
  });
}
