import type { RecordOf } from '../records/record.ts';
import type { FigureInput } from './figure.ts';
import { answerMinutes, faultsIn, isAnsweredInTime, isRestoredInTime, isUnderServiceLevel, restoreMinutes } from './incidents.ts';

/** A fault under the promised times that was answered or restored late, or that cannot show it was not. Minutes on the 7×24 clock. */
export type ServiceLevelMiss = {
  readonly record: RecordOf<'incident'>;
  /** Absent when the moment was not written down. */
  readonly answerMinutes?: number | undefined;
  readonly restoreMinutes?: number | undefined;
  readonly isAnswerLate: boolean;
  readonly isRestoreLate: boolean;
};

/**
 * The faults that keep `incident.answerRate` and `incident.restoreRate` below 100 %, in record order. A fault that is still worked on
 * counts against neither here: whether it will be late is not known yet.
 */
export function serviceLevelMisses(input: FigureInput): ServiceLevelMiss[] {
  return faultsIn(input).filter((record) => isUnderServiceLevel(record, input.profile)).flatMap((record) => {
    const isOpen = record.body.state === '处理中';
    const isAnswerLate = !isAnsweredInTime(record, input.profile) && !(isOpen && record.body.answeredAt === undefined);
    const isRestoreLate = !isRestoredInTime(record, input.profile) && !(isOpen && record.body.restoredAt === undefined);
    return isAnswerLate || isRestoreLate ? [{ record, answerMinutes: answerMinutes(record), restoreMinutes: restoreMinutes(record), isAnswerLate, isRestoreLate }] : [];
  });
}
