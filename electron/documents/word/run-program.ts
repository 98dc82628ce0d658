import { AppError } from '../../../shared/app-error.ts';
import { evaluate } from '../tags/expression.ts';
import { sectionScopes, type Scope } from '../tags/scope.ts';
import { valueText } from '../tags/value-text.ts';
import { writePicture, writePictureFrame } from './pictures/write-picture.ts';
import { writeChart } from './charts/write-chart.ts';
import { writeChartPiece } from './charts/write-piece.ts';
import { outputBytes, putBytes, putText, type ByteOutput } from './byte-output.ts';
import { writeControlValue, writeTick } from './controls/write-control.ts';
import { escapeText } from './escape-text.ts';
import { writeLink, writeLinkValue } from './links/write-link.ts';
import { breakParagraph, breakRun, type FreshIdOperation, type GuardOperation, type IdSpace, type LoopOperation, type NoteKind, type Program, type RawOperation, type TextOperation } from './program.ts';
import { reportDoubts, reportMissing, type Rendering } from './rendering.ts';
import { beginMergeRow, writeMergeCell } from './write-merges.ts';
import { writeNote, writeNotes } from './write-notes.ts';
import { beginTableColumn, beginTableRow, rewind, writeLater, writeTable } from './write-tables.ts';
import { endLists, writeNumber, writeRenumbered } from './write-numbers.ts';
import { parseXmlTree } from './xml-tree.ts';

/** More than any real volume needs; a list that long is a mistake in the data. */
const mostRepetitions = 5_000_000;

/** Loops may be short and their content long: a hundred thousand rows of a table are two million steps. */
const mostSteps = 30_000_000;

/** Writes a program for one scope into the rendering. */
export function runProgram(program: Program, scope: Scope, rendering: Rendering): void {
  rendering.steps += program.length;
  if (rendering.steps > mostSteps) throw new AppError('render-failed', '要写的内容太多，已停止生成。请检查循环和数据。', { limit: mostSteps });
  for (const step of program) {
    if (step instanceof Uint8Array) {
      putBytes(rendering.output, step);
      continue;
    }
    switch (step.kind) {
      case 'text':
        writeText(step, scope, rendering);
        break;
      case 'loop':
        runLoop(step, scope, rendering);
        break;
      case 'guard':
        runGuard(step, scope, rendering);
        break;
      case 'raw':
        putText(rendering.output, rawXml(step, scope));
        break;
      case 'copy':
        runProgram(isFirst(step.per === 'record' ? rendering.writtenInRecord : rendering.written, step.slot) ? step.first : step.later, scope, rendering);
        break;
      case 'fresh-id':
        putText(rendering.output, freshId(step, rendering));
        break;
      case 'same-id':
        putText(rendering.output, rendering.latest.get(idKey(step.space, step.original)) ?? step.original);
        break;
      case 'fresh-name':
        putText(rendering.output, isFirst(rendering.written, step.slot) ? step.name : nameWithId(step.name, rendering.latest.get(idKey(step.space, step.original)) ?? ''));
        break;
      case 'picture':
        writePicture(step, scope, rendering);
        break;
      case 'picture-frame':
        writePictureFrame(step, scope, rendering);
        break;
      case 'tick':
        writeTick(step, scope, rendering);
        break;
      case 'control-value':
        writeControlValue(step, scope, rendering);
        break;
      case 'link':
        writeLink(step, scope, rendering);
        break;
      case 'table':
        writeTable(step, rendering, () => runProgram(step.body, scope, rendering));
        break;
      case 'table-row':
        beginTableRow(rendering);
        break;
      case 'table-column':
        beginTableColumn(step.group, rendering);
        break;
      case 'later':
        writeLater(step.text, rendering);
        break;
      case 'note':
        writeNote(step, rendering, (note) => runProgram(note, scope, rendering));
        break;
      case 'notes':
        writeNotes(step, rendering);
        break;
      case 'number':
        writeNumber(step, rendering);
        break;
      case 'renumbered':
        writeRenumbered(step, rendering);
        break;
      case 'merge-row':
        beginMergeRow(step.table, rendering);
        break;
      case 'merge-cell':
        writeMergeCell(step, rendering, () => runProgram(step.body, scope, rendering));
        break;
      case 'chart':
        writeChart(step, scope, rendering, (inner) => runProgram(inner, scope, rendering));
        break;
      case 'chart-piece':
        writeChartPiece(step.piece, rendering, (inner) => runProgram(inner, scope, rendering));
        break;
      case 'reference':
        putText(rendering.output, rendering.references.get(step.id) ?? step.id);
        break;
    }
  }
}

/** What an expression takes, compared with a name. */
const stepsOfExpression = 15;

function writeText(step: TextOperation, scope: Scope, rendering: Rendering): void {
  if (step.expression.kind === 'computed') rendering.steps += stepsOfExpression;
  const value = evaluate(step.expression, scope, rendering.doubts);
  if (rendering.doubts.length > 0) reportDoubts(rendering, step.source);
  if (typeof value === 'object' && value !== null && writeLinkValue(step, value, rendering)) return;
  const text = valueText(value);
  if (text !== undefined) {
    putText(rendering.output, escapeText(text, step.style, rendering.lineBreaks, rendering.pageBreaks));
  } else if (value !== null) {
    reportMissing(rendering, step.source);
    putText(rendering.output, rendering.missingText);
  }
}

function runLoop(step: LoopOperation, scope: Scope, rendering: Rendering): void {
  const value = evaluate(step.expression, scope, rendering.doubts);
  if (rendering.doubts.length > 0) reportDoubts(rendering, step.source);
  if (step.lists !== undefined && Array.isArray(value)) endLists(step.lists.perRun, rendering);
  const scopes = sectionScopes(value, step.inverted, scope);
  rendering.repetitions += scopes.length;
  if (rendering.repetitions > mostRepetitions) throw new AppError('render-failed', `循环超过 ${mostRepetitions} 次，已停止生成。`, { limit: mostRepetitions });
  if (scopes.length === 0) putBytes(rendering.output, step.whenEmpty);
  for (const [index, item] of scopes.entries()) {
    if (step.lists !== undefined) endLists(step.lists.perCopy, rendering);
    if (index > 0 && step.between.length > 0) putBytes(rendering.output, step.between);
    runProgram(step.lastBody !== undefined && index === scopes.length - 1 ? step.lastBody : step.body, item, rendering);
  }
}

function runGuard(step: GuardOperation, scope: Scope, rendering: Rendering): void {
  const { output } = rendering;
  const mark = output.length;
  runProgram(step.body, scope, rendering);
  if (step.rule === 'ends-page') {
    endPage(output, mark);
    return;
  }
  if (holds(step.rule, outputBytes(output).subarray(mark))) return;
  if (step.rule !== 'ends-with-paragraph') rewind(rendering, mark);
  putBytes(output, step.fallback);
}

const endsWithParagraph = /(?:<\/w:p>|<\/w:sdt>|<w:p(?: [^>]*)?\/>)\s*(?:<w:(?:bookmark|comment|perm|proof)\w*(?: [^>]*)?\/>\s*)*$/;

const paragraphEnd = '</w:p>';

/** A page break in the last paragraph written since the mark, or in one of its own. */
function endPage(output: ByteOutput, mark: number): void {
  const isParagraph = outputBytes(output).subarray(mark).subarray(-paragraphEnd.length).equals(Buffer.from(paragraphEnd));
  if (isParagraph) output.length -= paragraphEnd.length;
  putText(output, isParagraph ? `${breakRun}${paragraphEnd}` : breakParagraph);
}

function holds(rule: Exclude<GuardOperation['rule'], 'ends-page'>, written: Buffer): boolean {
  const contains = (...tags: readonly string[]): boolean => tags.some((tag) => written.includes(tag));
  switch (rule) {
    case 'ends-with-paragraph':
      return endsWithParagraph.test(written.toString('latin1'));
    case 'has-rows':
      return contains('<w:tr>', '<w:tr ');
    case 'has-cells':
      return contains('<w:tc>', '<w:tc ');
  }
}

/** Finished XML comes from data: it must be whole elements, or it would break the page around it. */
function rawXml(step: RawOperation, scope: Scope): string {
  const value = evaluate(step.expression, scope);
  if (value === undefined || value === null || value === false || value === '') return '';
  if (typeof value !== 'string') throw new AppError('render-failed', `“${step.source.tag}”需要一段 XML 文本。`, { ...step.source });
  try {
    parseXmlTree(value, step.source.tag);
  } catch (cause) {
    throw new AppError('render-failed', `“${step.source.tag}”的内容不是完整的 XML。`, { ...step.source }, { cause });
  }
  return value;
}

function isFirst(written: Uint8Array, slot: number): boolean {
  if (written[slot] === 1) return false;
  written[slot] = 1;
  return true;
}

function freshId(step: FreshIdOperation, rendering: Rendering): string {
  let id = step.original;
  if (!isFirst(rendering.written, step.slot)) {
    const number = rendering.next[step.space]++;
    id = step.space === 'shape' ? `_x0000_s${number}` : String(number);
  }
  rendering.latest.set(idKey(step.space, step.original), id);
  return id;
}

function idKey(space: IdSpace | NoteKind, original: string): string {
  return `${space} ${original}`;
}

function nameWithId(name: string, id: string): string {
  const suffix = `_${id}`;
  return `${name.slice(0, 40 - suffix.length)}${suffix}`;
}
