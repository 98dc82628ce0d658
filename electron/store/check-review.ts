import type { Problem } from '../../shared/app-error.ts';
import { reviewDeadline } from '../../shared/contract/periods.ts';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import { formatChineseDate } from '../../shared/dates.ts';
import { questionsInReview } from '../../shared/sign-off/report-review.ts';
import type { BatchEntry } from './check-batch.ts';
import type { CheckedInput } from './check-input.ts';
import { partsOf } from './record-row.ts';
import { reportQuestions } from './report-life.ts';
import type { WritableStore } from './store.ts';

type Body = Readonly<Record<string, unknown>>;

/** What was noted before is history; other corrections must not be held up by it. */
function isNotedAlready(before: Body | undefined, body: Body): boolean {
  return before !== undefined && ['reviewState', 'submittedOn', 'reviewedOn'].every((field) => before[field] === body[field]);
}

/**
 * Reports that are noted as 默认通过 although silence cannot have approved them (合同第十章 3): the contract does not say so, the review period is
 * not over, or the customer asked something in it. A report entered as a whole is history: it is judged by its own days, not by today.
 * Throws `store-damaged`.
 */
export function reviewProblems(store: WritableStore, profile: ContractProfile, checked: readonly { readonly entry: BatchEntry; readonly input: CheckedInput }[]): Problem[] {
  const today = store.environment.today();
  return checked.flatMap(({ entry: { input: { kind }, previous, label }, input: { status, body } }): Problem[] => {
    const { reviewState, submittedOn, reviewedOn } = body;
    if (kind !== 'report' || status !== 'final' || reviewState !== '默认通过' || typeof submittedOn !== 'string') return [];
    if (isNotedAlready(previous === undefined ? undefined : partsOf(previous).body, body)) return [];
    const refused = (why: string): Problem[] => [{ place: `${label}评审状态`, message: `不能是“默认通过”：${why}` }];
    if (!profile.reporting.silenceApproves) return refused('合同没有约定评审期满未提出质疑视为通过');
    const deadline = reviewDeadline(profile, submittedOn);
    const isEarly = (typeof reviewedOn === 'string' ? reviewedOn : today) <= deadline || (previous !== undefined && today <= deadline);
    if (isEarly) return refused(`评审期到 ${formatChineseDate(deadline)} 才满，到那天为止甲方都可以提出质疑`);
    const asked = previous === undefined ? 0 : questionsInReview(submittedOn, reportQuestions(store, previous.id)).length;
    return asked === 0 ? [] : refused(`评审期内甲方提出过 ${asked} 条质疑`);
  });
}
