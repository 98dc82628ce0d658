import type { ZipArchive } from '../../../files/zip-member.ts';
import { memberText } from '../../../files/zip-reader.ts';
import { deflateMember } from '../../../files/zip-writer.ts';
import { defaultDelimiters, type Delimiters } from '../../tags/find-tags.ts';
import { refuseTooManyTags } from '../../tags/template-limits.ts';
import { decodeText } from '../escape-text.ts';
import { relationshipsName, type TemplatePart } from '../package-parts.ts';
import { attributeOf, descendantsOf, parseXmlTree, type XmlElement } from '../xml-tree.ts';
import { linkPieces, type FoundPieces } from './link-pieces.ts';

/** The links of a part whose target holds tags, by the id by which the part refers to them. */
export type TaggedLinks = ReadonlyMap<string, FoundPieces>;

export const hyperlinkRelationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

export type TaggedPackage = {
  /** The archive without the relationships that hold tags: every document gets its own in their stead. */
  readonly archive: ZipArchive;
  /** By part. */
  readonly links: ReadonlyMap<string, TaggedLinks>;
};

/** Takes the links with tags out of a template. */
export function takeTaggedLinks(archive: ZipArchive, parts: readonly TemplatePart[], delimiters: Delimiters = defaultDelimiters): TaggedPackage {
  const links = new Map<string, TaggedLinks>();
  const changed = new Map<string, string>();
  for (const part of parts) {
    const name = relationshipsName(part.name);
    const xml = memberText(archive, name);
    if (xml === undefined || !xml.includes('/hyperlink')) continue;
    const found = taggedIn(xml, name, delimiters);
    if (found.length === 0) continue;
    refuseTooManyTags(found.length);
    links.set(part.name, new Map(found.map(({ id, pieces }) => [id, pieces])));
    changed.set(name, found.reduceRight((text, { element }) => text.slice(0, element.from) + text.slice(element.to), xml));
  }
  if (changed.size === 0) return { archive, links };
  const members = [...archive].map(([name, member]) => {
    const text = changed.get(name);
    return [name, text === undefined ? member : deflateMember({ name, bytes: Buffer.from(text, 'utf8') })] as const;
  });
  return { archive: new Map(members), links };
}

function taggedIn(xml: string, name: string, delimiters: Delimiters): readonly { readonly element: XmlElement; readonly id: string; readonly pieces: FoundPieces }[] {
  return descendantsOf(parseXmlTree(xml, name), 'Relationship').flatMap((element) => {
    const id = attributeOf(xml, element, 'Id');
    if (id === undefined || attributeOf(xml, element, 'TargetMode') !== 'External' || !(attributeOf(xml, element, 'Type') ?? '').endsWith('/hyperlink')) return [];
    const pieces = linkPieces(decodeText(attributeOf(xml, element, 'Target') ?? '').text, delimiters);
    return pieces === undefined ? [] : [{ element, id, pieces }];
  });
}
