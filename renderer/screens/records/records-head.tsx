import { memo, useEffect, useRef, type ReactNode } from 'react';
import { kindOf, type KindName } from '../../../shared/records/kinds.ts';
import type { ListColumn } from '../../../shared/records/list-columns.ts';
import { SortHeading } from '../../parts/sort-heading.tsx';
import type { ListChoice } from '../../state/records-filter.ts';
import { listWords, recordsWords } from '../../words/records.ts';
import { columnWidth, sortOfColumn } from './cell-text.ts';

/** CSS pixels of every column, those included that are always there. */
export function columnWidths(columns: readonly ListColumn[], isNarrow: boolean, isSearching: boolean): readonly number[] {
  if (isNarrow) return [32, 92, 148, 152];
  return [40, 104, 164, ...(isSearching ? [230] : []), ...columns.map(columnWidth), 104];
}

/** Which of these columns take what the window leaves over: long texts, else the first of the other texts, which names the record, else all in proportion. */
export function growingColumns(columns: readonly ListColumn[], isNarrow: boolean, isSearching: boolean): readonly boolean[] {
  if (isNarrow) return [false, false, false, true];
  const isLong = ({ name, field }: ListColumn): boolean => name === 'own.title' || field?.type === 'longText';
  const naming = columns.some(isLong) ? undefined : columns.find(({ field }) => field?.type === 'text' || field?.type === 'serviceItem');
  return [false, false, false, ...(isSearching ? [true] : []), ...columns.map((column) => isLong(column) || column === naming), false];
}

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
