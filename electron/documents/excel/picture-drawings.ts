import type { ZipArchive, ZipMember } from '../../files/zip-member.ts';
import { addedMembers } from '../word/package-changes.ts';
import { addedName, addRelationship, startAdditions, type Additions } from '../word/additions.ts';
import { relationshipsOf } from '../word/package-parts.ts';
import { picturesXml, type PlacedPicture } from './cell-pictures.ts';

const drawingRelationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing';
const drawingType = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const emptyDrawing = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"></xdr:wsDr>';

/** The pictures of one rendering, sheet by sheet. */
export type PictureDrawings = {
  readonly additions: Additions;
  /** Pictures for drawings that the template has, by member. */
  readonly pending: Map<string, readonly PlacedPicture[]>;
};

export function startPictureDrawings(firstNumber: number): PictureDrawings {
  return { additions: startAdditions(firstNumber), pending: new Map() };
}


/**
 * Takes the pictures of a sheet. They are added to its drawing; a sheet without one gets one.
 * @returns the relationship of the new drawing
 */
export function addPictures(archive: ZipArchive, sheet: string, pictures: readonly PlacedPicture[], { additions, pending }: PictureDrawings): string | undefined {
  const own = relationshipsOf(archive, sheet).find(({ type }) => type === 'drawing')?.target;
  if (own !== undefined && archive.has(own)) {
    pending.set(own, pictures);
    return undefined;
  }
  const name = addedName(additions, 'xl/drawings/', 'xml');
  const relationship = addRelationship(additions, sheet, drawingRelationship, `/${name}`);
  // Its name is taken before those of the pictures in it.
  const place = additions.members.push({ name, bytes: new Uint8Array(), contentType: drawingType, stored: false }) - 1;
  additions.members[place] = { name, bytes: Buffer.from(withPictures(emptyDrawing, name, pictures, additions)), contentType: drawingType, stored: false };
  return relationship;
}

/** A drawing with further pictures behind its own shapes. */
export function withPictures(xml: string, member: string, pictures: readonly PlacedPicture[], additions: Additions): string {
  let lastId = 0;
  for (const match of xml.matchAll(/<(?:xdr:)?cNvPr\b[^<>]*?\bid="(\d{1,9})"/g)) lastId = Math.max(lastId, Number(match[1]));
  const end = xml.lastIndexOf('</');
  return end < 0 ? xml : xml.slice(0, end) + picturesXml(pictures, lastId + 1, additions, member) + xml.slice(end);
}

/** What the pictures add to the package. */
export function pictureMembers(archive: ZipArchive, { additions }: PictureDrawings): { readonly members: readonly ZipMember[]; readonly types: readonly { readonly name: string; readonly contentType: string | undefined }[] } {
  return { members: addedMembers(archive, additions, new Map()), types: additions.members };
}

