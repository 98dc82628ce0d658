import { AppError } from '../../../../shared/app-error.ts';
import type { ZipArchive, ZipLimits, ZipMember } from '../../../files/zip-member.ts';
import { memberText, readZip } from '../../../files/zip-reader.ts';
import { attribute, elementsOf } from '../../excel/elements.ts';
import { decodeXml, readSharedStrings } from '../../excel/plain-text.ts';
import { columnNumber, parseSheet, type SheetRow } from '../../excel/sheet-xml.ts';
import { contentTypeOf, relationshipsOf, type Relationship } from '../package-parts.ts';
import { parseXmlTree } from '../xml-tree.ts';

/** What the chart's new workbook takes over from the template's: everything but data. */
export type WorkbookLook = {
  readonly sheetName: string;
  /** Text of the cell above the categories. */
  readonly corner: string;
  readonly hasTable: boolean;
  /** Undefined where the template's are missing or doubtful. */
  readonly styles: ZipMember | undefined;
  readonly theme: ZipMember | undefined;
  /** `<cols>`, or ''. */
  readonly columnWidths: string;
  /** Style numbers of the cells of the first and second row, by column from 0. */
  readonly headingStyles: readonly (number | undefined)[];
  readonly cellStyles: readonly (number | undefined)[];
};

const plainWorkbook: WorkbookLook = {
  sheetName: 'Sheet1', corner: '类别', hasTable: true, styles: undefined, theme: undefined, columnWidths: '', headingStyles: [], cellStyles: [],
};

/** A chart's workbook holds a small table. */
const limits: ZipLimits = { members: 200, memberBytes: 8 * 1024 * 1024, totalBytes: 16 * 1024 * 1024 };
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/**
 * Reads the workbook embedded in a template's chart. Whoever sends the template may have put anything there: what cannot be read
 * (.xlsb, macros, damaged, hostile) counts as missing, and nothing of it gets into documents but styles, widths and names.
 */
export function readWorkbookLook(bytes: Uint8Array | undefined): WorkbookLook {
  if (bytes === undefined) return plainWorkbook;
  try {
    return lookOf(readZip(bytes, limits));
  } catch (error) {
    if (error instanceof AppError) return plainWorkbook;
    throw error;
  }
}

function lookOf(archive: ZipArchive): WorkbookLook {
  const main = relationshipsOf(archive, '').find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined || !(contentTypeOf(archive, main) ?? '').includes('spreadsheetml.sheet.main')) return plainWorkbook;
  const workbook = safeText(archive, main);
  const parts = relationshipsOf(archive, main);
  const [first] = elementsOf(workbook ?? '', 'sheet');
  const id = first === undefined ? undefined : attribute(first.attributes, 'r:id');
  const sheetPart = parts.find((part) => part.id === id && part.type === 'worksheet')?.target;
  const sheet = sheetPart === undefined ? undefined : safeText(archive, sheetPart);
  if (workbook === undefined || first === undefined || sheetPart === undefined || sheet === undefined) return plainWorkbook;
  const rows = parseSheet(sheet).rows;
  const styles = takenOver(archive, parts, 'styles');
  const formats = styles === undefined ? 0 : formatCount(memberText(archive, styles.name) ?? '');
  const [columnWidths = ''] = /<cols>(?:<col [^<>]*\/>)+<\/cols>/.exec(sheet) ?? [];
  return {
    sheetName: sheetName(decodeXml(attribute(first.attributes, 'name') ?? '')),
    corner: cornerText(archive, parts, rows),
    hasTable: relationshipsOf(archive, sheetPart).some(({ type }) => type === 'table'),
    styles,
    theme: takenOver(archive, parts, 'theme'),
    columnWidths: formats === 0 ? '' : columnWidths,
    headingStyles: stylesOf(rows.find(({ number }) => number === 1), formats),
    cellStyles: stylesOf(rows.find(({ number }) => number === 2), formats),
  };
}

/** Styles or theme: only when they are ordinary and refer to nothing. */
function takenOver(archive: ZipArchive, parts: readonly Relationship[], type: string): ZipMember | undefined {
  const name = parts.find((part) => part.type === type)?.target;
  const text = name === undefined ? undefined : safeText(archive, name);
  if (name === undefined || text === undefined || text.includes('r:embed') || text.includes('r:id') || text.includes('r:link')) return undefined;
  return type === 'theme' || text.includes(spreadsheet) ? archive.get(name) : undefined;
}

/** The text of a part that is well-formed and has no document type declaration; undefined for any other. */
function safeText(archive: ZipArchive, name: string): string | undefined {
  const text = memberText(archive, name);
  if (text !== undefined) parseXmlTree(text, name);
  return text;
}

function formatCount(styles: string): number {
  const [formats] = elementsOf(styles, 'cellXfs');
  return formats === undefined ? 0 : elementsOf(formats.content ?? '', 'xf').length;
}

function stylesOf(row: SheetRow | undefined, formats: number): readonly (number | undefined)[] {
  const styles: (number | undefined)[] = [];
  for (const cell of row?.cells ?? []) {
    const style = Number(attribute(cell.attributes, 's') ?? 0);
    const column = columnNumber(cell.column) - 1;
    // The plain style counts, too: columns beyond the last look like it.
    if (column < 64) styles[column] = Number.isInteger(style) && style > 0 && style < formats ? style : undefined;
  }
  return styles;
}

function cornerText(archive: ZipArchive, parts: readonly Relationship[], rows: readonly SheetRow[]): string {
  const cell = rows.find(({ number }) => number === 1)?.cells.find(({ column }) => column === 'A');
  const index = cell === undefined || attribute(cell.attributes, 't') !== 's' ? undefined : elementsOf(cell.content, 'v')[0]?.content;
  const strings = parts.find(({ type }) => type === 'sharedStrings')?.target;
  const text = index === undefined || strings === undefined ? undefined : readSharedStrings(safeText(archive, strings) ?? '')[Number(index)];
  return text === undefined || text === '' || text.length > 100 ? plainWorkbook.corner : text;
}

/** Excel's rules for the names of sheets. */
function sheetName(name: string): string {
  // eslint-disable-next-line no-control-regex
  return name === '' || name.length > 31 || /[\\/?*:[\]\u0000-\u001f]/.test(name) || name.startsWith("'") || name.endsWith("'") ? plainWorkbook.sheetName : name;
}
