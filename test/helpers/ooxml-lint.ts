import { memberText, readZip } from '../../electron/files/zip-reader.ts';
import { descendants, elements, parseXml, textOf, type XmlNode } from './ooxml-xml.ts';

const templated = /^word\/(document|header|footer|footnotes|endnotes|comments)\d*\.xml$/;

/**
 * Faults of a .docx that make Word repair, refuse or garble it and that the Open XML SDK does not see:
 * duplicate paraId, duplicate content control id, cell without paragraph, cell ending in a table, table without rows,
 * numbering without definition, unbalanced fields, continued vertical merge without a start; and characters that XML forbids.
 */
export function lintDocx(bytes: Uint8Array): readonly string[] {
  const archive = readZip(bytes);
  const numbering = memberText(archive, [...archive.keys()].find((name) => /^word\/numbering\d*\.xml$/.test(name)) ?? '');
  const numbers = new Set(numbering === undefined ? [] : descendants(parseXml(numbering), 'w:num').map((num) => num.attributes.get('w:numId')));
  const faults: string[] = [];
  const seen = new Map<string, number>();
  for (const name of archive.keys()) {
    if (!name.endsWith('.xml') && !name.endsWith('.rels')) continue;
    const text = memberText(archive, name) ?? '';
    // eslint-disable-next-line no-control-regex
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)) faults.push(`${name}: forbidden character`);
    const root = parseXml(text);
    if (templated.test(name)) faults.push(...lintPart(name, root, numbers, seen));
  }
  return faults;
}

/** The faults of a produced file that its template does not have: must be empty. */
export function newLintFaults(template: Uint8Array, output: Uint8Array): readonly string[] {
  const before = new Set(lintDocx(template));
  return lintDocx(output).filter((fault) => !before.has(fault));
}

function lintPart(part: string, root: XmlNode, numbers: ReadonlySet<string | undefined>, seen: Map<string, number>): string[] {
  const faults: string[] = [];
  const unique = (kind: string, value: string | undefined): void => {
    if (value === undefined) return;
    const key = `${kind} ${value}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    if (times === 2) faults.push(`${part}: duplicate ${key}`);
  };
  for (const paragraph of [...descendants(root, 'w:p'), ...descendants(root, 'w:tr')]) unique('paraId', paragraph.attributes.get('w14:paraId'));
  for (const sdtPr of descendants(root, 'w:sdtPr')) unique('sdt id', elements(sdtPr).find((child) => child.name === 'w:id')?.attributes.get('w:val'));
  for (const cell of descendants(root, 'w:tc')) {
    const content = blocks(cell);
    if (!content.some((block) => block.name === 'w:p')) faults.push(`${part}: cell without paragraph`);
    if (content.at(-1)?.name === 'w:tbl') faults.push(`${part}: cell ends in a table`);
  }
  for (const table of descendants(root, 'w:tbl')) {
    const rows = inside(table, 'w:tr');
    if (rows.length === 0) faults.push(`${part}: table without rows`);
    if (rows.some((row) => inside(row, 'w:tc').length === 0)) faults.push(`${part}: row without cells`);
    faults.push(...lintMerges(part, rows));
  }
  for (const numId of descendants(root, 'w:numId')) {
    const value = numId.attributes.get('w:val');
    if (value !== '0' && !numbers.has(value)) faults.push(`${part}: numId ${value} has no definition`);
  }
  faults.push(...lintFields(part, root));
  return faults;
}

/** Every begin needs its end, in the same story; text boxes are stories of their own but nest in order. */
function lintFields(part: string, root: XmlNode): string[] {
  let depth = 0;
  for (const mark of descendants(root, 'w:fldChar')) {
    const type = mark.attributes.get('w:fldCharType');
    if (type === 'begin') depth++;
    if (type === 'end') depth--;
    if (depth < 0) return [`${part}: field ends without begin`];
  }
  return depth === 0 ? [] : [`${part}: field is not ended`];
}

/** A continued merge needs a cell above it, in the same grid column, that starts or continues one. */
function lintMerges(part: string, rows: readonly XmlNode[]): string[] {
  let above = new Set<number>();
  for (const row of rows) {
    const here = new Set<number>();
    const skipped = descendants(row, 'w:gridBefore')[0]?.attributes.get('w:val') ?? '0';
    let column = Number(skipped);
    for (const cell of inside(row, 'w:tc')) {
      const properties = elements(cell).find((child) => child.name === 'w:tcPr');
      const own = properties === undefined ? [] : elements(properties);
      const merge = own.find((child) => child.name === 'w:vMerge');
      if (merge !== undefined) {
        if (merge.attributes.get('w:val') !== 'restart' && !above.has(column)) return [`${part}: vertical merge continues nothing`];
        here.add(column);
      }
      column += Number(own.find((child) => child.name === 'w:gridSpan')?.attributes.get('w:val') ?? 1);
    }
    above = here;
  }
  return [];
}

/** Block content through content controls and the like. */
function blocks(node: XmlNode): XmlNode[] {
  return elements(node).flatMap((child) => (/^w:(sdt|sdtContent|customXml|ins|smartTag)$/.test(child.name) ? blocks(child) : [child]));
}

function inside(node: XmlNode, name: string): XmlNode[] {
  return blocks(node).filter((child) => child.name === name);
}

/** The paragraphs of one part as plain text, line breaks as \n and tabs as \t, text boxes left out: what a test compares. */
export function paragraphTexts(bytes: Uint8Array, part = 'word/document.xml'): readonly string[] {
  const text = memberText(readZip(bytes), part);
  if (text === undefined) throw new Error(`no ${part}`);
  return descendants(parseXml(text), 'w:p').map(paragraphText);
}

function paragraphText(paragraph: XmlNode): string {
  return elements(paragraph)
    .map((child) => {
      if (child.name === 'w:t') return textOf(child);
      if (child.name === 'w:br') return child.attributes.get('w:type') === 'page' ? '\f' : '\n';
      if (child.name === 'w:tab') return '\t';
      return /^w:(pPr|rPr|drawing|pict|instrText|delText)$|^mc:/.test(child.name) ? '' : paragraphText(child);
    })
    .join('');
}
