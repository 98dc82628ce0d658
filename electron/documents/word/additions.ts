import { crc32 } from 'node:zlib';
import type { ZipArchive, ZipMember } from '../../files/zip-member.ts';
import { memberText } from '../../files/zip-reader.ts';

/** A relationship that a part of the document has and its template has not. */
export type AddedRelationship = { readonly id: string; readonly type: string; readonly target: string; readonly isExternal: boolean };

/** A member that the document has and its template has not. */
export type AddedMember = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Stated by name; undefined where the ending of the name says enough. */
  readonly contentType: string | undefined;
  /** Pictures are compressed already. */
  readonly stored: boolean;
  /** As it stands in the document, where it is compressed already; bytes are then empty. */
  readonly ready?: ZipMember;
};

/** What a document gets beyond its template while it is written: pictures, charts, links. */
export type Additions = {
  readonly members: AddedMember[];
  /** By the part that refers, then by type and target: a list of many thousand links has as many. */
  readonly relationships: Map<string, Map<string, AddedRelationship>>;
  /** Pictures already in the document, by checksum: the same picture is stored once. */
  readonly pictures: Map<number, { readonly bytes: Uint8Array; readonly name: string }[]>;
  /** Numbers in names and ids of what is added count on from here. */
  readonly firstNumber: number;
  /** Names that the template's own files had and left: the first of their copies takes them over. */
  readonly freeNames: Set<string>;
};

/** Beginning of relationship ids and of file names that this engine gives. */
const prefix = 'added';

export const pictureRelationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';

export function startAdditions(firstNumber: number, freeNames: Iterable<string> = []): Additions {
  return { members: [], relationships: new Map(), pictures: new Map(), firstNumber, freeNames: new Set(freeNames) };
}

/** The first number free for names and relationship ids: a document of this engine may itself serve as a template. */
export function firstFreeNumber(archive: ZipArchive): number {
  let highest = 0;
  const take = (text: string): void => {
    for (const [, digits = '0'] of text.matchAll(/added(\d{1,9})\b/gi)) highest = Math.max(highest, Number(digits));
  };
  for (const name of archive.keys()) {
    take(name);
    if (name.endsWith('.rels')) take(memberText(archive, name) ?? '');
  }
  return highest + 1;
}

/** The id by which the part refers to the target; the same target gets the same id. */
export function addRelationship(additions: Additions, part: string, type: string, target: string, isExternal = false): string {
  const known = additions.relationships.get(part) ?? new Map<string, AddedRelationship>();
  const key = `${isExternal ? 'external' : 'internal'} ${type} ${target}`;
  const same = known.get(key);
  if (same !== undefined) return same.id;
  const id = `${prefix}${additions.firstNumber + known.size}`;
  known.set(key, { id, type, target, isExternal });
  additions.relationships.set(part, known);
  return id;
}

/** The relationships that the part got. */
export function addedRelationships(additions: Additions, part: string): readonly AddedRelationship[] {
  return [...(additions.relationships.get(part)?.values() ?? [])];
}

/** The name of a new member that no other has: `word/media/added7.png`. */
export function addedName(additions: Additions, folder: string, ending: string): string {
  return `${folder}${prefix}${additions.firstNumber + additions.members.length}.${ending}`;
}

/** The name of a copy of one of the template's files: its own for the first copy when the file itself is left out of the document. */
export function originalOrAddedName(additions: Additions, original: string): string {
  if (additions.freeNames.delete(original)) return original;
  const dot = original.lastIndexOf('.');
  return addedName(additions, original.slice(0, original.lastIndexOf('/') + 1), original.slice(dot + 1));
}

/** Stores a picture once and tells under which name. */
export function addPicture(additions: Additions, bytes: Uint8Array, format: 'jpeg' | 'png', folder = 'word/media/'): string {
  const checksum = crc32(bytes);
  const alike = additions.pictures.get(checksum) ?? [];
  const same = alike.find((picture) => picture.bytes === bytes || Buffer.compare(picture.bytes, bytes) === 0);
  if (same !== undefined) return same.name;
  const name = addedName(additions, folder, format);
  additions.members.push({ name, bytes, contentType: undefined, stored: true });
  alike.push({ bytes, name });
  additions.pictures.set(checksum, alike);
  return name;
}
