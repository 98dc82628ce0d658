import { DatePicker, Input, Select, Tag, type InputRef } from 'antd';
import dayjs from 'dayjs';
import { useRef, type ReactNode } from 'react';
import type { ServiceItem } from '../../../shared/contract/profile.ts';
import { recordStatuses } from '../../../shared/records/record.ts';
import { changedFilter, type RecordsFilter } from '../../state/records-filter.ts';
import { useShortcut } from '../../state/use-shortcut.ts';
import { commonWords, statusWords } from '../../words/common.ts';
import { recordsWords } from '../../words/records.ts';

function dayOf(value: string | undefined): dayjs.Dayjs | null {
  return value === undefined ? null : dayjs(`${value}T12:00`);
}

type RecordsFilterBarProps = { readonly serviceItems: readonly ServiceItem[]; readonly filter: RecordsFilter; readonly change: (filter: RecordsFilter) => void; readonly isNarrow: boolean };

/** Search, status and days above the list. */
export function RecordsFilterBar(props: RecordsFilterBarProps): ReactNode {
  const { serviceItems, filter, change, isNarrow } = props;
  const item = serviceItems.find(({ no }) => no === filter.serviceItem);
  const search = useRef<InputRef>(null);
  useShortcut('/', () => search.current?.focus({ cursor: 'all' }));
  return (
    <search className="filter-bar">
      <Input
        ref={search}
        className="filter-search"
        allowClear
        aria-label={recordsWords.search}
        placeholder={commonWords.shortcut(isNarrow ? recordsWords.search : recordsWords.searchPlaceholder, '/')}
        value={filter.text}
        maxLength={200}
        onChange={(event) => change(changedFilter(filter, { text: event.target.value }))}
      />
      <Select
        className="filter-status"
        aria-label={recordsWords.filterStatus}
        allowClear
        placeholder={recordsWords.anyStatus}
        value={filter.status ?? null}
        options={recordStatuses.map((status) => ({ value: status, label: statusWords[status] }))}
        onChange={(status) => change(changedFilter(filter, { status: status ?? undefined }))}
      />
      {isNarrow ? null : (
        <DatePicker.RangePicker
          className="filter-dates"
          aria-label={recordsWords.filterDates}
          placeholder={[recordsWords.from, recordsWords.to]}
          allowEmpty={[true, true]}
          value={[dayOf(filter.from), dayOf(filter.to)]}
          onChange={(days) => change(changedFilter(filter, { from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') }))}
        />
      )}
      {filter.serviceItem === undefined ? null : (
        <Tag className="filter-item" closable={{ 'aria-label': recordsWords.clearItem }} onClose={() => change(changedFilter(filter, { serviceItem: undefined }))}>
          <span title={item?.name}>{recordsWords.ofItem(filter.serviceItem, item?.name ?? '')}</span>
        </Tag>
      )}
    </search>
  );
}
