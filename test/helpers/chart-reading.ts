import ExcelJS from 'exceljs';
import { inflateMember, memberText, readZip } from '../../electron/files/zip-reader.ts';
import { descendants, elements, parseXml, textOf, type XmlNode } from './ooxml-xml.ts';

export type CachedValue = string | number | null;

/** A series as a reader of the document gets it: from the cache, and by the references from the workbook. */
export type ReadSeries = {
  readonly group: string;
  readonly index: number;
  readonly order: number;
  readonly name: string;
  readonly categories: readonly CachedValue[];
  readonly values: readonly CachedValue[];
  readonly sizes?: readonly CachedValue[];
  readonly format: string;
};

export type ReadChart = { readonly series: readonly ReadSeries[]; readonly fromWorkbook: readonly Pick<ReadSeries, 'name' | 'categories' | 'values' | 'sizes'>[]; readonly title: string; readonly xml: string };

/** The names of the chart parts that drawings of the document refer to, in the order in which they are seen. */
export function chartParts(bytes: Uint8Array, part = 'word/document.xml'): readonly string[] {
  const archive = readZip(bytes);
  const targets = relationships(bytes, part);
  return descendants(parseXml(memberText(archive, part) ?? ''), 'c:chart').map((chart) => targets.get(chart.attributes.get('r:id') ?? '') ?? '');
}

/** Targets of a part's relationships, as names in the package. */
export function relationships(bytes: Uint8Array, part: string): ReadonlyMap<string, string> {
  const slash = part.lastIndexOf('/');
  const text = memberText(readZip(bytes), `${part.slice(0, slash)}/_rels/${part.slice(slash + 1)}.rels`);
  if (text === undefined) return new Map();
  return new Map(descendants(parseXml(text), 'Relationship').map(({ attributes }) => [attributes.get('Id') ?? '', new URL(attributes.get('Target') ?? '', `file:///${part}`).pathname.slice(1)]));
}

/** Reads a chart's cache, and its workbook with another program's library. */
export async function readChart(bytes: Uint8Array, part: string): Promise<ReadChart> {
  const archive = readZip(bytes);
  const xml = memberText(archive, part) ?? '';
  const root = parseXml(xml);
  const external = descendants(root, 'c:externalData')[0];
  const member = archive.get(relationships(bytes, part).get(external?.attributes.get('r:id') ?? '') ?? '');
  if (member === undefined) throw new Error(`${part} has no workbook`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(inflateMember(member)).buffer);
  const series = descendants(root, 'c:ser');
  return {
    xml,
    title: descendants(root, 'c:title').slice(0, 1).map((title) => descendants(title, 'a:t').map(textOf).join('')).join(''),
    series: series.map((one): ReadSeries => ({
      group: groupOf(root, one),
      index: Number(child(one, 'c:idx')?.attributes.get('val')),
      order: Number(child(one, 'c:order')?.attributes.get('val')),
      format: descendants(child(one, 'c:val') ?? child(one, 'c:yVal') ?? one, 'c:formatCode').map(textOf)[0] ?? '',
      ...shown(one, cached),
    })),
    fromWorkbook: series.map((one) => shown(one, (holder) => inWorkbook(workbook, holder))),
  };
}

function groupOf(root: XmlNode, series: XmlNode): string {
  const [plot] = descendants(root, 'c:plotArea');
  return elements(plot ?? root).find((group) => group.children.includes(series))?.name ?? '';
}

function shown(series: XmlNode, read: (holder: XmlNode) => readonly CachedValue[]): Pick<ReadSeries, 'name' | 'categories' | 'values' | 'sizes'> {
  const of = (...names: readonly string[]): readonly CachedValue[] => {
    const holder = names.map((name) => child(series, name)).find((found) => found !== undefined);
    return holder === undefined ? [] : read(holder);
  };
  const size = child(series, 'c:bubbleSize');
  return { name: String(of('c:tx')[0] ?? ''), categories: of('c:cat', 'c:xVal'), values: of('c:val', 'c:yVal'), ...(size !== undefined && { sizes: read(size) }) };
}

function child(node: XmlNode, name: string): XmlNode | undefined {
  return elements(node).find((element) => element.name === name);
}

function cached(holder: XmlNode): readonly CachedValue[] {
  const [cache] = [...descendants(holder, 'c:strCache'), ...descendants(holder, 'c:numCache')];
  if (cache === undefined) return [];
  const values: CachedValue[] = Array.from({ length: Number(child(cache, 'c:ptCount')?.attributes.get('val') ?? 0) }, () => null);
  for (const point of elements(cache).filter(({ name }) => name === 'c:pt')) {
    const text = descendants(point, 'c:v').map(textOf).join('');
    values[Number(point.attributes.get('idx'))] = cache.name === 'c:numCache' ? Number(text) : text;
  }
  return values;
}

/** The cells that `c:f` names. */
function inWorkbook(workbook: ExcelJS.Workbook, holder: XmlNode): readonly CachedValue[] {
  const reference = descendants(holder, 'c:f').map(textOf)[0] ?? '';
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/.exec(reference);
  if (match === null) throw new Error(`no reference: ${reference}`);
  const sheet = workbook.getWorksheet((match[1] ?? match[2] ?? '').replaceAll("''", "'"));
  if (sheet === undefined) throw new Error(`no sheet: ${reference}`);
  const [first, last] = [Number(match[4]), Number(match[6] ?? match[4])];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const { value } = sheet.getCell(`${match[3] ?? ''}${first + index}`);
    if (value === null || value === undefined) return null;
    // Days count from the end of 1899, as in the cache.
    if (value instanceof Date) return value.getTime() / 86_400_000 + (workbook.properties.date1904 ? 24_107 : 25_569);
    if (typeof value === 'string' || typeof value === 'number') return value;
    throw new Error(`neither text nor number in ${reference}: ${JSON.stringify(value)}`);
  });
}
