import type { ZipArchive } from '../../../files/zip-member.ts';
import { fixedText, type Program } from '../program.ts';
import type { TemplatePart } from '../package-parts.ts';
import type { Delimiters } from '../../tags/find-tags.ts';
import { attributeOf, childNamed, descendantsOf, type XmlElement } from '../xml-tree.ts';
import { readChartFiles, templateWorkbook } from './chart-files.ts';
import { axisPieces } from './chart-axes.ts';
import { chartGroups, groupPieces, withoutFilteredSeries } from './chart-groups.ts';
import type { ChartTemplate } from './chart-program.ts';
import { placed, programOf, type ChartSource, type PlacedPiece } from './chart-source.ts';
import { titlePieces, titleTag } from './chart-title.ts';
import { numberOf, readSeries } from './series-template.ts';
import { quotedSheet } from './sheet-layout.ts';
import { readWorkbookLook } from './workbook-look.ts';
import { workbookFrame } from './write-workbook.ts';

/** Reads a chart part. undefined for what is none, or has nothing to draw in. */
export function compileChart(archive: ZipArchive, part: TemplatePart, root: XmlElement, source: ChartSource, slots: number, delimiters: Delimiters): ChartTemplate | undefined {
  const { xml } = source;
  const space = childNamed(root, 'c:chartSpace');
  const chart = space === undefined ? undefined : childNamed(space, 'c:chart');
  const plot = chart === undefined ? undefined : childNamed(chart, 'c:plotArea');
  if (space === undefined || chart === undefined || plot === undefined) return undefined;
  const groups = chartGroups(xml, plot);
  if (groups.length === 0) return undefined;
  const series = groups.flatMap((group, index) => group.series.map((element) => readSeries(xml, element, index))).toSorted((left, right) => left.order - right.order);
  const external = childNamed(space, 'c:externalData');
  const files = readChartFiles(archive, part.name, external === undefined ? undefined : attributeOf(xml, external, 'r:id'));
  const date1904 = childNamed(space, 'c:date1904');
  const isDate1904 = date1904 !== undefined && /^(?:1|true|)$/.test(attributeOf(xml, date1904, 'val') ?? '');
  const categoryFormat = series.find((each) => each.categoryFormat !== undefined)?.categoryFormat;
  const look = readWorkbookLook(templateWorkbook(files));
  const pieces: readonly PlacedPiece[] = [
    ...groups.flatMap((group, index) => groupPieces(source, group, index)),
    ...axisPieces(source, plot, groups),
    ...titlePieces(source, chart, delimiters),
    ...descendantsOf(chart, 'c:legendEntry').map((entry) => placed(entry, { kind: 'legend-entry', index: numberOf(xml, childNamed(entry, 'c:idx')), original: programOf(source, entry) })),
    ...[childNamed(space, 'c:pivotSource'), childNamed(chart, 'c:pivotFmts'), ...withoutFilteredSeries(xml, plot)].filter((element) => element !== undefined).map((element) => placed(element, { kind: 'dummy', original: programOf(source, element) })),
    workbookPiece(source, space, external, files.workbookId),
  ];
  return {
    part,
    program: assembled(source, pieces),
    slots,
    expectedBytes: xml.length * 2,
    titleTag: titleTag(xml, chart, delimiters)?.expression,
    titleSource: { part: part.label, place: '标题', tag: titleTag(xml, chart, delimiters)?.written ?? '' },
    groups: groups.map(({ group }) => group),
    series,
    freeIndex: Math.max(-1, ...series.map(({ index }) => index)) + 1,
    isDate1904,
    categoryFormat,
    sheet: quotedSheet(look.sheetName),
    workbook: workbookFrame(look, isDate1904, categoryFormat, series[0]?.valueFormat ?? 'General'),
    files,
  };
}

function assembled(source: ChartSource, pieces: readonly PlacedPiece[]): Program {
  const steps: Program[number][] = [];
  let at = 0;
  for (const { from, to, piece } of pieces.toSorted((left, right) => left.from - right.from || left.to - right.to)) {
    // What stands within another piece goes with it.
    if (from < at) continue;
    steps.push(...programOf(source, { from: at, to: from }), { kind: 'chart-piece', piece });
    at = to;
  }
  return [...steps, ...programOf(source, { from: at, to: source.xml.length })];
}

/** What may stand behind c:externalData in a c:chartSpace. */
const behindWorkbook: ReadonlySet<string> = new Set(['c:printSettings', 'c:userShapes', 'c:extLst']);

function workbookPiece(source: ChartSource, space: XmlElement, external: XmlElement | undefined, id: string): PlacedPiece {
  const at = space.children.find(({ name }) => behindWorkbook.has(name))?.from ?? space.contentTo;
  const stretch = external ?? { from: at, to: at };
  const embedded = `<c:externalData xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"><c:autoUpdate val="0"/></c:externalData>`;
  return placed(stretch, { kind: 'workbook', embedded: fixedText(embedded), original: programOf(source, stretch) });
}
