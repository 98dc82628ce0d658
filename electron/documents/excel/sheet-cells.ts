import { AppError } from '../../../shared/app-error.ts';
import type { Expression } from '../tags/expression.ts';
import { fullWidthDoubt, fullWidthTag } from '../tags/problem-words.ts';
import type { TemplateDoubt, TemplateProblem } from '../tags/template-problem.ts';
import type { PictureTag } from './cell-pictures.ts';
import type { CellFormat } from './cell-value.ts';
import { attribute } from './elements.ts';
import { cellTextOf, type CellText } from './plain-text.ts';
import type { TextLook } from './row-height.ts';
import type { PlacedMark } from './row-sections.ts';
import type { CellFormula } from './sheet-formulas.ts';
import { cellAttribute, filledAttributes, type SheetCell, type SheetRow } from './sheet-xml.ts';
import { parseText, picturesIn, type NamedTag, type TextNode } from './text-template.ts';

/** What the cells of every sheet of one workbook share. */
export type WorkbookFacts = {
  readonly sharedStrings: readonly CellText[];
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
  readonly only: { readonly expression: Expression; readonly written: string; readonly level: number; readonly run: number } | undefined;
  /** `{%照片}`: the cell is the frame of a picture. */
  readonly picture: PictureTag | undefined;
  /** `{部门|合并相同}`: one cell with those above it that print the same. */
  readonly mergesEqual: boolean;
  /** Formats of its runs; one where the whole cell looks the same. */
  readonly runFormats: readonly string[];
};

export type CompiledCell =
  | { readonly kind: 'kept'; readonly cell: SheetCell }
  | { readonly kind: 'formula'; readonly cell: SheetCell; readonly formula: CellFormula }
  | { readonly kind: 'filled'; readonly cell: SheetCell; readonly filled: FilledCell };

export type CompiledRow = { readonly row: SheetRow; readonly cells: readonly CompiledCell[] };

/** In characters, over all cells of a sheet. */
const mostTaggedText = 10_000_000;
/** Doubts about one cell; more say nothing new. */
const mostDoubts = 20;
/** And of one sheet, about. */
const mostDoubtsOfSheet = 200;

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
export function cellText(cell: SheetCell, facts: WorkbookFacts): CellText | undefined {
  const type = cellAttribute(cell, 't');
  if (type === 's') return facts.sharedStrings[Number(/<v>(\d+)<\/v>/.exec(cell.content)?.[1] ?? -1)];
  return type === 'inlineStr' ? cellTextOf(cell.content) : undefined;
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
  // A shared text stands in many cells: whether it can hold tags is looked up once.
  const hasBraces = new Map<CellText, boolean>();
  let readSoFar = 0;
  const looksTagged = (text: CellText): boolean => {
    const found = /[{}｛｝]/.test(text.text);
    hasBraces.set(text, found);
    return found;
  };

  const compileCell = (cell: SheetCell, row: number): CompiledCell => {
    const formula = formulas.get(cell);
    if (formula !== undefined) return { kind: 'formula', cell, formula };
    const written = cellText(cell, facts);
    if (written === undefined || !(hasBraces.get(written) ?? looksTagged(written))) return { kind: 'kept', cell };
    readSoFar += written.text.length;
    if (readSoFar > mostTaggedText) throw new AppError('template-broken', `${part}里带标签的文字超过 ${mostTaggedText / 1_000_000} 百万字，已停止读取。`, { limit: mostTaggedText });
    const place = `${cell.column}${row}`;
    if (doubts.length < mostDoubtsOfSheet) doubts.push(...fullWidthTags(written.text, part, place));
    if (!/[{}]/.test(written.text)) return { kind: 'kept', cell };
    const text = parseText(written.text, part, place, runStarts(written));
    problems.push(...text.problems);
    names.push(...text.names.map(({ name, within }) => ({ name, within: [...open, ...within], place })));
    const texts = splitByLevel(text.nodes, open, (mark) => marks.push({ ...mark, row, place }));
    const picture = onlyPicture(texts);
    for (const placed of picture === undefined ? picturesIn(text.nodes) : []) problems.push({ code: 'picture-place', part, place, tag: placed.written, message: '照片要独占一个单元格', suggestion: '把其他文字移到别的单元格' });
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
      picture,
      mergesEqual: texts.some(({ nodes }) => nodes.some((node) => node.kind === 'value' && node.mergesEqual)),
      runFormats: written.runs.map(({ format }) => format),
    };
    return { kind: 'filled', cell, filled };
  };
  const compiled = rows.map((row) => ({ row, cells: row.cells.map((cell) => compileCell(cell, row.number)) }));
  return { rows: compiled, marks, names, problems, doubts };
}

function runStarts({ runs }: CellText): readonly number[] {
  let at = 0;
  return runs.map(({ text }) => {
    at += text.length;
    return at - text.length;
  });
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
  return first?.node.kind === 'value' && others.length === 0 ? { expression: first.node.expression, written: first.node.written, level: first.level, run: first.node.run } : undefined;
}

function onlyPicture(texts: readonly LevelText[]): PictureTag | undefined {
  const [first, ...others] = texts.flatMap(({ level, nodes }) => nodes.filter((node) => node.kind !== 'text' || node.text.trim() !== '').map((node) => ({ level, node })));
  if (first?.node.kind !== 'picture' || others.length > 0) return undefined;
  const { expression, box, written } = first.node;
  return { expression, box, written, level: first.level };
}

/** `｛名称｝`: what a Chinese input method makes of a tag. It stays plain text, but was hardly meant as such. */
function fullWidthTags(text: string, part: string, place: string): readonly TemplateDoubt[] {
  if (!/[｛｝]/.test(text)) return [];
  return [...text.matchAll(fullWidthTag)].slice(0, mostDoubts).map(([tag, inside = '']) => fullWidthDoubt({ part, place, tag }, inside));
}
