import { AppError } from '../../shared/app-error.ts';
import type { ZipArchive, ZipMember } from '../files/zip-member.ts';
import { memberText, readZip } from '../files/zip-reader.ts';
import { deflateMember, finishZip, prepareZip, type ZipBase } from '../files/zip-writer.ts';
import { outsideReferences, withoutAttachedTemplate } from './outside-references.ts';
import type { Delimiters, TagSyntax } from './tags/find-tags.ts';
import { rootScope } from './tags/scope.ts';
import { refuseBroken, type TemplateDoubt, type TemplateProblem } from './tags/template-problem.ts';
import { chartsOf, compileCharts, documentsArchive, tagsWithCharts, unlinkedCharts } from './word/charts/chart-parts.ts';
import type { ChartTemplate } from './word/charts/chart-program.ts';
import { compilePart, type CompiledPart } from './word/compile-part.ts';
import { outputBytes } from './word/byte-output.ts';
import { buildProgram } from './word/edits.ts';
import { fetchingFields } from './word/fields.ts';
import { firstFreeNumber } from './word/additions.ts';
import { addedMembers, declaredUtf8, documentMembers, withAddedTypes } from './word/package-changes.ts';
import type { NoteReference } from './word/note-edits.ts';
import { noteStory, type NoteStory } from './word/note-stories.ts';
import { readNumbering, type Numbering } from './word/numbering.ts';
import { readLinkStyle } from './word/links/link-look.ts';
import { takeTaggedLinks, type TaggedLinks } from './word/links/tagged-relationships.ts';
import { readWordPackage, relationshipsName, type TemplatePart } from './word/package-parts.ts';
import { readFixedLineStyles } from './word/pictures/picture-lines.ts';
import type { Program, TagSource } from './word/program.ts';
import { beginPart, firstFreeIds, startRendering, type FirstFree, type Rendering, type RenderProblem } from './word/rendering.ts';
import { renderRecords, type ManyOptions } from './word/render-records.ts';
import { runProgram } from './word/run-program.ts';
import type { TagUse } from './word/tag-uses.ts';
import { withAddedLists } from './word/write-numbers.ts';

export type TemplateOptions = {
  /** A loop whose two tags have a paragraph each repeats what is between them and leaves no empty lines. Off unless given. */
  readonly paragraphLoop?: boolean;
  /** Line ends in values become line breaks. Off unless given. */
  readonly linebreaks?: boolean;
  /**
   * Form feeds (`\f`) in values become page breaks. Off unless given, and not in this product's forms: what people type or paste does not
   * decide where a form ends.
   */
  readonly pageBreaks?: boolean;
  /**
   * Tables of contents are marked as out of date, so that Word makes them anew, page numbers included, when the document is opened; some
   * versions ask first. Off unless given.
   */
  readonly refreshContents?: boolean;
  readonly delimiters?: Delimiters;
  readonly syntax?: TagSyntax;
  /**
   * Better pages than docxtemplater's, where they differ: line breaks keep the format of their run, tables of neighbouring copies stay
   * apart, blanks beside a tag do not keep its paragraph alive. Off unless given, for templates that rely on the known behaviour.
   */
  readonly tidy?: boolean;
  /** Nothing may be fetched from elsewhere when the document is opened: such references are problems. Off unless given. */
  readonly selfContained?: boolean;
  /** Printed for a value that the data lacks; `undefined`, as the known engines do, unless given. */
  readonly missingText?: string;
};

/** How this product renders: nobody wants `undefined` or empty lines on a page that is signed and stamped. */
export const formOptions: TemplateOptions = { paragraphLoop: true, linebreaks: true, tidy: true, missingText: '', selfContained: true };

export type RenderReport = {
  readonly bytes: Uint8Array;
  /** Tags for which the data had no value. */
  readonly missing: readonly TagSource[];
  /** Values that could not be printed as they were meant: a picture that is none. */
  readonly problems: readonly RenderProblem[];
};

/** A compiled .docx: renders any number of documents, none of which influences another. */
export type Template = {
  /** Every tag, part by part, in reading order. */
  readonly tags: readonly TagUse[];
  /** Everything that is wrong with it; a template with problems never renders. */
  readonly problems: readonly TemplateProblem[];
  /** What renders but was probably meant otherwise: tags in full-width braces. */
  readonly doubts: readonly TemplateDoubt[];
  /** @throws AppError template-broken, render-failed */
  render(data: unknown): Uint8Array;
  /** Like render, with a report of the values that were missing. */
  renderReported(data: unknown): RenderReport;
  /**
   * All records in one document, each on a fresh page, for printing a volume. One record gives the same bytes as render.
   * @throws AppError template-broken, render-failed; invalid-input for an empty list
   */
  renderMany(records: readonly unknown[], options?: ManyOptions): Uint8Array;
  /** Like renderMany, with a report of what was missing in any of the records. */
  renderManyReported(records: readonly unknown[], options?: ManyOptions): RenderReport;
};

/**
 * Compiles a Word template once for many documents.
 * @throws AppError unreadable-file when the bytes are no usable .docx; mistakes in tags are reported in `problems` instead
 */
export function compileTemplate(bytes: Uint8Array, options: TemplateOptions = {}): Template {
  const original = readZip(bytes);
  const wordPackage = readWordPackage(original);
  const { archive, links } = takeTaggedLinks(original, wordPackage.parts, options.delimiters);
  const linkStyle = readLinkStyle(archive, wordPackage.mainPart);
  const numbering = readNumbering(archive, wordPackage.mainPart);
  const fixedLines = readFixedLineStyles(archive, wordPackage.mainPart);
  const compile = (part: TemplatePart, references: readonly NoteReference[], charts: ReadonlyMap<string, ChartTemplate>): CompiledPart =>
    compilePart(part, declaredUtf8(memberText(archive, part.name) ?? ''), {
      paragraphLoop: options.paragraphLoop ?? false,
      tidy: options.tidy ?? false,
      refreshContents: options.refreshContents ?? false,
      references,
      links: links.get(part.name) ?? noLinks,
      linkStyle,
      numbering,
      fixedLines,
      charts,
      ...(options.delimiters && { delimiters: options.delimiters }),
      ...(options.syntax && { syntax: options.syntax }),
    });
  const charts = compileCharts(archive, wordPackage.parts, (part) => compile(part, [], new Map()), options.delimiters);
  const compiled: CompiledPart[] = [];
  // The main part is the first: it tells in which loops the notes are referred to.
  for (const part of wordPackage.parts) compiled.push(charts.get(part.name)?.compiled ?? compile(part, compiled[0]?.references ?? [], chartsOf(archive, part.name, charts)));
  const references = compiled[0]?.references ?? [];
  const storiesOf = (noted: readonly NoteReference[]): readonly NoteStory[] => (noted.length === 0 ? [] : compiled.flatMap((part) => noteStory(part, noted) ?? []));
  const stories = storiesOf(references.filter(({ isLooped }) => isLooped));
  const firstAdded = firstFreeNumber(archive);
  const restarting = compiled.some((part) => part.restartsLists) ? numbering : undefined;
  const isSelfContained = options.selfContained === true;
  const problems = [...(isSelfContained ? [...outsideReferences(unlinkedCharts(archive, compiled, charts)), ...compiled.flatMap(({ xml, root, part }) => fetchingFields(xml, root, part))] : []), ...compiled.flatMap((part) => part.problems)];
  const storyOf = (part: CompiledPart): NoteStory | undefined => stories.find((story) => story.part === part.part.name);
  const single = documentsArchive(archive, compiled, charts, false);
  const dirty = compiled.filter((part) => single.has(part.part.name) && (part.touched || storyOf(part) !== undefined));
  const adding = compiled.filter((part) => part.adds).map((part) => part.part.name);
  const fixedOf = (documents: ZipArchive): readonly ZipMember[] => {
    const members = documentMembers(documents, adding.length > 0);
    return (isSelfContained ? withoutAttachedTemplate(documents, members) : members).filter((member) => !dirty.some((part) => part.part.name === member.name));
  };
  const fixed = fixedOf(single);
  const rewritten = new Set([...adding.map(relationshipsName), ...(restarting === undefined ? [] : [restarting.part])]);
  const kept = fixed.filter((member) => !rewritten.has(member.name));
  const frame: Frame = { archive: single, kept, numbering: restarting, base: prepareZip(kept), adding: new Map(adding.map((part) => [part, part])) };
  const firstFreeIn = (documents: ZipArchive): FirstFree => ({ ids: firstFreeIds(compiled), added: firstAdded, list: numbering?.nextId ?? 1, lists: numbering?.room ?? 0, names: documents === archive ? [] : [...archive.keys()].filter((name) => !documents.has(name)) });
  const firstFree = firstFreeIn(single);
  const programs = dirty.map((part) => ({ name: part.part.name, slots: part.slots, expectedBytes: part.xml.length * 2, program: storyOf(part)?.rest ?? buildProgram(part.xml, 0, part.xml.length, part.edits, false) }));

  const renderReported = (data: unknown): RenderReport => {
    refuseBroken(problems);
    return renderOne(frame, programs, startRendering(options, firstFree, stories), data);
  };
  const renderManyReported = (records: readonly unknown[], many: ManyOptions = {}): RenderReport => {
    refuseBroken(problems);
    const [first, second] = records;
    if (records.length === 0) throw new AppError('invalid-input', '没有要生成的记录。');
    if (second === undefined) return renderReported(first);
    const noted = storiesOf(references);
    const whole = documentsArchive(archive, compiled, charts, true);
    const rendering = startRendering(options, firstFreeIn(whole), noted);
    const parts = compiled.filter((part) => whole.has(part.part.name));
    const bytes = renderRecords({ archive: whole, compiled: parts, mainPart: wordPackage.mainPart, fixed: whole === single ? fixed : fixedOf(whole), numbering, stories: noted }, rendering, records, many);
    return { bytes, missing: rendering.missing, problems: rendering.problems };
  };
  return {
    tags: tagsWithCharts(archive, compiled, charts),
    problems,
    doubts: compiled.flatMap((part) => part.doubts),
    renderReported,
    render: (data) => renderReported(data).bytes,
    renderManyReported,
    renderMany: (records, many) => renderManyReported(records, many).bytes,
  };
}

const noLinks: TaggedLinks = new Map();

type PartProgram = { readonly name: string; readonly slots: number; readonly expectedBytes: number; readonly program: Program };

/** What all documents of a template share. */
type Frame = {
  readonly archive: ZipArchive;
  readonly kept: readonly ZipMember[];
  /** Where lists may begin anew. */
  readonly numbering: Numbering | undefined;
  /** The kept members, laid out. */
  readonly base: ZipBase;
  /** Parts that may refer to more than in the template. */
  readonly adding: ReadonlyMap<string, string>;
};

function renderOne(frame: Frame, programs: readonly PartProgram[], rendering: Rendering, data: unknown): RenderReport {
  const scope = rootScope(data);
  const members = programs.map(({ name, slots, expectedBytes, program }) => {
    beginPart(rendering, name, slots, expectedBytes);
    runProgram(program, scope, rendering);
    return deflateMember({ name, bytes: outputBytes(rendering.output) });
  });
  return { bytes: finished(frame, [...members, ...listMembers(frame, rendering)], rendering), missing: rendering.missing, problems: rendering.problems };
}

function listMembers({ archive, numbering }: Frame, { addedLists }: Rendering): readonly ZipMember[] {
  const original = numbering === undefined ? undefined : archive.get(numbering.part);
  if (numbering === undefined || original === undefined) return [];
  return [addedLists.lists.length === 0 ? original : deflateMember({ name: numbering.part, bytes: withAddedLists(numbering, addedLists) })];
}

function finished(frame: Frame, members: readonly ZipMember[], rendering: Rendering): Uint8Array {
  const { additions } = rendering;
  const { archive, kept, base, adding } = referringFrame(frame, [...additions.relationships.keys()]);
  if (adding.size === 0) return finishZip(base, members);
  const declared = withAddedTypes(kept, additions.members);
  return finishZip(declared === kept ? base : prepareZip(declared), [...members, ...addedMembers(archive, additions, adding)]);
}

/** The frame for parts that turned out to refer to more than their template: a value was a link. */
function referringFrame(frame: Frame, referring: readonly string[]): Frame {
  const unforeseen = referring.filter((part) => !frame.adding.has(part));
  if (unforeseen.length === 0) return frame;
  const rewritten = new Set(unforeseen.map(relationshipsName));
  const kept = frame.kept.filter((member) => !rewritten.has(member.name));
  return { ...frame, kept, base: prepareZip(kept), adding: new Map([...frame.adding, ...unforeseen.map((part) => [part, part] as const)]) };
}
