import type { TemplateDoubt, TemplateProblem } from '../tags/template-problem.ts';
import { altTextEdits } from './alt-text-edits.ts';
import { chartEdits, type ChartReference } from './charts/chart-edits.ts';
import type { ChartTemplate } from './charts/chart-program.ts';
import { misplacedCharts } from './charts/misplaced-charts.ts';
import { controlEdits } from './controls/control-edits.ts';
import { inBuildingOrder, removal, type Edit } from './edits.ts';
import { splitFields, staleContents } from './fields.ts';
import { guardEdits, vanishingLoops } from './guard-edits.ts';
import { linkEdits } from './links/link-edits.ts';
import { linkFormat, linkPlaces } from './links/link-look.ts';
import type { TaggedLinks } from './links/tagged-relationships.ts';
import { listEdits } from './list-edits.ts';
import { keptParagraphEdits, loopEdit, openingBreakEdits } from './loop-edits.ts';
import { mergeEdits } from './merge-edits.ts';
import { noteEdits, type NoteReference } from './note-edits.ts';
import type { Numbering } from './numbering.ts';
import type { TemplatePart } from './package-parts.ts';
import { pairLoops } from './pair-loops.ts';
import type { FixedLineStyles } from './pictures/picture-lines.ts';
import { pictureTags } from './pictures/picture-tags.ts';
import { loopsAround, placeLoops } from './place-loops.ts';
import { placeTags, type TagOptions } from './place-tags.ts';
import { rawTagEdits } from './raw-tags.ts';
import { repeatedIdEdits, usedIds, type IdCounts } from './repeated-ids.ts';
import { sectionEdits } from './section-edits.ts';
import { tableEdits } from './table-edits.ts';
import { tableEndEdits } from './table-ends.ts';
import { contentControlEdits, cutEdits, spaceEdits, valueEdits } from './tag-edits.ts';
import { tagUses, type LoopsAround, type TagUse } from './tag-uses.ts';
import { parseXmlTree, type XmlElement } from './xml-tree.ts';

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
  readonly loopsAround: LoopsAround;
};

/** Reads a part: its tags, its loops and everything that must change around them. */
export function compilePart(part: TemplatePart, xml: string, options: PartOptions): CompiledPart {
  const root = parseXmlTree(xml, part.name);
  const { tags, silent, problems: tagProblems, doubts } = placeTags(xml, root, part, options);
  const { pairs, problems: pairProblems } = pairLoops(tags, part);
  const { loops, overColumns, problems: extentProblems } = placeLoops(xml, pairs, part, options);
  const namesAround: LoopsAround = (at) => loopsAround(pairs, overColumns, at);
  const takesLink = linkPlaces(xml, root);
  const values = tags.flatMap((placed) => (placed.tag.kind === 'value' ? valueEdits(xml, placed, placed.tag.expression, part.label, takesLink(placed.startElement) ? (properties) => linkFormat(properties, options.linkStyle) : undefined) : []));
  const pictures = pictureTags(xml, root, tags, part, options.tidy ? options.fixedLines : undefined);
  const altTexts = altTextEdits(xml, root, part, options.delimiters);
  const charts = chartEdits(xml, root, part, options.charts, (at) => loops.some(({ extent }) => extent.bodyFrom <= at && at < extent.bodyTo), options.delimiters);
  const controls = controlEdits(xml, root, part, tags, options.delimiters);
  const raws = rawTagEdits(tags, part, options.tidy);
  const merges = mergeEdits(xml, tags, loops, part);
  const lists = listEdits(xml, root, loops, options.numbering, options.tidy);

  let slots = 0;
  const slot = (): number => slots++;
  const copiesOf = (offset: number): string => loops.filter(({ extent }) => extent.from <= offset && offset < extent.to).map(({ extent }) => extent.from).join(' ');
  const vanished = (offset: number): boolean => loops.some(({ extent }) => extent.dropped.some((block) => block.from <= offset && offset < block.to));
  const sameCopies = (left: number, right: number): boolean => copiesOf(left) === copiesOf(right) && vanished(left) === vanished(right);
  const isDrawnAnew = (element: XmlElement): boolean => [...altTexts.edits, ...controls.edits].some((edit) => edit.from < element.from && element.to < edit.to);
  const links = linkEdits({ xml, root, part, delimiters: options.delimiters, sameCopies }, options.links, isDrawnAnew);
  const stretches = [...vanishingLoops(loops), ...raws.vanishing];
  const crossing = (from: number, to: number): boolean => loops.some(({ extent }) => (extent.from < from && from < extent.to && extent.to < to) || (from < extent.from && extent.from < to && to < extent.to));
  const notes = noteEdits(xml, root, loops, slot);
  const edits: Edit[] = [
    ...values,
    ...tags.filter((placed) => placed.tag.kind === 'open' || placed.tag.kind === 'close').flatMap(cutEdits),
    ...silent.map((cut) => removal(cut.from, cut.to)),
    ...raws.edits,
    ...pictures.edits,
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
    problems: [...tagProblems, ...altTexts.problems, ...pairProblems, ...extentProblems, ...raws.problems, ...merges.problems, ...(options.tidy ? splitFields(xml, root, loops, part) : []), ...pictures.problems, ...charts.problems, ...controls.problems, ...links.problems],
    doubts: [...doubts, ...misplacedCharts(tags, part), ...controls.doubts, ...links.doubts],
    touched: tags.length > 0 || silent.length > 0 || altTexts.edits.length > 0 || controls.edits.length > 0 || links.edits.length > 0 || charts.edits.some(({ when }) => when === 'always'),
    references: notes.references,
    charts: charts.references,
    loopsAround: namesAround,
    restartsLists: loops.some((loop) => lists.startsOf(loop) !== undefined),
    adds: pictures.edits.length > 0 || altTexts.edits.length > 0 || controls.adds || links.edits.length > 0 || charts.references.some(({ replaced }) => replaced === 'always'),
  };
}
