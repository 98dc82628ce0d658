import { AppError } from '../../../shared/app-error.ts';
import type { ZipArchive } from '../../files/zip-member.ts';
import { memberText } from '../../files/zip-reader.ts';
import type { TemplateProblem } from '../tags/template-problem.ts';
import { declaredUtf8 } from '../word/package-changes.ts';
import { relationshipsOf } from '../word/package-parts.ts';
import { compileChart, type ChartMoves } from './chart-moves.ts';
import { compileCommentBoxes, compileComments } from './comment-moves.ts';
import { compileDrawing } from './drawing-moves.ts';
import { doubleQuoted } from './elements.ts';
import type { MovingText } from './moving-text.ts';
import { decodeXml } from './plain-text.ts';
import type { RowSection } from './row-sections.ts';
import { tableRules } from './sheet-moves.ts';
import type { SheetTemplate } from './sheet-template.ts';
import { compilePivotSource, compilePivotTable, compileTable } from './table-moves.ts';

/** A sheet as the workbook lists it. */
export type ListedSheet = { readonly name: string; readonly member: string; readonly kind: 'worksheet' | 'chartsheet' };

/** A part that follows the rows of a sheet (or, without one, those of all). */
export type MovingPart = { readonly member: string; readonly xml: string; readonly text: MovingText; readonly sheet: string | undefined };

/** A chart and its part. */
export type ChartPart = { readonly member: string; readonly chart: ChartMoves };

/**
 * The text of a part as this program reads parts: attributes in double quotes, elements of spreadsheets without a prefix (some
 * programs write `<x:row>`), declared as the UTF-8 that it will be written as. Office writes no document type; with one come entities
 * that expand without end.
 */
export function partText(archive: ZipArchive, name: string): string | undefined {
  const xml = memberText(archive, name);
  if (xml?.includes('<!DOCTYPE') === true) throw new AppError('unreadable-file', `“${name}”带有文档类型声明（DOCTYPE），已拒绝打开。`, { part: name });
  return xml === undefined ? undefined : withoutPrefix(doubleQuoted(declaredUtf8(xml)));
}

function withoutPrefix(xml: string): string {
  const [, prefix, , attributes = ''] = /^[^<]*(?:<\?[^<>]*\?>\s*)?<([A-Za-z_][\w.-]{0,30}):(\w{1,40})([^<>]*)>/.exec(xml) ?? [];
  if (prefix === undefined || / xmlns="/.test(attributes) || !new RegExp(` xmlns:${prefix}="[^"]*/spreadsheetml/2006/main"`).test(attributes)) return xml;
  return xml.replace(new RegExp(`(</?)${prefix}:`, 'g'), '$1').replace(` xmlns:${prefix}="`, ' xmlns="');
}

/** The part of this kind that the workbook refers to; names are the author program’s own business, the usual one is a last resort. */
export function partNamed(archive: ZipArchive, main: string, kind: string, usual: string): string {
  return relationshipsOf(archive, main).find(({ type }) => type === kind)?.target ?? usual;
}

/** @throws AppError unreadable-file when two sheets are one */
export function listSheets(archive: ZipArchive, main: string, workbook: string): readonly ListedSheet[] {
  const taken = new Set<string>();
  const targets = new Map(relationshipsOf(archive, main).map((relationship) => [relationship.id, relationship]));
  return [...workbook.matchAll(/<sheet\b([^<>]*?)\/?>/g)].flatMap((match): ListedSheet[] => {
    const attributes = match[1] ?? '';
    const relationship = targets.get(/\br:id="([^"]+)"/.exec(attributes)?.[1] ?? '');
    if ((relationship?.type !== 'worksheet' && relationship?.type !== 'chartsheet') || !archive.has(relationship.target)) return [];
    if (taken.has(relationship.target)) throw new AppError('unreadable-file', '工作簿里有两张工作表用了同一份内容，已拒绝打开。', { member: relationship.target });
    taken.add(relationship.target);
    return [{ name: decodeXml(/\bname="([^"]*)"/.exec(attributes)?.[1] ?? ''), member: relationship.target, kind: relationship.type }];
  });
}

/** All charts of a workbook, on worksheets and on sheets of their own. */
export function readCharts(archive: ZipArchive, sheets: readonly ListedSheet[]): readonly ChartPart[] {
  const drawings = sheets.flatMap(({ member }) => relationshipsOf(archive, member).filter(({ type }) => type === 'drawing').map(({ target }) => target));
  const members = drawings.flatMap((drawing) => relationshipsOf(archive, drawing).filter(({ type }) => type === 'chart' || type === 'chartEx').map(({ target }) => target));
  return [...new Set(members)].flatMap((member) => {
    const xml = partText(archive, member);
    return xml === undefined ? [] : [{ member, chart: compileChart(xml) }];
  });
}

type CompiledPart = { readonly text: MovingText; readonly problems: readonly TemplateProblem[] };
type PartCompiler = (xml: string, sheet: SheetTemplate, sections: readonly RowSection[]) => CompiledPart;

/** What belongs to a sheet and names its rows, by relationship. */
const compilers: ReadonlyMap<string, PartCompiler> = new Map<string, PartCompiler>([
  ['drawing', (xml, { part }, sections) => compileDrawing(xml, sections, part)],
  ['vmlDrawing', (xml, { part }, sections) => (sections.length === 0 ? { text: [xml], problems: [] } : compileCommentBoxes(xml, part))],
  ['comments', (xml) => ({ text: compileComments(xml), problems: [] })],
  ['threadedComment', (xml) => ({ text: compileComments(xml), problems: [] })],
  ['table', (xml, { part, filledPlaces }, sections) => compileTable(xml, sections, filledPlaces, tableRules, part)],
  ['pivotTable', (xml, { part }, sections) => compilePivotTable(xml, sections, part)],
]);

/** What belongs to a sheet and names no rows. */
const harmless = new Set(['printerSettings', 'image', 'customProperty', 'slicer', 'hyperlink']);

export type SheetParts = { readonly parts: readonly MovingPart[]; readonly problems: readonly TemplateProblem[] };

/** The parts of one sheet; with repeated rows in it, those that could not follow them are problems. */
export function readSheetParts(archive: ZipArchive, member: string, sheet: SheetTemplate, sections: readonly RowSection[]): SheetParts {
  const parts: MovingPart[] = [];
  const problems: TemplateProblem[] = [];
  for (const { type, target } of relationshipsOf(archive, member)) {
    const compile = compilers.get(type);
    if (compile === undefined) {
      if (sections.length > 0 && !harmless.has(type)) {
        problems.push({ code: 'bad-part', part: sheet.part, place: '整张表', tag: type, message: `有循环行的工作表里有插入行后无法跟着移动的内容（${type}）`, suggestion: '把它移到没有循环行的工作表' });
      }
      continue;
    }
    const xml = partText(archive, target);
    if (xml === undefined) continue;
    const compiled = compile(xml, sheet, sections);
    problems.push(...compiled.problems);
    parts.push({ member: target, xml, text: compiled.text, sheet: sheet.name });
  }
  return { parts, problems };
}

/** Parts of the whole workbook that name cells: the sources of pivot tables. */
export function readPivotSources(archive: ZipArchive, main: string): readonly MovingPart[] {
  return relationshipsOf(archive, main).filter(({ type }) => type === 'pivotCacheDefinition').flatMap(({ target }) => {
    const xml = partText(archive, target);
    return xml === undefined ? [] : [{ member: target, xml, text: compilePivotSource(xml), sheet: undefined }];
  });
}
