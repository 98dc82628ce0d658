import { AppError } from '../../../shared/app-error.ts';
import type { Scope } from '../tags/scope.ts';
import { valueText } from '../tags/value-text.ts';
import { lackingPicture, readCellPictures, type PictureTag, type ReadPicture } from './cell-pictures.ts';
import { cellContent, type CellContent } from './cell-value.ts';
import { withAttribute } from './elements.ts';
import { encodeCellText } from './plain-text.ts';
import { quotedStyle, readsAsFormula, type QuotedStyles } from './quoted-styles.ts';
import type { FilledCell } from './sheet-cells.ts';
import { longestCellText } from './sheet-limits.ts';
import { renderText, type RunText } from './text-template.ts';
import { reportedValue, type ValueReport } from './value-report.ts';

/** A filled cell before it is written: its text decides the height of the row. */
export type CellFill = { readonly content: CellContent; readonly text: string; readonly runs: readonly RunText[]; readonly pictures?: readonly ReadPicture[] };

/** What a row is filled with: the scope of each loop around it, the sheet's data first. */
export type FillSource = {
  readonly scopes: readonly Scope[];
  readonly date1904: boolean;
  readonly report: ValueReport;
  /** In words, for messages. */
  readonly sheet: string;
};

/** @throws AppError render-failed when the text is longer than a cell of Excel can be */
export function fillCell(cell: FilledCell, row: number, source: FillSource): CellFill {
  if (cell.picture !== undefined) return fillPicture(cell.picture, source);
  const runs: RunText[] | undefined = cell.runFormats.length > 1 ? [] : undefined;
  let text = '';
  let raw: unknown;
  if (cell.only !== undefined) {
    const scope = scopeAt(source, cell.only.level);
    raw = reportedValue(cell.only.expression, cell.only.written, scope, reportIn(scope, source));
    const value = valueText(raw);
    if (value === undefined) reportIn(scope, source)?.onMissing?.(cell.only.written);
    else text = value;
    runs?.push({ run: cell.only.run, text });
  } else {
    for (const { level, nodes } of cell.texts) {
      const scope = scopeAt(source, level);
      text += renderText(nodes, scope, reportIn(scope, source), runs);
    }
  }
  if (text.length > longestCellText) {
    throw new AppError('render-failed', `${source.sheet}的 ${cell.column}${row} 填好后有 ${text.length} 个字，超过 Excel 单元格的上限 ${longestCellText} 个，没有生成。`, { place: `${cell.column}${row}`, length: text.length, limit: longestCellText });
  }
  return { content: cellContent(text, raw, cell.format, source.date1904), text, runs: runs ?? [] };
}

function fillPicture(tag: PictureTag, source: FillSource): CellFill {
  const scope = scopeAt(source, tag.level);
  const { pictures, lacks } = readCellPictures(tag, scope, reportIn(scope, source));
  const text = lacks ? lackingPicture : '';
  return { content: lacks ? { kind: 'text', text } : { kind: 'empty' }, text, runs: [], pictures };
}

function scopeAt({ scopes }: FillSource, level: number): Scope {
  const scope = scopes[level];
  if (scope === undefined) throw new AppError('internal', '模板的循环层次与数据不符。', { level });
  return scope;
}

/** In the empty row of a list without items everything is missing, and nobody wants to hear of it. */
function reportIn(scope: Scope, { report }: FillSource): ValueReport | undefined {
  return scope.count === 0 ? undefined : report;
}

/** What stands behind the reference of a filled cell: ` s="3"><v>12</v></c>`. */
export function filledXml(cell: FilledCell, { content, runs }: CellFill, styles: QuotedStyles): string {
  switch (content.kind) {
    case 'empty':
      return `${cell.attributes}/>`;
    case 'number':
      return `${cell.attributes}><v>${content.number}</v></c>`;
    case 'boolean':
      return `${cell.attributes} t="b"><v>${content.value ? 1 : 0}</v></c>`;
    case 'text': {
      const style = cell.format !== 'text' && readsAsFormula(content.text) ? quotedStyle(styles, cell.style) : cell.style;
      const attributes = style === cell.style ? cell.attributes : withAttribute(cell.attributes, 's', String(style));
      return `${attributes} t="inlineStr"><is>${runs.length === 0 ? textXml(content.text) : runsXml(cell, runs)}</is></c>`;
    }
  }
}

function textXml(text: string): string {
  return `<t${/^\s|\s$|\n|\r|\t| {2}/.test(text) ? ' xml:space="preserve"' : ''}>${encodeCellText(text)}</t>`;
}

/** A value looks like the run in which its tag begins. */
function runsXml(cell: FilledCell, runs: readonly RunText[]): string {
  const joined: { run: number; text: string }[] = [];
  for (const { run, text } of runs) {
    const last = joined.at(-1);
    if (last?.run === run) last.text += text;
    else if (text !== '') joined.push({ run, text });
  }
  return joined.map(({ run, text }) => `<r>${cell.runFormats[run] ?? ''}${textXml(text)}</r>`).join('');
}
