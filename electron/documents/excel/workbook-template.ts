import { AppError } from '../../../shared/app-error.ts';
import type { ZipMember } from '../../files/zip-member.ts';
import { readZip } from '../../files/zip-reader.ts';
import { deflateMember, writeZip } from '../../files/zip-writer.ts';
import { outsideReferences } from '../outside-references.ts';
import { rootScope } from '../tags/scope.ts';
import { refuseBroken, type TemplateDoubt, type TemplateProblem } from '../tags/template-problem.ts';
import { firstFreeNumber } from '../word/additions.ts';
import { withAddedTypes } from '../word/package-changes.ts';
import { contentTypeOf, mainRelationship } from '../word/package-parts.ts';
import { withoutCalculationChain, workbookMembers } from './workbook-members.ts';
import { readCellFormats } from './cell-value.ts';
import type { CellWatch } from './cell-watch.ts';
import { formulaDoubts, formulaProblems } from './formula-problems.ts';
import { writeMoved } from './moving-text.ts';
import { addPictures, pictureMembers, startPictureDrawings, withPictures } from './picture-drawings.ts';
import { readSharedTexts } from './plain-text.ts';
import { startQuotedStyles, withQuotedStyles } from './quoted-styles.ts';
import type { Moves } from './references.ts';
import { readTextLooks } from './row-height.ts';
import type { RowMap } from './row-map.ts';
import { allSections } from './row-sections.ts';
import type { WorkbookFacts } from './sheet-cells.ts';
import { compileSheet, type SheetRun, type SheetTemplate } from './sheet-template.ts';
import { unfilledDoubts } from './unfilled-places.ts';
import { compileNames, readNames, recalculated } from './workbook-names.ts';
import type { ValueReport } from './value-report.ts';
import { listSheets, partNamed, partText, readCharts, readPivotSources, readSheetParts } from './workbook-parts.ts';

/** A compiled .xlsx template; rendering keeps no state, so it may be filled any number of times. */
export type WorkbookTemplate = {
  /** Every tag with its cell and the loops around it, sheet by sheet, in reading order. */
  readonly tags: readonly { readonly part: string; readonly name: string; readonly place: string; readonly within: readonly string[] }[];
  readonly problems: readonly TemplateProblem[];
  /** What renders but was probably meant otherwise. */
  readonly doubts: readonly TemplateDoubt[];
  /**
   * The filled workbook. Members in which nothing changes are copied as they were compressed.
   * @throws AppError template-broken when the template has problems; render-failed when the data do not fit into Excel's limits
   */
  readonly render: (data: unknown, report?: ValueReport) => Uint8Array;
};

type SheetPart = { readonly member: string; readonly xml: string; readonly template: SheetTemplate };

/**
 * Reads a .xlsx template. Tags stand in cells and in page headers; a loop whose tags stand in different cells repeats whole rows.
 * @throws AppError unreadable-file for anything that is no plain workbook
 */
export function compileWorkbookTemplate(bytes: Uint8Array): WorkbookTemplate {
  const archive = readZip(bytes);
  const main = mainRelationship(archive)?.target;
  const workbook = main === undefined ? undefined : partText(archive, main);
  if (main === undefined || workbook === undefined || !/<sheets\b/.test(workbook)) throw new AppError('unreadable-file', '这不是 Excel 工作簿（.xlsx）。');
  if (archive.has('xl/vbaProject.bin') || (contentTypeOf(archive, main) ?? '').includes('macroEnabled')) throw new AppError('unreadable-file', '带宏的工作簿（.xlsm）不能用作模板，请另存为 .xlsx。');
  const stylesPart = partNamed(archive, main, 'styles', 'xl/styles.xml');
  const styles = partText(archive, stylesPart) ?? '';
  const facts: WorkbookFacts = {
    sharedStrings: readSharedTexts(partText(archive, partNamed(archive, main, 'sharedStrings', 'xl/sharedStrings.xml')) ?? ''),
    formats: readCellFormats(styles),
    looks: readTextLooks(styles),
    date1904: /<workbookPr\b[^<>]*\bdate1904="(1|true)"/.test(workbook),
  };
  const listed = listSheets(archive, main, workbook);
  const charts = readCharts(archive, listed);
  const watched = new Set(charts.flatMap(({ chart }) => chart.watched));
  const sheets = listed.filter(({ kind }) => kind === 'worksheet').map(({ member, name }): SheetPart => {
    const xml = partText(archive, member) ?? '';
    return { member, xml, template: compileSheet(name, xml, facts, watched) };
  });
  const sheetParts = sheets.map(({ member, template }) => readSheetParts(archive, member, template, allSections(template.sections)));
  const parts = [...sheetParts.flatMap((found) => found.parts), ...readPivotSources(archive, main)];
  const templates = sheets.map(({ template }) => template);
  const names = readNames(workbook);
  const namesText = compileNames(workbook);
  const repeats = templates.some(({ sections }) => sections.length > 0);
  const computes = templates.some(({ formulas }) => formulas.length > 0);
  const hasTags = templates.some((template) => template.hasTags);
  const problems = [
    ...outsideReferences(archive),
    ...templates.flatMap((template) => template.problems),
    ...sheetParts.flatMap((found) => found.problems),
    ...(repeats ? formulaProblems(templates, names, charts) : []),
  ];
  const members = workbookMembers(archive, templates.some(({ hasPictures }) => hasPictures));
  const withoutChain = withoutCalculationChain(new Map(members.map((member) => [member.name, member])), main);
  const firstNumber = firstFreeNumber(archive);
  const recomputed = computes ? deflateMember({ name: main, bytes: Buffer.from(recalculated(workbook)) }) : undefined;

  return {
    tags: templates.flatMap((template) => template.tags.map(({ name, place, within }) => ({ part: template.part, name, place, within }))),
    problems,
    doubts: [...templates.flatMap((template) => template.doubts), ...unfilledDoubts(archive, listed), ...(repeats ? formulaDoubts(templates) : [])],
    render: (data, report = {}) => {
      refuseBroken(problems);
      if (!hasTags) return writeZip(members);
      const scope = rootScope(data);
      const laidOut = sheets.map((sheet) => ({ ...sheet, map: sheet.template.layOut(scope, report) }));
      const maps = new Map<string, RowMap>(laidOut.map(({ template, map }) => [template.name.toLowerCase(), map]));
      const of: Moves['of'] = (name) => maps.get(name.toLowerCase());
      const copied = { count: 0 };
      const moved = laidOut.some(({ map }) => !map.isIdentity);
      const others = { of, copied, isStill: !moved };
      const quoted = startQuotedStyles(facts.formats.length);
      const watch: CellWatch = new Map();
      const drawings = startPictureDrawings(firstNumber);
      const runFor = (member: string): SheetRun => ({ scope, report, styles: quoted, watch, onPictures: (pictures) => addPictures(archive, member, pictures, drawings) });
      const changed = new Map<string, ZipMember>();
      const put = (name: string, content: Uint8Array): void => { changed.set(name, deflateMember({ name, bytes: content })); };
      const putIfOther = (name: string, text: string, original: string): void => { if (text !== original) put(name, Buffer.from(text)); };

      if (moved) for (const member of withoutChain.changed) changed.set(member.name, member);
      for (const { member, xml, template, map } of laidOut) {
        if (template.hasTags || template.formulas.length > 0) put(member, template.write({ own: map, ...others }, runFor(member)));
        else if (moved) putIfOther(member, template.write({ own: map, ...others }, runFor(member)).toString('utf8'), xml);
      }
      for (const { member, xml, text, sheet } of parts) {
        const written = moved ? writeMoved(text, { own: sheet === undefined ? undefined : of(sheet), ...others }) : xml;
        const pictures = drawings.pending.get(member);
        putIfOther(member, pictures === undefined ? written : withPictures(written, member, pictures, drawings.additions), xml);
      }
      for (const { member, chart } of charts) {
        const written = chart.write({ own: undefined, ...others }, watch);
        if (written !== undefined) put(member, Buffer.from(written));
      }
      const named = moved ? writeMoved(namesText, { own: undefined, ...others }) : workbook;
      // Nearly always the names stay as they are: that part was compressed when the template was compiled.
      if (named === workbook && recomputed !== undefined) changed.set(main, recomputed);
      else putIfOther(main, computes ? recalculated(named) : named, workbook);
      if (quoted.added.size > 0) put(stylesPart, Buffer.from(withQuotedStyles(styles, quoted)));
      const added = pictureMembers(archive, drawings);
      for (const member of added.members) if (archive.has(member.name)) changed.set(member.name, member);
      const kept = members.filter(({ name }) => !moved || !withoutChain.removed.has(name)).map((member) => changed.get(member.name) ?? member);
      return writeZip(withAddedTypes([...kept, ...added.members.filter(({ name }) => !archive.has(name))], added.types));
    },
  };
}

