import type { ZipArchive, ZipMember } from '../../files/zip-member.ts';
import { memberText } from '../../files/zip-reader.ts';
import { deflateMember } from '../../files/zip-writer.ts';

const contentTypesName = '[Content_Types].xml';

/**
 * The members of a template as a document has them: [Content_Types].xml first, as some readers expect, and a .dotx declared as what
 * its copies are, documents; Word refuses a .docx that calls itself a template.
 */
export function documentMembers(archive: ZipArchive): readonly ZipMember[] {
  const types = memberText(archive, contentTypesName) ?? '';
  const asDocument = types.replaceAll('wordprocessingml.template.main+xml', 'wordprocessingml.document.main+xml');
  const members = [...archive.values()].filter((member) => member.name !== contentTypesName);
  const original = archive.get(contentTypesName);
  if (original === undefined) return members;
  return [asDocument === types ? original : deflateMember({ name: contentTypesName, bytes: Buffer.from(asDocument, 'utf8') }), ...members];
}

/** Parts are written as UTF-8; those that came as UTF-16 must say so. */
export function declaredUtf8(xml: string): string {
  return xml.replace(/^(<\?xml[^>]*?encoding=["'])utf-16(le|be)?(["'])/i, '$1UTF-8$3');
}

/** Relationships and content types for parts that a document has and its template has not. */
export type AddedPart = { readonly name: string; readonly relationshipId: string; readonly relationshipType: string; readonly contentType: string };

/** `[Content_Types].xml` with the added parts. */
export function withContentTypes(types: string, added: readonly AddedPart[]): string {
  return types.replace(/<\/Types>\s*$/, `${added.map((part) => `<Override PartName="/${part.name}" ContentType="${part.contentType}"/>`).join('')}</Types>`);
}

/** The relationships of the main part with the added parts; targets are absolute, so that no folder has to be worked out. */
export function withRelationships(relationships: string, added: readonly AddedPart[]): string {
  return relationships.replace(/<\/Relationships>\s*$/, `${added.map((part) => `<Relationship Id="${part.relationshipId}" Type="${part.relationshipType}" Target="/${part.name}"/>`).join('')}</Relationships>`);
}
