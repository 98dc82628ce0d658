import { createStore, type StoreApi } from 'zustand/vanilla';
import { rangeOf, rowLimit, setCells, textAt, withSpareRows, type CellAt, type CellRange, type Grid, type GridContext } from './grid-edits.ts';

/** How far undo goes back. Rows are shared between states, so a state costs little. */
const rememberedStates = 100;

export type GridState = {
  readonly grid: Grid;
  /** The cell that has the keyboard, and the opposite corner of the selected range. */
  readonly cursor: CellAt;
  readonly extent: CellAt;
  readonly past: readonly Grid[];
  readonly future: readonly Grid[];
  /** The cell to be scrolled to. */
  readonly sought: CellAt;
  /** Raised to make the cursor's cell take the focus. */
  readonly focusCalls: number;
  /** The cursor's cell is to open for editing, after a double click or from a list of problems. */
  readonly opensCell: boolean;
  readonly goTo: (at: CellAt, options?: { readonly extends?: boolean; readonly opens?: boolean }) => void;
  readonly select: (range: CellRange) => void;
  /** Changes the contents, to be undone in one step. */
  readonly change: (grid: Grid) => void;
  /** Replaces the contents without a way back, after loading or saving. */
  readonly settle: (grid: Grid) => void;
  readonly setText: (text: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
};

export type GridModel = StoreApi<GridState>;

function inside(grid: Grid, at: CellAt): CellAt {
  return { row: Math.max(0, Math.min(grid.rows.length - 1, at.row)), col: Math.max(0, Math.min(grid.shown.length - 1, at.col)) };
}

/** The state of one entry grid. */
export function createGrid(initial: Grid, context: GridContext): GridModel {
  return createStore<GridState>()((set, get) => {
    const show = (grid: Grid, rest: Partial<GridState>, calls = 1): void => {
      const { cursor, extent, focusCalls } = { ...get(), ...rest };
      set({ ...rest, grid, cursor: inside(grid, cursor), extent: inside(grid, extent), focusCalls: focusCalls + calls, opensCell: false });
    };
    const remembered = (): Partial<GridState> => ({ past: [...get().past, get().grid].slice(-rememberedStates), future: [] });
    return {
      grid: withSpareRows(initial, context.newId),
      cursor: { row: 0, col: 0 },
      extent: { row: 0, col: 0 },
      sought: { row: 0, col: 0 },
      past: [],
      future: [],
      focusCalls: 0,
      opensCell: false,
      goTo: (at, options = {}) => {
        const { grid, cursor, focusCalls } = get();
        // Going below the last row asks for another one.
        const grown = at.row >= grid.rows.length && grid.rows.length < rowLimit ? { ...grid, rows: [...grid.rows, { id: context.newId(), cells: {} }] } : grid;
        const target = inside(grown, at);
        set({ grid: grown, extent: target, sought: target, cursor: options.extends === true ? cursor : target, focusCalls: focusCalls + 1, opensCell: options.opens ?? false });
      },
      select: (range) => set({ cursor: { row: range.top, col: range.left }, sought: { row: range.top, col: range.left }, extent: inside(get().grid, { row: range.bottom, col: range.right }), focusCalls: get().focusCalls + 1, opensCell: false }),
      change: (grid) => show(grid, remembered()),
      settle: (grid) => show(withSpareRows(grid, context.newId), { past: [], future: [], cursor: { row: 0, col: 0 }, extent: { row: 0, col: 0 }, sought: { row: 0, col: 0 } }),
      setText: (text) => {
        const { grid, cursor } = get();
        // A cell is also left by clicking elsewhere in the window, which must keep the focus then.
        if (text !== textAt(grid, cursor)) show(setCells(grid, rangeOf(cursor, cursor), text, context), remembered(), 0);
      },
      undo: () => {
        const { past, grid, future } = get();
        const previous = past.at(-1);
        if (previous !== undefined) show(previous, { past: past.slice(0, -1), future: [grid, ...future] });
      },
      redo: () => {
        const { past, grid, future } = get();
        const [next, ...others] = future;
        if (next !== undefined) show(next, { past: [...past, grid], future: others });
      },
    };
  });
}

export function selectedRange(state: Pick<GridState, 'cursor' | 'extent'>): CellRange {
  return rangeOf(state.cursor, state.extent);
}
