import { memo, useEffect, useRef, type ReactNode } from 'react';
import { kindOf, type KindName } from '../../../shared/records/kinds.ts';
import type { ListColumn } from '../../../shared/records/list-columns.ts';
import { SortHeading } from '../../parts/sort-heading.tsx';
import type { ListChoice } from '../../state/records-filter.ts';
import { listWords, recordsWords } from '../../words/records.ts';
import { sortOfColumn } from './cell-text.ts';

type RecordsHeadProps = {
  readonly kind: KindName;
  readonly columns: readonly ListColumn[];
  readonly choice: ListChoice;
  readonly sort: (sort: string) => void;
  readonly isNarrow: boolean;
  readonly isSearching: boolean;
  readonly chosen: number;
  readonly total: number;
  readonly chooseAll: () => void;
  readonly chooseNone: () => void;
};

/** The headings of a list: each sorts, the first chooses everything. */
export const RecordsHead = memo(function RecordsHead(props: RecordsHeadProps): ReactNode {
  const { kind, columns, choice, sort, isNarrow, isSearching, chosen, total, chooseAll, chooseNone } = props;
  const all = useRef<HTMLInputElement>(null);
  const { order } = choice;
  const isAll = chosen > 0 && chosen >= total;
  useEffect(() => {
    // Only a property says "some of them".
    if (all.current !== null) all.current.indeterminate = chosen > 0 && !isAll;
  }, [chosen, isAll]);
  const heading = (label: string, sorts: string | undefined, key: string): ReactNode => (
    sorts === undefined
      ? <th key={key} scope="col"><span className="heading-text" title={label}>{label}</span></th>
      : <SortHeading key={key} label={label} direction={order.sort !== sorts ? 'none' : order.descending ? 'descending' : 'ascending'} sort={() => sort(sorts)} />
  );
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className="cell-tick">
          <input ref={all} type="checkbox" aria-label={listWords.chooseAll(total)} title={listWords.chooseAllKeys} checked={isAll} onChange={() => (isAll ? chooseNone() : chooseAll())} />
        </th>
        {heading(isNarrow ? recordsWords.date : (kindOf(kind).fields['date']?.label ?? recordsWords.date), 'date', 'date')}
        {heading(recordsWords.number, 'number', 'number')}
        {isSearching ? heading(listWords.found, undefined, 'found') : null}
        {isNarrow ? heading(recordsWords.title, 'title', 'title') : columns.map((column) => heading(column.label, sortOfColumn(column), column.name))}
        {isNarrow ? null : heading(recordsWords.status, 'status', 'status')}
      </tr>
    </thead>
  );
});
