/** The keys that lead from cell to cell of a picture; only one cell of it is in the order of the Tab key. */
export type Move = 'left' | 'right' | 'up' | 'down' | 'first' | 'last' | 'page-up' | 'page-down';

const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down', Home: 'first', End: 'last', PageUp: 'page-up', PageDown: 'page-down',
};

export function moveOf(event: { readonly key: string; readonly ctrlKey: boolean; readonly altKey: boolean; readonly metaKey: boolean }): Move | undefined {
  return event.ctrlKey || event.altKey || event.metaKey ? undefined : moves[event.key];
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}

/** The next cell of a table of rows and columns; at an edge it stays. Home and End stay in the row. */
export function moveInTable(move: Move, row: number, column: number, rows: number, columns: number): { readonly row: number; readonly column: number } {
  switch (move) {
    case 'left': return { row, column: clamp(column - 1, columns - 1) };
    case 'right': return { row, column: clamp(column + 1, columns - 1) };
    case 'up': return { row: clamp(row - 1, rows - 1), column };
    case 'down': return { row: clamp(row + 1, rows - 1), column };
    case 'first': return { row, column: 0 };
    case 'last': return { row, column: columns - 1 };
    case 'page-up': return { row: 0, column };
    case 'page-down': return { row: rows - 1, column };
    default: return move satisfies never;
  }
}

/** Puts the focus on the cell that carries this name in `data-cell`. */
export function focusCell(container: Element, name: string): void {
  container.querySelector<HTMLElement>(`[data-cell="${name}"]`)?.focus();
}
