import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import type { ListedRecord } from '../../../shared/ipc/record-channels.ts';
import type { ListColumn } from '../../../shared/records/list-columns.ts';
import { kindOf, type KindName } from '../../../shared/records/kinds.ts';
import { rowAt, type RecordPages, type RowRange } from '../../state/record-pages.ts';
import type { Selection } from '../../state/list-selection.ts';
import type { ListChoice } from '../../state/records-filter.ts';
import { recordsWords } from '../../words/records.ts';
import { rowCommand } from './list-keys.ts';
import { columnWidths, growingColumns } from './column-widths.ts';
import { RecordsHead } from './records-head.tsx';
import { RecordsRow, type RowActions } from './records-row.tsx';
import { useActiveRow } from './use-active-row.ts';
import { useOpenedRow } from './use-opened-row.ts';

/** What a person can do with the rows of a list. */
export type ListDeeds = {
  readonly open: (record: ListedRecord) => void;
  readonly preview: (record: ListedRecord) => void;
  readonly toggle: (record: ListedRecord) => void;
  /** Chooses everything between two rows; what the stretch covered before is let go. */
  readonly stretch: (anchor: number, from: number | undefined, to: number) => void;
  readonly chooseAll: () => void;
  readonly chooseNone: () => void;
  readonly menu: (record: ListedRecord, at: { readonly x: number; readonly y: number }) => void;
};

type RecordsTableProps = {
  readonly contractId: string;
  readonly kind: KindName;
  readonly profile: ContractProfile;
  readonly columns: readonly ListColumn[];
  readonly choice: ListChoice;
  readonly sort: (sort: string) => void;
  readonly held: RecordPages;
  readonly isStale: boolean;
  readonly look: (range: RowRange) => void;
  readonly words: readonly string[];
  readonly selection: Selection;
  readonly openId: string | undefined;
  /** Beside an open form only what identifies a record is shown. */
  readonly isNarrow: boolean;
  readonly deeds: ListDeeds;
};

/** CSS pixels, as styles/records.css has them. */
const rowHeight = 36;
const headHeight = 36;
/** Drawn above and below what is seen: a notch of a wheel is about three rows, and every row more is laid out in every frame of a fast scroll. */
const rowsBeyondView = 4;

/** The list of one kind: rows are drawn only where one looks, however many there are. */
export function RecordsTable(props: RecordsTableProps): ReactNode {
  const { contractId, kind, profile, columns, choice, sort, held, isStale, look, words, selection, openId, isNarrow, deeds } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const { total } = held;
  const activeRef = useRef(0);
  const withActive = useCallback((range: Range) => {
    const rows = defaultRangeExtractor(range);
    // The row with the focus is always drawn, or the focus would be lost with it.
    return rows.includes(activeRef.current) || activeRef.current >= range.count ? rows : [...rows, activeRef.current].toSorted((a, b) => a - b);
  }, []);
  // The compiler, which this program does not use, could not remember anything here.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: total, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: rowsBeyondView, rangeExtractor: withActive,
    // The head lies over the rows.
    scrollPaddingEnd: headHeight,
  });
  const show = useCallback((index: number) => virtual.scrollToIndex(index), [virtual]);
  const { active, setActive, focusRow } = useActiveRow(body, total, show);
  activeRef.current = active;
  const anchor = useRef<{ readonly at: number; readonly end: number }>(undefined);

  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => look({ first, last }), [look, first, last]);

  // Another list begins at its top.
  const { question } = held;
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
    anchor.current = undefined;
    setActive(0);
  }, [question, setActive]);

  useOpenedRow({ contractId, kind, choice, held, openId, show });

  const stretchTo = (from: number, to: number): void => {
    const before = anchor.current ?? { at: from, end: from };
    deeds.stretch(before.at, before.end, to);
    anchor.current = { at: before.at, end: to };
  };

  // Rows are drawn again only when something about them has changed, so what they call must stay the same.
  const latest = useRef({ held, active, deeds, setActive, stretchTo });
  latest.current = { held, active, deeds, setActive, stretchTo };
  const actions = useMemo((): RowActions => {
    const withRow = (index: number, act: (record: ListedRecord) => void): void => {
      const record = rowAt(latest.current.held, index);
      latest.current.setActive(index);
      if (record !== undefined) act(record);
    };
    const choose = (index: number, isStretch: boolean): void => {
      const before = latest.current.active;
      withRow(index, (record) => {
        if (isStretch) return latest.current.stretchTo(before, index);
        anchor.current = { at: index, end: index };
        latest.current.deeds.toggle(record);
      });
    };
    return {
      press: (index, event) => {
        if (event.shiftKey || event.ctrlKey || event.metaKey) return choose(index, event.shiftKey);
        withRow(index, (record) => latest.current.deeds.open(record));
      },
      tick: (index, event) => {
        event.stopPropagation();
        choose(index, event.shiftKey);
      },
      preview: (index) => withRow(index, (record) => latest.current.deeds.preview(record)),
      menu: (index, at) => withRow(index, (record) => latest.current.deeds.menu(record, at)),
    };
  }, []);

  const followKey = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
    const { target } = event;
    // Keys pressed on what a row holds are its own.
    if (!(target instanceof HTMLTableRowElement) || target.dataset['index'] === undefined || event.nativeEvent.isComposing) return;
    const index = Number(target.dataset['index']);
    const pageRows = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1);
    const wanted = rowCommand(event, index, total, pageRows);
    if (wanted === undefined) return;
    if (wanted.command === 'none' && selection.size === 0) return;
    event.preventDefault();
    if (wanted.command === 'move') {
      if (wanted.stretches) stretchTo(index, wanted.to);
      else anchor.current = undefined;
      return focusRow(wanted.to);
    }
    if (wanted.command === 'all') return deeds.chooseAll();
    if (wanted.command === 'none') return deeds.chooseNone();
    const record = rowAt(held, index);
    if (record === undefined) return;
    const place = target.getBoundingClientRect();
    if (wanted.command === 'menu') return deeds.menu(record, { x: place.left + 160, y: place.bottom - 6 });
    return { open: deeds.open, preview: deeds.preview, toggle: deeds.toggle }[wanted.command](record);
  };

  const items = virtual.getVirtualItems();
  const isSearching = words.length > 0 && !isNarrow;
  const widths = columnWidths(columns, isNarrow, isSearching);
  const grows = growingColumns(columns, isNarrow, isSearching);
  // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- stands for rows that are not drawn
  const gap = (key: string, height: number): ReactNode => (height <= 0 ? null : <tr key={key} aria-hidden className="row-gap"><td colSpan={widths.length} style={{ height }} /></tr>);
  return (
    <div className="table-scroll" ref={scroller}>
      <table className="records-table" aria-busy={isStale} aria-rowcount={total + 1} aria-label={recordsWords.listOf(kindOf(kind).title)} style={{ minWidth: widths.reduce((sum, width) => sum + width, 0) }}>
        <colgroup>{widths.map((width, index) => <col key={index} style={grows[index] === true ? {} : { width }} />)}</colgroup>
        <RecordsHead kind={kind} columns={columns} choice={choice} sort={sort} isNarrow={isNarrow} isSearching={isSearching} chosen={selection.size} total={total} chooseAll={deeds.chooseAll} chooseNone={deeds.chooseNone} />
        {/* The rows have the focus; their keys are heard in one place. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody ref={body} onKeyDown={followKey}>
          {items.flatMap((item, position) => {
            const before = items[position - 1];
            const record = rowAt(held, item.index);
            return [
              gap(`before ${item.index}`, item.start - (before?.end ?? 0)),
              <RecordsRow
                key={item.index}
                index={item.index}
                record={record}
                columns={columns}
                serviceItems={profile.serviceItems}
                words={words}
                isNarrow={isNarrow}
                isOpen={record !== undefined && record.id === openId}
                isChosen={record !== undefined && selection.has(record.id)}
                isActive={item.index === active}
                actions={actions}
              />,
            ];
          })}
          {gap('after', virtual.getTotalSize() - (items.at(-1)?.end ?? 0))}
        </tbody>
      </table>
    </div>
  );
}
