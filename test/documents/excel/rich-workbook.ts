import { relationships, writtenRow, writtenWorkbook } from './written-workbook.ts';

const drawingSpaces = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function marker(name: string, column: number, row: number, offset: number): string {
  return `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${offset}</xdr:rowOff></xdr:${name}>`;
}

function shape(id: number, name: string): string {
  return `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="${id}" name="${name}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="100" cy="100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp><xdr:clientData/>`;
}

/** A shape on rows from–to (0-based markers with offsets). */
function anchor(id: number, name: string, from: readonly [row: number, offset: number], to: readonly [row: number, offset: number], editAs = ''): string {
  return `<xdr:twoCellAnchor${editAs === '' ? '' : ` editAs="${editAs}"`}>${marker('from', 5, ...from)}${marker('to', 6, ...to)}${shape(id, name)}</xdr:twoCellAnchor>`;
}

const chartFrame = `<xdr:twoCellAnchor>${marker('from', 0, 14, 0)}${marker('to', 4, 20, 0)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="9" name="图表 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;

export const richDrawing = `<xdr:wsDr ${drawingSpaces}>${[
  anchor(2, '循环下面', [4, 0], [5, 0]),
  anchor(3, '跨过循环', [1, 50], [3, 50]),
  anchor(4, '跨过循环不拉伸', [1, 50], [3, 50], 'oneCell'),
  anchor(5, '份里面', [6, 0], [7, 100]),
  anchor(6, '不动', [4, 0], [5, 0], 'absolute'),
  `<xdr:oneCellAnchor>${marker('from', 7, 8, 0)}<xdr:ext cx="100" cy="100"/>${shape(7, '一角')}</xdr:oneCellAnchor>`,
  chartFrame,
].join('')}</xdr:wsDr>`;

export const richChart = `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>台账!$B$2</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>数值</c:v></c:pt></c:strCache></c:strRef></c:tx><c:invertIfNegative val="0"/><c:cat><c:strRef><c:f>台账!$A$3:$A$3</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>旧</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>台账!$B$3:$B$3</c:f><c:numCache><c:formatCode>0.0</c:formatCode><c:ptCount val="1"/><c:pt idx="0"><c:v>99</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser><c:ser><c:idx val="1"/><c:order val="1"/><c:invertIfNegative val="0"/><c:val><c:numRef><c:f>台账!$C$3:$C$3</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="1"/><c:pt idx="0"><c:v>198</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser><c:gapWidth val="150"/><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`;

const comments = `<comments xmlns="${main}"><authors><author>编制</author></authors><commentList>${['B3', 'A5', 'A9'].map((ref) => `<comment ref="${ref}" authorId="0"><text><t>${ref}</t></text></comment>`).join('')}</commentList></comments>`;
const boxes = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/></v:shapetype>${[[2, 1], [4, 0], [8, 0]].map(([row = 0, column = 0], index) => `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden"><v:fill color2="#ffffe1"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 3}, 15, ${row + 4}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`).join('')}</xml>`;

const threaded = '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A5" dT="2024-08-05T09:05:00.00" personId="{00000000-0000-4000-8000-000000000001}" id="{00000000-0000-4000-8000-000000000002}"><text>再看</text></threadedComment></ThreadedComments>';
const persons = '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="编制" id="{00000000-0000-4000-8000-000000000001}" userId="编制" providerId="None"/></personList>';
const pivotSource = `<pivotCacheDefinition xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" saveData="0" createdVersion="6" refreshedVersion="6" minRefreshableVersion="3"><cacheSource type="worksheet"><worksheetSource ref="A2:B3" sheet="台账"/></cacheSource><cacheFields count="2"><cacheField name="编号" numFmtId="0"><sharedItems/></cacheField><cacheField name="数值" numFmtId="0"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>`;
const table = `<table xmlns="${main}" id="1" name="明细表" displayName="明细表" ref="A1:C3" totalsRowCount="1"><autoFilter ref="A1:C2"/><tableColumns count="3"><tableColumn id="1" name="编号" totalsRowLabel="合计"/><tableColumn id="2" name="数值" totalsRowFunction="sum"/><tableColumn id="3" name="加倍"><calculatedColumnFormula>台账!B4+明细表[[#This Row],[数值]]*2</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`;

const views = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A5" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A5" sqref="A5:B5"/></sheetView></sheetViews>';
const customViews = '<customSheetViews><customSheetView guid="{00000000-0000-4000-8000-000000000009}"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A9" sqref="A9"/><rowBreaks count="1" manualBreakCount="1"><brk id="5" max="16383" man="1"/></rowBreaks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><autoFilter ref="A2:C3"/></customSheetView></customSheetViews>';

function conditional(sqref: string, formula: string, priority: number): string {
  return `<conditionalFormatting sqref="${sqref}"><cfRule type="expression" dxfId="0" priority="${priority}"><formula>${formula}</formula></cfRule></conditionalFormatting>`;
}

const tail = [
  '<protectedRanges><protectedRange sqref="B3 A7" name="可改"/></protectedRanges>',
  '<scenarios><scenario name="乐观" count="1"><inputCells r="B5" val="7"/></scenario></scenarios>',
  '<autoFilter ref="A2:C3"/>',
  customViews,
  '<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="A7:B7"/></mergeCells>',
  conditional('B3', 'B3&gt;$B$4', 1),
  conditional('A8', 'A8=A7', 2),
  conditional('C3', 'C3&gt;C4', 3),
  conditional('A1:D9', '$A1=&quot;A3&quot;', 4),
  '<conditionalFormatting sqref="B3:B4"><cfRule type="colorScale" priority="5"><colorScale><cfvo type="formula" val="$B$4"/><cfvo type="max"/><color rgb="FFFF0000"/><color rgb="FF00FF00"/></colorScale></cfRule></conditionalFormatting>',
  '<dataValidations count="2"><dataValidation type="list" allowBlank="1" sqref="B3"><formula1>$A$9:$A$9</formula1></dataValidation><dataValidation type="custom" sqref="A8:B8"><formula1>LEN(A8)&lt;B4</formula1></dataValidation></dataValidations>',
  '<hyperlinks><hyperlink ref="A3" location="台账!A5" display="见说明"/><hyperlink ref="A9" location="汇总!A1" display="汇总"/></hyperlinks>',
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
  '<rowBreaks count="2" manualBreakCount="2"><brk id="5" max="16383" man="1"/><brk id="8" max="16383" man="1"/></rowBreaks>',
  '<cellWatches><cellWatch r="B4"/></cellWatches>',
  '<ignoredErrors><ignoredError sqref="B3 A8" numberStoredAsText="1"/></ignoredErrors>',
  '<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>',
  `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" priority="6" id="{00000000-0000-4000-8000-000000000003}"><xm:f>B3&gt;汇总!$A$1+台账!$B$4</xm:f><x14:dxf/></x14:cfRule><xm:sqref>B3</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>台账!$A$9</xm:f></x14:formula1><xm:sqref>A5</xm:sqref></x14:dataValidation></x14:dataValidations></ext><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups><x14:sparklineGroup><x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline><xm:f>台账!A3:C3</xm:f><xm:sqref>E3</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`,
].join('');

/**
 * A workbook with everything that names rows. 台账: row 3 repeats (项), 4 to 6 follow, rows 7 and 8 repeat together (人), 9 ends.
 * 汇总 refers to it, 表 has a table with a loop in it.
 */
export function richWorkbook(): Uint8Array {
  return writtenWorkbook({
    sheets: [
      {
        name: '台账',
        head: `<dimension ref="A1:D9"/>${views}<sheetFormatPr defaultRowHeight="15"/>`,
        rows: [
          writtenRow(1, ['{标题}'], ' ht="30" customHeight="1"'),
          writtenRow(2, ['编号', '数值', '结果']),
          writtenRow(3, ['{#项}{编号}', '{数值}#1', '=B3*2+$B$4', '{/项}'], ' outlineLevel="1" hidden="1"'),
          writtenRow(4, ['合计', '=SUM(B3:B3)', '<f t="array" ref="C4">SUM(B3:B3*2)</f><v>0</v>', '=汇总!A1']),
          writtenRow(5, ['说明', 5]),
          writtenRow(7, ['{#人}{姓名}']),
          writtenRow(8, ['签字', '=A7', '{/人}']),
          writtenRow(9, ['止']),
        ],
        tail,
        related: { rId1: ['drawing', '../drawings/drawing1.xml'], rId2: ['vmlDrawing', '../drawings/vmlDrawing1.vml'], rId3: ['comments', '../comments1.xml'], rId4: ['threadedComment', '../threadedComments/threadedComment1.xml'] },
      },
      {
        name: '汇总',
        rows: [
          writtenRow(1, ['=SUM(台账!B3:B3)', "='台账'!B4", '=SUM(台账!3:3)', '=SUM(台账!B:B)']),
          writtenRow(5, ['<f t="shared" ref="A5:A6" si="0">台账!B4+A1</f><v>1</v>', '<f t="dataTable" ref="B5:B6" dt2D="0" dtr="0" r1="A1"/><v>1</v>']),
          writtenRow(6, ['<f t="shared" si="0"/><v>1</v>', 1]),
        ],
      },
      {
        name: '表',
        rows: [writtenRow(1, ['编号', '数值', '加倍']), writtenRow(2, ['{#表项}{编号}', '{数值}#1', '=台账!B4+明细表[[#This Row],[数值]]*2', '{/表项}']), writtenRow(3, ['合计', '=SUBTOTAL(109,明细表[数值])'])],
        tail: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
        related: { rId1: ['table', '../tables/table1.xml'] },
      },
    ],
    names: [
      '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">台账!$A$2:$C$3</definedName>',
      '<definedName name="_xlnm.Print_Area" localSheetId="0">台账!$A$1:$D$9</definedName>',
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">台账!$1:$2</definedName>',
      '<definedName name="合计数">台账!$B$4</definedName>',
      '<definedName name="明细">台账!$B$3:$B$3,台账!$A$7</definedName>',
    ].join(''),
    workbookTail: '<calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="1" r:id="rPivot"/></pivotCaches>',
    related: { rPivot: ['pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'], rChain: ['calcChain', 'calcChain.xml'], rPerson: ['http://schemas.microsoft.com/office/2017/10/relationships/person', 'persons/person.xml'] },
    parts: {
      'xl/drawings/drawing1.xml': richDrawing,
      'xl/drawings/_rels/drawing1.xml.rels': relationships({ rId1: ['chart', '../charts/chart1.xml'] }),
      'xl/charts/chart1.xml': richChart,
      'xl/comments1.xml': comments,
      'xl/drawings/vmlDrawing1.vml': boxes,
      'xl/threadedComments/threadedComment1.xml': threaded,
      'xl/persons/person.xml': persons,
      'xl/pivotCache/pivotCacheDefinition1.xml': pivotSource,
      'xl/tables/table1.xml': table,
      'xl/calcChain.xml': `<calcChain xmlns="${main}"><c r="C3" i="1"/><c r="B4"/><c r="A1" i="2"/></calcChain>`,
    },
    types: {
      'xl/drawings/drawing1.xml': 'application/vnd.openxmlformats-officedocument.drawing+xml',
      'xl/charts/chart1.xml': 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
      'xl/comments1.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
      'xl/threadedComments/threadedComment1.xml': 'application/vnd.ms-excel.threadedcomments+xml',
      'xl/persons/person.xml': 'application/vnd.ms-excel.person+xml',
      'xl/pivotCache/pivotCacheDefinition1.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml',
      'xl/tables/table1.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml',
      'xl/calcChain.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml',
    },
  });
}

export const richData = {
  标题: '台账',
  项: [{ 编号: 'A1', 数值: 1 }, { 编号: 'A2', 数值: 2.5 }, { 编号: 'A3', 数值: '3' }],
  表项: [{ 编号: 'A1', 数值: 1 }, { 编号: 'A2', 数值: 2.5 }, { 编号: 'A3', 数值: '3' }],
  人: [{ 姓名: '周远舟' }, { 姓名: '许知行' }],
};
