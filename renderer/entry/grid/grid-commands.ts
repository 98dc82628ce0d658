import { columnId, type EntryColumn } from '../../../shared/entry/entry-row.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { deleteRows, fillDown, insertRows, setCells, type CellAt, type Grid, type GridContext } from './grid-edits.ts';
import type { GridCommand } from './grid-keys.ts';
import { selectedRange, type GridModel } from './grid-model.ts';

/** The cell after this one along a row, with the rows joined end to end; undefined beyond the ends, where Tab leaves the grid. */
export function nextInRow(grid: Grid, at: CellAt, direction: 1 | -1): CellAt | undefined {
  const col = at.col + direction;
  if (col >= 0 && col < grid.shown.length) return { row: at.row, col };
  const row = at.row + direction;
  const isEnd = row < 0 || (row >= grid.rows.length && Object.keys(grid.rows[at.row]?.cells ?? {}).length === 0);
  return isEnd ? undefined : { row, col: direction === 1 ? 0 : grid.shown.length - 1 };
}

function lastFilledRow(grid: Grid): number {
  return Math.max(0, grid.rows.findLastIndex(({ cells }) => Object.keys(cells).length > 0));
}

/** What today's date may be put into. */
function takesDate(column: EntryColumn | undefined): boolean {
  return (column?.target === 'field' && column.field.type === 'date') || (column?.target === 'signOff' && column.isDate);
}

/** Carries out what a key asked for. Returns whether the key is used up; `edit`, `choose` and `leave` are for the cell that has the focus. */
export function runCommand(model: GridModel, command: GridCommand, context: GridContext, today: LocalDate): boolean {
  const state = model.getState();
  const { grid, cursor, extent } = state;
  const range = selectedRange(state);
  switch (command.type) {
    case 'move': {
      const from = command.extends ? extent : cursor;
      state.goTo({ row: Math.min(from.row + command.rows, grid.rows.length - 1), col: from.col + command.cols }, { extends: command.extends });
      return true;
    }
    case 'edge': {
      const from = command.extends ? extent : cursor;
      const row = command.rows === 0 ? from.row : command.rows < 0 ? 0 : lastFilledRow(grid);
      const col = command.cols === 0 ? from.col : command.cols < 0 ? 0 : grid.shown.length - 1;
      state.goTo({ row, col }, { extends: command.extends });
      return true;
    }
    case 'next': {
      const target = command.along === 'column' ? { row: Math.max(0, cursor.row + command.direction), col: cursor.col } : nextInRow(grid, cursor, command.direction);
      if (target === undefined) return false;
      state.goTo(target);
      return true;
    }
    case 'clear': state.change(setCells(grid, range, '', context)); return true;
    case 'fillDown': state.change(fillDown(grid, range, context)); return true;
    case 'insertRow': state.change(insertRows(grid, range.top, range.bottom - range.top + 1, context.newId)); return true;
    case 'deleteRow': state.change(deleteRows(grid, range, context.newId)); return true;
    case 'undo': state.undo(); return true;
    case 'redo': state.redo(); return true;
    case 'selectAll': state.select({ top: 0, left: 0, bottom: lastFilledRow(grid), right: grid.shown.length - 1 }); return true;
    case 'today': {
      if (takesDate(context.columns.find((column) => columnId(column) === grid.shown[cursor.col]))) state.setText(today);
      return true;
    }
    case 'edit':
    case 'choose':
    case 'leave': return false;
    default: return command satisfies never;
  }
}
