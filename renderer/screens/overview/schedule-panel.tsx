import { Alert, Tag } from 'antd';
import type { ReactNode } from 'react';
import { taskState, type TaskState } from '../../../shared/contract/acceptance-schedule.ts';
import { daysBetween, type LocalDate } from '../../../shared/dates.ts';
import type { Overview, OverviewTask } from '../../../shared/ipc/overview.ts';
import { scheduleWords } from '../../words/overview-pictures.ts';

const colors = { done: 'green', late: 'red', now: 'blue', coming: 'default', past: 'default' } satisfies Record<TaskState, string>;

function Task(props: { readonly task: OverviewTask; readonly isDone: boolean | undefined; readonly today: LocalDate }): ReactNode {
  const { task, isDone, today } = props;
  const state = taskState(task, today, isDone);
  const days = daysBetween(today, task.from);
  const text = state === 'coming' && days <= 60 ? scheduleWords.daysTo(days) : scheduleWords.states[state];
  return (
    <li className={`task task-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
      <span className="task-name">{scheduleWords.tasks[task.id]}</span>
      <span className="task-days">{task.id === 'reports' ? scheduleWords.latest(task.to) : scheduleWords.span(task.from, task.to)}</span>
      {text === '' ? <span /> : <Tag color={colors[state]}>{text}</Tag>}
    </li>
  );
}

/**
 * What must be done when, counted back from the last working day before the acceptance deadline.
 * @param props.errors how many errors the check found; undefined while it runs
 */
export function SchedulePanel(props: { readonly overview: Overview; readonly errors: number | undefined }): ReactNode {
  const { overview, errors } = props;
  const { schedule, handoverDay, today, daysToServiceEnd } = overview;
  const isMended = errors === undefined ? undefined : daysToServiceEnd < 0 && errors === 0;
  return (
    <section className="panel" aria-label={scheduleWords.title}>
      <header className="panel-head"><h2>{scheduleWords.title}</h2><span className="muted">{scheduleWords.note(handoverDay)}</span></header>
      {schedule.shortBy === 0 ? null : <Alert type="warning" showIcon title={scheduleWords.short(schedule.shortBy)} />}
      <ol className="tasks">
        {schedule.tasks.map((task) => <Task key={task.id} task={task} today={today} isDone={task.id === 'mend' ? isMended : task.isDone} />)}
      </ol>
    </section>
  );
}
