import { memo, type ReactNode } from 'react';
import type { EntryRow, RowReading } from '../../../shared/entry/entry-row.ts';
import { gridWords } from '../../words/entry-grid.ts';
import { rowHeight } from './grid-layout.ts';

export type ShownColumn = { readonly id: string; readonly label: string; readonly isRequired: boolean; readonly width: number };

type GridRowProps = {
  readonly row: EntryRow;
  readonly index: number;
  /** Widths as CSS takes them for `grid-template-columns`. */
  readonly template: string;
  readonly columns: readonly ShownColumn[];
  readonly reading: RowReading;
  /** What is missing is not held against a row that is still being written. */
  readonly isBeingWritten: boolean;
  /** The selected columns of this row. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  /** The cursor's column in this row, -1 in all others. */
  readonly cursorCol: number;
  readonly editor: ReactNode;
};

function RowState(props: { readonly reading: RowReading; readonly isBeingWritten: boolean }): ReactNode {
  const { reading, isBeingWritten } = props;
  if (reading.isBlank) return <span className="unseen">{gridWords.rowBlank}</span>;
  const wrong = [...reading.problems.values()].filter(({ isMissing }) => !isMissing).length;
  if (wrong > 0) return <span className="grid-state-wrong">{gridWords.rowWrong(wrong)}</span>;
  if (reading.problems.size > 0) return <span className={isBeingWritten ? 'grid-state-begun' : 'grid-state-missing'}>{gridWords.rowMissing(reading.problems.size)}</span>;
  return <span className="grid-state-ok">{gridWords.rowOk}</span>;
}

/** One row: its number, whether it can be saved, its cells. Drawn anew only when something of it changed. */
export const GridRow = memo(function GridRow(props: GridRowProps): ReactNode {
  const { row, index, template, columns, reading, isBeingWritten, selectedFrom, selectedTo, cursorCol, editor } = props;
  return (
    <tr aria-rowindex={index + 2} className="grid-row" style={{ top: index * rowHeight, gridTemplateColumns: template }}>
      <th scope="row" className="grid-number" data-row={index}>{index + 1}</th>
      <td aria-colindex={2} className="grid-state"><RowState reading={reading} isBeingWritten={isBeingWritten} /></td>
      {columns.map((column, col) => {
        const text = row.cells[column.id] ?? '';
        const problem = reading.problems.get(column.id);
        const isShown = problem !== undefined && !(problem.isMissing && isBeingWritten);
        const isSelected = col >= selectedFrom && col <= selectedTo;
        const state = !isShown ? '' : problem.isMissing ? ' grid-cell-missing' : ' grid-cell-wrong';
        return (
          <td
            key={column.id}
            aria-colindex={col + 3}
            aria-selected={isSelected}
            {...(isShown ? { 'aria-invalid': true, title: problem.message } : text.length > 12 ? { title: text } : {})}
            className={`grid-cell${state}${isSelected ? ' grid-cell-selected' : ''}${col === cursorCol ? ' grid-cell-cursor' : ''}`}
            data-row={index}
            data-col={col}
          >
            {col === cursorCol ? editor : text}
          </td>
        );
      })}
    </tr>
  );
});
