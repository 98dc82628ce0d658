import { AppError, type Problem } from '../../shared/app-error.ts';
import type { RecordInput } from '../../shared/records/record.ts';
import type { CheckedInput } from './check-input.ts';
import type { RecordRow } from './sql/record-sql.ts';
import type { ReadableStore } from './store.ts';
import { isStoredAlready } from './write-record.ts';

/** One input of a batch, the stored row with its id, and how problems name it. */
export type BatchEntry = { readonly input: RecordInput; readonly previous: RecordRow | undefined; readonly label: string };

/** What is wrong with inputs in each other's company or with those already stored: ids and numbers used twice. */
export function batchProblems(store: ReadableStore, contractId: string, entries: readonly BatchEntry[]): Problem[] {
  const ids = new Map<string, number>();
  const numbers = new Map<string, number>();
  return entries.flatMap(({ input, previous, label }, index) => {
    const problems: Problem[] = [];
    const earlier = input.id === undefined ? undefined : ids.get(input.id);
    if (earlier !== undefined) problems.push({ place: `${label}记录`, message: `与第 ${earlier + 1} 条是同一条记录` });
    if (input.id !== undefined) ids.set(input.id, index);
    if (previous !== undefined && previous.contract_id !== contractId) problems.push({ place: `${label}记录`, message: '这条记录属于另一个合同' });
    const number = input.number?.trim() ?? '';
    if (number === '') return problems;
    const sameNumber = numbers.get(number);
    if (sameNumber !== undefined) problems.push({ place: `${label}编号`, message: `${number} 与第 ${sameNumber + 1} 条重复` });
    numbers.set(number, index);
    const owner = store.statements.records.byNumber.get(contractId, number);
    if (owner !== undefined && owner.id !== input.id) problems.push({ place: `${label}编号`, message: `${number} 已被使用` });
    return problems;
  });
}

/** Throws `conflict` for inputs that were edited from another revision than the stored one. */
export function refuseConflicts(entries: readonly { readonly entry: BatchEntry; readonly input: CheckedInput }[]): void {
  const problems = entries.flatMap(({ entry: { input, previous, label }, input: checked }): Problem[] => {
    if (input.revision === undefined || input.revision === previous?.revision) return [];
    // A second attempt at a save whose answer was lost is no conflict.
    if (previous !== undefined && isStoredAlready(previous, checked)) return [];
    return [{ place: `${label}${previous?.number ?? '记录'}`, message: previous === undefined ? '记录已不存在' : '打开之后又被修改过' }];
  });
  if (problems.length === 0) return;
  throw new AppError('conflict', '记录在打开之后又被修改过，没有保存。请重新打开，核对后再保存。', { problems });
}

/** Throws `invalid-input` with all problems. */
export function refuseProblems(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const more = problems.length > 1 ? `（共 ${problems.length} 处）` : '';
  throw new AppError('invalid-input', `没有保存：${first.place}${first.message}${more}。`, { problems });
}
