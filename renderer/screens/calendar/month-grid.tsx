import { memo, useEffect, useRef, useSyncExternalStore, type KeyboardEvent, type ReactNode } from 'react';
import type { LocalDate } from '../../../shared/dates.ts';
import type { MonthSheet, SheetDay, SheetWeek } from '../../../shared/figures/month-sheet.ts';
import type { KindName } from '../../../shared/records/kinds.ts';
import { focusCell, moveOf } from '../../parts/roving-focus.ts';
import { sheetWords } from '../../words/calendar.ts';
import { cellEntries, chipText, dayLabel, markText, showsMissing } from './day-text.ts';
import { stepDay, type MonthRange } from './month-steps.ts';

const linesOfCell = 3;
const linesOfTallCell = 6;
/** A window in which the days of styles/calendar.css have room for more lines. */
const tallWindow = '(min-height: 960px)';

function subscribeToHeight(changed: () => void): () => void {
  const query = window.matchMedia(tallWindow);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** How many entries a day shows before it only counts the others. */
function useLinesOfCell(): number {
  return useSyncExternalStore(subscribeToHeight, () => window.matchMedia(tallWindow).matches) ? linesOfTallCell : linesOfCell;
}

function dayClass(day: SheetDay, month: string, kinds: readonly KindName[], isOpen: boolean): string {
  return [
    'sheet-day',
    `sheet-${day.state === 'missing' && !showsMissing(day, kinds) ? 'coming' : day.state}`,
    day.type === 'weekend' || day.type === 'holiday' ? 'sheet-free' : '',
    day.date.startsWith(month) ? '' : 'sheet-other',
    isOpen ? 'sheet-open' : '',
  ].filter((name) => name !== '').join(' ');
}

type DayCellProps = { readonly day: SheetDay; readonly month: string; readonly lines: number; readonly kinds: readonly KindName[]; readonly isActive: boolean; readonly isOpen: boolean; readonly isToday: boolean; readonly open: (date: LocalDate, isByKey: boolean) => void };

const DayCell = memo(function DayCell(props: DayCellProps): ReactNode {
  const { day, month, lines, kinds, isActive, isOpen, isToday, open } = props;
  const { marks, chips, hidden } = cellEntries(day, kinds, showsMissing(day, kinds) ? lines - 1 : lines);
  const label = dayLabel(day, kinds);
  return (
    <button
      type="button"
      className={dayClass(day, month, kinds, isOpen)}
      data-cell={day.date}
      tabIndex={isActive ? 0 : -1}
      aria-pressed={isOpen}
      aria-current={isToday ? 'date' : undefined}
      title={label.replaceAll('，', '\n')}
      // A click that a key made has no count of clicks.
      onClick={(event) => open(day.date, event.detail === 0)}
    >
      {/* This says it all in words; what is drawn are its abbreviations. */}
      <span className="unseen">{label}</span>
      <span className="sheet-head" aria-hidden="true">
        <span className="sheet-number">{Number(day.date.slice(8))}</span>
        {day.type === 'make-up-workday' ? <span className="sheet-sign sheet-sign-work">{sheetWords.work}</span> : null}
        {day.type === 'holiday' ? <span className="sheet-sign">{sheetWords.off}</span> : null}
        {day.holiday === undefined ? null : <span className="sheet-holiday">{day.holiday}</span>}
      </span>
      {showsMissing(day, kinds) ? <span className="sheet-missing-text" aria-hidden="true">{sheetWords.missing}</span> : null}
      {marks.map((mark) => <span key={markText(mark)} className={`sheet-mark sheet-mark-${mark.type}`} aria-hidden="true">{markText(mark)}</span>)}
      <span className="sheet-chips" aria-hidden="true">
        {chips.map((entry) => <span key={entry.kind} className={entry.draft > 0 ? 'sheet-chip sheet-chip-draft' : 'sheet-chip'}>{chipText(entry)}</span>)}
        {hidden > 0 ? <span className="sheet-chip sheet-more">{sheetWords.more(hidden)}</span> : null}
      </span>
    </button>
  );
});

function WeekHead(props: { readonly week: SheetWeek }): ReactNode {
  const { due, done, missing, weekly, days } = props.week;
  return (
    <th scope="row" className={missing > 0 || weekly === 'missing' ? 'sheet-week sheet-week-missing' : 'sheet-week'} aria-label={[sheetWords.weekLabel(days[0]?.date ?? '', due, done, missing), ...(weekly === undefined ? [] : [sheetWords.weekly[weekly]])].join('，')}>
      {due === 0 ? <span className="muted">{sheetWords.weekFree}</span> : <strong>{sheetWords.weekDone(done, due)}</strong>}
      {weekly === undefined ? null : <span className={`sheet-cycle sheet-cycle-${weekly}`}>{sheetWords.weekly[weekly]}</span>}
    </th>
  );
}

type MonthGridProps = {
  readonly sheet: MonthSheet;
  readonly range: MonthRange;
  readonly kinds: readonly KindName[];
  readonly active: LocalDate;
  readonly openDate: LocalDate | undefined;
  /** The keyboard went to a day, perhaps of another month. */
  readonly moveTo: (date: LocalDate) => void;
  readonly open: (date: LocalDate, isByKey: boolean) => void;
};

/** A month as a wall calendar, Monday first. One day is in the order of the Tab key; arrows lead from day to day. */
export function MonthGrid(props: MonthGridProps): ReactNode {
  const { sheet, range, kinds, active, openDate, moveTo, open } = props;
  const table = useRef<HTMLTableElement>(null);
  const lines = useLinesOfCell();
  const wantsFocus = useRef(false);

  // The day that a key led to may stand on a sheet that came only now.
  useEffect(() => {
    if (!wantsFocus.current || table.current === null || !active.startsWith(sheet.month)) return;
    wantsFocus.current = false;
    focusCell(table.current, active);
  }, [sheet.month, active]);

  const follow = (event: KeyboardEvent<HTMLTableElement>): void => {
    const move = moveOf(event);
    const current = event.target instanceof HTMLElement ? event.target.dataset['cell'] : undefined;
    if (move === undefined || current === undefined) return;
    event.preventDefault();
    const target = stepDay(current, move, event.shiftKey, range);
    if (target.startsWith(sheet.month)) focusCell(event.currentTarget, target);
    else wantsFocus.current = true;
    moveTo(target);
  };

  return (
    // Keys on a day, which is a button, bubble up to here.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <table ref={table} className="sheet" aria-label={sheetWords.month(sheet.month)} aria-description={sheetWords.keys} onKeyDown={follow}>
      <thead><tr><th scope="col" className="sheet-week">{sheetWords.week}</th>{sheetWords.weekdays.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
      <tbody>
        {sheet.weeks.map((week) => (
          <tr key={week.days[0]?.date}>
            <WeekHead week={week} />
            {week.days.map((day) => <td key={day.date}><DayCell day={day} month={sheet.month} lines={lines} kinds={kinds} isActive={day.date === active} isOpen={day.date === openDate} isToday={day.date === sheet.today} open={open} /></td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
