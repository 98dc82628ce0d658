import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay, workingDays } from '../../../shared/calendar/working-days.ts';
import { acceptanceSchedule, taskState, usualDays } from '../../../shared/contract/acceptance-schedule.ts';
import { lastHandoverDay, reportDueDay, reviewDeadline } from '../../../shared/contract/periods.ts';
import { addDays } from '../../../shared/dates.ts';
import { testProfile } from '../../helpers/records.ts';

describe('the schedule to acceptance', () => {
  test('is counted back from the last working day before the deadline, over make-up workdays', () => {
    expect(acceptanceSchedule(testProfile())).toEqual({
      tasks: [
        { id: 'complete', from: '2025-08-04', to: '2025-08-26' },
        { id: 'reports', from: '2025-08-04', to: '2025-08-27' },
        { id: 'mend', from: '2025-09-04', to: '2025-09-10' },
        { id: 'print', from: '2025-09-11', to: '2025-09-15' },
        { id: 'sign', from: '2025-09-16', to: '2025-09-22' },
        { id: 'bind', from: '2025-09-23', to: '2025-09-24' },
        { id: 'disc', from: '2025-09-25', to: '2025-09-25' },
        { id: 'reserve', from: '2025-09-26', to: '2025-09-29' },
        { id: 'handover', from: '2025-09-30', to: '2025-09-30' },
      ],
      shortBy: 0,
    });
  });

  test('leaves out what the contract does not ask for', () => {
    const ids = (forms: string[]) => acceptanceSchedule(testProfile({ delivery: { forms } })).tasks.map(({ id }) => id);

    expect(ids(['电子版光盘'])).toEqual(['complete', 'reports', 'mend', 'disc', 'reserve', 'handover']);
    expect(ids(['纸质文档'])).toEqual(['complete', 'reports', 'mend', 'print', 'sign', 'bind', 'reserve', 'handover']);
    expect(ids([])).toEqual(ids(['纸介质', '电子版光盘']));
  });

  test('says by how many working days the time is too short', () => {
    const { tasks, shortBy } = acceptanceSchedule(testProfile({ acceptance: { deadline: '2025-09-05' } }));

    expect(shortBy).toBe(workingDays('2025-07-31', '2025-08-03').length);
    expect(tasks[0]).toEqual({ id: 'reports', from: '2025-07-31', to: '2025-07-31' });
  });

  test('whatever the dates: working days, one task after the other, the review over before printing, the hand-over last', () => {
    fc.assert(fc.property(
      fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 30 }), fc.constantFrom('calendar', 'working'), fc.boolean(),
      (start, gap, reviewDays, reviewDayType, deadlineIncluded) => {
        const to = addDays('2019-01-01', start);
        const profile = testProfile({ service: { from: addDays(to, -364), to }, acceptance: { deadline: addDays(to, gap), deadlineIncluded }, reporting: { reviewDays, reviewDayType } });

        const { tasks, shortBy } = acceptanceSchedule(profile);

        const fixed = tasks.filter((task) => task.id !== 'complete' && task.id !== 'reports');
        const print = tasks.find(({ id }) => id === 'print');
        const reports = tasks.find(({ id }) => id === 'reports');
        for (const task of tasks) expect([isWorkingDay(task.from), isWorkingDay(task.to), task.from <= task.to]).toEqual([true, true, true]);
        expect(fixed.map((task) => workingDays(task.from, task.to).length)).toEqual(Object.values(usualDays));
        for (const [position, task] of fixed.slice(1).entries()) expect(workingDays(fixed[position]?.to ?? '', task.from).length).toBe(2);
        expect(fixed.at(-1)?.to).toBe(lastHandoverDay(profile));
        expect(reviewDeadline(profile, reports?.to ?? '') < (print?.from ?? '')).toBe(true);
        expect(shortBy === 0).toBe(reportDueDay(profile, to) <= (reports?.to ?? ''));
      },
    ), { numRuns: 60 });
  });
});

test('a task is late only when the records show that it was not done', () => {
  const task = { from: '2025-08-04', to: '2025-08-27' };

  expect([taskState(task, '2025-08-01', false), taskState(task, '2025-08-04', false), taskState(task, '2025-08-27', undefined), taskState(task, '2025-08-28', undefined), taskState(task, '2025-08-28', false), taskState(task, '2025-08-01', true)])
    .toEqual(['coming', 'now', 'now', 'past', 'late', 'done']);
});
