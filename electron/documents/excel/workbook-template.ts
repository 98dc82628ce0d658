import { AppError } from '../../../shared/app-error.ts';
import type { ZipArchive, ZipMember } from '../../files/zip-member.ts';
import { memberText, readZip } from '../../files/zip-reader.ts';
import { writeZip, type ZipAddition } from '../../files/zip-writer.ts';
import { outsideReferences } from '../outside-references.ts';
import { rootScope } from '../tags/scope.ts';
import { problemSentence, type TemplateProblem } from '../tags/template-problem.ts';
import { contentTypeOf, relationshipsOf } from '../word/package-parts.ts';
import { readCellFormats } from './cell-value.ts';
import { decodeXml, encodeXml, readSharedStrings } from './plain-text.ts';
import { moveFormula, type RowMapOf } from './references.ts';
import { readTextLooks } from './row-height.ts';
import { compileSheet, type SheetTemplate, type WorkbookFacts } from './sheet-template.ts';

/** A compiled .xlsx template; rendering keeps no state, so it may be filled any number of times. */
export type WorkbookTemplate = {
  readonly tags: readonly { readonly part: string; readonly name: string }[];
  readonly problems: readonly TemplateProblem[];
  /**
   * The filled workbook. Members without tags are copied as they were compressed.
   * @throws AppError template-broken when the template has problems
   */
  readonly render: (data: unknown, options?: { readonly onMissing?: (tag: string) => void }) => Uint8Array;
};

type SheetPart = { readonly member: string; readonly template: SheetTemplate };

const calcChain = 'xl/calcChain.xml';

/** Office writes no document type; with one come entities that expand without end. */
function partText(archive: ZipArchive, name: string): string | undefined {
  const xml = memberText(archive, name);
  if (xml?.includes('<!DOCTYPE') === true) throw new AppError('unreadable-file', `“${name}”带有文档类型声明（DOCTYPE），已拒绝打开。`, { part: name });
  return xml;
}

function sheetParts(archive: ZipArchive, workbookName: string, workbook: string, facts: WorkbookFacts): SheetPart[] {
  const taken = new Set<string>();
  const targets = new Map(relationshipsOf(archive, workbookName).map((relationship) => [relationship.id, relationship]));
  return [...workbook.matchAll(/<sheet\b([^<>]*?)\/?>/g)].flatMap((match) => {
    const attributes = match[1] ?? '';
    const relationship = targets.get(/\br:id="([^"]+)"/.exec(attributes)?.[1] ?? '');
    if (relationship?.type !== 'worksheet') return [];
    if (taken.has(relationship.target)) throw new AppError('unreadable-file', '工作簿里有两张工作表用了同一份内容，已拒绝打开。', { member: relationship.target });
    taken.add(relationship.target);
    const xml = partText(archive, relationship.target);
    if (xml === undefined) return [];
    return [{ member: relationship.target, template: compileSheet(decodeXml(/\bname="([^"]*)"/.exec(attributes)?.[1] ?? ''), xml, facts) }];
  });
}

function moveNames(workbook: string, mapOf: RowMapOf): string {
  return workbook.replace(/(<definedName\b[^<>]*>)([^<]*)(<\/definedName>)/g, (_whole, open: string, formula: string, close: string) => `${open}${encodeXml(moveFormula(decodeXml(formula), mapOf))}${close}`);
}

/** Excel computes every formula anew when it opens the file: the stored results belonged to the template. */
function recalculated(workbook: string): string {
  if (/<calcPr\b[^<>]*\bfullCalcOnLoad=/.test(workbook)) return workbook;
  if (/<calcPr\b/.test(workbook)) return workbook.replace(/<calcPr\b/, '<calcPr fullCalcOnLoad="1"');
  // Behind whichever of these comes last in the order of the schema.
  const before = ['</definedNames>', '</externalReferences>', '</sheets>'].find((end) => workbook.includes(end));
  return before === undefined ? workbook : workbook.replace(before, `${before}<calcPr calcId="0" fullCalcOnLoad="1"/>`);
}

/**
 * Reads a .xlsx template. Tags stand in cells and in page headers; a loop whose tags stand in different cells repeats whole rows.
 * @throws AppError unreadable-file for anything that is no plain workbook
 */
export function compileWorkbookTemplate(bytes: Uint8Array): WorkbookTemplate {
  const archive = readZip(bytes);
  const main = relationshipsOf(archive, '').find((relationship) => relationship.type === 'officeDocument')?.target;
  const workbook = main === undefined ? undefined : partText(archive, main);
  if (main === undefined || workbook === undefined || !/<sheets\b/.test(workbook)) throw new AppError('unreadable-file', '这不是 Excel 工作簿（.xlsx）。');
  if (archive.has('xl/vbaProject.bin') || (contentTypeOf(archive, main) ?? '').includes('macroEnabled')) throw new AppError('unreadable-file', '带宏的工作簿（.xlsm）不能用作模板，请另存为 .xlsx。');
  const styles = partText(archive, 'xl/styles.xml') ?? '';
  const facts: WorkbookFacts = {
    sharedStrings: readSharedStrings(partText(archive, 'xl/sharedStrings.xml') ?? ''),
    formats: readCellFormats(styles),
    looks: readTextLooks(styles),
    date1904: /<workbookPr\b[^<>]*\bdate1904="(1|true)"/.test(workbook),
  };
  const sheets = sheetParts(archive, main, workbook, facts);
  const problems = [...outsideReferences(archive), ...sheets.flatMap(({ template }) => template.problems)];
  const members = [...archive.values()];

  return {
    tags: sheets.flatMap(({ template }) => [...new Set(template.tags)].map((name) => ({ part: `工作表“${template.name}”`, name }))),
    problems,
    render: (data, options = {}) => {
      if (problems.length > 0) {
        throw new AppError('template-broken', `模板有 ${problems.length} 处错误：${problems.slice(0, 3).map(problemSentence).join('；')}`, { problems });
      }
      const scope = rootScope(data);
      const laidOut = sheets.map((sheet) => ({ ...sheet, layout: sheet.template.layOut(scope) }));
      const mapOf: RowMapOf = (name) => laidOut.find((sheet) => sheet.template.name === name)?.layout.map;
      const moves = laidOut.some((sheet) => !sheet.layout.map.isIdentity);
      const changed = new Map<string, ZipAddition>();
      for (const { member, template, layout } of laidOut) {
        if (template.hasTags || moves) changed.set(member, { name: member, bytes: Buffer.from(template.write(layout, scope, mapOf, options.onMissing)) });
      }
      if (changed.size > 0) changed.set(main, { name: main, bytes: Buffer.from(recalculated(moves ? moveNames(workbook, mapOf) : workbook)) });
      return writeZip(withoutCalcChain(archive, members, main, changed));
    },
  };
}

/** The calculation chain names cells that moved; Excel builds a new one. */
function withoutCalcChain(archive: ZipArchive, members: readonly ZipMember[], main: string, changed: Map<string, ZipAddition>): (ZipMember | ZipAddition)[] {
  if (archive.has(calcChain) && changed.size > 0) {
    const relationships = main.replace(/([^/]+)$/, '_rels/$1.rels');
    const edit = (name: string, pattern: RegExp): void => {
      const text = memberText(archive, name);
      if (text !== undefined) changed.set(name, { name, bytes: Buffer.from(text.replace(pattern, '')) });
    };
    edit('[Content_Types].xml', /<Override\b[^<>]*calcChain[^<>]*\/>/);
    edit(relationships, /<Relationship\b[^<>]*calcChain[^<>]*\/>/);
    return members.filter((member) => member.name !== calcChain).map((member) => changed.get(member.name) ?? member);
  }
  return members.map((member) => changed.get(member.name) ?? member);
}
