import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { dayType, type CalendarOverrides } from '../../../../shared/calendar/working-days.ts';
import { addDays, type LocalDate } from '../../../../shared/dates.ts';
import { calendarWords as words, dayName, monthHeadings } from '../../../words/calendar-settings.ts';
import { monthWeeks } from './calendar-import.ts';

type YearViewProps = { readonly year: number; readonly overrides: CalendarOverrides; readonly isDisabled: boolean; readonly toggle: (date: LocalDate) => void };

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function Day(props: YearViewProps & { readonly date: LocalDate; readonly isFirst: boolean }): ReactNode {
  const { date, overrides, isDisabled, toggle, isFirst } = props;
  const type = dayType(date, overrides);
  const isSet = overrides[date] !== undefined;
  return (
    <button type="button" data-date={date} data-type={type} data-set={isSet} tabIndex={isFirst ? 0 : -1} aria-pressed={isSet} aria-label={dayName(date, type, isSet)} disabled={isDisabled} onClick={() => toggle(date)}>
      {Number(date.slice(8))}
    </button>
  );
}

/** A year by months with the built-in calendar and the contract's own days; one stop of the Tab key, days by the arrow keys. */
export function YearView(props: YearViewProps): ReactNode {
  const { year } = props;
  const root = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const from = event.target instanceof HTMLElement ? event.target.dataset['date'] : undefined;
    if (step === undefined || from === undefined || event.altKey) return;
    const next = root.current?.querySelector<HTMLElement>(`[data-date="${addDays(from, step)}"]`);
    event.preventDefault();
    next?.focus();
  };
  return (
    // Arrow keys lead from day to day.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="year-view" ref={root} onKeyDown={onKey}>
      {months.map((month) => (
        <table key={month}>
          <caption>{words.month(month)}</caption>
          <thead><tr>{monthHeadings.map((heading) => <th key={heading} scope="col">{heading}</th>)}</tr></thead>
          <tbody>
            {monthWeeks(year, month).map((week) => (
              <tr key={week.find((date) => date !== undefined)}>
                {week.map((date, day) => <td key={monthHeadings[day]}>{date === undefined ? null : <Day {...props} date={date} isFirst={date.endsWith('-01-01')} />}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
