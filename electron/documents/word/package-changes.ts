import { AppError } from '../../../shared/app-error.ts';
import type { ZipArchive, ZipMember } from '../../files/zip-member.ts';
import { memberText } from '../../files/zip-reader.ts';
import { deflateMember } from '../../files/zip-writer.ts';
import { addedRelationships, type AddedRelationship, type Additions } from './additions.ts';
import { relationshipsName } from './package-parts.ts';
import { attributeText } from './pictures/picture-xml.ts';
import { childNamed, parseXmlTree } from './xml-tree.ts';

const contentTypesName = '[Content_Types].xml';

/**
 * The members of a template as a document has them: [Content_Types].xml first, as some readers expect, and a .dotx declared as what
 * its copies are, documents; Word refuses a .docx that calls itself a template.
 */
export function documentMembers(archive: ZipArchive, mayGetPictures: boolean): readonly ZipMember[] {
  const types = memberText(archive, contentTypesName) ?? '';
  const ofDocument = types.replaceAll('wordprocessingml.template.main+xml', 'wordprocessingml.document.main+xml');
  const asDocument = mayGetPictures ? withPictureTypes(ofDocument) : ofDocument;
  const members = [...archive.values()].filter((member) => member.name !== contentTypesName);
  const original = archive.get(contentTypesName);
  if (original === undefined) return members;
  return [asDocument === types ? original : deflateMember({ name: contentTypesName, bytes: Buffer.from(asDocument, 'utf8') }), ...members];
}

/** Parts are written as UTF-8; those that came as UTF-16 must say so. */
export function declaredUtf8(xml: string): string {
  return xml.replace(/^(<\?xml[^>]*?encoding=["'])utf-16(le|be)?(["'])/i, '$1UTF-8$3');
}

/** What pictures end in says what they are: declared in every document that may get one, so that adding it changes nothing there. */
const pictureTypes: ReadonlyMap<string, string> = new Map([['jpeg', 'image/jpeg'], ['png', 'image/png']]);

/** `[Content_Types].xml` with the types of pictures by their endings. */
function withPictureTypes(types: string): string {
  const missing = [...pictureTypes].filter(([ending]) => !new RegExp(`Extension=["']${ending}["']`, 'i').test(types));
  return types.replace(/(<Types\b[^<>]*>)/, `$1${missing.map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`).join('')}`);
}

/** `[Content_Types].xml` with the added parts that state theirs by name. */
function withContentTypes(types: string, added: readonly { readonly name: string; readonly contentType: string | undefined }[]): string {
  const overrides = added.filter((part) => part.contentType !== undefined).map((part) => `<Override PartName="/${part.name}" ContentType="${part.contentType}"/>`);
  return overrides.length === 0 ? types : putAtEnd(types, 'Types', overrides.join(''));
}

const noRelationships = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** The relationships of a part with the added ones; targets inside the package are absolute, so that no folder has to be worked out. */
function withRelationships(relationships: string | undefined, added: readonly AddedRelationship[]): string {
  const elements = added.map(({ id, type, target, isExternal }) => `<Relationship Id="${id}" Type="${type}" Target="${attributeText(target)}"${isExternal ? ' TargetMode="External"' : ''}/>`).join('');
  return putAtEnd(relationships ?? noRelationships, 'Relationships', elements);
}

/** The text with further elements at the end of its root, whatever signs they contain, and whatever stands behind the root. */
function putAtEnd(xml: string, root: string, elements: string): string {
  const end = `</${root}>`;
  // Comments may hold anything, also what looks like the end.
  const at = xml.includes('<!--') ? undefined : xml.lastIndexOf(end);
  if (at !== undefined && at >= 0) return xml.slice(0, at) + elements + xml.slice(at);
  const element = childNamed(parseXmlTree(xml, root), root);
  if (element === undefined) throw new AppError('unreadable-file', `文件里的“${root}”无法读取。`, { root });
  if (!element.selfClosing) return xml.slice(0, element.contentTo) + elements + xml.slice(element.contentTo);
  return `${xml.slice(0, element.to - 2)}>${elements}${end}${xml.slice(element.to)}`;
}

/**
 * What was added to a document, as members of its package.
 * @param origins parts whose relationships are written in any case, each with the part of the template whose own it keeps
 */
export function addedMembers(archive: ZipArchive, additions: Additions, origins: ReadonlyMap<string, string>): readonly ZipMember[] {
  const referring = [...new Set([...origins.keys(), ...additions.relationships.keys()])];
  const relationships = referring.flatMap((part) => {
    const origin = relationshipsName(origins.get(part) ?? part);
    const name = relationshipsName(part);
    const added = addedRelationships(additions, part);
    const original = archive.get(origin);
    if (added.length === 0) return original === undefined ? [] : [{ ...original, name }];
    return [deflateMember({ name, bytes: Buffer.from(withRelationships(memberText(archive, origin), added), 'utf8') })];
  });
  return [...relationships, ...additions.members.map(({ name, bytes, stored, ready }) => ready ?? deflateMember(stored ? { name, bytes, level: 0 } : { name, bytes }))];
}

/** The members with `[Content_Types].xml` stating the added parts, in its place; the same members when none states its type. */
export function withAddedTypes(members: readonly ZipMember[], added: readonly { readonly name: string; readonly contentType: string | undefined }[]): readonly ZipMember[] {
  if (added.every((part) => part.contentType === undefined)) return members;
  return members.map((member) => (member.name === contentTypesName ? deflateMember({ name: contentTypesName, bytes: Buffer.from(withContentTypes(memberText(new Map([[member.name, member]]), member.name) ?? '', added), 'utf8') }) : member));
}
