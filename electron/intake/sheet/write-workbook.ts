import { deflateMemberAside, finishZip, prepareZip, writeZip } from '../../files/zip-writer.ts';
import { columnName } from './workbook.ts';

/** How a cell or an empty column looks and what Excel makes of what is typed there. */
export type CellStyle = 'plain' | 'note' | 'heading' | 'requiredHeading' | 'text' | 'longText' | 'date' | 'moment' | 'time' | 'number0' | 'number1' | 'number2' | 'number3';

/** A rule on a range of cells; `blocking` refuses other values, otherwise they are only asked about or proposed. */
export type CellRule = {
  readonly range: string;
  readonly type: 'list' | 'date' | 'time' | 'decimal' | 'none';
  /** A range of another worksheet for `list`; lower and upper bound otherwise. */
  readonly formulas: readonly string[];
  readonly blocking: boolean;
  readonly promptTitle: string;
  readonly prompt: string;
};

export type NewSheet = {
  readonly name: string;
  readonly hidden: boolean;
  readonly columns: readonly { readonly width: number; readonly style: CellStyle }[];
  readonly rows: readonly { readonly style: CellStyle; readonly cells: readonly (NewCell | undefined)[]; readonly height?: number }[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly rules: readonly CellRule[];
  /** A row of headings (counted from 1) that gets buttons to filter by, and stands on every printed page. */
  readonly headingRow?: number;
};

export type NewCell = { readonly text: string; readonly style?: CellStyle } | { readonly number: number; readonly style?: CellStyle };

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const styles: readonly CellStyle[] = ['plain', 'note', 'heading', 'requiredHeading', 'text', 'longText', 'date', 'moment', 'time', 'number0', 'number1', 'number2', 'number3'];
/** Built-in formats 0, 1, 2 and 49 are 常规, 0, 0.00 and 文本; text keeps telephone numbers from becoming 1.38E+10. */
const formatIds: Readonly<Record<CellStyle, number>> = { plain: 0, note: 0, heading: 49, requiredHeading: 49, text: 49, longText: 49, date: 164, moment: 165, time: 166, number0: 1, number1: 167, number2: 2, number3: 168 };

function escapeXml(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/\n/g, '&#10;');
}

function styleFormat(style: CellStyle): string {
  const heading = style === 'heading' || style === 'requiredHeading';
  const font = style === 'note' ? 2 : heading ? 1 : 0;
  const fill = style === 'heading' ? 2 : style === 'requiredHeading' ? 3 : 0;
  const alignment = heading ? '<alignment horizontal="center" vertical="center" wrapText="1"/>' : `<alignment vertical="${style === 'note' ? 'center' : 'top'}"${style === 'longText' || style === 'text' || style === 'plain' ? ' wrapText="1"' : ''}/>`;
  return `<xf numFmtId="${formatIds[style]}" fontId="${font}" fillId="${fill}" borderId="${heading ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
}

function stylesXml(): string {
  const font = (inner: string, colour: string): string => `<font>${inner}<sz val="11"/><color rgb="${colour}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`;
  const fill = (colour: string): string => `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
  const edge = (side: string): string => `<${side} style="thin"><color rgb="FF8EA9DB"/></${side}>`;
  return `${declaration}<styleSheet xmlns="${main}">`
    + '<numFmts count="5"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="166" formatCode="hh:mm"/><numFmt numFmtId="167" formatCode="0.0"/><numFmt numFmtId="168" formatCode="0.000"/></numFmts>'
    + `<fonts count="3">${font('', 'FF000000')}${font('<b/>', 'FF1F3864')}${font('', 'FF7F6000')}</fonts>`
    + `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFD9E2F3')}${fill('FFFFE699')}</fills>`
    + `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border></borders>`
    + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    + `<cellXfs count="${styles.length}">${styles.map(styleFormat).join('')}</cellXfs>`
    + '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
}

function ruleXml(rule: CellRule): string {
  const type = rule.type === 'none' ? '' : ` type="${rule.type}"`;
  const error = rule.blocking ? ' showErrorMessage="1" errorTitle="填写有误" error="请按提示填写，或从列表中选择。"' : '';
  const prompt = rule.prompt === '' ? '' : ` showInputMessage="1" promptTitle="${escapeXml(rule.promptTitle.slice(0, 30))}" prompt="${escapeXml(rule.prompt.slice(0, 240))}"`;
  const formulas = rule.type === 'none' ? '' : rule.formulas.map((formula, index) => `<formula${index + 1}>${escapeXml(formula)}</formula${index + 1}>`).join('');
  return `<dataValidation${type} allowBlank="1"${error}${prompt} sqref="${rule.range}">${formulas}</dataValidation>`;
}

function rowXml(row: NewSheet['rows'][number], number: number): string {
  const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`;
  const cells = row.cells.map((cell, column) => {
    if (cell === undefined) return '';
    const reference = `${columnName(column)}${number}`;
    if ('number' in cell) return `<c r="${reference}" s="${styles.indexOf(cell.style ?? row.style)}"><v>${cell.number}</v></c>`;
    return `<c r="${reference}" s="${styles.indexOf(cell.style ?? row.style)}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell.text)}</t></is></c>`;
  });
  return `<row r="${number}"${height}>${cells.join('')}</row>`;
}

/** Rows that are written in one go. */
const rowsOfPiece = 250;

/** A worksheet's text, piece by piece. */
function* sheetPieces(sheet: NewSheet, selected: boolean): Generator<string, void> {
  const corner = `${columnName(sheet.frozenColumns)}${sheet.frozenRows + 1}`;
  const split = `${sheet.frozenColumns > 0 ? ` xSplit="${sheet.frozenColumns}"` : ''} ySplit="${sheet.frozenRows}"`;
  const pane = sheet.frozenColumns > 0 ? 'bottomRight' : 'bottomLeft';
  const frozen = sheet.frozenRows === 0 ? '' : `<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`;
  const columns = sheet.columns.map((column, index) => `<col min="${index + 1}" max="${index + 1}" width="${column.width}" style="${styles.indexOf(column.style)}" customWidth="1"/>`).join('');
  const rules = sheet.rules.length === 0 ? '' : `<dataValidations count="${sheet.rules.length}">${sheet.rules.map(ruleXml).join('')}</dataValidations>`;
  yield `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0">${frozen}</sheetView></sheetViews>`
    + `<sheetFormatPr defaultRowHeight="15"/><cols>${columns}</cols><sheetData>`;
  for (let start = 0; start < sheet.rows.length; start += rowsOfPiece) {
    yield sheet.rows.slice(start, start + rowsOfPiece).map((row, index) => rowXml(row, start + index + 1)).join('');
  }
  yield `</sheetData>${filterXml(sheet)}${rules}${page}</worksheet>`;
}

function filteredRange(sheet: NewSheet, row: number): string {
  return `A${row}:${columnName(sheet.columns.length - 1)}${Math.max(row, sheet.rows.length)}`;
}

function filterXml(sheet: NewSheet): string {
  return sheet.headingRow === undefined ? '' : `<autoFilter ref="${filteredRange(sheet, sheet.headingRow)}"/>`;
}

/** The names under which Excel keeps filtered ranges and repeated rows. */
function definedNames(sheets: readonly NewSheet[]): string {
  const names = sheets.flatMap((sheet, index) => {
    if (sheet.headingRow === undefined) return [];
    const place = escapeXml(`'${sheetName(sheet.name).replace(/'/g, "''")}'!`);
    const absolute = filteredRange(sheet, sheet.headingRow).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${place}${absolute}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${place}$${sheet.headingRow}:$${sheet.headingRow}</definedName>`,
    ];
  });
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

/** A4 across, as wide as the columns need. */
const page = '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>';

/** Worksheet names: at most 31 characters and none that Excel forbids. */
export function sheetName(text: string): string {
  return text.replace(/[\\/*?:[\]]/g, '').slice(0, 31);
}

/** Everything of a workbook that is not a worksheet. */
function frameParts(sheets: readonly NewSheet[]): readonly (readonly [name: string, xml: string])[] {
  const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (inner: string): string => `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const type = (part: string, content: string): string => `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${content}+xml"/>`;
  const names = sheets.map((sheet, index) => `<sheet name="${escapeXml(sheetName(sheet.name))}" sheetId="${index + 1}"${sheet.hidden ? ' state="veryHidden"' : ''} r:id="rId${index + 1}"/>`);
  return [
    ['[Content_Types].xml', `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('xl/workbook.xml', 'sheet.main')}${type('xl/styles.xml', 'styles')}${sheets.map((_, index) => type(`xl/worksheets/sheet${index + 1}.xml`, 'worksheet')).join('')}</Types>`],
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    ['xl/workbook.xml', `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${names.join('')}</sheets>${definedNames(sheets)}</workbook>`],
    ['xl/_rels/workbook.xml.rels', relations(sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('') + relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml'))],
    ['xl/styles.xml', stylesXml()],
  ];
}

function sheetPart(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/**
 * A small workbook, the same bytes for the same input. exceljs is not used: it takes half a second to load, dates every file,
 * and would come to the customer's computer with its unmaintained dependencies for this alone.
 */
export function writeWorkbook(sheets: readonly NewSheet[]): Uint8Array {
  const parts = [...frameParts(sheets), ...sheets.map((sheet, index) => [sheetPart(index), [...sheetPieces(sheet, index === 0)].join('')] as const)];
  return writeZip(parts.map(([name, xml]) => ({ name, bytes: Buffer.from(xml, 'utf8') })));
}

/**
 * The same bytes as `writeWorkbook`, for thousands of rows.
 * @param nextTurn lets others work in between
 */
export async function writeLongWorkbook(sheets: readonly NewSheet[], nextTurn: () => Promise<void>): Promise<Uint8Array> {
  const members = frameParts(sheets).map(([name, xml]) => deflateMemberAside({ name, bytes: Buffer.from(xml, 'utf8') }));
  for (const [index, sheet] of sheets.entries()) {
    const pieces: Buffer[] = [];
    for (const piece of sheetPieces(sheet, index === 0)) {
      pieces.push(Buffer.from(piece, 'utf8'));
      await nextTurn();
    }
    members.push(deflateMemberAside({ name: sheetPart(index), bytes: Buffer.concat(pieces) }));
  }
  return finishZip(prepareZip([]), await Promise.all(members));
}
