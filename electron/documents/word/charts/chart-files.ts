import type { ZipArchive, ZipMember } from '../../../files/zip-member.ts';
import { inflateMember, memberText } from '../../../files/zip-reader.ts';
import { deflateMember } from '../../../files/zip-writer.ts';
import { decodeText } from '../escape-text.ts';
import { addedName, originalOrAddedName, type Additions } from '../additions.ts';
import { contentTypeOf, relationshipsName, relationshipsOf } from '../package-parts.ts';
import { attributeText } from '../pictures/picture-xml.ts';
import { attributeOf, descendantsOf, parseXmlTree } from '../xml-tree.ts';

/** A file that each copy of a chart has for itself: its style, its colours, the shapes drawn on it. */
type Companion = { readonly id: string; readonly type: string; readonly member: ZipMember; readonly contentType: string | undefined; readonly relationships: ZipMember | undefined };

/** What a copy shares with the others, or finds elsewhere. */
type Shared = { readonly id: string; readonly type: string; readonly target: string; readonly isExternal: boolean };

/** The files around a chart part. */
export type ChartFiles = {
  readonly companions: readonly Companion[];
  readonly shared: readonly Shared[];
  /** The relationship by which the chart finds its workbook. */
  readonly workbookId: string;
  /** The template's workbook: for copies of a chart that no data is bound to. */
  readonly workbook: Companion | undefined;
  /** A workbook elsewhere: charts without data leave it there, those with data have their own. */
  readonly linked: Shared | undefined;
  /** Members that copies share: they stay in the package. */
  readonly kept: readonly string[];
};

const ownTypes: ReadonlySet<string> = new Set(['chartStyle', 'chartColorStyle', 'chartUserShapes', 'themeOverride']);
const chartType = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const packageRelationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/package';
const relationshipsNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships';

/**
 * Reads what a chart part refers to.
 * @param workbookId the id in its c:externalData, undefined without one
 */
export function readChartFiles(archive: ZipArchive, part: string, workbookId: string | undefined): ChartFiles {
  const relationships = allRelationships(archive, part);
  const companion = (relationship: Shared): Companion | undefined => {
    const member = archive.get(relationship.target);
    if (member === undefined || relationship.isExternal) return undefined;
    return { id: relationship.id, type: relationship.type, member, contentType: contentTypeOf(archive, member.name), relationships: absoluteRelationships(archive, member.name) };
  };
  const toWorkbook = relationships.find(({ id }) => id === workbookId);
  const others = relationships.filter((relationship) => relationship !== toWorkbook);
  const own = others.filter(({ type, isExternal }) => !isExternal && ownTypes.has(type.slice(type.lastIndexOf('/') + 1)));
  const companions = own.map(companion).filter((found) => found !== undefined);
  const shared = others.filter((relationship) => !own.includes(relationship));
  return {
    companions,
    shared,
    workbookId: workbookId ?? 'addedWorkbook',
    workbook: toWorkbook === undefined ? undefined : companion(toWorkbook),
    linked: toWorkbook?.isExternal === true ? toWorkbook : undefined,
    kept: [...shared.filter(({ isExternal }) => !isExternal).map(({ target }) => target), ...companions.flatMap(({ member }) => relationshipsOf(archive, member.name).map(({ target }) => target))],
  };
}

/** The bytes of the template's workbook, when it is one of the usual kind. */
export function templateWorkbook({ workbook }: ChartFiles): Uint8Array | undefined {
  return workbook === undefined || workbook.member.size > 8 * 1024 * 1024 ? undefined : inflateMember(workbook.member);
}

/** Adds a copy of the chart to the document, with all that belongs to it, and tells its name. */
export function addChart(additions: Additions, original: string, bytes: Uint8Array, files: ChartFiles, workbook: Uint8Array | undefined): string {
  const add = (member: ZipMember, contentType: string | undefined): string => {
    const name = originalOrAddedName(additions, member.name);
    additions.members.push({ name, bytes: new Uint8Array(), contentType, stored: true, ready: { ...member, name } });
    return name;
  };
  const name = originalOrAddedName(additions, original);
  additions.members.push({ name, bytes, contentType: chartType, stored: false });
  const relationships: Shared[] = files.companions.map((companion) => {
    const target = add(companion.member, companion.contentType);
    const own = companion.relationships;
    if (own !== undefined) additions.members.push({ name: relationshipsName(target), bytes: new Uint8Array(), contentType: undefined, stored: true, ready: { ...own, name: relationshipsName(target) } });
    return { id: companion.id, type: companion.type, target: `/${target}`, isExternal: false };
  });
  if (workbook !== undefined) {
    const known = files.workbook?.member.name;
    const target = known?.endsWith('.xlsx') === true ? originalOrAddedName(additions, known) : addedName(additions, 'word/embeddings/', 'xlsx');
    additions.members.push({ name: target, bytes: workbook, contentType: workbookType, stored: true });
    relationships.push({ id: files.workbookId, type: packageRelationship, target: `/${target}`, isExternal: false });
  } else if (files.workbook !== undefined) {
    relationships.push({ id: files.workbookId, type: files.workbook.type, target: `/${add(files.workbook.member, files.workbook.contentType)}`, isExternal: false });
  } else if (files.linked !== undefined) {
    relationships.push(files.linked);
  }
  const all = [...relationships, ...files.shared.map((each) => (each.isExternal ? each : { ...each, target: `/${each.target}` }))];
  if (all.length > 0) additions.members.push({ name: relationshipsName(name), bytes: Buffer.from(relationshipsXml(all), 'utf8'), contentType: undefined, stored: false });
  return name;
}

/** The relationships of a part with targets by their whole names, so that a copy elsewhere finds the same. */
function absoluteRelationships(archive: ZipArchive, part: string): ZipMember | undefined {
  const list = allRelationships(archive, part);
  return list.length === 0 ? undefined : deflateMember({ name: relationshipsName(part), bytes: Buffer.from(relationshipsXml(list.map((each) => (each.isExternal ? each : { ...each, target: `/${each.target}` }))), 'utf8') });
}

function allRelationships(archive: ZipArchive, part: string): readonly Shared[] {
  const inside = relationshipsOf(archive, part).map(({ id, fullType, target }): Shared => ({ id, type: fullType, target, isExternal: false }));
  const name = relationshipsName(part);
  const xml = memberText(archive, name);
  if (xml === undefined) return inside;
  const attribute = (element: Parameters<typeof attributeOf>[1], key: string): string => decodeText(attributeOf(xml, element, key) ?? '').text;
  const outside = descendantsOf(parseXmlTree(xml, name), 'Relationship').filter((element) => attributeOf(xml, element, 'TargetMode') === 'External');
  return [...inside, ...outside.map((element): Shared => ({ id: attribute(element, 'Id'), type: attribute(element, 'Type'), target: attribute(element, 'Target'), isExternal: true }))];
}

function relationshipsXml(list: readonly Shared[]): string {
  const elements = list.map(({ id, type, target, isExternal }) => `<Relationship Id="${attributeText(id)}" Type="${attributeText(type)}" Target="${attributeText(target)}"${isExternal ? ' TargetMode="External"' : ''}/>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${relationshipsNamespace}">${elements.join('')}</Relationships>`;
}
