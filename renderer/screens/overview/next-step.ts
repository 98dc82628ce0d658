import { isWorkingDay } from '../../../shared/calendar/working-days.ts';
import type { Overview } from '../../../shared/ipc/overview.ts';
import type { Finding } from '../../../shared/rules/finding.ts';
import type { Route } from '../../state/route.ts';
import { nextStepWords } from '../../words/overview.ts';
import { groupFindings } from '../../findings/group-findings.ts';
import { ruleTitle } from '../../findings/rule-title.ts';

/** The one thing to do now, and where to do it. A finding is mended by its own button instead of a place. */
export type NextStep = { readonly text: string; readonly route?: Route; readonly finding?: Finding };

/**
 * What to do first: questions about the contract (they change every check), today's inspection, then errors, warnings,
 * and at the end of the service period the hand-over.
 */
export function nextStep(overview: Pick<Overview, 'contract' | 'today' | 'daysToServiceEnd'>, findings: readonly Finding[]): NextStep {
  const { contract, today } = overview;
  const { profile } = contract;
  const open = profile.questions.filter((question) => question.answer === undefined);
  if (open.length > 0) return { text: nextStepWords.answerQuestions(open.length), route: { screen: 'settings', section: 'questions' } };
  const isServiceDay = today >= profile.service.from && today <= profile.service.to && isWorkingDay(today, profile.calendarOverrides);
  if (isServiceDay && findings.some((finding) => finding.rule === 'inspection-missing' && finding.date === today)) {
    return { text: nextStepWords.inspectToday, route: { screen: 'records', kind: 'inspection', open: 'new', date: today } };
  }
  for (const severity of ['error', 'warning'] as const) {
    const [worst] = groupFindings(findings.filter((finding) => finding.severity === severity)).toSorted((a, b) => b.findings.length - a.findings.length);
    const [first] = worst?.findings ?? [];
    if (worst !== undefined && first !== undefined) return { text: nextStepWords.mend(ruleTitle(worst.rule), worst.findings.length), finding: first };
  }
  if (overview.daysToServiceEnd <= 0) return { text: nextStepWords.handOver, route: { screen: 'delivery' } };
  return { text: nextStepWords.keepGoing };
}
