import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

type OptionListProps = {
  readonly id: string;
  readonly label: string;
  readonly anchor: HTMLElement | null;
  readonly options: readonly string[];
  readonly highlighted: number;
  readonly choose: (option: string) => void;
};

const listHeight = 260;

/** The options under the cell that is being edited, over everything else; above the cell where there is no room below. */
export function OptionList(props: OptionListProps): ReactNode {
  const { id, label, anchor, options, highlighted, choose } = props;
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null || anchor === null) return;
    const cell = anchor.getBoundingClientRect();
    const isBelow = window.innerHeight - cell.bottom >= Math.min(listHeight, element.offsetHeight) || cell.top < window.innerHeight / 2;
    element.style.left = `${Math.max(4, Math.min(cell.left, window.innerWidth - element.offsetWidth - 4))}px`;
    element.style.minWidth = `${cell.width}px`;
    if (isBelow) {
      element.style.top = `${cell.bottom + 2}px`;
      element.style.maxHeight = `${Math.min(listHeight, window.innerHeight - cell.bottom - 8)}px`;
    } else {
      element.style.bottom = `${window.innerHeight - cell.top + 2}px`;
      element.style.maxHeight = `${Math.min(listHeight, cell.top - 8)}px`;
    }
  }, [anchor, options]);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [highlighted]);
  return createPortal(
    // A list of the browser would take the focus from the cell, and with it the input method.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div ref={list} id={id} role="listbox" aria-label={label} className="grid-options">
      {options.map((option, index) => (
        <div
          key={option}
          id={`${id}-${index}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          tabIndex={-1}
          aria-selected={index === highlighted}
          // The cell keeps the focus; its leaving would close the list before the click.
          onMouseDown={(event) => {
            event.preventDefault();
            choose(option);
          }}
        >
          {option}
        </div>
      ))}
    </div>,
    document.body,
  );
}
