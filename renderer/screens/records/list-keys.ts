import type { KeyboardEvent } from 'react';

/** What a key on a row of a list means. */
export type RowCommand =
  | { readonly command: 'move'; readonly to: number; readonly stretches: boolean }
  | { readonly command: 'open' | 'preview' | 'toggle' | 'all' | 'none' | 'menu' };

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * Reads a key that was pressed on a row; undefined for one that means nothing there.
 * @param pageRows rows that are in view together
 */
export function rowCommand(event: Pressed, index: number, total: number, pageRows: number): RowCommand | undefined {
  const { key, shiftKey, altKey } = event;
  const isControl = event.ctrlKey || event.metaKey;
  if (altKey) return undefined;
  if (isControl && key.toLowerCase() === 'a' && !shiftKey) return { command: 'all' };
  if (shiftKey && key === 'F10') return { command: 'menu' };
  const moves: Readonly<Record<string, number>> = { ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + pageRows, PageUp: index - pageRows, Home: 0, End: total - 1 };
  const to = moves[key];
  if (to !== undefined && (!isControl || key === 'Home' || key === 'End')) return { command: 'move', to: Math.max(0, Math.min(total - 1, to)), stretches: shiftKey };
  if (isControl || shiftKey) return undefined;
  switch (key) {
    case 'Enter': return { command: 'open' };
    case ' ': return { command: 'preview' };
    case 'x':
    case 'X': return { command: 'toggle' };
    case 'Escape': return { command: 'none' };
    case 'ContextMenu': return { command: 'menu' };
    default: return undefined;
  }
}
