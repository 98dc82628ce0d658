import { memo, type MouseEvent, type ReactNode } from 'react';
import type { ServiceItem } from '../../../shared/contract/profile.ts';
import type { ListedRecord } from '../../../shared/ipc/record-channels.ts';
import type { ListColumn } from '../../../shared/records/list-columns.ts';
import type { RecordStatus } from '../../../shared/records/record.ts';
import { EyeIcon, PaperClipIcon } from '../../parts/icons.tsx';
import { attachmentWords } from '../../words/attachments.ts';
import { commonWords, statusWords } from '../../words/common.ts';
import { previewWords } from '../../words/preview.ts';
import { listWords, recordsWords } from '../../words/records.ts';
import { cellText } from './cell-text.ts';
import { MarkedText } from './marked-text.tsx';

/** What a row can be asked to do; the same object for all rows and all drawings. */
export type RowActions = {
  readonly press: (index: number, event: MouseEvent) => void;
  readonly tick: (index: number, event: MouseEvent) => void;
  readonly preview: (index: number) => void;
  readonly menu: (index: number, at: { readonly x: number; readonly y: number }) => void;
};

type RecordsRowProps = {
  readonly index: number;
  /** Absent while its page is on the way. */
  readonly record: ListedRecord | undefined;
  readonly columns: readonly ListColumn[];
  readonly serviceItems: readonly ServiceItem[];
  /** Searched words in plain form. */
  readonly words: readonly string[];
  readonly isNarrow: boolean;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  /** The one row that the Tab key reaches. */
  readonly isActive: boolean;
  readonly actions: RowActions;
};

/** How many files a record has, beside its number. */
function FileCount(props: { readonly count: number }): ReactNode {
  const { count } = props;
  if (count === 0) return null;
  return <span className="file-count" title={attachmentWords.countHint(count)}><PaperClipIcon />{count}<span className="unseen">{attachmentWords.countHint(count)}</span></span>;
}

function FoundCell(props: { readonly record: ListedRecord; readonly words: readonly string[] }): ReactNode {
  const { found } = props.record;
  // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- an empty cell is no control
  if (found === undefined) return <td className="cell-text cell-found" />;
  return <td className="cell-text cell-found" title={`${found.label}：${found.text}`}><span className="found-label">{found.label}</span> <MarkedText text={found.text} words={props.words} /></td>;
}

function StatusMark(props: { readonly status: RecordStatus }): ReactNode {
  return <span className={`status-mark status-${props.status}`}>{statusWords[props.status]}</span>;
}

/** The cells of a row that is here. Beside an open record there is little room: only a status out of the ordinary is told. */
function Cells(props: Omit<RecordsRowProps, 'isOpen' | 'isActive'> & { readonly record: ListedRecord; readonly name: string }): ReactNode {
  const { index, record, name, columns, serviceItems, words, isNarrow, isChosen, actions } = props;
  const { number, status, title } = record;
  return (
    <>
      <td className="cell-tick">
        <input type="checkbox" tabIndex={-1} aria-label={listWords.choose(name)} checked={isChosen} onChange={() => undefined} onClick={(event) => actions.tick(index, event)} />
      </td>
      <td className="cell-date">{record.date}</td>
      <td className="cell-code" title={number}>{number === '' ? <span className="muted">{listWords.noNumber}</span> : <MarkedText text={number} words={words} />}<FileCount count={record.files} /></td>
      {words.length > 0 && !isNarrow ? <FoundCell record={record} words={words} /> : null}
      {isNarrow ? <td className="cell-text" title={title}>{status === 'final' ? null : <StatusMark status={status} />}<MarkedText text={title} words={words} /></td> : columns.map((column) => {
        const text = cellText(record, column, serviceItems);
        return <td key={column.name} className={column.field?.type === 'number' ? 'cell-text cell-number' : 'cell-text'} title={text}><MarkedText text={text} words={words} /></td>;
      })}
      {isNarrow ? null : (
        <td className="cell-end">
          <StatusMark status={status} />
          <button
            type="button"
            className="row-preview"
            tabIndex={-1}
            title={commonWords.shortcut(previewWords.preview, previewWords.spaceBar)}
            aria-label={previewWords.previewOf(name)}
            onClick={(event) => {
              // The row would open the record.
              event.stopPropagation();
              actions.preview(index);
            }}
          >
            <EyeIcon />
          </button>
        </td>
      )}
    </>
  );
}

/** In place of the cells while the page of a row is on its way. One cell: whoever flies through the list meets thousands of such rows. */
function WaitingCell(props: { readonly columns: number }): ReactNode {
  // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the row itself says that it is being loaded
  return <td colSpan={props.columns}><span className="row-bar" /></td>;
}

/** One row of a list. The row itself stays when its record arrives, and with it the focus. */
export const RecordsRow = memo(function RecordsRow(props: RecordsRowProps): ReactNode {
  const { index, record, columns, words, isNarrow, isOpen, isChosen, isActive, actions } = props;
  const name = record === undefined ? '' : record.number === '' ? listWords.unnumbered(record.title) : record.number;
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      tabIndex={isActive ? 0 : -1}
      aria-label={record === undefined ? commonWords.loading : recordsWords.openRecord(name)}
      aria-selected={isChosen}
      aria-current={isOpen ? 'true' : undefined}
      className={`${record?.status === 'void' ? 'row-void' : ''}${isChosen ? ' row-chosen' : ''}${record === undefined ? ' row-waiting' : ''}`}
      onClick={(event) => actions.press(index, event)}
      onMouseDown={(event) => {
        // Shift would mark text instead of rows.
        if (event.shiftKey) event.preventDefault();
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        actions.menu(index, { x: event.clientX, y: event.clientY });
      }}
    >
      {record === undefined ? <WaitingCell columns={isNarrow ? 4 : columns.length + 4 + (words.length > 0 ? 1 : 0)} /> : <Cells {...props} record={record} name={name} />}
    </tr>
  );
});
