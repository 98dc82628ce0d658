import { DatePicker, Input, Select, type InputRef } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { recordStatuses } from '../../../shared/records/record.ts';
import { namedSpans } from '../../state/day-spans.ts';
import { changedFilter, withDays, type ListChoice } from '../../state/records-filter.ts';
import { useShortcut } from '../../state/use-shortcut.ts';
import { commonWords, statusWords } from '../../words/common.ts';
import { recordsWords, spanWords } from '../../words/records.ts';

function dayOf(value: string | undefined): dayjs.Dayjs | null {
  return value === undefined ? null : dayjs(`${value}T12:00`);
}

/** The search field. What an input method is still composing is not searched for. */
function SearchInput(props: { readonly text: string; readonly isNarrow: boolean; readonly search: (text: string) => void }): ReactNode {
  const { text, isNarrow, search } = props;
  const [typed, setTyped] = useState(text);
  const input = useRef<InputRef>(null);
  const isComposing = useRef(false);
  const said = useRef(text);
  // Changed elsewhere: by a view, by the address, by clearing everything.
  useEffect(() => {
    if (text.trim() === said.current.trim()) return;
    said.current = text;
    setTyped(text);
  }, [text]);
  const say = (value: string): void => {
    said.current = value;
    search(value);
  };
  useShortcut('/', () => input.current?.focus({ cursor: 'all' }));
  return (
    <Input
      ref={input}
      className="filter-search"
      allowClear
      aria-label={recordsWords.search}
      placeholder={commonWords.shortcut(isNarrow ? recordsWords.search : recordsWords.searchPlaceholder, '/')}
      value={typed}
      maxLength={200}
      onCompositionStart={() => { isComposing.current = true; }}
      onCompositionEnd={(event) => {
        isComposing.current = false;
        say(event.currentTarget.value);
      }}
      onChange={(event) => {
        setTyped(event.target.value);
        if (!isComposing.current) say(event.target.value);
      }}
    />
  );
}

type RecordsFilterBarProps = {
  readonly profile: ContractProfile;
  readonly today: LocalDate;
  readonly choice: ListChoice;
  readonly change: (choice: ListChoice) => void;
  readonly isNarrow: boolean;
  /** Views, before the search; more filters and columns, after it. */
  readonly before: ReactNode;
  readonly after: ReactNode;
};

/** Search, status and days above the list. */
export function RecordsFilterBar(props: RecordsFilterBarProps): ReactNode {
  const { profile, today, choice, change, isNarrow, before, after } = props;
  const { filter } = choice;
  const presets = namedSpans(profile, today).map(({ id, from, to }) => ({ label: spanWords[id], value: [dayjs(`${from}T12:00`), dayjs(`${to}T12:00`)] as [dayjs.Dayjs, dayjs.Dayjs] }));
  return (
    <search className="filter-bar">
      {before}
      <SearchInput text={filter.text ?? ''} isNarrow={isNarrow} search={(text) => change(changedFilter(choice, { text }))} />
      {isNarrow ? null : (
        <>
          <Select
            className="filter-status"
            aria-label={recordsWords.filterStatus}
            allowClear
            placeholder={recordsWords.anyStatus}
            value={filter.status ?? null}
            options={recordStatuses.map((status) => ({ value: status, label: statusWords[status] }))}
            onChange={(status) => change(changedFilter(choice, { status: status ?? undefined }))}
          />
          <DatePicker.RangePicker
            className="filter-dates"
            aria-label={recordsWords.filterDates}
            placeholder={[recordsWords.from, recordsWords.to]}
            allowEmpty={[true, true]}
            presets={presets}
            value={[dayOf(filter.from), dayOf(filter.to)]}
            onChange={(days) => change(withDays(choice, { from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') }))}
          />
        </>
      )}
      <div className="filter-more">{after}</div>
    </search>
  );
}
