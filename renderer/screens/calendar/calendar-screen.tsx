import { Button, Tag } from 'antd';
import { useCallback, useEffect, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { reachableMonths, type MonthSheet } from '../../../shared/figures/month-sheet.ts';
import type { KindName } from '../../../shared/records/kinds.ts';
import { Page } from '../../parts/page.tsx';
import { focusCell } from '../../parts/roving-focus.ts';
import { FailureView, LoadingView } from '../../parts/state-views.tsx';
import { useCalendarPlace } from '../../state/calendar-place.ts';
import { goTo } from '../../state/navigation.ts';
import type { Route } from '../../state/route.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { sheetWords } from '../../words/calendar.ts';
import { DayPanel } from './day-panel.tsx';
import { MonthBar, SheetLegend } from './month-bar.tsx';
import { MonthGrid } from './month-grid.tsx';
import { firstFocus, openingMonth, withinRange } from './month-steps.ts';
import '../../styles/calendar.css';

type CalendarScreenProps = { readonly contract: Contract; readonly route: Extract<Route, { screen: 'calendar' }> };

function note(sheet: MonthSheet): ReactNode {
  return (
    <>
      {sheetWords.note(sheet.due, sheet.done, sheet.missing)}
      {sheet.monthly === undefined || sheet.due === 0 ? null : <> <Tag color={sheet.monthly === 'missing' ? 'red' : 'default'}>{sheetWords.monthly[sheet.monthly]}</Tag></>}
    </>
  );
}

/** A month at a time: what exists and what is missing; a day opens beside it. */
export function CalendarScreen(props: CalendarScreenProps): ReactNode {
  const { contract, route } = props;
  const openDate = route.date;
  const today = useWorkspace((workspace) => workspace.info?.today ?? '');
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const range = useMemo(() => reachableMonths(contract.profile), [contract.profile]);
  const place = useCalendarPlace();
  const [month, setMonth] = useState(() => {
    const wanted = openDate?.slice(0, 7) ?? (place.contractId === contract.id ? place.month : undefined);
    return wanted === undefined ? openingMonth(today, contract.profile.service, range) : withinRange(wanted, range);
  });
  const [active, setActive] = useState<LocalDate | undefined>(openDate);
  const [kinds, setKinds] = useState<readonly KindName[]>([]);
  const [isByKey, setIsByKey] = useState(false);
  const [seen, setSeen] = useState(openDate);
  const sheet = useAnswer('calendar.month', { contractId: contract.id, month }, version);

  // The address names another day: back, forward, or a link from elsewhere.
  if (seen !== openDate) {
    setSeen(openDate);
    if (openDate !== undefined) {
      setMonth(withinRange(openDate.slice(0, 7), range));
      setActive(openDate);
    }
  }

  const { keep } = place;
  useEffect(() => keep(contract.id, month), [keep, contract.id, month]);

  const show = (next: string): void => {
    setMonth(next);
    setActive(undefined);
  };
  const moveTo = useCallback((date: LocalDate) => {
    setMonth(date.slice(0, 7));
    setActive(date);
  }, []);
  const open = useCallback((date: LocalDate, byKey: boolean) => {
    setIsByKey(byKey);
    setActive(date);
    void goTo({ screen: 'calendar', date });
  }, []);
  const close = (): void => {
    const grid = document.querySelector('.sheet');
    void goTo({ screen: 'calendar' });
    if (grid !== null && openDate !== undefined) focusCell(grid, openDate);
  };
  const closeByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && openDate !== undefined && !event.defaultPrevented) close();
  };

  const title = sheetWords.title;
  const bar = (
    <MonthBar
      profile={contract.profile}
      month={month}
      range={range}
      today={today}
      kinds={kinds}
      show={show}
      showToday={() => moveTo(today)}
      filter={setKinds}
    />
  );
  if (sheet.state === 'error') return <Page title={title}>{bar}<FailureView failure={sheet.failure} retry={sheet.reload} /></Page>;
  if (sheet.state === 'loading') return <Page title={title}>{bar}<LoadingView /></Page>;
  const { value } = sheet;
  const openDay = value.weeks.flatMap(({ days }) => days).find(({ date }) => date === openDate);
  return (
    <Page title={title} note={note(value)} actions={<Button onClick={() => window.print()}>{sheetWords.print}</Button>}>
      {/* Escape in the day's panel or on its cell closes it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={openDay === undefined ? 'calendar' : 'calendar calendar-with-day'} onKeyDown={closeByKey}>
        <div className="calendar-sheet">
          {bar}
          <h2 className="sheet-title">{sheetWords.month(value.month)}</h2>
          <div className="sheet-scroll">
            <MonthGrid sheet={value} range={range} kinds={kinds} active={active?.startsWith(value.month) === true ? active : firstFocus(value, openDate)} openDate={openDate} moveTo={moveTo} open={open} />
          </div>
          <SheetLegend />
        </div>
        {openDay === undefined ? null : <DayPanel key={openDay.date} contractId={contract.id} day={openDay} today={value.today} takesFocus={isByKey} close={close} />}
      </div>
    </Page>
  );
}
