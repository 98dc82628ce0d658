import { Badge, Button, Popover, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { fileFilters } from '../../../shared/ipc/list-filter.ts';
import { availableColumns, type ListColumn } from '../../../shared/records/list-columns.ts';
import type { KindName } from '../../../shared/records/kinds.ts';
import { recordStatuses } from '../../../shared/records/record.ts';
import { FilterIcon } from '../../parts/icons.tsx';
import { changedFilter, handlesQuery, withValues, type ListChoice } from '../../state/records-filter.ts';
import { namedSpans } from '../../state/day-spans.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { commonWords, statusWords } from '../../words/common.ts';
import { fileFilterWords, listWords, recordsWords, spanWords } from '../../words/records.ts';

/** Columns with few different values, which can be picked from. */
export function pickedColumns(kind: KindName, profile: ContractProfile): readonly ListColumn[] {
  return availableColumns(kind, profile).filter(({ field }) => field !== undefined && ['choice', 'vocabulary', 'person', 'flag', 'serviceItem'].includes(field.type));
}

/** A wanted value as people read it. */
export function valueText(column: ListColumn, value: string, profile: ContractProfile): string {
  if (value === '') return listWords.emptyValue;
  if (column.field?.type === 'flag') return value === '1' ? commonWords.yes : commonWords.no;
  if (column.field?.type === 'serviceItem') return `${value} ${profile.serviceItems.find(({ no }) => String(no) === value)?.name ?? ''}`.trim();
  return value;
}

type ColumnFilterProps = { readonly contractId: string; readonly kind: KindName; readonly profile: ContractProfile; readonly column: ListColumn; readonly choice: ListChoice; readonly change: (choice: ListChoice) => void };

/** The values of one column to pick from, each with how often it occurs among what the other filters leave. */
function ColumnFilter(props: ColumnFilterProps): ReactNode {
  const { contractId, kind, profile, column, choice, change } = props;
  const [isAsked, setIsAsked] = useState(false);
  const { sort: _sort, descending: _descending, ...asked } = handlesQuery(contractId, kind, withValues(choice, column.name, []));
  const answer = useAnswer('records.values', isAsked ? { ...asked, column: column.name } : undefined);
  const chosen = choice.filter.where?.[column.name] ?? [];
  const counted = answer.state === 'ready' ? answer.value : [];
  const values = [...counted, ...chosen.filter((value) => !counted.some((entry) => entry.value === value)).map((value) => ({ value, count: 0 }))];
  return (
    <label className="more-filter">
      <span>{column.label}</span>
      <Select
        mode="multiple"
        aria-label={listWords.filterBy(column.label)}
        allowClear
        maxTagCount="responsive"
        placeholder={listWords.any}
        loading={isAsked && answer.state === 'loading'}
        value={[...chosen]}
        onOpenChange={(isOpen) => { if (isOpen) setIsAsked(true); }}
        showSearch={{ optionFilterProp: 'label' }}
        options={values.map(({ value, count }) => ({ value, label: count === 0 ? valueText(column, value, profile) : listWords.valueCount(valueText(column, value, profile), count) }))}
        onChange={(next: string[]) => change(withValues(choice, column.name, next))}
      />
    </label>
  );
}

type MoreFiltersProps = Omit<ColumnFilterProps, 'column'> & { readonly today: string; readonly isNarrow: boolean };

function Fields(props: MoreFiltersProps): ReactNode {
  const { contractId, kind, profile, choice, change, today, isNarrow } = props;
  const { filter } = choice;
  const spans = namedSpans(profile, today);
  const truth = (value: boolean | undefined): string | undefined => (value === undefined ? undefined : value ? 'yes' : 'no');
  const known = (value: string | undefined): boolean | undefined => (value === undefined ? undefined : value === 'yes');
  return (
    <div className="more-filters">
      {isNarrow ? (
        <>
          <label className="more-filter">
            <span>{recordsWords.status}</span>
            <Select aria-label={recordsWords.filterStatus} allowClear placeholder={recordsWords.anyStatus} value={filter.status ?? null} options={recordStatuses.map((status) => ({ value: status, label: statusWords[status] }))} onChange={(status) => change(changedFilter(choice, { status: status ?? undefined }))} />
          </label>
          <label className="more-filter">
            <span>{recordsWords.date}</span>
            <Select aria-label={recordsWords.filterDates} allowClear placeholder={listWords.any} value={spans.find(({ from, to }) => from === filter.from && to === filter.to)?.id ?? null} options={spans.map(({ id }) => ({ value: id, label: spanWords[id] }))} onChange={(id) => change(changedFilter(choice, { from: spans.find((span) => span.id === id)?.from, to: spans.find((span) => span.id === id)?.to }))} />
          </label>
        </>
      ) : null}
      <label className="more-filter">
        <span>{listWords.provenItem}</span>
        <Select
          aria-label={listWords.provenItem}
          allowClear
          placeholder={listWords.any}
          value={filter.serviceItem ?? null}
          showSearch={{ optionFilterProp: 'label' }}
          options={profile.serviceItems.map(({ no, name }) => ({ value: no, label: `${no} ${name}` }))}
          onChange={(item) => change(changedFilter(choice, { serviceItem: item ?? undefined }))}
        />
      </label>
      <label className="more-filter">
        <span>{listWords.signature}</span>
        <Select aria-label={listWords.signature} allowClear placeholder={listWords.any} value={truth(filter.signed) ?? null} options={[{ value: 'yes', label: listWords.signed }, { value: 'no', label: listWords.unsigned }]} onChange={(value) => change(changedFilter(choice, { signed: known(value ?? undefined) }))} />
      </label>
      <label className="more-filter">
        <span>{listWords.files}</span>
        <Select aria-label={listWords.files} allowClear placeholder={listWords.any} value={filter.files ?? null} options={fileFilters.map((value) => ({ value, label: fileFilterWords[value] }))} onChange={(value) => change(changedFilter(choice, { files: value ?? undefined }))} />
      </label>
      <label className="more-filter">
        <span>{listWords.lateEntry}</span>
        <Select aria-label={listWords.lateEntry} allowClear placeholder={listWords.any} value={truth(filter.late) ?? null} options={[{ value: 'yes', label: listWords.late }, { value: 'no', label: listWords.notLate }]} onChange={(value) => change(changedFilter(choice, { late: known(value ?? undefined) }))} />
      </label>
      {pickedColumns(kind, profile).filter(({ name }) => name !== 'serviceItem').map((column) => <ColumnFilter key={column.name} contractId={contractId} kind={kind} profile={profile} column={column} choice={choice} change={change} />)}
    </div>
  );
}

/** How many of the filters behind the button are set. */
function setFilters({ filter }: ListChoice, isNarrow: boolean): number {
  const { serviceItem, signed, files, late, where = {}, status, from, to } = filter;
  return [serviceItem, signed, files, late, ...(isNarrow ? [status, from ?? to] : [])].filter((value) => value !== undefined).length + Object.keys(where).length;
}

/** Everything else that a list can be filtered by. */
export function MoreFilters(props: MoreFiltersProps): ReactNode {
  const count = setFilters(props.choice, props.isNarrow);
  return (
    <Popover trigger="click" placement="bottomRight" title={listWords.moreFilters} content={<Fields {...props} />} classNames={{ root: 'list-popover' }}>
      <Badge count={count} size="small" offset={[-4, 2]}><Button icon={<FilterIcon />} aria-label={listWords.moreFiltersOf(count)}>{props.isNarrow ? null : listWords.filter}</Button></Badge>
    </Popover>
  );
}
