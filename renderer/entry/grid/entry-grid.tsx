import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type ClipboardEvent, type MouseEvent, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { columnId, type EntryRow, type RowReading } from '../../../shared/entry/entry-row.ts';
import { formatTable } from '../../../shared/entry/pasted-table.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { gridWords } from '../../words/entry-grid.ts';
import { CellEditor } from './cell-editor.tsx';
import { cellOptions } from './cell-options.ts';
import { pastedTable } from './clipboard.ts';
import { runCommand } from './grid-commands.ts';
import { pasteBlock, setCells, textAt, textsIn, type GridContext, type Pasted } from './grid-edits.ts';
import { columnWidth, headHeight, numberWidth, rowHeight, stateWidth } from './grid-layout.ts';
import { selectedRange, type GridModel } from './grid-model.ts';
import { GridRow, type ShownColumn } from './grid-row.tsx';

type EntryGridProps = {
  readonly title: string;
  readonly model: GridModel;
  readonly context: GridContext;
  readonly profile: ContractProfile;
  readonly read: (row: EntryRow) => RowReading;
  readonly isReadOnly: boolean;
  readonly showsMissing: boolean;
  /** Element that says what is wrong with the cursor's cell. */
  readonly problemId: string;
  readonly pasted: (result: Pasted) => void;
};

function cellOfEvent(event: MouseEvent): { readonly row: number; readonly col: number | undefined } | undefined {
  const cell = event.target instanceof Element ? event.target.closest('[data-row]') : null;
  if (!(cell instanceof HTMLElement)) return undefined;
  const { row, col } = cell.dataset;
  return { row: Number(row), col: col === undefined ? undefined : Number(col) };
}

/** The table in which several records are written: cells by keyboard, mouse and clipboard, like a spreadsheet (WAI-ARIA grid). */
export function EntryGrid(props: EntryGridProps): ReactNode {
  const { title, model, context, profile, read, isReadOnly, showsMissing, problemId, pasted } = props;
  const state = useStore(model);
  const { grid, cursor, extent, sought, focusCalls, opensCell } = state;
  const today = useWorkspace((workspace) => workspace.info?.today ?? '');
  const scroll = useRef<HTMLDivElement>(null);
  const range = selectedRange(state);

  const columns = useMemo(() => grid.shown.flatMap((id): ShownColumn[] => {
    const column = context.columns.find((entry) => columnId(entry) === id);
    return column === undefined ? [] : [{ id, label: column.label, isRequired: column.required, width: columnWidth(column) }];
  }), [grid.shown, context.columns]);
  const template = `${numberWidth}px ${stateWidth}px ${columns.map(({ width }) => `${width}px`).join(' ')}`;

  const virtualizer = useVirtualizer({
    count: grid.rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    useFlushSync: false,
    // The cursor's row stays, however far the list is scrolled: it holds the focus.
    rangeExtractor: (shown) => [...new Set([...defaultRangeExtractor(shown), cursor.row])].toSorted((a, b) => a - b),
  });

  useEffect(() => {
    const element = scroll.current;
    if (element === null || focusCalls === 0) return;
    virtualizer.scrollToIndex(sought.row, { align: 'auto' });
    const fixed = numberWidth + stateWidth;
    const left = columns.slice(0, sought.col).reduce((sum, { width }) => sum + width, 0);
    const right = left + (columns[sought.col]?.width ?? 0);
    if (left < element.scrollLeft) element.scrollLeft = left;
    else if (right + fixed > element.scrollLeft + element.clientWidth) element.scrollLeft = Math.min(left, right + fixed - element.clientWidth);
    // Only when the cursor is called to another cell.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [focusCalls]);

  const paste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const table = isReadOnly ? undefined : pastedTable(event.clipboardData);
    if (table === undefined) return;
    const result = pasteBlock(grid, range, table, context);
    state.change(result.grid);
    model.getState().select(result.range);
    pasted(result);
  };
  const copy = (event: ClipboardEvent, isCut: boolean): void => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', formatTable(textsIn(grid, range)));
    if (isCut && !isReadOnly) state.change(setCells(grid, range, '', context));
  };

  const mouseDown = (event: MouseEvent): void => {
    const at = cellOfEvent(event);
    // The open input of the cursor's cell has its own mouse.
    if (at === undefined || event.button !== 0 || (event.target instanceof Element && event.target.matches('.grid-input-open'))) return;
    event.preventDefault();
    // What is being typed elsewhere belongs to its own cell.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (at.col === undefined) model.getState().select({ top: at.row, left: 0, bottom: at.row, right: columns.length - 1 });
    else model.getState().goTo({ row: at.row, col: at.col }, { extends: event.shiftKey });
  };
  const mouseMove = (event: MouseEvent): void => {
    const at = event.buttons === 1 ? cellOfEvent(event) : undefined;
    if (at?.col !== undefined && (at.row !== extent.row || at.col !== extent.col)) model.getState().goTo({ row: at.row, col: at.col }, { extends: true });
  };

  const column = context.columns.find((entry) => columnId(entry) === grid.shown[cursor.col]);
  const row = grid.rows[cursor.row];
  const options = useMemo(() => (column === undefined ? { values: [], isClosed: false } : cellOptions(column, profile)), [column, profile]);
  const problem = row === undefined || column === undefined ? undefined : read(row).problems.get(columnId(column));
  const editor = row === undefined || column === undefined ? null : (
    <CellEditor
      key={`${row.id} ${columnId(column)}${opensCell ? ` ${focusCalls}` : ''}`}
      name={gridWords.cellName(cursor.row + 1, column.label)}
      label={column.label}
      text={textAt(grid, cursor)}
      options={options}
      isInvalid={problem !== undefined && !problem.isMissing}
      describedBy={problem === undefined ? undefined : problemId}
      isReadOnly={isReadOnly}
      focusCalls={focusCalls}
      opens={opensCell}
      keep={(text) => model.getState().setText(text)}
      run={(command) => runCommand(model, command, context, today)}
      paste={paste}
      copy={copy}
    />
  );

  return (
    <div ref={scroll} className="entry-grid">
      {/* The focus is in the cursor's cell, as the pattern of a grid wants it; the mouse only moves the cursor. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table role="grid" aria-label={gridWords.gridOf(title)} aria-rowcount={grid.rows.length + 1} aria-colcount={columns.length + 2} aria-multiselectable aria-readonly={isReadOnly} onMouseDown={mouseDown} onMouseMove={mouseMove}>
        <thead className="grid-head">
          <tr aria-rowindex={1} className="grid-heading" style={{ gridTemplateColumns: template }}>
            <th scope="col" className="grid-number"><span className="unseen">{gridWords.rowNumber}</span></th>
            <th scope="col" className="grid-state">{gridWords.status}</th>
            {columns.map(({ id, label, isRequired }, col) => <th key={id} scope="col" aria-colindex={col + 3} title={label} className={isRequired ? 'field-required' : ''}>{label}</th>)}
          </tr>
        </thead>
        <tbody className="grid-body" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index }) => {
            const shownRow = grid.rows[index];
            if (shownRow === undefined) return null;
            const isInRange = index >= range.top && index <= range.bottom;
            return (
              <GridRow
                key={shownRow.id}
                row={shownRow}
                index={index}
                template={template}
                columns={columns}
                reading={read(shownRow)}
                isBeingWritten={!showsMissing && index === cursor.row}
                selectedFrom={isInRange ? range.left : -1}
                selectedTo={isInRange ? range.right : -2}
                cursorCol={index === cursor.row ? cursor.col : -1}
                editor={index === cursor.row ? editor : null}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
