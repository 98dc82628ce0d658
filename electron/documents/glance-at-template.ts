import { memberText, readZip } from '../files/zip-reader.ts';
import type { ZipArchive } from '../files/zip-member.ts';
import { defaultDelimiters } from './tags/find-tags.ts';
import { mostTags } from './tags/template-limits.ts';
import { decodeText } from './word/escape-text.ts';
import { readNumbering } from './word/numbering.ts';
import { readWordPackage, relationshipsName, type TemplatePart } from './word/package-parts.ts';
import { paragraphsOf } from './word/paragraph-text.ts';
import { refuseOversized } from './word/template-size.ts';
import { parseXmlTree } from './word/xml-tree.ts';

/** A link whose target holds a tag; the target may be written for the web. */
const taggedTarget = /\{|%7b|&#/i;

/**
 * Whether a template may hold such a text, in its tags or elsewhere. No means no; yes means that only compiling can tell. Takes a small
 * part of the time that compiling takes, and refuses the files that compiling refuses.
 * @throws AppError unreadable-file, template-broken
 */
export function mayHold(bytes: Uint8Array, text: RegExp): boolean {
  const archive = readZip(bytes);
  const { mainPart, parts } = readWordPackage(archive);
  refuseOversized(archive, parts, defaultDelimiters);
  readNumbering(archive, mainPart);
  // Every part is read to its end, whatever was found: the last one may be the damaged one.
  const glances = parts.map((part) => glanceAtPart(archive, part, text));
  // More tags than a template may have are refused when they are read.
  return glances.some(({ isFound }) => isFound) || glances.reduce((sum, { marks }) => sum + marks, 0) > mostTags;
}

function glanceAtPart(archive: ZipArchive, part: TemplatePart, text: RegExp): { readonly isFound: boolean; readonly marks: number } {
  const xml = memberText(archive, part.name) ?? '';
  // Word cuts texts into runs as it likes; a tag may even run over paragraphs.
  const written = paragraphsOf(xml, parseXmlTree(xml, part.name), part.kind, false).map((paragraph) => paragraph.text).join('');
  const source = xml.includes('&#') ? decodeText(xml).text : xml;
  const links = memberText(archive, relationshipsName(part.name)) ?? '';
  return {
    isFound: text.test(written) || text.test(source) || (links.includes('/hyperlink') && taggedTarget.test(links)),
    marks: source.split(defaultDelimiters.start).length,
  };
}
