import { Button } from 'antd';
import { memo, type KeyboardEvent, type ReactNode } from 'react';
import { formatValue } from '../../../shared/deliverables/format-value.ts';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { kindOf, type KindName } from '../../../shared/records/kinds.ts';
import type { ListedRecord } from '../../../shared/ipc/record-channels.ts';
import { Hint } from '../../parts/hint.tsx';
import { EyeIcon, PaperClipIcon } from '../../parts/icons.tsx';
import { SortHeading } from '../../parts/sort-heading.tsx';
import { StatusTag } from '../../parts/tags.tsx';
import { sortedBy, type RecordsFilter, type RecordSort } from '../../state/records-filter.ts';
import { attachmentWords } from '../../words/attachments.ts';
import { commonWords } from '../../words/common.ts';
import { previewWords } from '../../words/preview.ts';
import { recordsWords } from '../../words/records.ts';

type RecordsTableProps = {
  readonly kind: KindName;
  readonly profile: ContractProfile;
  readonly records: readonly ListedRecord[];
  readonly openId: string | undefined;
  /** Beside an open form only what identifies a record is shown. */
  readonly isNarrow: boolean;
  readonly isStale: boolean;
  readonly filter: RecordsFilter;
  readonly change: (filter: RecordsFilter) => void;
  readonly open: (record: ListedRecord) => void;
  readonly preview: (record: ListedRecord) => void;
};

const sortLabels: readonly (readonly [RecordSort, string])[] = [['date', recordsWords.date], ['number', recordsWords.number]];

function cellText(record: ListedRecord, name: string, profile: ContractProfile): string {
  const field = kindOf(record.kind).fields[name];
  if (field === undefined) return commonWords.none;
  const value = record.values[name];
  // In lists a day is read by comparing, so it keeps its sortable form.
  if (typeof value === 'string' && (field.type === 'date' || field.type === 'minute')) return value.replace('T', ' ');
  return formatValue(field, value, profile.serviceItems) ?? commonWords.none;
}

/** Arrow keys go from row to row, Enter opens, the space bar previews. */
function followKey(event: KeyboardEvent<HTMLTableRowElement>, open: () => void, preview: () => void): void {
  // Keys pressed on the row's own button are the button's.
  if (event.target !== event.currentTarget) return;
  if (event.key === 'Enter') return open();
  if (event.key === ' ') {
    event.preventDefault();
    return preview();
  }
  const sibling = event.key === 'ArrowDown' ? event.currentTarget.nextElementSibling : event.key === 'ArrowUp' ? event.currentTarget.previousElementSibling : null;
  if (!(sibling instanceof HTMLElement)) return;
  event.preventDefault();
  sibling.focus();
}

/** How many files a record has, beside its number. */
function FileCount(props: { readonly count: number | undefined }): ReactNode {
  const { count } = props;
  if (count === undefined) return null;
  return <span className="file-count" title={attachmentWords.countHint(count)}><PaperClipIcon />{count}<span className="unseen">{attachmentWords.countHint(count)}</span></span>;
}

/** The list of one kind, with the columns its definition names. */
export const RecordsTable = memo(function RecordsTable(props: RecordsTableProps): ReactNode {
  const { kind, profile, records, openId, isNarrow, isStale, filter, change, open, preview } = props;
  const definition = kindOf(kind);
  const columns = isNarrow ? [] : definition.columns.filter((name) => name !== 'date');
  return (
    <div className="table-scroll">
      <table className="records-table" aria-busy={isStale} aria-label={recordsWords.listOf(definition.title)}>
        <thead>
          <tr>
            {sortLabels.map(([sort, label]) => (
              <SortHeading key={sort} label={label} direction={filter.sort !== sort ? 'none' : filter.isDescending ? 'descending' : 'ascending'} sort={() => change(sortedBy(filter, sort))} />
            ))}
            {isNarrow ? <th scope="col">{recordsWords.title}</th> : columns.map((name) => <th key={name} scope="col">{definition.fields[name]?.label}</th>)}
            <th scope="col">{recordsWords.status}</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr
              key={record.id}
              tabIndex={0}
              aria-label={recordsWords.openRecord(record.number)}
              aria-selected={record.id === openId}
              className={record.status === 'void' ? 'row-void' : ''}
              onClick={() => open(record)}
              onKeyDown={(event) => followKey(event, () => open(record), () => preview(record))}
            >
              <td className="cell-date">{record.date}</td>
              <td className="cell-code">{record.number}<FileCount count={record.files === 0 ? undefined : record.files} /></td>
              {isNarrow ? <td className="cell-text" title={record.title}>{record.title}</td> : columns.map((name) => {
                const text = cellText(record, name, profile);
                return <td key={name} className="cell-text" title={text}>{text}</td>;
              })}
              <td>
                <StatusTag status={record.status} />
                {isNarrow ? null : (
                  <Hint text={previewWords.preview} keys={previewWords.spaceBar}>
                    <Button
                      className="row-preview"
                      size="small"
                      type="text"
                      icon={<EyeIcon />}
                      aria-label={previewWords.previewOf(record.number)}
                      onClick={(event) => {
                        // The row would open the record.
                        event.stopPropagation();
                        preview(record);
                      }}
                    />
                  </Hint>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
