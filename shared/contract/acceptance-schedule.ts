import { firstWorkingDayFrom, lastWorkingDayUpTo, workingDays, type CalendarOverrides } from '../calendar/working-days.ts';
import { addDays, type LocalDate } from '../dates.ts';
import { lastHandoverDay, reportDueDay, reviewDeadline } from './periods.ts';
import type { ContractProfile } from './profile.ts';

/**
 * What is left to do between the last service day and the hand-over: records complete, last reports handed in, findings mended,
 * printed, signed, scanned and bound, disc made and read back, days in reserve, handed over.
 */
export type ScheduleTaskId = 'complete' | 'reports' | 'mend' | 'print' | 'sign' | 'bind' | 'disc' | 'reserve' | 'handover';

/** The tasks as screens and papers call them. */
export const scheduleTaskTitles: Readonly<Record<ScheduleTaskId, string>> = {
  complete: '补齐记录，关账', reports: '提交末季度和年度报告', mend: '预检整改，落实评审意见', print: '打印、编卷', sign: '签字盖章',
  bind: '扫描归卷、装订', disc: '刻盘并读回核对', reserve: '机动', handover: '移交验收',
};

/** First and last day of the task, both working days. */
export type ScheduleTask = { readonly id: ScheduleTaskId; readonly from: LocalDate; readonly to: LocalDate };

export type AcceptanceSchedule = {
  readonly tasks: readonly ScheduleTask[];
  /** Working days by which the time after the service period is too short for all this; 0 when it is enough. */
  readonly shortBy: number;
};

/** Working days that each task takes for a year's papers of one contract; signatures go through two organisations. */
export const usualDays = { mend: 5, print: 3, sign: 5, bind: 2, disc: 1, reserve: 3, handover: 1 } as const;

type ScheduleProfile = Pick<ContractProfile, 'acceptance' | 'calendarOverrides' | 'delivery' | 'reporting' | 'service'>;

/** A contract that does not say how to deliver gets paper and disc. */
function takes(profile: Pick<ContractProfile, 'delivery'>, form: RegExp): boolean {
  const { forms } = profile.delivery;
  return forms.length === 0 || forms.some((text) => form.test(text));
}

/** Whether the contract is handed over on paper. */
export function takesPaper(profile: Pick<ContractProfile, 'delivery'>): boolean {
  return takes(profile, /纸/);
}

function workingDayBefore(date: LocalDate, overrides: CalendarOverrides): LocalDate {
  return lastWorkingDayUpTo(addDays(date, -1), overrides);
}

/** The task of so many working days that ends on `to`. */
function taskEndingOn(id: ScheduleTaskId, to: LocalDate, days: number, overrides: CalendarOverrides): ScheduleTask {
  let from = to;
  for (let left = days - 1; left > 0; left--) from = workingDayBefore(from, overrides);
  return { id, from, to };
}

/** The last working day on which a report can be handed in so that its review is over before `date`. */
function latestSubmission(profile: ScheduleProfile, date: LocalDate): LocalDate {
  let day = workingDayBefore(date, profile.calendarOverrides);
  while (reviewDeadline(profile, day) >= date) day = workingDayBefore(day, profile.calendarOverrides);
  return day;
}

/**
 * The schedule counted back from the last working day before the acceptance deadline (合同第六章, 第七章, 第十章 3). Forms of delivery that
 * the contract does not ask for take no time; the last reports' review is over before anything is printed.
 */
export function acceptanceSchedule(profile: ScheduleProfile): AcceptanceSchedule {
  const overrides = profile.calendarOverrides;
  const paper = takesPaper(profile);
  const disc = takes(profile, /光盘|电子|磁盘|硬盘|U盘/i);
  const ids: readonly (keyof typeof usualDays)[] = ['mend', ...(paper ? ['print', 'sign', 'bind'] as const : []), ...(disc ? ['disc'] as const : []), 'reserve', 'handover'];
  const tasks: ScheduleTask[] = [];
  for (const id of ids.toReversed()) {
    const next = tasks[0];
    tasks.unshift(taskEndingOn(id, next === undefined ? lastHandoverDay(profile) : workingDayBefore(next.from, overrides), usualDays[id], overrides));
  }
  const [mend, afterMend] = tasks;
  const submission = latestSubmission(profile, (afterMend ?? mend)?.from ?? lastHandoverDay(profile));
  const dueOn = reportDueDay(profile, profile.service.to);
  const completeFrom = firstWorkingDayFrom(addDays(profile.service.to, 1), overrides);
  const completeTo = workingDayBefore(submission, overrides);
  return {
    tasks: [
      ...(completeFrom <= completeTo ? [{ id: 'complete' as const, from: completeFrom, to: completeTo }] : []),
      { id: 'reports', from: dueOn < submission ? dueOn : submission, to: submission },
      ...tasks,
    ],
    shortBy: dueOn <= submission ? 0 : workingDays(submission, addDays(dueOn, -1), overrides).length,
  };
}

/** How a task stands: `past` when its days are over and nobody can tell from the records whether it was done. */
export type TaskState = 'done' | 'late' | 'now' | 'coming' | 'past';

/** @param isDone what the records say about it; undefined when they say nothing */
export function taskState(task: Pick<ScheduleTask, 'from' | 'to'>, today: LocalDate, isDone: boolean | undefined): TaskState {
  if (isDone === true) return 'done';
  if (today > task.to) return isDone === undefined ? 'past' : 'late';
  return today >= task.from ? 'now' : 'coming';
}
