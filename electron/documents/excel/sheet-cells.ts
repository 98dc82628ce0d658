import type { Expression } from '../tags/expression.ts';
import type { TemplateProblem } from '../tags/template-problem.ts';
import type { TemplateDoubt } from '../word/place-tags.ts';
import type { CellFormat } from './cell-value.ts';
import { attribute } from './elements.ts';
import { textRuns, type TextRun } from './plain-text.ts';
import type { TextLook } from './row-height.ts';
import type { PlacedMark } from './row-sections.ts';
import type { CellFormula } from './sheet-formulas.ts';
import { cellAttribute, filledAttributes, type SheetCell, type SheetRow } from './sheet-xml.ts';
import { parseText, type NamedTag, type TextNode } from './text-template.ts';

/** What the cells of every sheet of one workbook share. */
export type WorkbookFacts = {
  readonly sharedStrings: readonly (readonly TextRun[])[];
  readonly formats: readonly CellFormat[];
  readonly looks: readonly TextLook[];
  readonly date1904: boolean;
};

/** Text of a cell that is said of one thing: of the sheet's data (level 0) or of an item of the first, second… loop around its row. */
export type LevelText = { readonly level: number; readonly nodes: readonly TextNode[] };

/** A cell whose text has tags. */
export type FilledCell = {
  readonly column: string;
  readonly row: number;
  readonly attributes: string;
  readonly style: number;
  readonly format: CellFormat;
  readonly look: TextLook | undefined;
  readonly texts: readonly LevelText[];
  /** The one tag that the cell consists of, so that its value may keep its type. */
  readonly only: { readonly expression: Expression; readonly written: string; readonly level: number } | undefined;
  /** Formats of its runs; one where the whole cell looks the same. */
  readonly runFormats: readonly string[];
};

export type CompiledCell =
  | { readonly kind: 'kept'; readonly cell: SheetCell }
  | { readonly kind: 'formula'; readonly cell: SheetCell; readonly formula: CellFormula }
  | { readonly kind: 'filled'; readonly cell: SheetCell; readonly filled: FilledCell };

export type CompiledRow = { readonly row: SheetRow; readonly cells: readonly CompiledCell[] };

/** A tag by name, with its cell and the names of the loops around it. */
export type PlacedName = NamedTag & { readonly place: string };

export type CompiledCells = {
  readonly rows: readonly CompiledRow[];
  readonly marks: readonly PlacedMark[];
  readonly names: readonly PlacedName[];
  readonly problems: readonly TemplateProblem[];
  readonly doubts: readonly TemplateDoubt[];
};

/** The text of a cell; undefined for numbers, formulas and other things that hold no tags. */
export function cellRuns(cell: SheetCell, facts: WorkbookFacts): readonly TextRun[] | undefined {
  const type = cellAttribute(cell, 't');
  if (type === 's') return facts.sharedStrings[Number(/<v>(\d+)<\/v>/.exec(cell.content)?.[1] ?? -1)];
  return type === 'inlineStr' ? textRuns(cell.content) : undefined;
}

/**
 * Reads the cells of a sheet. A text belongs to the loops that are open where it stands, in reading order: `{系统}` in front of `{#巡检项}`
 * in the same row is said of what is around the loop.
 */
export function compileCells(rows: readonly SheetRow[], formulas: ReadonlyMap<SheetCell, CellFormula>, facts: WorkbookFacts, part: string): CompiledCells {
  const marks: PlacedMark[] = [];
  const names: PlacedName[] = [];
  const problems: TemplateProblem[] = [];
  const doubts: TemplateDoubt[] = [];
  const open: string[] = [];

  const compileCell = (cell: SheetCell, row: number): CompiledCell => {
    const formula = formulas.get(cell);
    if (formula !== undefined) return { kind: 'formula', cell, formula };
    const runs = cellRuns(cell, facts);
    const written = runs?.map(({ text }) => text).join('') ?? '';
    const place = `${cell.column}${row}`;
    doubts.push(...fullWidthTags(written, part, place));
    if (runs === undefined || !/[{}]/.test(written)) return { kind: 'kept', cell };
    const starts = runs.map((_, index) => runs.slice(0, index).reduce((sum, { text }) => sum + text.length, 0));
    const text = parseText(written, part, place, starts);
    problems.push(...text.problems);
    names.push(...text.names.map(({ name, within }) => ({ name, within: [...open, ...within], place })));
    const texts = splitByLevel(text.nodes, open, (mark) => marks.push({ ...mark, row, place }));
    const style = Number(attribute(cell.attributes, 's') ?? 0);
    const filled: FilledCell = {
      column: cell.column,
      row,
      attributes: filledAttributes(cell),
      style,
      format: facts.formats[style] ?? 'general',
      look: facts.looks[style],
      texts,
      only: onlyTag(texts),
      runFormats: runs.map(({ format }) => format),
    };
    return { kind: 'filled', cell, filled };
  };
  const compiled = rows.map((row) => ({ row, cells: row.cells.map((cell) => compileCell(cell, row.number)) }));
  return { rows: compiled, marks, names, problems, doubts };
}

/** @param open names of the loops over rows that are open, brought up to date */
function splitByLevel(nodes: readonly TextNode[], open: string[], onMark: (mark: Extract<TextNode, { kind: 'mark' }>['mark']) => void): readonly LevelText[] {
  const texts: { level: number; nodes: TextNode[] }[] = [];
  for (const node of nodes) {
    if (node.kind === 'mark') {
      onMark(node.mark);
      if (node.mark.kind === 'open') open.push(node.mark.name);
      else open.pop();
      continue;
    }
    const last = texts.at(-1);
    if (last?.level === open.length) last.nodes.push(node);
    else texts.push({ level: open.length, nodes: [node] });
  }
  return texts;
}

function onlyTag(texts: readonly LevelText[]): FilledCell['only'] {
  const [first, ...others] = texts.flatMap(({ level, nodes }) => nodes.map((node) => ({ level, node })));
  return first?.node.kind === 'value' && others.length === 0 ? { expression: first.node.expression, written: first.node.written, level: first.level } : undefined;
}

/** `｛名称｝`, `{名称｝`: what a Chinese input method makes of a tag. It stays plain text, but was hardly meant as such. */
function fullWidthTags(text: string, part: string, place: string): readonly TemplateDoubt[] {
  if (!/[｛｝]/.test(text)) return [];
  return [...text.matchAll(/[｛{]([^｛｝{}]{1,40})[｝}]/g)].filter(([written]) => /[｛｝]/.test(written)).map(([written, inside = '']) => ({
    part,
    place,
    tag: written,
    message: `“${written}”用了全角花括号，会原样印在纸上。`,
    suggestion: `如果是标记，请改为 {${inside.normalize('NFKC')}}`,
  }));
}
