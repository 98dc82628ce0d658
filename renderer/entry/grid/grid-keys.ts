/** What a key means while the cursor rests on a cell that is not being edited. */
export type GridCommand =
  | { readonly type: 'move'; readonly rows: number; readonly cols: number; readonly extends: boolean }
  /** To the edge of the grid in that direction. */
  | { readonly type: 'edge'; readonly rows: -1 | 0 | 1; readonly cols: -1 | 0 | 1; readonly extends: boolean }
  /** Tab and Enter: on to the next cell, at the end of a row to the next one. */
  | { readonly type: 'next'; readonly direction: 1 | -1; readonly along: 'row' | 'column' }
  | { readonly type: 'edit' | 'choose' | 'clear' | 'fillDown' | 'insertRow' | 'deleteRow' | 'undo' | 'redo' | 'selectAll' | 'today' | 'leave' };

export type PressedKey = { readonly key: string; readonly ctrl: boolean; readonly shift: boolean; readonly alt: boolean };

/** Rows that Page Up and Page Down go. */
export const pageRows = 10;

const arrows: Readonly<Record<string, readonly [rows: -1 | 0 | 1, cols: -1 | 0 | 1]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

function withControl({ key, shift }: PressedKey): GridCommand | undefined {
  const arrow = arrows[key];
  if (arrow !== undefined) return { type: 'edge', rows: arrow[0], cols: arrow[1], extends: shift };
  switch (key.toLowerCase()) {
    case 'home': return { type: 'edge', rows: -1, cols: -1, extends: shift };
    case 'end': return { type: 'edge', rows: 1, cols: 1, extends: shift };
    case 'd': return { type: 'fillDown' };
    case 'a': return { type: 'selectAll' };
    case 'z': return { type: shift ? 'redo' : 'undo' };
    case 'y': return { type: 'redo' };
    case ';': return { type: 'today' };
    default: return undefined;
  }
}

/** The command of a key, or undefined where the key is for the cell itself (letters, paste, copy) or for the window. */
export function gridCommand(pressed: PressedKey): GridCommand | undefined {
  const { key, ctrl, shift, alt } = pressed;
  if (alt) {
    if (key === 'ArrowDown') return { type: 'choose' };
    return key === 'Insert' ? { type: 'insertRow' } : key === 'Delete' ? { type: 'deleteRow' } : undefined;
  }
  if (ctrl) return withControl(pressed);
  const arrow = arrows[key];
  if (arrow !== undefined) return { type: 'move', rows: arrow[0], cols: arrow[1], extends: shift };
  switch (key) {
    case 'Tab': return { type: 'next', direction: shift ? -1 : 1, along: 'row' };
    case 'Enter': return { type: 'next', direction: shift ? -1 : 1, along: 'column' };
    case 'PageUp': return { type: 'move', rows: -pageRows, cols: 0, extends: shift };
    case 'PageDown': return { type: 'move', rows: pageRows, cols: 0, extends: shift };
    case 'Home': return { type: 'edge', rows: 0, cols: -1, extends: shift };
    case 'End': return { type: 'edge', rows: 0, cols: 1, extends: shift };
    case 'F2': return { type: 'edit' };
    case 'Delete':
    case 'Backspace': return { type: 'clear' };
    case 'Escape': return { type: 'leave' };
    default: return undefined;
  }
}
