import { Alert, Button, Dropdown, Tag } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import type { LocalDate } from '../../../shared/dates.ts';
import type { SheetDay } from '../../../shared/figures/month-sheet.ts';
import type { ListedRecord } from '../../../shared/ipc/record-channels.ts';
import { kindNames, kindOf } from '../../../shared/records/kinds.ts';
import { CloseIcon, PlusIcon } from '../../parts/icons.tsx';
import { FailureView, LoadingView } from '../../parts/state-views.tsx';
import { goTo } from '../../state/navigation.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useIsReadOnly, useWorkspace } from '../../state/workspace.ts';
import { dayWords, sheetWords } from '../../words/calendar.ts';
import { dayTitle, dayTypeText, markRoute, markText } from './day-text.ts';

/** A day rarely has more; the lists have them all. */
const shownRecords = 100;

function RecordsOfDay(props: { readonly records: readonly ListedRecord[]; readonly day: SheetDay }): ReactNode {
  const { records, day } = props;
  const groups = kindNames.flatMap((kind) => {
    const own = records.filter((record) => record.kind === kind);
    const counted = day.records.find((entry) => entry.kind === kind);
    return own.length === 0 ? [] : [{ kind, own, all: Math.max(own.length, (counted?.final ?? 0) + (counted?.draft ?? 0)) }];
  });
  return groups.map(({ kind, own, all }) => (
    <section key={kind} className="day-group" aria-label={kindOf(kind).title}>
      <h3>{kindOf(kind).title}</h3>
      <ul>
        {own.map((record) => (
          <li key={record.id}>
            <button type="button" className="day-record" aria-label={`${dayWords.openRecord(record.number)} ${record.title}`} onClick={() => void goTo({ screen: 'records', kind, open: record.id })}>
              <span className="day-record-number">{record.number === '' ? dayWords.draft : record.number}</span>
              <span className="day-record-title">{record.title === '' ? dayWords.untitled : record.title}</span>
              {record.status === 'draft' ? <Tag color="gold">{dayWords.draft}</Tag> : null}
            </button>
          </li>
        ))}
      </ul>
      {all > 3 ? <Button type="link" size="small" onClick={() => void goTo({ screen: 'records', kind, from: day.date, to: day.date })}>{dayWords.listAll(kindOf(kind).title, all)}</Button> : null}
    </section>
  ));
}

type DayPanelProps = { readonly contractId: string; readonly day: SheetDay; readonly today: LocalDate; readonly takesFocus: boolean; readonly close: () => void };

/** One day: its records, what is missing, what the contract fixes to it, and a way to add to it. */
export function DayPanel(props: DayPanelProps): ReactNode {
  const { contractId, day, today, takesFocus, close } = props;
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const isReadOnly = useIsReadOnly();
  const panel = useRef<HTMLElement>(null);
  const records = useAnswer('records.list', { contractId, from: day.date, to: day.date, sort: 'number', descending: false, limit: shownRecords }, version);
  const add = (kind: (typeof kindNames)[number]): void => void goTo({ screen: 'records', kind, open: 'new', date: day.date, ...(day.date < today ? { supplement: 'calendar' } : {}) });
  const isDue = day.state === 'missing' || day.state === 'today';

  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
    if (takesFocus) panel.current?.focus({ preventScroll: true });
  }, [day.date, takesFocus]);

  return (
    <section ref={panel} className="day-panel" aria-label={dayTitle(day.date)} tabIndex={-1}>
      <header>
        <h2>{dayTitle(day.date)}</h2>
        <Button type="text" size="small" icon={<CloseIcon />} aria-label={dayWords.close} onClick={close} />
      </header>
      <p className="muted">{[dayTypeText(day) || sheetWords.types[day.type], sheetWords.states[day.state]].filter((text) => text !== '').join('，')}</p>
      {isDue && !isReadOnly ? (
        <Alert
          type={day.state === 'missing' ? 'warning' : 'info'}
          showIcon
          title={day.state === 'missing' ? dayWords.missing : dayWords.missingToday}
          action={<Button size="small" type="primary" onClick={() => add('inspection')}>{day.state === 'missing' ? dayWords.inspectLate : dayWords.inspect}</Button>}
        />
      ) : null}
      {day.marks.length === 0 ? null : (
        <section className="day-group" aria-label={dayWords.fixed}>
          <h3>{dayWords.fixed}</h3>
          <ul>{day.marks.map((mark) => <li key={markText(mark)}><Button type="link" size="small" onClick={() => void goTo(markRoute(mark))}>{markText(mark)}</Button></li>)}</ul>
        </section>
      )}
      {records.state === 'loading' ? <LoadingView /> : records.state === 'error' ? <FailureView failure={records.failure} retry={records.reload} />
        : records.value.records.length === 0 ? <p className="muted">{dayWords.none}</p> : <RecordsOfDay records={records.value.records.filter(({ status }) => status !== 'void')} day={day} />}
      {isReadOnly ? null : (
        <Dropdown trigger={['click']} menu={{ items: kindNames.map((kind) => ({ key: kind, label: kindOf(kind).title, onClick: () => add(kind) })) }}>
          <Button icon={<PlusIcon />}>{day.date < today ? dayWords.addLate : dayWords.add}</Button>
        </Dropdown>
      )}
    </section>
  );
}
