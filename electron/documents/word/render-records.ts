import { AppError } from '../../../shared/app-error.ts';
import type { ZipArchive, ZipMember } from '../../files/zip-member.ts';
import { deflateMember, finishZip, prepareZip } from '../../files/zip-writer.ts';
import { rootScope, type Scope } from '../tags/scope.ts';
import type { CompiledPart } from './compile-part.ts';
import { outputBytes, putText } from './byte-output.ts';
import { buildProgram, inBuildingOrder } from './edits.ts';
import { addedRelationships, addRelationship } from './additions.ts';
import { addedMembers, withAddedTypes } from './package-changes.ts';
import { contentTypeOf, relationshipsOf } from './package-parts.ts';
import type { Numbering } from './numbering.ts';
import type { NoteStory } from './note-stories.ts';
import { fixedText, type Program } from './program.ts';
import { pageCountEdits, withReplacements } from './page-count-edits.ts';
import type { PageNumbers, StartOn } from './record-edits.ts';
import { endnotesPerSection } from './note-settings.ts';
import { countsPagesOfSection, recordProgram, restartingNotes, type RecordProgram } from './record-program.ts';
import { beginPart, type Rendering } from './rendering.ts';
import { runProgram } from './run-program.ts';
import { endLists, withAddedLists } from './write-numbers.ts';

export type ManyOptions = {
  /**
   * per-record: every record counts its pages from 1, unless the template begins otherwise, and `共 N 页` (NUMPAGES) means the pages of
   * the record, as long as its form is one section; in forms of several sections it means the whole document. continuous: pages count
   * through, and `共 N 页` means the whole document. per-record unless given.
   */
  readonly pageNumbers?: PageNumbers;
  /** odd-page: every record begins on a front page in two-sided printing. page unless given. */
  readonly startOn?: StartOn;
  /** Every record begins with a bookmark whose name begins so, in ASCII letters; none unless given, or where the form has no paragraph that is always there. */
  readonly bookmark?: string;
};

export type RecordsTemplate = {
  readonly archive: ZipArchive;
  readonly compiled: readonly CompiledPart[];
  readonly mainPart: string;
  /** The members without tags, as documents have them. */
  readonly fixed: readonly ZipMember[];
  readonly numbering: Numbering | undefined;
  /** Notes and comments, written anew for every record. */
  readonly stories: readonly NoteStory[];
};

/**
 * Several records as one document, each in sections of its own. Ids are unique over all copies; a header or footer with tags is
 * written once per distinct content.
 * @throws AppError render-failed when drawings of the template contain tags: they exist once per document
 */
export function renderRecords(template: RecordsTemplate, rendering: Rendering, records: readonly unknown[], options: ManyOptions): Uint8Array {
  const main = template.compiled.find((part) => part.part.name === template.mainPart);
  if (main === undefined) throw new AppError('render-failed', '模板没有正文。', {});
  const touched = template.compiled.filter((part) => part.touched && part !== main);
  const single = touched.find((part) => part.part.kind === 'drawing');
  if (single !== undefined) throw new AppError('render-failed', `模板的${single.part.label}里有标签，这样的模板不能把多条记录合成一个文件，请逐条生成。`, { part: single.part.label });

  const pageNumbers = options.pageNumbers ?? 'per-record';
  const program = recordProgram(main, pageNumbers, options.startOn ?? 'page', options.bookmark);
  const isCounted = countsPagesOfSection(main, pageNumbers);
  const stories = touched.filter((part) => part.part.kind === 'header' || part.part.kind === 'footer').map((part) => startStory(template, part, isCounted));
  const scopes = records.map((record) => rootScope(record));
  const used = new Set([...template.archive.keys()].map((name) => name.toLowerCase()));
  const perRecord = scopes.map((scope) => new Map(stories.flatMap((story) => story.relationshipIds.map((id) => [id, storyCopy(story, template.mainPart, scope, rendering, used)] as const))));
  const members = [
    { name: main.part.name, bytes: writeRecords(program, main.part.name, main.slots + program.slots, scopes, perRecord, rendering) },
    ...touched.filter((part) => part.part.kind === 'properties' || part.part.kind === 'notes' || part.part.kind === 'comments').filter((part) => !template.stories.some((story) => story.part === part.part.name)).map((part) => ({
      name: part.part.name,
      bytes: writeOnce(part.part.name, part.slots, buildProgram(part.xml, 0, part.xml.length, part.edits, false), scopes[0], rendering),
    })),
    ...template.stories.map((story) => ({ name: story.part, bytes: writeOnce(story.part, story.slots, story.rest, scopes[0], rendering) })),
    ...stories.flatMap((story) => story.copies.map(({ name, bytes }) => ({ name, bytes }))),
    ...(isCounted ? recounted(template.compiled) : []),
    ...(restartingNotes(main).includes('endnote') ? [endnotesPerSection(new Map(template.fixed.map((member) => [member.name, member])), template.mainPart) ?? []].flat() : []),
    ...(template.numbering === undefined || rendering.addedLists.lists.length === 0 ? [] : [{ name: template.numbering.part, bytes: withAddedLists(template.numbering, rendering.addedLists) }]),
  ];
  const origins = new Map(stories.flatMap((story) => story.copies.map(({ name }) => [name, story.part.part.name] as const)));
  const changed = [...members.map(deflateMember), ...addedMembers(template.archive, rendering.additions, origins)];
  const named = new Set(changed.map((member) => member.name));
  const added = [...rendering.additions.members, ...stories.flatMap((story) => story.copies.slice(1).map(({ name }) => ({ name, contentType: story.contentType })))];
  return finishZip(prepareZip(withAddedTypes(template.fixed, added).filter((member) => !named.has(member.name))), changed);
}

function writeRecords(program: RecordProgram, part: string, slots: number, scopes: readonly Scope[], perRecord: readonly ReadonlyMap<string, string>[], rendering: Rendering): Uint8Array {
  beginPart(rendering, part, slots, program.expectedBytes * scopes.length);
  runProgram(program.head, rootScope(undefined), rendering);
  for (const [index, scope] of scopes.entries()) {
    const isLast = index === scopes.length - 1;
    rendering.writtenInRecord = new Uint8Array(slots);
    endLists(rendering.lists.keys(), rendering);
    rendering.references = perRecord[index] ?? new Map();
    runProgram(program.content, scope, rendering);
    if (!isLast) writeSection(program.beforeSection, program.section, program.behindSection, scope, rendering);
    runProgram(program.rest, scope, rendering);
    if (isLast) runProgram(program.section, scope, rendering);
  }
  runProgram(program.tail, rootScope(undefined), rendering);
  return outputBytes(rendering.output);
}

function writeSection(before: string, section: Program, behind: string, scope: Scope, rendering: Rendering): void {
  putText(rendering.output, before);
  runProgram(section, scope, rendering);
  putText(rendering.output, behind);
}

function writeOnce(part: string, slots: number, program: Program, scope: Scope | undefined, rendering: Rendering): Uint8Array {
  beginPart(rendering, part, slots, 0);
  runProgram(program, scope ?? rootScope(undefined), rendering);
  return outputBytes(rendering.output);
}

/** Headers and footers without tags whose number of pages is to be that of the record. */
function recounted(compiled: readonly CompiledPart[]): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  return compiled.filter((part) => !part.touched && (part.part.kind === 'header' || part.part.kind === 'footer')).flatMap((part) => {
    const edits = pageCountEdits(part.xml, part.root);
    return edits.length === 0 ? [] : [{ name: part.part.name, bytes: fixedText(withReplacements(part.xml, edits)) }];
  });
}

/** A header or footer with tags, and the parts that its distinct contents became. */
type Story = {
  readonly part: CompiledPart;
  readonly program: Program;
  readonly written: Uint8Array;
  /** The ids by which section ends refer to it. */
  readonly relationshipIds: readonly string[];
  readonly relationshipType: string;
  readonly contentType: string;
  readonly copies: { readonly name: string; readonly bytes: Uint8Array; readonly refersTo: string; readonly relationshipId: string }[];
};

function startStory(template: RecordsTemplate, part: CompiledPart, isCounted: boolean): Story {
  const relationships = relationshipsOf(template.archive, template.mainPart).filter((relationship) => relationship.target === part.part.name);
  const relationshipType = relationships[0]?.fullType ?? '';
  const contentType = contentTypeOf(template.archive, part.part.name) ?? '';
  return {
    part,
    program: buildProgram(part.xml, 0, part.xml.length, isCounted ? inBuildingOrder([...part.edits, ...pageCountEdits(part.xml, part.root)]) : part.edits, true),
    written: new Uint8Array(part.slots),
    relationshipIds: relationships.map((relationship) => relationship.id),
    relationshipType,
    contentType,
    copies: [],
  };
}

/** The relationship id of this record's header: an existing one when the content is the same. */
function storyCopy(story: Story, mainPart: string, scope: Scope, rendering: Rendering, used: Set<string>): string {
  const original = story.part.part.name;
  const name = story.copies.length === 0 ? original : freeName(original, used);
  beginPart(rendering, name, 0, story.part.xml.length);
  rendering.written = story.written;
  rendering.writtenInRecord = new Uint8Array(story.written.length);
  runProgram(story.program, scope, rendering);
  const bytes = outputBytes(rendering.output);
  const { additions } = rendering;
  const refersTo = JSON.stringify(addedRelationships(additions, name));
  const same = story.copies.find((copy) => bytes.equals(copy.bytes) && refersTo === copy.refersTo);
  if (same !== undefined) {
    additions.relationships.delete(name);
    return same.relationshipId;
  }
  const relationshipId = name === original ? (story.relationshipIds[0] ?? '') : addRelationship(additions, mainPart, story.relationshipType, `/${name}`);
  used.add(name.toLowerCase());
  story.copies.push({ name, bytes, refersTo, relationshipId });
  return relationshipId;
}

/** `word/header1.xml` → `word/header1-2.xml`, or the next number that is free. */
function freeName(name: string, used: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.');
  for (let number = 2; ; number++) {
    const candidate = `${name.slice(0, dot)}-${number}${name.slice(dot)}`;
    if (!used.has(candidate.toLowerCase())) return candidate;
  }
}
