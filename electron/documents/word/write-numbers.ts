import { putBytes, putText } from './byte-output.ts';
import type { Numbering } from './numbering.ts';
import type { NumberOperation, RenumberedOperation } from './program.ts';
import type { Rendering } from './rendering.ts';

type ListState = { current: string; isUsed: boolean; isEnded: boolean };

/** The lists of the part being written. */
export type Lists = Map<number, ListState>;

/** Lists that a document has and its template has not: each counts like another, from the beginning. */
export type AddedLists = { next: number; readonly room: number; readonly lists: { readonly id: string; readonly like: string }[] };

/** The lists begin anew with their next items. */
export function endLists(lists: Iterable<number>, rendering: Rendering): void {
  for (const list of lists) {
    const state = rendering.lists.get(list);
    if (state !== undefined) state.isEnded = true;
  }
}

/** The id of the list that the item belongs to. */
export function writeNumber(step: NumberOperation, rendering: Rendering): void {
  putText(rendering.output, currentNumber(step, rendering));
}

/** What a paragraph says that has its number from a style, as long as that is the right one: nothing. */
export function writeRenumbered(step: RenumberedOperation, rendering: Rendering): void {
  const number = step.withNumber ? currentNumber(step, rendering) : (rendering.lists.get(step.list)?.current ?? step.original);
  if (number === step.original) return;
  putBytes(rendering.output, step.before);
  if (step.withNumber) putText(rendering.output, number);
  putBytes(rendering.output, step.behind);
}

function currentNumber(step: { readonly list: number; readonly original: string }, rendering: Rendering): string {
  let state = rendering.lists.get(step.list);
  if (state === undefined) {
    state = { current: step.original, isUsed: false, isEnded: false };
    rendering.lists.set(step.list, state);
  }
  if (state.isEnded && state.isUsed && rendering.addedLists.lists.length >= rendering.addedLists.room) {
    const tooMany = { part: '整份文件', place: '', tag: '', message: '自动编号的清单太多，超过 Word 能显示的数目，后面的清单接着前一份编号。请分成几个文件生成。' };
    if (!rendering.problems.some(({ message }) => message === tooMany.message)) rendering.problems.push(tooMany);
  } else if (state.isEnded && state.isUsed) {
    state.current = String(rendering.addedLists.next++);
    rendering.addedLists.lists.push({ id: state.current, like: step.original });
  }
  state.isEnded = false;
  state.isUsed = true;
  return state.current;
}

/** The numbering part with the lists that the document has beyond its template. */
export function withAddedLists(numbering: Numbering, added: AddedLists): Uint8Array {
  const lists = added.lists.map(({ id, like }) => `<w:num w:numId="${id}">${numbering.restarted.get(like) ?? ''}</w:num>`).join('');
  return Buffer.from(`${numbering.xml.slice(0, numbering.insertAt)}${lists}${numbering.xml.slice(numbering.insertAt)}`, 'utf8');
}
