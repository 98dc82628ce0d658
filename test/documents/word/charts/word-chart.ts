import ExcelJS from 'exceljs';
import { writeZip } from '../../../../electron/files/zip-writer.ts';
import { docxOf } from '../../../helpers/ooxml-docx.ts';
import { inflateMember, readZip } from '../../../../electron/files/zip-reader.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const typePrefix = 'application/vnd.openxmlformats-officedocument';

const cachedNumbers = (column: string, format: string) => `<c:numRef><c:f>Sheet1!$${column}$2:$${column}$3</c:f><c:numCache><c:formatCode>${format}</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>987654</c:v></c:pt><c:pt idx="1"><c:v>876543</c:v></c:pt></c:numCache></c:numRef>`;

const cellLabels = '<c:dLbls><c:spPr><a:noFill/></c:spPr><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/><c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showDataLabelsRange val="1"/></c:ext></c:extLst></c:dLbls>';

/** A series as Word writes it once somebody has worked on the chart: extensions, categories on two levels, labels from cells. */
function series(index: number, column: string, categories: string): string {
  const uniqueId = `<c:ext uri="{C3380CC4-5D6E-409C-BE32-E72D297353CC}" xmlns:c16="http://schemas.microsoft.com/office/drawing/2014/chart"><c16:uniqueId val="{0000000${index}-1234-4A5B-8C9D-000000000000}"/></c:ext>`;
  const range = '<c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:datalabelsRange><c15:f>Sheet1!$E$2:$E$3</c15:f><c15:dlblRangeCache><c:ptCount val="1"/><c:pt idx="0"><c:v>样例类别</c:v></c:pt></c15:dlblRangeCache></c15:datalabelsRange></c:ext>';
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>Sheet1!$${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>样例系列</c:v></c:pt></c:strCache></c:strRef></c:tx>`
    + `<c:spPr><a:solidFill><a:srgbClr val="1F4E79"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr><c:invertIfNegative val="0"/><c:dPt><c:idx val="7"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/></c:dPt>${cellLabels}`
    + `<c:cat>${categories}</c:cat><c:val>${cachedNumbers(column, '0.0&quot;人时&quot;')}</c:val><c:extLst>${range}${uniqueId}</c:extLst></c:ser>`;
}

const twoLevels = '<c:multiLvlStrRef><c:f>Sheet1!$A$2:$B$3</c:f><c:multiLvlStrCache><c:ptCount val="2"/><c:lvl><c:pt idx="0"><c:v>样例类别</c:v></c:pt></c:lvl><c:lvl><c:pt idx="0"><c:v>样例类别</c:v></c:pt></c:lvl></c:multiLvlStrCache></c:multiLvlStrRef>';
export const dayCategories = cachedNumbers('A', 'yyyy&quot;年&quot;m&quot;月&quot;');

const filtered = '<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:filteredBarSeries><c15:ser><c:idx val="2"/><c:order val="2"/><c:tx><c:v>样例系列</c:v></c:tx><c:invertIfNegative val="0"/></c15:ser></c15:filteredBarSeries></c:ext></c:extLst>';

/** A chart part like Word's. */
export function wordChartXml(categories: string = twoLevels, isDate1904 = false): string {
  return `${declaration}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${office}"><c:date1904 val="${isDate1904 ? 1 : 0}"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/>`
    + '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="c14" xmlns:c14="http://schemas.microsoft.com/office/drawing/2007/8/2/chart"><c14:style val="102"/></mc:Choice><mc:Fallback><c:style val="2"/></mc:Fallback></mc:AlternateContent>'
    + '<c:chart><c:title><c:tx><c:strRef><c:f>Sheet1!$C$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>样例系列</c:v></c:pt></c:strCache></c:strRef></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>'
    + `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series(0, 'C', categories)}${series(1, 'D', categories)}<c:gapWidth val="150"/><c:axId val="111"/><c:axId val="112"/>${filtered}</c:barChart>`
    + '<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>{单位}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="112"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    + '<c:valAx><c:axId val="112"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx></c:plotArea>'
    + '<c:legend><c:legendPos val="b"/><c:legendEntry><c:idx val="5"/><c:delete val="1"/></c:legendEntry><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:externalData r:id="rId3"><c:autoUpdate val="1"/></c:externalData><c:userShapes r:id="rId4"/></c:chartSpace>';
}

/** A workbook as Word keeps one: a table, defined names, styles, widths. */
export async function wordWorkbook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  const sheet = workbook.addWorksheet('数据 表');
  sheet.addTable({ name: '表1', ref: 'A1', columns: [{ name: '期间' }, { name: '样例系列' }, { name: '样例系列2' }], rows: [['样例类别', 987_654, 1], ['样例类别', 876_543, 2]] });
  sheet.getColumn(1).width = 33;
  sheet.getCell('B2').numFmt = '0.00';
  sheet.getCell('F9').value = { formula: 'B2*2', result: 1 };
  workbook.definedNames.add("'数据 表'!$A$1:$C$3", '样例名称');
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export type WordChartFiles = { readonly chart?: string; readonly workbook?: Uint8Array; readonly workbookName?: string; readonly tag?: string; readonly before?: string; readonly after?: string };

/** What a chart's style speaks of, in its order. */
const styled = ['axisTitle', 'categoryAxis', 'chartArea', 'dataLabel', 'dataLabelCallout', 'dataPoint', 'dataPoint3D', 'dataPointLine', 'dataPointMarker', 'dataPointWireframe', 'dataTable', 'downBar', 'dropLine', 'errorBar', 'floor', 'gridlineMajor', 'gridlineMinor', 'hiLoLine', 'leaderLine', 'legend', 'plotArea', 'plotArea3D', 'seriesAxis', 'seriesLine', 'title', 'trendline', 'trendlineLabel', 'upBar', 'valueAxis', 'wall'];

/** A document with one chart as Word saves it, in a paragraph of its own. */
export function wordChartDocument({ chart = wordChartXml(), workbook, workbookName = 'Microsoft_Excel_Worksheet.xlsx', tag = '{$图}', before = '', after = '' }: WordChartFiles): Uint8Array {
  const drawing = `<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="5274310" cy="3076575"/><wp:effectExtent l="0" t="0" r="2540" b="9525"/><wp:docPr id="1" name="图表 1" descr="${tag}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId8"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  const style = (name: string) => `${declaration}<cs:${name} xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ${name === 'colorStyle' ? 'meth="cycle" id="10"><a:schemeClr val="accent1"/></cs:colorStyle>' : `id="201">${styled.map((part) => `<cs:${part}><cs:lnRef idx="0"/><cs:fillRef idx="0"/><cs:effectRef idx="0"/><cs:fontRef idx="minor"/></cs:${part}>`).join('')}</cs:chartStyle>`}`;
  const shapes = `${declaration}<c:userShapes xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"></c:userShapes>`;
  const relationships = (list: readonly (readonly [string, string, string])[]) => `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`;
  const microsoft = 'http://schemas.microsoft.com/office/2011/relationships';
  const base = docxOf(before + drawing + after);
  const overrides = [['/word/charts/chart1.xml', `${typePrefix}.drawingml.chart+xml`], ['/word/charts/style1.xml', 'application/vnd.ms-office.chartstyle+xml'], ['/word/charts/colors1.xml', 'application/vnd.ms-office.chartcolorstyle+xml'], ['/word/drawings/drawing1.xml', `${typePrefix}.drawingml.chartshapes+xml`]]
    .map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join('');
  const changed = [...readZip(base).values()].map((member) => {
    const text = inflateMember(member).toString('utf8');
    if (member.name === '[Content_Types].xml') return { name: member.name, bytes: Buffer.from(text.replace('</Types>', `<Default Extension="xlsx" ContentType="${typePrefix}.spreadsheetml.sheet"/>${overrides}</Types>`)) };
    if (member.name === 'word/_rels/document.xml.rels') return { name: member.name, bytes: Buffer.from(text.replace('</Relationships>', `<Relationship Id="rId8" Type="${office}/chart" Target="charts/chart1.xml"/></Relationships>`)) };
    return member;
  });
  return writeZip([
    ...changed,
    { name: 'word/charts/chart1.xml', bytes: Buffer.from(chart) },
    { name: 'word/charts/_rels/chart1.xml.rels', bytes: Buffer.from(relationships([['rId1', `${microsoft}/chartStyle`, 'style1.xml'], ['rId2', `${microsoft}/chartColorStyle`, 'colors1.xml'], ['rId3', `${office}/package`, `../embeddings/${workbookName}`], ['rId4', `${office}/chartUserShapes`, '../drawings/drawing1.xml']])) },
    { name: 'word/charts/style1.xml', bytes: Buffer.from(style('chartStyle')) },
    { name: 'word/charts/colors1.xml', bytes: Buffer.from(style('colorStyle')) },
    { name: 'word/drawings/drawing1.xml', bytes: Buffer.from(shapes) },
    ...(workbook === undefined ? [] : [{ name: `word/embeddings/${workbookName}`, bytes: workbook }]),
  ]);
}
