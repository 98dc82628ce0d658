import type { ZipArchive } from '../../files/zip-member.ts';
import { memberText } from '../../files/zip-reader.ts';
import { declaredUtf8 } from './package-changes.ts';
import { relationshipsOf } from './package-parts.ts';
import { childNamed, descendantsOf, parseXmlTree } from './xml-tree.ts';

/**
 * The settings of a document whose endnotes stand at the end of each record instead of the end of the volume; undefined where the
 * template says where they stand, or has no settings of notes.
 */
export function endnotesPerSection(archive: ZipArchive, mainPart: string): { readonly name: string; readonly bytes: Uint8Array } | undefined {
  const name = relationshipsOf(archive, mainPart).find((relationship) => relationship.type === 'settings')?.target;
  const text = name === undefined ? undefined : memberText(archive, name);
  if (name === undefined || text === undefined) return undefined;
  const xml = declaredUtf8(text);
  const settings = parseXmlTree(xml, name);
  const [endnotes] = descendantsOf(settings, 'w:endnotePr');
  const [footnotes] = descendantsOf(settings, 'w:footnotePr');
  const position = '<w:pos w:val="sectEnd"/>';
  if (endnotes !== undefined && !endnotes.selfClosing && childNamed(endnotes, 'w:pos') === undefined) return written(name, xml, endnotes.contentFrom, position);
  return endnotes === undefined && footnotes !== undefined ? written(name, xml, footnotes.to, `<w:endnotePr>${position}</w:endnotePr>`) : undefined;
}

function written(name: string, xml: string, at: number, added: string): { readonly name: string; readonly bytes: Uint8Array } {
  return { name, bytes: Buffer.from(xml.slice(0, at) + added + xml.slice(at), 'utf8') };
}
