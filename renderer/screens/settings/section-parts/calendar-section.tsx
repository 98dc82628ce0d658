import { Alert, Button, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { lastKnownYear, type CalendarOverrides } from '../../../../shared/calendar/working-days.ts';
import { isLocalDate } from '../../../../shared/dates.ts';
import { useFormScope, useFormValue } from '../../../forms/form-context.ts';
import { DownloadIcon, LeftIcon, RightIcon } from '../../../parts/icons.tsx';
import { valueAt } from '../../../state/at-path.ts';
import { saveText } from '../../../state/save-download.ts';
import { calendarWords as words, dayWithWeekday } from '../../../words/calendar-settings.ts';
import { toggledDay, withImported } from './calendar-import.ts';
import { NoticeButton } from './notice-dialog.tsx';
import { YearView } from './year-view.tsx';

/** Only real days: the form holds whatever was stored. */
function overridesOf(value: unknown): CalendarOverrides {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).flatMap(([date, type]: [string, unknown]) => (isLocalDate(date) && (type === 'work' || type === 'off') ? [[date, type]] : [])));
}

function yearOf(date: unknown): number {
  return typeof date === 'string' && isLocalDate(date) ? Number(date.slice(0, 4)) : lastKnownYear;
}

function csvOf(overrides: CalendarOverrides): string {
  const lines = Object.entries(overrides).map(([date, type]) => `${date},${type === 'work' ? words.work : words.off}`);
  // Excel takes a file without this mark for an old Chinese encoding.
  return `\ufeff${[words.exportHead, ...lines].join('\r\n')}\r\n`;
}

function SetDays(props: { readonly overrides: CalendarOverrides; readonly isDisabled: boolean; readonly restore: (date: string) => void }): ReactNode {
  const { overrides, isDisabled, restore } = props;
  const dates = Object.keys(overrides).toSorted();
  if (dates.length === 0) return <p className="muted">{words.none}</p>;
  return (
    <ul className="set-days">
      {dates.map((date) => (
        <li key={date}>
          <Tag closable={false} color={overrides[date] === 'work' ? 'orange' : 'green'}>{overrides[date] === 'work' ? words.work : words.off}</Tag>
          {dayWithWeekday(date)}
          <Button type="link" size="small" disabled={isDisabled} onClick={() => restore(date)}>{words.restore(date)}</Button>
        </li>
      ))}
    </ul>
  );
}

/** The calendar of the contract: the built-in one year by year, with the days that count otherwise. */
export function CalendarSection(): ReactNode {
  const { model, isDisabled } = useFormScope();
  const overrides = overridesOf(useFormValue(['calendarOverrides']));
  const first = yearOf(useFormValue(['service', 'from']));
  const [year, setYear] = useState(first);
  const change = (next: CalendarOverrides): void => model.getState().set(['calendarOverrides'], next);
  const set = (date: string, type: 'work' | 'off' | undefined): void => {
    const others = Object.entries(overrides).filter(([other]) => other !== date);
    change(Object.fromEntries(type === undefined ? others : [...others, [date, type] as const].toSorted(([a], [b]) => (a < b ? -1 : 1))));
  };
  const title = valueAt(model.getState().values, ['title']);

  return (
    <>
      <fieldset className="form-section">
        <legend>{words.title}</legend>
        <p className="muted">{words.help(lastKnownYear)}</p>
        <div className="calendar-bar">
          <Button icon={<LeftIcon />} aria-label={words.previousYear} onClick={() => setYear(year - 1)} />
          <strong aria-live="polite">{year}</strong>
          <Button icon={<RightIcon />} aria-label={words.nextYear} onClick={() => setYear(year + 1)} />
          <span className="calendar-legend" aria-hidden="true">
            {(['holiday', 'makeUp', 'weekend', 'set'] as const).map((kind) => <span key={kind} data-legend={kind}>{words.legend[kind]}</span>)}
          </span>
          <NoticeButton usualYear={year} overrides={overrides} isDisabled={isDisabled} take={(days) => {
            change(withImported(overrides, days));
            setYear(yearOf(days[0]?.date));
          }} />
          <Button icon={<DownloadIcon />} disabled={Object.keys(overrides).length === 0} onClick={() => saveText(words.exportName(typeof title === 'string' ? title : ''), csvOf(overrides))}>{words.exportDays}</Button>
        </div>
        {year > lastKnownYear ? <Alert type="info" showIcon title={words.beyond(year)} /> : null}
        <YearView year={year} overrides={overrides} isDisabled={isDisabled} toggle={(date) => set(date, toggledDay(overrides, date))} />
      </fieldset>
      <section className="form-section" aria-label={words.list}>
        <h3>{words.list}</h3>
        <SetDays overrides={overrides} isDisabled={isDisabled} restore={(date) => set(date, undefined)} />
      </section>
    </>
  );
}
