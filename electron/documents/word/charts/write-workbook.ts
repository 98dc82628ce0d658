import type { ZipMember } from '../../../files/zip-member.ts';
import { deflateMember, writeZip } from '../../../files/zip-writer.ts';
import { encodeXml } from '../../excel/plain-text.ts';
import { columnName } from '../../excel/sheet-xml.ts';
import type { SheetColumn } from './sheet-layout.ts';
import type { WorkbookLook } from './workbook-look.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const typePrefix = 'application/vnd.openxmlformats-officedocument.';

/** The workbook of a chart without its data: what is the same for every chart of a template. */
export type WorkbookFrame = { readonly look: WorkbookLook; readonly categoryStyle: number | undefined; readonly withTable: readonly ZipMember[]; readonly withoutTable: readonly ZipMember[] };

/**
 * @param categoryFormat number format of the categories, escaped; undefined for text
 * @param valueFormat the same for values
 */
export function workbookFrame(look: WorkbookLook, isDate1904: boolean, categoryFormat: string | undefined, valueFormat: string): WorkbookFrame {
  const styles = look.styles === undefined ? deflated('xl/styles.xml', plainStyles(categoryFormat, valueFormat)) : { ...look.styles, name: 'xl/styles.xml' };
  const theme = look.theme === undefined ? [] : [{ ...look.theme, name: 'xl/theme/theme1.xml' }];
  const workbook = `<workbook xmlns="${spreadsheet}" xmlns:r="${relationships}"><workbookPr${isDate1904 ? ' date1904="1"' : ''}/><sheets><sheet name="${encodeXml(look.sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const refers = (list: readonly (readonly [string, string])[]): string => `${declaration}<Relationships xmlns="${packageRelationships}">${list.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relationships}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
  const shared = [
    deflated('_rels/.rels', refers([['officeDocument', 'xl/workbook.xml']])),
    deflated('xl/workbook.xml', declaration + workbook),
    deflated('xl/_rels/workbook.xml.rels', refers([['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml'], ...(theme.length === 0 ? [] : [['theme', 'theme/theme1.xml'] as const])])),
    styles,
    ...theme,
  ];
  return {
    look,
    categoryStyle: look.styles === undefined ? 1 : undefined,
    withTable: [contentTypes(theme.length > 0, true), ...shared, deflated('xl/worksheets/_rels/sheet1.xml.rels', refers([['table', '../tables/table1.xml']]))],
    withoutTable: [contentTypes(theme.length > 0, false), ...shared],
  };
}

/** The workbook that Word opens for 编辑数据, as bytes of an .xlsx. Texts are shared strings, so none of them can be a formula. */
export function writeWorkbook(frame: WorkbookFrame, columns: readonly SheetColumn[]): Uint8Array {
  const strings = new Map<string, number>();
  const rowCount = 1 + Math.max(0, ...columns.map(({ cells }) => cells.length));
  const lastCell = `${columnName(columns.length)}${rowCount}`;
  const hasTable = frame.look.hasTable && rowCount > 1 && canBeTable(columns);
  const rows = Array.from({ length: rowCount }, (_, index) => rowXml(frame, columns, index, strings));
  const sheet = `${declaration}<worksheet xmlns="${spreadsheet}" xmlns:r="${relationships}"><dimension ref="A1:${lastCell}"/>${frame.look.columnWidths}<sheetData>${rows.join('')}</sheetData>${hasTable ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : ''}</worksheet>`;
  const shared = `${declaration}<sst xmlns="${spreadsheet}" uniqueCount="${strings.size}">${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${cellText(text)}</t></si>`).join('')}</sst>`;
  return writeZip([
    ...(hasTable ? frame.withTable : frame.withoutTable),
    deflated('xl/worksheets/sheet1.xml', sheet),
    deflated('xl/sharedStrings.xml', shared),
    ...(hasTable ? [deflated('xl/tables/table1.xml', tableXml(columns, lastCell))] : []),
  ]);
}

function rowXml(frame: WorkbookFrame, columns: readonly SheetColumn[], row: number, strings: Map<string, number>): string {
  const cells = columns.map((column, index) => {
    const value = row === 0 ? column.heading : column.cells[row - 1];
    if (value === undefined || value === null || value === '') return '';
    const style = row === 0 ? frame.look.headingStyles[index] : styleOf(frame, column, index);
    const start = `<c r="${columnName(index + 1)}${row + 1}"${style === undefined ? '' : ` s="${style}"`}`;
    if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
    const known = strings.get(value) ?? strings.size;
    strings.set(value, known);
    return `${start} t="s"><v>${known}</v></c>`;
  });
  return `<row r="${row + 1}">${cells.join('')}</row>`;
}

/** Columns beyond the template's look like its last one. */
function styleOf(frame: WorkbookFrame, column: SheetColumn, index: number): number | undefined {
  if (column.holds === 'categories' && frame.categoryStyle !== undefined) return frame.categoryStyle;
  if (frame.look.styles === undefined) return 2;
  return frame.look.cellStyles[index] ?? (index === 0 ? undefined : frame.look.cellStyles.at(-1));
}

/** Excel wants the names of a table's columns to be there, different, and on one line. */
function canBeTable(columns: readonly SheetColumn[]): boolean {
  const names = columns.map(({ heading }) => heading.toLowerCase());
  // eslint-disable-next-line no-control-regex
  return new Set(names).size === names.length && names.every((name) => name.trim() === name && name !== '' && name.length <= 250 && !/[\u0000-\u001f]|_x[0-9a-f]{4}_/.test(name));
}

function tableXml(columns: readonly SheetColumn[], lastCell: string): string {
  const named = columns.map(({ heading }, index) => `<tableColumn id="${index + 1}" name="${encodeXml(heading)}"/>`).join('');
  return `${declaration}<table xmlns="${spreadsheet}" id="1" name="Table1" displayName="Table1" ref="A1:${lastCell}" totalsRowShown="0"><tableColumns count="${columns.length}">${named}</tableColumns></table>`;
}

/** Excel's limit for the text of a cell. */
const longestCell = 32_767;

/** `_x000D_` in a cell means a carriage return; whoever wrote it as text gets it as text. */
function cellText(text: string): string {
  return encodeXml(text.slice(0, longestCell).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

function plainStyles(categoryFormat: string | undefined, valueFormat: string): string {
  const formats = [categoryFormat ?? 'General', valueFormat];
  return `${declaration}<styleSheet xmlns="${spreadsheet}"><numFmts count="2">${formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>`
    + '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    + `<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${[164, 165].map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`;
}

function contentTypes(hasTheme: boolean, hasTable: boolean): ZipMember {
  const overrides: readonly (readonly [string, string])[] = [
    ['xl/workbook.xml', 'spreadsheetml.sheet.main+xml'], ['xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet+xml'], ['xl/styles.xml', 'spreadsheetml.styles+xml'],
    ['xl/sharedStrings.xml', 'spreadsheetml.sharedStrings+xml'], ...(hasTheme ? [['xl/theme/theme1.xml', 'theme+xml'] as const] : []), ...(hasTable ? [['xl/tables/table1.xml', 'spreadsheetml.table+xml'] as const] : []),
  ];
  return deflated('[Content_Types].xml', `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.map(([name, type]) => `<Override PartName="/${name}" ContentType="${typePrefix}${type}"/>`).join('')}</Types>`);
}

function deflated(name: string, text: string): ZipMember {
  return deflateMember({ name, bytes: Buffer.from(text, 'utf8') });
}
