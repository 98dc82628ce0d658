import type { ReactNode } from 'react';

/** A part of a dialog that scrolls inside itself; with its own stop for the Tab key, so that the arrow keys can scroll it. */
export function ScrollRegion(props: { readonly label: string; readonly className?: string; readonly isBusy?: boolean; readonly children: ReactNode }): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached from the keyboard
    <section aria-label={props.label} aria-busy={props.isBusy} className={props.className ?? 'dialog-scroll'} tabIndex={0}>{props.children}</section>
  );
}
