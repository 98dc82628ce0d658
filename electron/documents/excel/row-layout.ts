import { AppError } from '../../../shared/app-error.ts';
import { sectionScopes, type Scope } from '../tags/scope.ts';
import { rowMap, type RowBlock, type RowCopy, type RowMap } from './row-map.ts';
import type { RowSection } from './row-sections.ts';
import { mostRows } from './sheet-limits.ts';
import { reportedValue, type ValueReport } from './value-report.ts';

/** Of a list without items one row is kept, so that the form still looks like the form: in it nothing is known, not even what stands outside. */
const blank: Scope = { value: {}, parent: undefined, index: 0, count: 0 };

/**
 * Decides from the data how often each section stands.
 * @param sheet in words, for the message
 * @throws AppError render-failed when the sheet would become longer than Excel allows
 */
export function layOutRows(sections: readonly RowSection[], scope: Scope, sheet: string, report: ValueReport): RowMap {
  return rowMap(layOutCopy(sections, scope, 1, 1, false, { sheet, copiesLeft: mostRows, report }));
}

/** Copies are counted too: those whose rows all vanish would otherwise multiply without end. */
type Bounds = { readonly sheet: string; copiesLeft: number; readonly report: ValueReport };

function layOutCopy(sections: readonly RowSection[], scope: Scope, start: number, base: number, isBlank: boolean, bounds: Bounds): readonly RowBlock[] {
  const blocks: RowBlock[] = [];
  let distance = start - base;
  for (const section of sections) {
    const block = layOutBlock(section, scope, section.from + distance, isBlank, bounds);
    blocks.push(block);
    distance = block.start + block.size - section.to - 1;
  }
  return blocks;
}

function layOutBlock(section: RowSection, scope: Scope, start: number, isBlank: boolean, bounds: Bounds): RowBlock {
  const value = isBlank ? undefined : reportedValue(section.expression, section.written, scope, bounds.report);
  const filled = isBlank ? [] : sectionScopes(value, section.inverted, scope);
  const leavesBlank = isBlank ? !section.inverted : filled.length === 0 && Array.isArray(value) && !section.inverted && !section.hasOtherwise;
  const scopes = leavesBlank ? [blank] : filled;
  const height = section.to - section.from + 1;
  bounds.copiesLeft -= scopes.length;
  if (bounds.copiesLeft < 0) refuseLength(bounds.sheet);
  if (start + scopes.length * (section.sections.length === 0 ? height : 0) - 1 > mostRows) refuseLength(bounds.sheet);
  if (section.sections.length === 0) return { section, start, size: scopes.length * height, scopes, isBlank: leavesBlank, copies: undefined };
  const copies: RowCopy[] = [];
  let at = start;
  for (const inner of scopes) {
    const copy = { start: at, blocks: layOutCopy(section.sections, inner, at, section.from, leavesBlank, bounds) };
    copies.push(copy);
    const last = copy.blocks.at(-1);
    at = last === undefined ? at + height : last.start + last.size + section.to - last.section.to;
    if (at - 1 > mostRows) refuseLength(bounds.sheet);
  }
  return { section, start, size: at - start, scopes, isBlank: leavesBlank, copies };
}

function refuseLength(sheet: string): never {
  throw new AppError('render-failed', `${sheet}填好后超过 Excel 的 ${mostRows} 行，没有生成。`, { limit: mostRows });
}
