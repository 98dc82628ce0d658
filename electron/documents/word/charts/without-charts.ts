import type { ZipArchive, ZipMember } from '../../../files/zip-member.ts';
import { memberText } from '../../../files/zip-reader.ts';
import { deflateMember } from '../../../files/zip-writer.ts';
import { relationshipsName, relationshipsOf } from '../package-parts.ts';
import { attributeOf, descendantsOf, parseXmlTree } from '../xml-tree.ts';

const contentTypesName = '[Content_Types].xml';

/**
 * The template without charts that every document has copies of: their parts, workbooks and styles hold figures that somebody made up.
 * @param dropped relationship ids by the part that refers to such a chart
 * @param kept members that the copies share
 */
export function withoutCharts(archive: ZipArchive, dropped: ReadonlyMap<string, ReadonlySet<string>>, kept: readonly string[]): ZipArchive {
  if ([...dropped.values()].every((ids) => ids.size === 0)) return archive;
  const before = reachable(archive, kept);
  const members = new Map<string, ZipMember>(archive);
  for (const [part, ids] of dropped) {
    const name = relationshipsName(part);
    const xml = memberText(archive, name);
    if (xml === undefined) continue;
    const gone = descendantsOf(parseXmlTree(xml, name), 'Relationship').filter((element) => ids.has(attributeOf(xml, element, 'Id') ?? ''));
    members.set(name, textMember(name, gone.reduceRight((text, element) => text.slice(0, element.from) + text.slice(element.to), xml)));
  }
  const after = reachable(members, kept);
  const removed = [...before].filter((name) => !after.has(name));
  for (const name of removed) {
    members.delete(name);
    members.delete(relationshipsName(name));
  }
  members.set(contentTypesName, textMember(contentTypesName, withoutOverrides(memberText(archive, contentTypesName) ?? '', new Set(removed.map((name) => `/${name}`.toLowerCase())))));
  return members;
}

/** Every member that can be reached from the package, or from these. */
function reachable(archive: ZipArchive, from: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = ['', ...from];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name) || (name !== '' && !archive.has(name))) continue;
    found.add(name);
    waiting.push(...relationshipsOf(archive, name).map(({ target }) => target));
  }
  found.delete('');
  return found;
}

function withoutOverrides(types: string, names: ReadonlySet<string>): string {
  const gone = descendantsOf(parseXmlTree(types, contentTypesName), 'Override').filter((element) => names.has((attributeOf(types, element, 'PartName') ?? '').toLowerCase()));
  return gone.reduceRight((text, element) => text.slice(0, element.from) + text.slice(element.to), types);
}

function textMember(name: string, text: string): ZipMember {
  return deflateMember({ name, bytes: Buffer.from(text, 'utf8') });
}
