import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { writeZip } from '../../../electron/files/zip-writer.ts';

/** A worksheet by its XML: what stands in front of its cells, its rows, what stands behind, and its related parts. */
export type WrittenSheet = {
  readonly name: string;
  readonly head?: string;
  readonly rows: readonly string[];
  readonly tail?: string;
  /** Relationships by id: short type and target, relative to xl/worksheets. */
  readonly related?: Readonly<Record<string, readonly [type: string, target: string]>>;
};

export type WrittenWorkbook = {
  readonly sheets: readonly WrittenSheet[];
  /** definedName elements. */
  readonly names?: string;
  /** Behind the names: calcPr, pivotCaches. */
  readonly workbookTail?: string;
  /** Relationships of the workbook besides sheets and styles. */
  readonly related?: Readonly<Record<string, readonly [type: string, target: string]>>;
  /** Further members. */
  readonly parts?: Readonly<Record<string, string>>;
  /** Content types of further members. */
  readonly types?: Readonly<Record<string, string>>;
  readonly sharedStrings?: readonly string[];
  readonly styles?: string;
  readonly date1904?: boolean;
};

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Styles: 0 general, 1 number 0.0, 2 date, 3 text, 4 percent, 5 general that wraps. */
const plainStyles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">${['0', '4', '164', '49', '10'].map((format) => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join('')}<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><b/></font></dxf></dxfs></styleSheet>`;

function relationshipType(short: string): string {
  if (short === 'threadedComment') return 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment';
  return short.includes(':') ? short : `${office}/${short}`;
}

export function relationships(related: Readonly<Record<string, readonly [type: string, target: string]>>): string {
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.entries(related).map(([id, [type, target]]) => `<Relationship Id="${id}" Type="${relationshipType(type)}" Target="${target}"/>`).join('')}</Relationships>`;
}

/** The workbook as a file. */
export function writtenWorkbook(workbook: WrittenWorkbook): Uint8Array {
  const sheets = workbook.sheets.map((sheet, index) => ({ ...sheet, member: `worksheets/sheet${index + 1}.xml`, id: `rId${index + 1}` }));
  const typeOf: Record<string, string> = {
    'xl/workbook.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    'xl/styles.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml',
    ...(workbook.sharedStrings && { 'xl/sharedStrings.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml' }),
    ...Object.fromEntries(sheets.map(({ member }) => [`xl/${member}`, 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'])),
    ...workbook.types,
  };
  const members: Record<string, string> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="png" ContentType="image/png"/>${Object.entries(typeOf).map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`).join('')}</Types>`,
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}">${workbook.date1904 === true ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheets.map(({ name, id }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="${id}"/>`).join('')}</sheets>${workbook.names === undefined ? '' : `<definedNames>${workbook.names}</definedNames>`}${workbook.workbookTail ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationships({
      ...Object.fromEntries(sheets.map(({ id, member }) => [id, ['worksheet', member] as const])),
      rStyles: ['styles', 'styles.xml'],
      ...(workbook.sharedStrings && { rStrings: ['sharedStrings', 'sharedStrings.xml'] as const }),
      ...workbook.related,
    }),
    'xl/styles.xml': workbook.styles ?? plainStyles,
    ...(workbook.sharedStrings && { 'xl/sharedStrings.xml': `${declaration}<sst xmlns="${main}">${workbook.sharedStrings.map((text) => `<si>${text}</si>`).join('')}</sst>` }),
    ...Object.fromEntries(sheets.map(({ member, head = '', rows, tail = '' }) => [`xl/${member}`, `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" mc:Ignorable="x14 xm">${head}<sheetData>${rows.join('')}</sheetData>${tail}</worksheet>`])),
    ...Object.fromEntries(sheets.flatMap(({ member, related }) => (related === undefined ? [] : [[`xl/${member.replace('/', '/_rels/')}.rels`, relationships(related)]]))),
    ...workbook.parts,
  };
  return writeZip(Object.entries(members).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
}

/** What stands in a cell of a written row: text; a number; a formula after `=`; an element after `<`. A style follows a `#`. */
export type WrittenCell = string | number | undefined;

/** A row with its cells from A on. */
export function writtenRow(number: number, cells: readonly WrittenCell[], attributes = ''): string {
  return `<row r="${number}"${attributes}>${cells.map((cell, index) => cellXml(`${String.fromCharCode(65 + index)}${number}`, cell)).join('')}</row>`;
}

function cellXml(reference: string, cell: WrittenCell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (cell.startsWith('<')) return `<c r="${reference}">${cell}</c>`;
  if (cell.startsWith('=')) return `<c r="${reference}"><f>${escaped(cell.slice(1))}</f><v>0</v></c>`;
  const [, text = cell, style] = /^(.*)#(\d)$/s.exec(cell) ?? [];
  return `<c r="${reference}"${style === undefined ? '' : ` s="${style}"`} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** A member of a workbook as text. */
export function partOf(bytes: Uint8Array, member: string): string {
  const text = memberText(readZip(bytes), member);
  if (text === undefined) throw new Error(`no ${member}`);
  return text;
}

/** What the cells of a sheet hold: texts and numbers as they are, formulas after `=`. */
export function cellsOf(bytes: Uint8Array, sheet = 1): Readonly<Record<string, string | number | boolean>> {
  const xml = partOf(bytes, `xl/worksheets/sheet${sheet}.xml`);
  const strings = readZip(bytes).has('xl/sharedStrings.xml') ? [...partOf(bytes, 'xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map((match) => textIn(match[1] ?? '')) : [];
  const cells: Record<string, string | number | boolean> = {};
  for (const [, attributes = '', content = ''] of xml.matchAll(/<c ([^<>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const reference = /\br="([^"]+)"/.exec(attributes)?.[1] ?? '';
    const formula = /<f\b[^<>]*>([^<]*)<\/f>/.exec(content)?.[1];
    const value = /<v>([^<]*)<\/v>/.exec(content)?.[1];
    const type = /\bt="([^"]+)"/.exec(attributes)?.[1];
    if (formula !== undefined) cells[reference] = `=${unescaped(formula)}`;
    else if (type === 'inlineStr') cells[reference] = textIn(content);
    else if (type === 's') cells[reference] = strings[Number(value)] ?? '';
    else if (type === 'b') cells[reference] = value === '1';
    else if (value !== undefined) cells[reference] = Number(value);
  }
  return cells;
}

function textIn(xml: string): string {
  return [...xml.matchAll(/<t(?: [^<>]*)?>([^<]*)<\/t>/g)].map((match) => unescaped(match[1] ?? '')).join('');
}

/** The rows of a sheet as a grid of what their cells hold, from A to the given column; '' for nothing. */
export function gridOf(bytes: Uint8Array, columns: number, sheet = 1): readonly (readonly (string | number | boolean)[])[] {
  const cells = cellsOf(bytes, sheet);
  const last = Math.max(0, ...Object.keys(cells).map((reference) => Number(/\d+$/.exec(reference)?.[0])));
  return Array.from({ length: last }, (_, row) => Array.from({ length: columns }, (_none, column) => cells[`${String.fromCharCode(65 + column)}${row + 1}`] ?? ''));
}
