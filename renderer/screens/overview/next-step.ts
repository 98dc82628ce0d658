import { isWorkingDay } from '../../../shared/calendar/working-days.ts';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { Overview } from '../../../shared/ipc/overview.ts';
import type { Finding } from '../../../shared/rules/finding.ts';
import { openQuestions } from '../../state/answer-question.ts';
import type { Route } from '../../state/route.ts';
import { nextStepWords } from '../../words/overview.ts';
import { groupFindings } from '../../findings/group-findings.ts';
import { ruleTitle } from '../../findings/rule-title.ts';

/** The one thing to do now, and where to do it. A finding is mended by its own button instead of a place. */
export type NextStep = { readonly text: string; readonly route?: Route; readonly finding?: Finding };

type StepFacts = Pick<Overview, 'contract' | 'today' | 'daysToServiceEnd' | 'counts'>;

/** The open questions as a step of their own; undefined when all are answered. */
export function questionStep(contract: Contract): NextStep | undefined {
  const open = openQuestions(contract.profile).length;
  return open === 0 ? undefined : { text: nextStepWords.answerQuestions(open), route: { screen: 'settings', section: 'questions' } };
}

/**
 * What to do first. While nothing is recorded it is the questions about the contract, because they change every check. Later the day's
 * work comes first (today's inspection, then errors), and questions stand before warnings and the hand-over.
 */
export function nextStep(overview: StepFacts, findings: readonly Finding[]): NextStep {
  const { contract, today } = overview;
  const { profile } = contract;
  const questions = questionStep(contract);
  const isNew = Object.values(overview.counts).every((count) => count === 0);
  if (isNew && questions !== undefined) return questions;
  const isServiceDay = today >= profile.service.from && today <= profile.service.to && isWorkingDay(today, profile.calendarOverrides);
  if (isServiceDay && findings.some((finding) => finding.rule === 'inspection-missing' && finding.date === today)) {
    return { text: nextStepWords.inspectToday, route: { screen: 'records', kind: 'inspection', open: 'new', date: today } };
  }
  for (const severity of ['error', 'warning'] as const) {
    if (severity === 'warning' && questions !== undefined) return questions;
    const [worst] = groupFindings(findings.filter((finding) => finding.severity === severity)).toSorted((a, b) => b.findings.length - a.findings.length);
    const [first] = worst?.findings ?? [];
    if (worst !== undefined && first !== undefined) return { text: nextStepWords.mend(ruleTitle(worst.rule), worst.findings.length), finding: first };
  }
  if (overview.daysToServiceEnd <= 0) return { text: nextStepWords.handOver, route: { screen: 'delivery' } };
  return { text: nextStepWords.keepGoing };
}
