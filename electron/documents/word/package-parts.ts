import { AppError } from '../../../shared/app-error.ts';
import type { ZipArchive, ZipMember } from '../../files/zip-member.ts';
import { inflateMember, memberText } from '../../files/zip-reader.ts';
import { attributeOf, descendantsOf, parseXmlTree } from './xml-tree.ts';
import { decodeText } from './escape-text.ts';

/** What a part is for, as far as tags are concerned. */
export type PartKind = 'document' | 'header' | 'footer' | 'notes' | 'comments' | 'properties' | 'drawing';

/** A part that may contain tags. */
export type TemplatePart = {
  /** Name in the zip, without leading slash. */
  readonly name: string;
  readonly kind: PartKind;
  /** In words, for problems: 正文, 页眉 1. */
  readonly label: string;
};

export type Relationship = { readonly id: string; readonly type: string; readonly fullType: string; readonly target: string };

const kindByRelationship: ReadonlyMap<string, readonly [PartKind, string]> = new Map<string, readonly [PartKind, string]>([
  ['header', ['header', '页眉']],
  ['footer', ['footer', '页脚']],
  ['footnotes', ['notes', '脚注']],
  ['endnotes', ['notes', '尾注']],
  ['comments', ['comments', '批注']],
  ['chart', ['drawing', '图表']],
  ['diagramData', ['drawing', '图示']],
  ['diagramDrawing', ['drawing', '图示']],
  ['core-properties', ['properties', '文档属性']],
  ['extended-properties', ['properties', '文档属性']],
  ['custom-properties', ['properties', '文档属性']],
]);

/** What Word keeps of a cover page (date, abstract, company) in a part of the custom XML, where the content controls of the page take it from. */
const coverPageNamespace = 'http://schemas.microsoft.com/office/2006/coverPageProps';
const coverPage: readonly [PartKind, string] = ['properties', '封面属性'];

const documentTypes = ['wordprocessingml.document.main+xml', 'wordprocessingml.template.main+xml'];

/** The main part of the package, and every part that may contain tags, found by relationship type: names are the author program's own business. */
export type WordPackage = { readonly mainPart: string; readonly parts: readonly TemplatePart[] };

/**
 * Finds the parts of a .docx (or .dotx).
 * @throws AppError unreadable-file for workbooks, presentations, documents with macros and whatever else is no Word document
 */
export function readWordPackage(archive: ZipArchive): WordPackage {
  const top = relationshipsOf(archive, '');
  const main = mainRelationship(archive);
  if (main === undefined || !archive.has(main.target)) throw new AppError('unreadable-file', '这不是 Word 文档（.docx）。', {});
  refuseOtherDocuments(archive, main.target);
  const found: { name: string; kind: PartKind; title: string }[] = [{ name: main.target, kind: 'document', title: '正文' }];
  const visit = (relationships: readonly Relationship[]): void => {
    for (const { type, target } of relationships) {
      const kind = type === 'customXml' && isCoverPage(archive.get(target)) ? coverPage : kindByRelationship.get(type);
      if (kind === undefined || !archive.has(target) || found.some((part) => part.name === target)) continue;
      found.push({ name: target, kind: kind[0], title: kind[1] });
      visit(relationshipsOf(archive, target));
    }
  };
  visit(relationshipsOf(archive, main.target));
  visit(top);
  return { mainPart: main.target, parts: found.map(({ name, kind, title }) => ({ name, kind, label: numbered(title, name, found) })) };
}

/** Namespaces of the strict form of these documents begin with this. */
const strict = 'http://purl.oclc.org/ooxml/';

/**
 * The relationship of a package to its main part, if it has one.
 * @throws AppError unreadable-file for documents saved as “Strict Open XML”: few programs read what this engine would make of them
 */
export function mainRelationship(archive: ZipArchive): Relationship | undefined {
  const main = relationshipsOf(archive, '').find((relationship) => relationship.type === 'officeDocument');
  if (main !== undefined && main.fullType.startsWith(strict)) {
    throw new AppError('unreadable-file', '这份文件是“Strict Open XML”格式，WPS 和许多程序打不开。请在 Word、Excel 里另存为普通的 .docx 或 .xlsx 后再用。', { type: main.fullType });
  }
  return main;
}

function isCoverPage(member: ZipMember | undefined): boolean {
  return member !== undefined && inflateMember(member).includes(coverPageNamespace);
}

/** The internal relationships of a part (of the package itself for ''), with targets as names in the zip and types shortened to their last word. */
export function relationshipsOf(archive: ZipArchive, part: string): readonly Relationship[] {
  const name = relationshipsName(part);
  const xml = memberText(archive, name);
  if (xml === undefined) return [];
  return descendantsOf(parseXmlTree(xml, name), 'Relationship').flatMap((element) => {
    const target = attributeOf(xml, element, 'Target');
    const type = attributeOf(xml, element, 'Type');
    if (target === undefined || type === undefined || attributeOf(xml, element, 'TargetMode') === 'External') return [];
    return [{ id: attributeOf(xml, element, 'Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), fullType: type, target: resolveTarget(part, decodeText(target).text) }];
  });
}

/** `word/document.xml` → `word/_rels/document.xml.rels`. */
export function relationshipsName(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

function resolveTarget(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folders = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.') folders.push(step);
  }
  return folders.join('/');
}

function numbered(title: string, name: string, found: readonly { readonly name: string; readonly title: string }[]): string {
  const alike = found.filter((part) => part.title === title);
  return alike.length < 2 ? title : `${title} ${alike.findIndex((part) => part.name === name) + 1}`;
}

function refuseOtherDocuments(archive: ZipArchive, mainPart: string): void {
  const type = contentTypeOf(archive, mainPart) ?? '';
  if (documentTypes.some((known) => type.includes(known))) return;
  if (type.includes('macroEnabled')) throw new AppError('unreadable-file', '文档带有宏（.docm/.dotm）。请在 Word 中另存为不带宏的 .docx 后再用。', { contentType: type });
  if (type.includes('spreadsheetml')) throw new AppError('unreadable-file', '这是 Excel 工作簿，不是 Word 文档。', { contentType: type });
  if (type.includes('presentationml')) throw new AppError('unreadable-file', '这是演示文稿，不是 Word 文档。', { contentType: type });
  throw new AppError('unreadable-file', '这不是 Word 文档（.docx）。', { contentType: type });
}

/** The content type of a part as `[Content_Types].xml` states it, by name before by extension. */
export function contentTypeOf(archive: ZipArchive, part: string): string | undefined {
  const name = '[Content_Types].xml';
  const xml = memberText(archive, name);
  if (xml === undefined) throw new AppError('unreadable-file', '文件里没有 [Content_Types].xml，不是 Word 或 Excel 文档。', {});
  const tree = parseXmlTree(xml, name);
  const override = descendantsOf(tree, 'Override').find((element) => attributeOf(xml, element, 'PartName')?.toLowerCase() === `/${part}`.toLowerCase());
  if (override !== undefined) return attributeOf(xml, override, 'ContentType');
  const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
  const byExtension = descendantsOf(tree, 'Default').find((element) => attributeOf(xml, element, 'Extension')?.toLowerCase() === extension);
  return byExtension === undefined ? undefined : attributeOf(xml, byExtension, 'ContentType');
}
