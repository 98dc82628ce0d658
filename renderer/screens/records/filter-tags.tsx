import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { availableColumns } from '../../../shared/records/list-columns.ts';
import type { KindName } from '../../../shared/records/kinds.ts';
import { changedFilter, everything, isFiltering, withValues, type ListChoice } from '../../state/records-filter.ts';
import { statusWords } from '../../words/common.ts';
import { fileFilterWords, listWords, recordsWords } from '../../words/records.ts';
import { valueText } from './more-filters.tsx';

type FilterTagsProps = { readonly kind: KindName; readonly profile: ContractProfile; readonly choice: ListChoice; readonly change: (choice: ListChoice) => void; readonly isNarrow: boolean };

type Named = { readonly key: string; readonly text: string; /** What taking it away is called; said by its text when absent. */ readonly clear?: string; readonly without: ListChoice };

function namedFilters({ kind, profile, choice, isNarrow }: FilterTagsProps): readonly Named[] {
  const { filter } = choice;
  const columns = availableColumns(kind, profile);
  const item = profile.serviceItems.find(({ no }) => no === filter.serviceItem);
  const { status, from, to, serviceItem, signed, files, late, where = {} } = filter;
  return [
    // Above a wide list their own fields show them.
    ...(isNarrow && status !== undefined ? [{ key: 'status', text: statusWords[status], without: changedFilter(choice, { status: undefined }) }] : []),
    ...(isNarrow && (from ?? to) !== undefined ? [{ key: 'days', text: listWords.days(from, to), without: changedFilter(choice, { from: undefined, to: undefined }) }] : []),
    ...(serviceItem === undefined ? [] : [{ key: 'item', text: recordsWords.ofItem(serviceItem, item?.name ?? ''), clear: recordsWords.clearItem, without: changedFilter(choice, { serviceItem: undefined }) }]),
    ...(signed === undefined ? [] : [{ key: 'signed', text: signed ? listWords.signed : listWords.unsigned, without: changedFilter(choice, { signed: undefined }) }]),
    ...(files === undefined ? [] : [{ key: 'files', text: fileFilterWords[files], without: changedFilter(choice, { files: undefined }) }]),
    ...(late === undefined ? [] : [{ key: 'late', text: late ? listWords.late : listWords.notLate, without: changedFilter(choice, { late: undefined }) }]),
    ...Object.entries(where).flatMap(([name, values]) => {
      const column = columns.find((candidate) => candidate.name === name);
      return column === undefined || values.length === 0 ? [] : [{ key: name, text: listWords.columnIs(column.label, values.map((value) => valueText(column, value, profile))), without: withValues(choice, name, []) }];
    }),
  ];
}

/** What the list leaves out, one mark each, to be taken away by itself. */
export function FilterTags(props: FilterTagsProps): ReactNode {
  const { choice, change } = props;
  const named = namedFilters(props);
  if (named.length === 0) return null;
  return (
    <section className="filter-tags" aria-label={listWords.activeFilters}>
      {named.map(({ key, text, clear, without }) => (
        <Tag key={key} className="filter-tag" closable={{ 'aria-label': clear ?? listWords.withoutFilter(text) }} onClose={() => change(without)}><span title={text}>{text}</span></Tag>
      ))}
      {isFiltering(choice.filter) ? <Button type="link" size="small" onClick={() => change({ ...everything, order: choice.order })}>{recordsWords.clearFilter}</Button> : null}
    </section>
  );
}
