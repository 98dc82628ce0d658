import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';

export type ActiveRow = {
  readonly active: number;
  /** Without moving the focus. */
  readonly setActive: (index: number) => void;
  /** Moves the focus to a row, which may have to be drawn first. */
  readonly focusRow: (index: number) => void;
};

/** The one row of a long list that the keyboard is on. It keeps the focus while others come and go around it. */
export function useActiveRow(body: RefObject<HTMLElement | null>, total: number, show: (index: number) => void): ActiveRow {
  const [wanted, setWanted] = useState(0);
  const isMoving = useRef(false);
  const active = Math.max(0, Math.min(wanted, total - 1));

  // After every drawing: the row may appear only some drawings later.
  useLayoutEffect(() => {
    if (!isMoving.current) return;
    const row = body.current?.querySelector<HTMLElement>(`tr[data-index="${active}"]`);
    if (row === null || row === undefined) return;
    isMoving.current = false;
    row.focus({ preventScroll: true });
  });

  const focusRow = useCallback((index: number) => {
    isMoving.current = true;
    show(index);
    setWanted(index);
  }, [show]);
  return { active, setActive: setWanted, focusRow };
}
