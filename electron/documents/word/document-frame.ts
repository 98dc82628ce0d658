import type { ZipArchive, ZipMember } from '../../files/zip-member.ts';
import { deflateMember, finishZip, prepareZip, type ZipBase } from '../../files/zip-writer.ts';
import { rootScope } from '../tags/scope.ts';
import { firstFreeNumber } from './additions.ts';
import { outputBytes } from './byte-output.ts';
import type { CompiledPackage } from './compile-package.ts';
import type { CompiledPart } from './compile-part.ts';
import { buildProgram } from './edits.ts';
import type { NoteStory } from './note-stories.ts';
import type { Numbering } from './numbering.ts';
import { addedMembers, withAddedTypes } from './package-changes.ts';
import { relationshipsName } from './package-parts.ts';
import type { Program } from './program.ts';
import { beginPart, firstFreeIds, type FirstFree, type Rendering } from './rendering.ts';
import { runProgram } from './run-program.ts';
import { withAddedLists } from './write-numbers.ts';

type PartProgram = { readonly name: string; readonly slots: number; readonly expectedBytes: number; readonly program: Program };

/** What all documents of a template share. */
export type DocumentFrame = {
  readonly archive: ZipArchive;
  readonly kept: readonly ZipMember[];
  /** The kept members, laid out. */
  readonly base: ZipBase;
  readonly programs: readonly PartProgram[];
  /** Where lists may begin anew. */
  readonly numbering: Numbering | undefined;
  /** Parts that may refer to more than in the template. */
  readonly adding: ReadonlyMap<string, string>;
};

/** The parts whose documents may refer to pictures and the like beyond the template's own. */
export function addingParts({ parts }: CompiledPackage): readonly string[] {
  return parts.filter((part) => part.adds).map((part) => part.part.name);
}

/** The parts that differ from document to document. */
export function writtenParts({ parts }: CompiledPackage, archive: ZipArchive, stories: readonly NoteStory[]): readonly CompiledPart[] {
  return parts.filter((part) => archive.has(part.part.name) && (part.touched || stories.some((story) => story.part === part.part.name)));
}

/**
 * @param archive the template as documents have it, without parts that each of them gets anew
 * @param fixed the members of it that no tag changes
 */
export function documentFrame(template: CompiledPackage, archive: ZipArchive, fixed: readonly ZipMember[], stories: readonly NoteStory[]): DocumentFrame {
  const numbering = template.parts.some((part) => part.restartsLists) ? template.numbering : undefined;
  const adding = addingParts(template);
  const rewritten = new Set([...adding.map(relationshipsName), ...(numbering === undefined ? [] : [numbering.part])]);
  const kept = fixed.filter((member) => !rewritten.has(member.name));
  const storyOf = (part: CompiledPart): NoteStory | undefined => stories.find((story) => story.part === part.part.name);
  const programs = writtenParts(template, archive, stories).map((part) => ({
    name: part.part.name,
    slots: part.slots,
    expectedBytes: part.xml.length * 2,
    program: storyOf(part)?.rest ?? buildProgram(part.xml, 0, part.xml.length, part.edits, false),
  }));
  return { archive, kept, base: prepareZip(kept), programs, numbering, adding: new Map(adding.map((part) => [part, part])) };
}

/** Ids, numbers and names that nothing in the template has. @param archive the template as documents have it */
export function firstFreeIn({ archive: whole, parts, numbering }: CompiledPackage, archive: ZipArchive): FirstFree {
  const left = archive === whole ? [] : [...whole.keys()].filter((name) => !archive.has(name));
  return { ids: firstFreeIds(parts), added: firstFreeNumber(whole), list: numbering?.nextId ?? 1, lists: numbering?.room ?? 0, names: left };
}

/** Writes one document of the frame. */
export function writeDocument(frame: DocumentFrame, rendering: Rendering, data: unknown): Uint8Array {
  const scope = rootScope(data);
  const members = frame.programs.map(({ name, slots, expectedBytes, program }) => {
    beginPart(rendering, name, slots, expectedBytes);
    runProgram(program, scope, rendering);
    return deflateMember({ name, bytes: outputBytes(rendering.output) });
  });
  return finished(frame, [...members, ...listMembers(frame, rendering)], rendering);
}

function listMembers({ archive, numbering }: DocumentFrame, { addedLists }: Rendering): readonly ZipMember[] {
  const original = numbering === undefined ? undefined : archive.get(numbering.part);
  if (numbering === undefined || original === undefined) return [];
  return [addedLists.lists.length === 0 ? original : deflateMember({ name: numbering.part, bytes: withAddedLists(numbering, addedLists) })];
}

function finished(frame: DocumentFrame, members: readonly ZipMember[], { additions }: Rendering): Uint8Array {
  const { archive, kept, base, adding } = referringFrame(frame, [...additions.relationships.keys()]);
  if (adding.size === 0) return finishZip(base, members);
  const declared = withAddedTypes(kept, additions.members);
  return finishZip(declared === kept ? base : prepareZip(declared), [...members, ...addedMembers(archive, additions, adding)]);
}

/** The frame for parts that turned out to refer to more than their template: a value was a link. */
function referringFrame(frame: DocumentFrame, referring: readonly string[]): DocumentFrame {
  const unforeseen = referring.filter((part) => !frame.adding.has(part));
  if (unforeseen.length === 0) return frame;
  const rewritten = new Set(unforeseen.map(relationshipsName));
  const kept = frame.kept.filter((member) => !rewritten.has(member.name));
  return { ...frame, kept, base: prepareZip(kept), adding: new Map([...frame.adding, ...unforeseen.map((part) => [part, part] as const)]) };
}
