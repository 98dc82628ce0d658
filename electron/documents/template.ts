import { AppError } from '../../shared/app-error.ts';
import type { ZipArchive, ZipMember } from '../files/zip-member.ts';
import { readZip } from '../files/zip-reader.ts';
import { outsideReferences, withoutAttachedTemplate } from './outside-references.ts';
import type { Delimiters, TagSyntax } from './tags/find-tags.ts';
import { refuseBroken, type TemplateDoubt, type TemplateProblem } from './tags/template-problem.ts';
import { documentsArchive, tagsWithCharts, unlinkedCharts } from './word/charts/chart-parts.ts';
import { compilePackage, storiesOf, type CompiledPackage } from './word/compile-package.ts';
import { addingParts, documentFrame, firstFreeIn, writeDocument, writtenParts } from './word/document-frame.ts';
import { fetchingFields } from './word/fields.ts';
import type { NoteStory } from './word/note-stories.ts';
import { documentMembers } from './word/package-changes.ts';
import type { TagSource } from './word/program.ts';
import { startRendering, type RenderProblem } from './word/rendering.ts';
import { renderRecords, type ManyOptions } from './word/render-records.ts';
import type { TagUse } from './word/tag-uses.ts';

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
  const { paragraphLoop = false, tidy = false, refreshContents = false, selfContained = false, delimiters, syntax } = options;
  const template = compilePackage(readZip(bytes), { paragraphLoop, tidy, refreshContents, ...(delimiters && { delimiters }), ...(syntax && { syntax }) });
  const { archive, mainPart, parts, charts, references, numbering } = template;
  const problems = [...(selfContained ? fetchingProblems(template) : []), ...parts.flatMap((part) => part.problems)];
  const stories = storiesOf(template, references.filter(({ isLooped }) => isLooped));
  const single = documentsArchive(archive, parts, charts, false);
  const fixed = fixedMembers(template, single, stories, selfContained);
  const frame = documentFrame(template, single, fixed, stories);
  const firstFree = firstFreeIn(template, single);

  const renderReported = (data: unknown): RenderReport => {
    refuseBroken(problems);
    const rendering = startRendering(options, firstFree, stories);
    const document = writeDocument(frame, rendering, data);
    return { bytes: document, missing: rendering.missing, problems: rendering.problems };
  };
  const renderManyReported = (records: readonly unknown[], many: ManyOptions = {}): RenderReport => {
    refuseBroken(problems);
    const [first, second] = records;
    if (records.length === 0) throw new AppError('invalid-input', '没有要生成的记录。');
    if (second === undefined) return renderReported(first);
    const noted = storiesOf(template, references);
    const whole = documentsArchive(archive, parts, charts, true);
    const rendering = startRendering(options, firstFreeIn(template, whole), noted);
    const wholeFixed = whole === single ? fixed : fixedMembers(template, whole, stories, selfContained);
    const document = renderRecords({ archive: whole, compiled: parts.filter((part) => whole.has(part.part.name)), mainPart, fixed: wholeFixed, numbering, stories: noted }, rendering, records, many);
    return { bytes: document, missing: rendering.missing, problems: rendering.problems };
  };
  return {
    tags: tagsWithCharts(archive, parts, charts),
    problems,
    doubts: parts.flatMap((part) => part.doubts),
    renderReported,
    render: (data) => renderReported(data).bytes,
    renderManyReported,
    renderMany: (records, many) => renderManyReported(records, many).bytes,
  };
}

/** What a document would fetch from elsewhere as soon as it is opened. */
function fetchingProblems({ archive, parts, charts }: CompiledPackage): readonly TemplateProblem[] {
  return [...outsideReferences(unlinkedCharts(archive, parts, charts)), ...parts.flatMap(({ xml, root, part }) => fetchingFields(xml, root, part))];
}

/** The members that no tag changes, as documents have them. */
function fixedMembers(template: CompiledPackage, archive: ZipArchive, stories: readonly NoteStory[], selfContained: boolean): readonly ZipMember[] {
  const members = documentMembers(archive, addingParts(template).length > 0);
  const written = new Set(writtenParts(template, archive, stories).map((part) => part.part.name));
  return (selfContained ? withoutAttachedTemplate(archive, members) : members).filter((member) => !written.has(member.name));
}
