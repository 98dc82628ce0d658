import { AppError } from '../../../shared/app-error.ts';
import { evaluate } from '../tags/expression.ts';
import { sectionScopes, type Scope } from '../tags/scope.ts';
import { mostRowSections } from '../tags/template-limits.ts';
import type { TemplateProblem } from '../tags/template-problem.ts';
import { cellXml, type CellFormat } from './cell-value.ts';
import { decodeXml, encodeXml, textOfRuns } from './plain-text.ts';
import { moveFormula, type FormulaPlace, type RowMapOf } from './references.ts';
import { neededHeight, readColumnWidths, type SetText, type TextLook } from './row-height.ts';
import { rowMap, type RowMap } from './row-map.ts';
import { pairRowMarks, type PlacedMark, type RowSection } from './row-sections.ts';
import { cellAttribute, mostRows, parseSheet, untyped, type SheetCell, type SheetRow } from './sheet-xml.ts';
import { moveTail } from './sheet-tail.ts';
import { parseText, renderText, type TextTemplate } from './text-template.ts';

/** What the cells of every sheet of one workbook share. */
export type WorkbookFacts = {
  readonly sharedStrings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly looks: readonly TextLook[];
  readonly date1904: boolean;
};

/** One sheet, ready to be filled. `hasTags` false: its bytes stay as they are unless another sheet's rows move. */
export type SheetTemplate = {
  readonly name: string;
  readonly hasTags: boolean;
  readonly tags: readonly string[];
  readonly problems: readonly TemplateProblem[];
  /** Decides how often each row stands; the maps of all sheets are needed before any is written. */
  readonly layOut: (scope: Scope) => SheetLayout;
  readonly write: (layout: SheetLayout, scope: Scope, mapOf: RowMapOf, onMissing?: (written: string) => void) => string;
};

export type SheetLayout = { readonly map: RowMap; readonly scopes: ReadonlyMap<RowSection, readonly Scope[]> };

type FilledCell = { readonly cell: SheetCell; readonly text: TextTemplate | undefined };

/** In characters of XML; a string in the runtime ends at twice this. No ledger comes near. */
const longestSheet = 200_000_000;

/** An empty list keeps one empty row, so that a form without entries still looks like the form. */
const emptyRow: Scope = { value: {}, parent: undefined, index: 0, count: 0 };

function textOf(cell: SheetCell, facts: WorkbookFacts): string | undefined {
  const type = cellAttribute(cell, 't');
  if (type === 's') return facts.sharedStrings[Number(/<v>(\d+)<\/v>/.exec(cell.content)?.[1] ?? -1)];
  if (type === 'inlineStr') return textOfRuns(cell.content);
  return undefined;
}

/** The headers and footers of the page setup are texts too; `&` is their own control sign. */
const pageText = /(<(odd|even|first)(?:Header|Footer)>)([^<]*)(<\/)/g;

export function compileSheet(name: string, xml: string, facts: WorkbookFacts): SheetTemplate {
  const part = `工作表“${name}”`;
  const sheet = parseSheet(xml);
  const widthOf = readColumnWidths(sheet.head);
  const problems: TemplateProblem[] = [];
  const tags: string[] = [];
  const marks: PlacedMark[] = [];

  const rows = sheet.rows.map((row) => ({
    row,
    cells: row.cells.map((cell): FilledCell => {
      const written = textOf(cell, facts);
      if (written === undefined || !/[{}]/.test(written)) return { cell, text: undefined };
      const place = `${cell.column}${row.number}`;
      const text = parseText(written, part, place);
      problems.push(...text.problems);
      tags.push(...text.names);
      marks.push(...text.marks.map((mark) => ({ ...mark, row: row.number, place })));
      return { cell, text };
    }),
  }));
  const { sections, problems: pairing } = pairRowMarks(marks, part);
  problems.push(...pairing);
  if (sections.length > mostRowSections) throw new AppError('template-broken', `${part}的循环行超过 ${mostRowSections} 处，已停止读取。`, { limit: mostRowSections });
  const headers = [...sheet.tail.matchAll(pageText)].map((match) => parseText(decodeXml(match[3] ?? ''), part, '页眉页脚'));
  problems.push(...headers.flatMap((header) => header.problems));
  tags.push(...headers.flatMap((header) => header.names));
  if (sections.length > 0 && /<(drawing|legacyDrawing|tableParts)\b/.test(sheet.tail)) {
    problems.push({ code: 'bad-part', part, place: '整张表', tag: sections[0]?.name ?? '', message: '循环行所在的工作表里有图片、批注或“表格”对象，插入行会使它们错位；请移到别的工作表' });
  }

  function layOut(scope: Scope): SheetLayout {
    const scopes = new Map(sections.map((section) => {
      const value = evaluate(section.expression, scope);
      const inner = sectionScopes(value, section.inverted, scope);
      return [section, inner.length === 0 && Array.isArray(value) && !section.inverted ? [{ ...emptyRow, parent: undefined }] : inner] as const;
    }));
    const map = rowMap(sections.map((section) => ({ from: section.from, to: section.to, copies: scopes.get(section)?.length ?? 0 })));
    if (map.last(rows.at(-1)?.row.number ?? 1) > mostRows) throw new AppError('render-failed', `${part}填好后超过 Excel 的 ${mostRows} 行，没有生成。`, { limit: mostRows });
    return { scopes, map };
  }

  function write(layout: SheetLayout, scope: Scope, mapOf: RowMapOf, onMissing?: (written: string) => void): string {
    const own: RowMapOf = (sheetName) => (sheetName === undefined ? layout.map : mapOf(sheetName));
    let length = 0;
    const out: string[] = [sheet.head.replace(/<dimension\b[^<>]*\/>/, '')];
    const writeRow = (row: SheetRow, cells: readonly FilledCell[], number: number, inner: Scope, place: FormulaPlace): void => {
      const texts: SetText[] = [];
      const written = cells.map(({ cell, text }) => (text === undefined ? keepCell(cell, number, own, place) : fillCell(cell, text, number, inner, texts)));
      const height = place === undefined || /\bht=/.test(row.attributes) ? undefined : neededHeight(texts, widthOf);
      length += written.reduce((sum, cell) => sum + cell.length, 0);
      if (length > longestSheet) throw new AppError('render-failed', `${part}填好后超过 ${longestSheet / 1_000_000} 百万字符，没有生成。`, { limit: longestSheet });
      out.push(`<row r="${number}"${row.attributes}${height === undefined ? '' : ` ht="${height}"`}>`, ...written);
      out.push('</row>');
    };
    const fillCell = (cell: SheetCell, text: TextTemplate, number: number, inner: Scope, texts: SetText[]): string => {
      const [only, ...more] = text.nodes;
      const raw = only?.kind === 'value' && more.length === 0 ? evaluate(only.expression, inner) : undefined;
      const style = Number(cellAttribute(cell, 's') ?? 0);
      const format = facts.formats[style] ?? 'general';
      const missing = inner === emptyRow || inner.count === 0 ? undefined : onMissing;
      const filled = renderText(text.nodes, inner, missing);
      const look = facts.looks[style];
      if (look !== undefined && format !== 'date') texts.push({ column: cell.column, look, text: filled });
      return cellXml(`${cell.column}${number}`, untyped(cell), filled, raw, format, facts.date1904);
    };
    for (let index = 0; index < rows.length;) {
      const first = rows[index];
      if (first === undefined) break;
      const section = sections.find((candidate) => first.row.number >= candidate.from && first.row.number <= candidate.to);
      if (section === undefined) {
        writeRow(first.row, first.cells, layout.map.at(first.row.number, 0), scope, undefined);
        index += 1;
        continue;
      }
      const block = rows.slice(index).filter(({ row }) => row.number <= section.to);
      for (const [copy, inner] of (layout.scopes.get(section) ?? []).entries()) {
        for (const { row, cells } of block) writeRow(row, cells, layout.map.at(row.number, copy), inner, { blockFrom: section.from, copy });
      }
      index += block.length;
    }
    let header = 0;
    const tail = sheet.tail.replace(pageText, (_whole, open: string, _page, _text, close: string) => {
      const nodes = headers[header++]?.nodes ?? [];
      // Text of the data must not become a control sign; what the template's author wrote stays one.
      const parts = nodes.map((node) => { const text = renderText([node], scope, onMissing); return node.kind === 'text' ? text : text.replaceAll('&', '&&'); });
      return `${open}${encodeXml(parts.join(''))}${close}`;
    });
    out.push(moveTail(tail, layout.map, own));
    return out.join('');
  }

  return { name, hasTags: tags.length > 0 || marks.length > 0, tags, problems, layOut, write };
}

/** A cell without tags in its new row: formulas follow their references and are computed anew when the file is opened. */
function keepCell(cell: SheetCell, number: number, mapOf: RowMapOf, place: FormulaPlace): string {
  const start = `<c r="${cell.column}${number}"${cell.attributes}`;
  if (cell.content === '') return `${start}/>`;
  const formula = /<f\b([^<>]*)>([^<]*)<\/f>/.exec(cell.content);
  if (formula === null) return `${start}>${cell.content}</c>`;
  const moved = encodeXml(moveFormula(decodeXml(formula[2] ?? ''), mapOf, place));
  return `<c r="${cell.column}${number}"${untyped(cell)}><f${formula[1] ?? ''}>${moved}</f></c>`;
}
