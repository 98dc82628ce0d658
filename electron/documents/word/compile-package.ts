import type { ZipArchive } from '../../files/zip-member.ts';
import { memberText } from '../../files/zip-reader.ts';
import { defaultDelimiters } from '../tags/find-tags.ts';
import { chartsOf, compileCharts, type ChartPart } from './charts/chart-parts.ts';
import type { ChartTemplate } from './charts/chart-program.ts';
import { compilePart, type CompiledPart, type PartOptions } from './compile-part.ts';
import { readLinkStyle } from './links/link-look.ts';
import { takeTaggedLinks, type TaggedLinks } from './links/tagged-relationships.ts';
import type { NoteReference } from './note-edits.ts';
import { noteStory, type NoteStory } from './note-stories.ts';
import { readNumbering, type Numbering } from './numbering.ts';
import { declaredUtf8 } from './package-changes.ts';
import { readWordPackage, type TemplatePart } from './package-parts.ts';
import { readFixedLineStyles } from './pictures/picture-lines.ts';
import { refuseOversized } from './template-size.ts';

/** How the parts of a template are read. */
export type PackageOptions = Pick<PartOptions, 'paragraphLoop' | 'tidy' | 'refreshContents' | 'delimiters' | 'syntax'>;

/** A template read and understood, part by part. */
export type CompiledPackage = {
  /** Without the relationships of links whose target holds tags. */
  readonly archive: ZipArchive;
  readonly mainPart: string;
  /** The main part first. */
  readonly parts: readonly CompiledPart[];
  readonly charts: ReadonlyMap<string, ChartPart>;
  readonly numbering: Numbering | undefined;
  /** How the main part refers to notes and comments. */
  readonly references: readonly NoteReference[];
};

const noLinks: TaggedLinks = new Map();

/** @throws AppError unreadable-file when the archive is no usable .docx */
export function compilePackage(original: ZipArchive, options: PackageOptions): CompiledPackage {
  const { mainPart, parts } = readWordPackage(original);
  refuseOversized(original, parts, options.delimiters ?? defaultDelimiters);
  const { archive, links } = takeTaggedLinks(original, parts, options.delimiters);
  const common = { ...options, linkStyle: readLinkStyle(archive, mainPart), numbering: readNumbering(archive, mainPart), fixedLines: readFixedLineStyles(archive, mainPart) };
  const compile = (part: TemplatePart, references: readonly NoteReference[], charts: ReadonlyMap<string, ChartTemplate>): CompiledPart =>
    compilePart(part, declaredUtf8(memberText(archive, part.name) ?? ''), { ...common, references, charts, links: links.get(part.name) ?? noLinks });
  const charts = compileCharts(archive, parts, (part) => compile(part, [], new Map()), options.delimiters);
  const compiled: CompiledPart[] = [];
  // The main part is the first: it tells in which loops the notes are referred to.
  for (const part of parts) compiled.push(charts.get(part.name)?.compiled ?? compile(part, compiled[0]?.references ?? [], chartsOf(archive, part.name, charts)));
  return { archive, mainPart, parts: compiled, charts, numbering: common.numbering, references: compiled[0]?.references ?? [] };
}

/** The notes and comments that are written along with these references. */
export function storiesOf({ parts }: CompiledPackage, references: readonly NoteReference[]): readonly NoteStory[] {
  return references.length === 0 ? [] : parts.flatMap((part) => noteStory(part, references) ?? []);
}
