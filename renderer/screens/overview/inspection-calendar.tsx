import { memo, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { LocalDate } from '../../../shared/dates.ts';
import type { InspectionDay } from '../../../shared/figures/inspection-calendar.ts';
import type { Overview } from '../../../shared/ipc/overview.ts';
import { goTo } from '../../state/navigation.ts';
import { calendarWords } from '../../words/overview-pictures.ts';
import { calendarMonths, dayLabel, dayRoute, firstFocus, moveInCalendar, type CalendarMonth } from './calendar-months.ts';
import { focusCell, moveOf } from '../../parts/roving-focus.ts';

function dayClass(day: InspectionDay): string {
  return ['day', `day-${day.state}`, day.type === 'make-up-workday' ? 'day-make-up' : '', day.abnormal > 0 ? 'day-abnormal' : ''].filter((name) => name !== '').join(' ');
}

function Day(props: { readonly day: InspectionDay; readonly today: LocalDate; readonly isActive: boolean }): ReactNode {
  const { day, today, isActive } = props;
  const route = dayRoute(day, today);
  const label = dayLabel(day);
  return (
    <button
      type="button"
      className={dayClass(day)}
      data-cell={day.date}
      tabIndex={isActive ? 0 : -1}
      title={label}
      aria-label={label}
      aria-disabled={route === undefined}
      onClick={route === undefined ? undefined : () => void goTo(route)}
    >
      {day.state === 'off' && day.type === 'holiday' ? calendarWords.holiday : Number(day.date.slice(8))}
    </button>
  );
}

const Month = memo(function Month(props: { readonly month: CalendarMonth; readonly today: LocalDate; readonly active: LocalDate | undefined }): ReactNode {
  const { month, today, active } = props;
  return (
    <section className="month" aria-label={calendarWords.month(month.key)}>
      <h3>{calendarWords.month(month.key)}</h3>
      <div className="month-days">
        {calendarWords.weekdays.map((name) => <span key={name} className="month-weekday" aria-hidden>{name}</span>)}
        {month.lead === 0 ? null : <span style={{ gridColumn: `span ${month.lead}` }} />}
        {month.days.map((day) => <Day key={day.date} day={day} today={today} isActive={day.date === active} />)}
      </div>
    </section>
  );
});

function Legend(): ReactNode {
  const { legend } = calendarWords;
  const entries = [
    ['day-done', legend.done, '8'], ['day-done day-abnormal', legend.abnormal, '8'], ['day-missing', legend.missing, '8'], ['day-today', legend.today, '8'],
    ['day-duty', legend.duty, '8'], ['day-coming day-make-up', legend.makeUp, '8'], ['day-off', legend.holiday, calendarWords.holiday],
  ] as const;
  return (
    <ul className="picture-legend" aria-hidden>
      {entries.map(([name, text, sign]) => <li key={name}><span className={`day ${name}`}>{sign}</span>{text}</li>)}
    </ul>
  );
}

/** The service year as month sheets: what was inspected, what is missing, which days are off. A click opens the day's inspection or a new one. */
export function InspectionCalendar(props: { readonly overview: Overview }): ReactNode {
  const { inspectionDays: days, today, inspections } = props.overview;
  const months = useMemo(() => calendarMonths(days), [days]);
  const [chosen, setChosen] = useState<LocalDate>();
  const active = chosen ?? firstFocus(days, today);
  const missing = days.filter((day) => day.state === 'missing').length;

  const follow = (event: KeyboardEvent<HTMLDivElement>): void => {
    const move = moveOf(event);
    const current = event.target instanceof HTMLElement ? event.target.dataset['cell'] : undefined;
    if (move === undefined || current === undefined) return;
    event.preventDefault();
    const target = moveInCalendar(move, current, days[0]?.date ?? current, days.at(-1)?.date ?? current);
    setChosen(target);
    focusCell(event.currentTarget, target);
  };

  return (
    <section className="panel" aria-label={calendarWords.title}>
      <header className="panel-head">
        <h2>{calendarWords.title}</h2>
        <span className="muted" title={calendarWords.keys}>{calendarWords.note(inspections.due, inspections.done, missing)}<span className="unseen">{calendarWords.keys}</span></span>
        <Legend />
      </header>
      {/* Keys on a day, which is a button, bubble up to here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="months" onKeyDown={follow}>
        {months.map((month) => <Month key={month.key} month={month} today={today} active={active.startsWith(month.key) ? active : undefined} />)}
      </div>
    </section>
  );
}
