import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { focusCell, moveInTable, moveOf } from './roving-focus.ts';

export type TabRowProps = {
  /** What the row is called for those who do not see it. */
  readonly label: string;
  /** Id of the element that shows what is chosen; its `aria-labelledby` is this with `-<key>` behind it. */
  readonly panel: string;
  readonly tabs: readonly { readonly key: string; readonly label: string }[];
  readonly current: string;
  readonly choose: (key: string) => void;
};

/** The parts of one screen side by side: the Tab key reaches the chosen one, arrow keys, Home and End lead to the others. */
export function TabRow(props: TabRowProps): ReactNode {
  const { label, panel, tabs, current, choose } = props;
  const row = useRef<HTMLDivElement>(null);

  function step(event: KeyboardEvent): void {
    const move = moveOf(event);
    if (move === undefined || move === 'up' || move === 'down' || row.current === null) return;
    const from = tabs.findIndex(({ key }) => row.current?.ownerDocument.activeElement?.getAttribute('data-cell') === key);
    const target = tabs[moveInTable(move === 'page-up' ? 'first' : move === 'page-down' ? 'last' : move, 0, from, 1, tabs.length).column];
    if (from === -1 || target === undefined) return;
    event.preventDefault();
    focusCell(row.current, target.key);
    choose(target.key);
  }

  return (
    <div ref={row} role="tablist" aria-label={label} className="tab-row" tabIndex={-1} onKeyDown={step}>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          role="tab"
          id={`${panel}-${tab.key}`}
          data-cell={tab.key}
          className="tab"
          aria-selected={tab.key === current}
          aria-controls={panel}
          tabIndex={tab.key === current ? 0 : -1}
          onClick={() => choose(tab.key)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
