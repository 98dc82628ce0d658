import type { OverviewReport } from '../../shared/ipc/overview.ts';
import { reportWords } from '../words/overview-pictures.ts';

/** The clock that runs for a report, in words. */
export function clockText(report: Pick<OverviewReport, 'state' | 'daysLeft' | 'reviewUntil' | 'submittedOn' | 'dueOn'>, silenceApproves: boolean): string {
  const { state, daysLeft, reviewUntil, submittedOn, dueOn } = report;
  if (state === 'in-review' && daysLeft !== undefined && reviewUntil !== undefined) return reportWords.reviewLeft(daysLeft, reviewUntil, silenceApproves);
  if (state === 'review-over' && reviewUntil !== undefined) return reportWords.reviewOver(reviewUntil, silenceApproves);
  if (submittedOn !== undefined) return reportWords.submitted(submittedOn);
  if (daysLeft !== undefined && daysLeft < 0) return reportWords.late(-daysLeft);
  return daysLeft !== undefined && daysLeft <= 30 ? reportWords.dueIn(daysLeft) : reportWords.dueOn(dueOn);
}
