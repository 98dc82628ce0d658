import type { ZipArchive, ZipMember } from '../files/zip-member.ts';
import { memberText } from '../files/zip-reader.ts';
import { deflateMember } from '../files/zip-writer.ts';
import type { TemplateProblem } from './tags/template-problem.ts';
import { decodeText } from './word/escape-text.ts';
import { attributeOf, descendantsOf, parseXmlTree, type XmlElement } from './word/xml-tree.ts';

/** Followed only when a reader clicks on it. */
const harmless = 'hyperlink';
/** Which .dotx the author started from: Word would fetch it from wherever it is said to be, and no document needs it. */
const attachedTemplate = 'attachedTemplate';

type OutsideReference = { readonly element: XmlElement; readonly type: string; readonly target: string };

function referencesIn(xml: string, name: string): readonly OutsideReference[] {
  return descendantsOf(parseXmlTree(xml, name), 'Relationship').flatMap((element) => {
    if (attributeOf(xml, element, 'TargetMode') !== 'External') return [];
    const type = decodeText(attributeOf(xml, element, 'Type') ?? '').text;
    return [{ element, type: type.slice(type.lastIndexOf('/') + 1), target: decodeText(attributeOf(xml, element, 'Target') ?? '').text }];
  });
}

function relationshipTexts(archive: ZipArchive): readonly (readonly [name: string, xml: string])[] {
  return [...archive.keys()].filter((name) => name.endsWith('.rels')).map((name) => [name, memberText(archive, name) ?? ''] as const);
}

/**
 * What a document made from this template would fetch from elsewhere as soon as it is opened: linked pictures, objects, workbooks,
 * frames. On the receiver's disc it would be missing, and whoever owns the address would hear of every reader.
 */
export function outsideReferences(archive: ZipArchive): readonly TemplateProblem[] {
  return relationshipTexts(archive).flatMap(([name, xml]) =>
    referencesIn(xml, name).filter(({ type }) => type !== harmless && type !== attachedTemplate).map(({ target }): TemplateProblem => ({
      code: 'bad-part',
      part: '整份文件',
      place: '',
      tag: target.slice(0, 200),
      message: `引用了文件之外的内容“${target.slice(0, 200)}”，交付后会打不开，也会向外联网。`,
      suggestion: '把链接的图片、对象或表格改为嵌入文件',
    })));
}

/** The members without any mention of the .dotx that the author started from. */
export function withoutAttachedTemplate(archive: ZipArchive, members: readonly ZipMember[]): readonly ZipMember[] {
  const changed = new Map<string, string>();
  for (const [name, xml] of relationshipTexts(archive)) {
    const cuts = referencesIn(xml, name).filter(({ type }) => type === attachedTemplate);
    if (cuts.length === 0) continue;
    changed.set(name, cuts.reduceRight((text, { element }) => text.slice(0, element.from) + text.slice(element.to), xml));
    const owner = name.replace(/_rels\/([^/]+)\.rels$/, '$1');
    const settings = memberText(archive, owner);
    if (settings === undefined) continue;
    const mentions = descendantsOf(parseXmlTree(settings, owner), 'w:attachedTemplate');
    changed.set(owner, mentions.reduceRight((text, element) => text.slice(0, element.from) + text.slice(element.to), settings));
  }
  return members.map((member) => {
    const text = changed.get(member.name);
    return text === undefined ? member : deflateMember({ name: member.name, bytes: Buffer.from(text, 'utf8') });
  });
}
