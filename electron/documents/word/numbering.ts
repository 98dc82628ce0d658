import { AppError } from '../../../shared/app-error.ts';
import type { ZipArchive } from '../../files/zip-member.ts';
import { memberText } from '../../files/zip-reader.ts';
import { mostReading } from '../tags/template-limits.ts';
import { declaredUtf8 } from './package-changes.ts';
import { relationshipsOf } from './package-parts.ts';
import { attributeOf, attributeSpan, childNamed, descendantsOf, parseXmlTree, type XmlElement } from './xml-tree.ts';

/** The number that a style gives its paragraphs, and what else of it matters for them. */
export type StyleNumber = { readonly numId: string | undefined; readonly level: number | undefined; readonly isHeading: boolean; readonly indent: ReadonlyMap<string, string> };

/** The lists of a template: w:num by id, and the styles that use them. */
export type Numbering = {
  readonly part: string;
  readonly xml: string;
  /** Offset at which further lists go. */
  readonly insertAt: number;
  /** Ids of further lists count on from here. */
  readonly nextId: number;
  /** Per list, the content of another list that counts the same way, from the beginning. */
  readonly restarted: ReadonlyMap<string, string>;
  /** How many lists a document may have beyond those of the template. */
  readonly room: number;
  /** Whether a level of a list shows the same sign for every item: there is nothing to begin anew. */
  readonly isCounted: (numId: string, level: number) => boolean;
  readonly styles: ReadonlyMap<string, StyleNumber>;
};

/** Word shows no numbers at all for lists beyond a little more than two thousand. */
const mostLists = 2000;

/** Reads numbering and styles of the main part; undefined when the template has no lists. */
export function readNumbering(archive: ZipArchive, mainPart: string): Numbering | undefined {
  const related = relationshipsOf(archive, mainPart);
  const part = related.find((relationship) => relationship.type === 'numbering')?.target;
  const text = part === undefined ? undefined : memberText(archive, part);
  if (part === undefined || text === undefined) return undefined;
  const xml = declaredUtf8(text);
  const root = parseXmlTree(xml, part);
  const lists = descendantsOf(root, 'w:num');
  const last = lists.at(-1);
  if (last === undefined) return undefined;
  if (lists.length * descendantsOf(root, 'w:lvl').length > mostReading) throw new AppError('unreadable-file', `“${part}”里的编号列表过多，已拒绝打开。`, { part, lists: lists.length });
  const stylesPart = related.find((relationship) => relationship.type === 'styles')?.target;
  const levelsOfStyles = levelsByStyle(xml, root);
  const styles = stylesPart === undefined ? new Map<string, StyleNumber>() : readStyles(memberText(archive, stylesPart) ?? '', stylesPart, levelsOfStyles);
  const signs = levelsWithSigns(xml, root);
  const known: KnownLists = { abstracts: byId(xml, descendantsOf(root, 'w:abstractNum'), 'w:abstractNumId'), lists: byId(xml, lists, 'w:numId') };
  const ids = lists.map((list) => Number(attributeOf(xml, list, 'w:numId'))).filter((id) => Number.isSafeInteger(id));
  return {
    part,
    xml,
    insertAt: last.to,
    nextId: ids.reduce((highest, id) => Math.max(highest, id), 0) + 1,
    restarted: new Map(lists.map((list) => [attributeOf(xml, list, 'w:numId') ?? '', restartedContent(xml, known, list, styles)])),
    room: Math.max(0, mostLists - lists.length),
    isCounted: (numId, level) => !signs.has(`${numId} ${level}`),
    styles,
  };
}

type KnownLists = { readonly abstracts: ReadonlyMap<string | undefined, XmlElement>; readonly lists: ReadonlyMap<string | undefined, XmlElement> };

/** The first of each id counts. */
function byId(xml: string, elements: readonly XmlElement[], id: string): ReadonlyMap<string | undefined, XmlElement> {
  return new Map(elements.toReversed().map((element) => [attributeOf(xml, element, id), element] as const));
}

/** Lists and levels with bullets instead of numbers. */
function levelsWithSigns(xml: string, root: XmlElement): ReadonlySet<string> {
  const ofLevels = (holder: XmlElement): readonly (readonly [string, boolean])[] =>
    descendantsOf(holder, 'w:lvl').map((level) => [attributeOf(xml, level, 'w:ilvl') ?? '', ['bullet', 'none'].includes(valueIn(xml, level, 'w:numFmt') ?? '')]);
  const abstracts = new Map(descendantsOf(root, 'w:abstractNum').map((abstract) => [attributeOf(xml, abstract, 'w:abstractNumId'), ofLevels(abstract)]));
  return new Set(descendantsOf(root, 'w:num').flatMap((list) => {
    const levels = new Map([...(abstracts.get(valueIn(xml, list, 'w:abstractNumId')) ?? []), ...ofLevels(list)]);
    return [...levels].filter(([, isSign]) => isSign).map(([level]) => `${attributeOf(xml, list, 'w:numId') ?? ''} ${level}`);
  }));
}

/**
 * Lists of one abstract list go on counting where the other stopped, unless each level is told where to start: Word takes that as the
 * beginning of a list of its own.
 */
function restartedContent(xml: string, known: KnownLists, list: XmlElement, styles: ReadonlyMap<string, StyleNumber>): string {
  const abstractId = childNamed(list, 'w:abstractNumId');
  const levels = startsOf(xml, known, abstractId === undefined ? undefined : attributeOf(xml, abstractId, 'w:val'), styles);
  const overrides = list.children.filter((child) => child.name === 'w:lvlOverride');
  const stated = levels.map((start, level) => {
    const own = overrides.find((override) => attributeOf(xml, override, 'w:ilvl') === String(level));
    if (own !== undefined && childNamed(own, 'w:startOverride') !== undefined) return xml.slice(own.from, own.to);
    const definition = own === undefined ? undefined : childNamed(own, 'w:lvl');
    const from = definition === undefined ? start : (startOf(xml, definition) ?? start);
    return `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${from}"/>${definition === undefined ? '' : xml.slice(definition.from, definition.to)}</w:lvlOverride>`;
  });
  return `${abstractId === undefined ? '' : xml.slice(abstractId.from, abstractId.to)}${stated.join('')}`;
}

/** Where each level of an abstract list begins. A list that only names a style takes its levels from the list of that style. */
function startsOf(xml: string, known: KnownLists, abstractId: string | undefined, styles: ReadonlyMap<string, StyleNumber>, depth = 0): readonly string[] {
  const abstract = known.abstracts.get(abstractId);
  const levels = abstract?.children.filter((child) => child.name === 'w:lvl') ?? [];
  const starts = Array.from({ length: 9 }, () => '1');
  for (const level of levels) {
    const index = Number(attributeOf(xml, level, 'w:ilvl'));
    if (index >= 0 && index < 9) starts[index] = startOf(xml, level) ?? '0';
  }
  const link = abstract === undefined || levels.length > 0 ? undefined : childNamed(abstract, 'w:numStyleLink');
  const linked = link === undefined ? undefined : styles.get(attributeOf(xml, link, 'w:val') ?? '')?.numId;
  const list = linked === undefined || depth > 3 ? undefined : known.lists.get(linked);
  const target = list === undefined ? undefined : childNamed(list, 'w:abstractNumId');
  return target === undefined ? starts : startsOf(xml, known, attributeOf(xml, target, 'w:val'), styles, depth + 1);
}

function startOf(xml: string, level: XmlElement): string | undefined {
  const start = childNamed(level, 'w:start');
  const value = start === undefined ? undefined : attributeOf(xml, start, 'w:val');
  return value !== undefined && /^\d{1,9}$/.test(value) ? value : undefined;
}

/** The level that belongs to a style is stated with the list, not with the style. */
function levelsByStyle(xml: string, root: XmlElement): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const level of descendantsOf(root, 'w:lvl')) {
    const style = childNamed(level, 'w:pStyle');
    const name = style === undefined ? undefined : attributeOf(xml, style, 'w:val');
    if (name !== undefined && !found.has(name)) found.set(name, Number(attributeOf(xml, level, 'w:ilvl') ?? 0));
  }
  return found;
}

/** Styles with what they inherit from the styles they are based on. */
function readStyles(xml: string, part: string, levels: ReadonlyMap<string, number>): ReadonlyMap<string, StyleNumber> {
  const root = parseXmlTree(xml, part);
  const elements = new Map(descendantsOf(root, 'w:style').map((style) => [attributeOf(xml, style, 'w:styleId') ?? '', style]));
  const found = new Map<string, StyleNumber>();
  const read = (id: string, depth: number): StyleNumber => {
    const known = found.get(id);
    const style = elements.get(id);
    if (known !== undefined) return known;
    if (style === undefined || depth > 20) return { numId: undefined, level: undefined, isHeading: false, indent: new Map() };
    const basedOn = childNamed(style, 'w:basedOn');
    const base = basedOn === undefined ? undefined : read(attributeOf(xml, basedOn, 'w:val') ?? '', depth + 1);
    const properties = childNamed(style, 'w:pPr');
    const own = (name: string): string | undefined => valueIn(xml, properties, name);
    const numbers = properties === undefined ? undefined : childNamed(properties, 'w:numPr');
    const outline = own('w:outlineLvl');
    const level = valueIn(xml, numbers, 'w:ilvl');
    const result: StyleNumber = {
      numId: valueIn(xml, numbers, 'w:numId') ?? base?.numId,
      level: level === undefined ? (levels.get(id) ?? base?.level) : Number(level),
      isHeading: outline === undefined ? base?.isHeading ?? false : Number(outline) < 9,
      indent: new Map([...(base?.indent ?? []), ...indentOf(xml, properties)]),
    };
    found.set(id, result);
    return result;
  };
  for (const id of elements.keys()) read(id, 0);
  return found;
}

/** The value of a child element of properties. */
export function valueIn(xml: string, properties: XmlElement | undefined, name: string): string | undefined {
  const element = properties === undefined ? undefined : childNamed(properties, name);
  return element === undefined ? undefined : attributeOf(xml, element, 'w:val');
}

const indentNames = ['w:left', 'w:start', 'w:leftChars', 'w:startChars', 'w:right', 'w:end', 'w:rightChars', 'w:endChars', 'w:hanging', 'w:hangingChars', 'w:firstLine', 'w:firstLineChars'];

/** What paragraph properties say about indents. */
export function indentOf(xml: string, properties: XmlElement | undefined): ReadonlyMap<string, string> {
  const indent = properties === undefined ? undefined : childNamed(properties, 'w:ind');
  if (indent === undefined) return new Map();
  return new Map(indentNames.flatMap((name) => {
    const span = attributeSpan(xml, indent, name);
    return span === undefined ? [] : [[name, span.value] as const];
  }));
}
