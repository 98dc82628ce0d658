import { AppError } from '../../../shared/app-error.ts';
import type { Scope } from '../tags/scope.ts';
import { mostRowSections } from '../tags/template-limits.ts';
import type { TemplateDoubt, TemplateProblem } from '../tags/template-problem.ts';
import { outputBytes, putText, startOutput } from '../word/byte-output.ts';
import { readCellAreas } from './cell-areas.ts';
import type { PlacedPicture } from './cell-pictures.ts';
import { mergedWidths } from './cell-widths.ts';
import type { CellWatch } from './cell-watch.ts';
import { mergedEqualCells, startEqualCells } from './equal-cells.ts';
import { movingText, writeMoved } from './moving-text.ts';
import { readPageTexts } from './page-texts.ts';
import type { QuotedStyles } from './quoted-styles.ts';
import type { Moves } from './references.ts';
import { layOutRows } from './row-layout.ts';
import { copyOf, nowhere, type RowCopy, type RowMap, type RowPlace } from './row-map.ts';
import { compileRow, writeRow, type RowProgram, type RowRun } from './row-program.ts';
import { allSections, pairRowMarks, type RowSection } from './row-sections.ts';
import { compileCells, type CompiledCell, type PlacedName, type WorkbookFacts } from './sheet-cells.ts';
import { readFormulas, type CellFormula } from './sheet-formulas.ts';
import { headRules, tailRules, withDrawingPlace, withMergeList } from './sheet-moves.ts';
import { mergingProblems, sheetProblems } from './sheet-problems.ts';
import { columnNumber, parseSheet } from './sheet-xml.ts';
import type { ValueReport } from './value-report.ts';

/** What one rendering of a workbook shares between its sheets. */
export type SheetRun = {
  readonly scope: Scope;
  readonly report: ValueReport;
  readonly styles: QuotedStyles;
  readonly watch: CellWatch;
  /** Told the pictures of the sheet; answers with the relationship of a drawing that the sheet does not have yet. */
  readonly onPictures: (pictures: readonly PlacedPicture[]) => string | undefined;
};

/** One sheet, ready to be filled. */
export type SheetTemplate = {
  readonly name: string;
  /** In words: 工作表“台账”. */
  readonly part: string;
  readonly hasTags: boolean;
  readonly hasPictures: boolean;
  readonly sections: readonly RowSection[];
  readonly tags: readonly PlacedName[];
  readonly problems: readonly TemplateProblem[];
  readonly doubts: readonly TemplateDoubt[];
  /** Its formulas with their cells. */
  readonly formulas: readonly { readonly place: string; readonly formula: CellFormula }[];
  /** The columns of each row in which something stands. */
  readonly heldColumns: () => ReadonlyMap<number, readonly number[]>;
  /** Places of the cells that are filled. */
  readonly filledPlaces: readonly { readonly column: string; readonly row: number }[];
  /** Decides how often each row stands; the maps of all sheets are needed before any is written. */
  readonly layOut: (scope: Scope, report: ValueReport) => RowMap;
  readonly write: (moves: Moves & { readonly own: RowMap }, run: SheetRun) => Buffer;
};

/** In bytes. No ledger comes near. */
const longestSheet = 400_000_000;

type RowItem = RowProgram | { readonly section: RowSection; readonly items: readonly RowItem[] };

/**
 * @param watched keys of the columns that charts draw
 * @throws AppError unreadable-file, template-broken
 */
export function compileSheet(name: string, xml: string, facts: WorkbookFacts, watched: ReadonlySet<string>): SheetTemplate {
  const part = `工作表“${name}”`;
  const sheet = parseSheet(xml);
  const formulas = readFormulas(sheet.rows);
  const cells = compileCells(sheet.rows, formulas, facts, part);
  const { sections, problems: pairing } = pairRowMarks(cells.marks, part);
  const every = allSections(sections);
  if (every.length > mostRowSections) throw new AppError('template-broken', `${part}的循环行超过 ${mostRowSections} 处，已停止读取。`, { limit: mostRowSections });
  const pages = readPageTexts(sheet.tail, part);
  const programs = cells.rows.map((row) => compileRow(row, { sheet: name, facts, watched }));
  const items = itemsOf(programs, sections);
  const head = movingText(sheet.head, headRules);
  const merging = cells.rows.flatMap((row) => row.cells.flatMap((cell) => (cell.kind === 'filled' && cell.filled.mergesEqual ? [cell.filled] : [])));
  const hasPictures = cells.rows.some((row) => row.cells.some((cell) => cell.kind === 'filled' && cell.filled.picture !== undefined));
  const listed = merging.length === 0 ? sheet.tail : withMergeList(sheet.tail);
  const tail = movingText(hasPictures ? withDrawingPlace(listed) : listed, tailRules);
  const widthOf = mergedWidths(sheet);
  const areas = readCellAreas(sheet);
  const tags = [...cells.names, ...pages.names.map((tag) => ({ ...tag, place: '页眉页脚' }))];

  return {
    name,
    part,
    hasTags: tags.length > 0 || cells.marks.length > 0 || cells.rows.some((row) => row.cells.some(({ kind }) => kind === 'filled')),
    hasPictures,
    sections,
    tags,
    problems: [...cells.problems, ...pairing, ...pages.problems, ...mergingProblems(merging, sheet, every, part), ...(sections.length === 0 ? [] : sheetProblems(sheet, formulas, every, part))],
    doubts: cells.doubts,
    formulas: sheet.rows.flatMap((row) => row.cells.flatMap((cell) => {
      const formula = formulas.get(cell);
      return formula === undefined ? [] : [{ place: `${cell.column}${row.number}`, formula }];
    })),
    heldColumns: () => new Map(cells.rows.map(({ row, cells: compiled }) => [row.number, compiled.filter(holdsSomething).map(({ cell }) => columnNumber(cell.column))])),
    filledPlaces: programs.flatMap(({ fills }) => fills.map(({ column, row }) => ({ column, row }))),
    layOut: (scope, report) => layOutRows(sections, scope, part, report),
    write: (moves, { scope, report, styles, watch, onPictures }) => {
      const output = startOutput(xml.length * 2);
      const equal = startEqualCells();
      const pictures: PlacedPicture[] = [];
      const run: RowRun = { output, moves, styles, watch, equal, areas, pictures, widthOf };
      const source = { date1904: facts.date1904, report, sheet: part };
      const writeItems = (written: readonly RowItem[], copy: RowCopy, base: number, scopes: readonly Scope[], place: RowPlace): void => {
        let distance = copy.start - base;
        let next = 0;
        for (const item of written) {
          if ('number' in item) {
            writeRow(item, item.number + distance, place, { ...source, scopes }, run);
            continue;
          }
          const block = copy.blocks[next++];
          if (block === undefined) continue;
          for (const [index, inner] of block.scopes.entries()) {
            writeItems(item.items, copyOf(block, index), item.section.from, [...scopes, inner], [...place, { block, copy: index }]);
            if (output.length > longestSheet) throw new AppError('render-failed', `${part}填好后超过 ${longestSheet / 1_000_000} MB，没有生成。`, { limit: longestSheet });
          }
          distance = block.start + block.size - item.section.to - 1;
        }
      };
      putText(output, moves.isStill ? sheet.head : writeMoved(head, moves));
      writeItems(items, moves.own.whole, 1, [scope], nowhere);
      const addedDrawing = pictures.length === 0 ? undefined : onPictures(pictures);
      const merged = mergedEqualCells(equal);
      const isSame = moves.isStill && merged.length === 0 && addedDrawing === undefined;
      putText(output, pages.fill(isSame ? sheet.tail : writeMoved(tail, { ...moves, merged, addedDrawing }), scope, report));
      return outputBytes(output);
    },
  };
}

/** Whether anything is printed in a cell: not in one that is only formatted, or holds nothing but the end of a loop. */
function holdsSomething(compiled: CompiledCell): boolean {
  return compiled.kind === 'filled' ? compiled.filled.texts.length > 0 : compiled.cell.content !== '';
}

/** The rows of a sheet as they nest: sections hold their rows and the sections inside. */
function itemsOf(programs: readonly RowProgram[], sections: readonly RowSection[]): readonly RowItem[] {
  const items: RowItem[] = [];
  let next = 0;
  for (let at = 0; at < programs.length;) {
    const program = programs[at];
    if (program === undefined) break;
    const section = sections[next];
    if (section === undefined || program.number < section.from) {
      items.push(program);
      at += 1;
      continue;
    }
    const end = programs.findIndex(({ number }, index) => index >= at && number > section.to);
    const inside = programs.slice(at, end < 0 ? undefined : end);
    items.push({ section, items: itemsOf(inside, section.sections) });
    at += inside.length;
    next += 1;
  }
  return items;
}
