import type { Problem } from '../../shared/app-error.ts';
import { questionsInReview } from '../../shared/sign-off/report-review.ts';
import type { BatchEntry } from './check-batch.ts';
import type { CheckedInput } from './check-input.ts';
import { partsOf } from './record-row.ts';
import { reportQuestions } from './report-life.ts';
import type { ReadableStore } from './store.ts';

/** Reports that are noted as 默认通过 although the customer asked something in that very review. Throws `store-damaged`. */
export function reviewProblems(store: ReadableStore, checked: readonly { readonly entry: BatchEntry; readonly input: CheckedInput }[]): Problem[] {
  return checked.flatMap(({ entry: { input: { kind }, previous, label }, input: { status, body } }): Problem[] => {
    const { reviewState, submittedOn } = body;
    if (kind !== 'report' || status !== 'final' || previous === undefined || reviewState !== '默认通过' || typeof submittedOn !== 'string') return [];
    // What was noted before is history; other corrections must not be held up by it.
    if (partsOf(previous).body['reviewState'] === '默认通过') return [];
    const asked = questionsInReview(submittedOn, reportQuestions(store, previous.id)).length;
    return asked === 0 ? [] : [{ place: `${label}评审状态`, message: `不能是“默认通过”：评审期内甲方提出过 ${asked} 条质疑` }];
  });
}
