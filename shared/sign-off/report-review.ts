import type { LocalDate } from '../dates.ts';

type Body = Readonly<Record<string, unknown>>;

/**
 * What the customer writes by hand on the signed report, or what is not printed at all: the days of handing in and review are not known
 * when a report is signed (合同第十章 3).
 */
const reviewFields = ['submittedOn', 'submittedTo', 'reviewState', 'reviewedOn', 'reviewOpinion'] as const;
const notPrinted = ['remark'] as const;

/** Why a number was left as it is can be said later: the paper's number stays. */
function withoutReason(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return Object.fromEntries(Object.entries(row).filter(([field]) => field !== 'reason'));
}

/** What the signatures on a record's paper vouch for: of a report everything but its review and later explanations, else the whole body. */
export function vouchedBody(kind: string, body: Body): Body {
  if (kind !== 'report') return body;
  const left: readonly string[] = [...reviewFields, ...notPrinted];
  return Object.fromEntries(Object.entries(body).flatMap(([field, value]) => {
    if (left.includes(field)) return [];
    return [[field, field === 'figures' && Array.isArray(value) ? value.map(withoutReason) : value]];
  }));
}

/** Whether a change only writes down what happened in the review: what stood on the paper before is still right. */
export function onlyAddsReview(kind: string, before: Body, after: Body): boolean {
  if (kind !== 'report') return false;
  const isOpen = before['reviewedOn'] === undefined;
  return reviewFields.every((field) => before[field] === after[field] || before[field] === undefined || (field === 'reviewState' && isOpen));
}

/**
 * What the customer asked in the review that runs or was the last: since the report was handed in for the last time. Silence approves
 * (默认通过, 合同第十章 3) nothing that was questioned, even where the question was answered since.
 */
export function questionsInReview<Question extends { readonly askedOn: LocalDate }>(submittedOn: LocalDate | undefined, questions: readonly Question[]): Question[] {
  return submittedOn === undefined ? [] : questions.filter(({ askedOn }) => askedOn >= submittedOn);
}
