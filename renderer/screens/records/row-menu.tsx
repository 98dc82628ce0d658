import { Dropdown } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import type { ListedRecord } from '../../../shared/ipc/record-channels.ts';
import { bulkWords } from '../../words/bulk.ts';

export type RowMenuAction = 'open' | 'preview' | 'copy' | 'print' | 'sign' | 'void';

export type OpenMenu = { readonly record: ListedRecord; readonly x: number; readonly y: number };

type RowMenuProps = { readonly opened: OpenMenu | undefined; readonly isReadOnly: boolean; readonly act: (action: RowMenuAction, record: ListedRecord) => void; readonly close: () => void };

/** What can be done with one row, where the mouse or the keyboard asked for it. The focus goes back to the row. */
export function RowMenu(props: RowMenuProps): ReactNode {
  const { opened, isReadOnly, act, close } = props;
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (opened !== undefined) before.current = document.activeElement;
    else if (before.current instanceof HTMLElement && document.activeElement === document.body) before.current.focus({ preventScroll: true });
  }, [opened]);
  if (opened === undefined) return null;
  const { record, x, y } = opened;
  const items = [
    { key: 'open', label: bulkWords.open },
    { key: 'preview', label: bulkWords.preview },
    { key: 'copy', label: bulkWords.copy, disabled: isReadOnly },
    { key: 'print', label: bulkWords.print },
    { type: 'divider' as const },
    { key: 'sign', label: bulkWords.sign, disabled: isReadOnly || record.status !== 'final' },
    { key: 'void', label: bulkWords.void, danger: true, disabled: isReadOnly || record.status === 'void' },
  ];
  const chosen = (key: string): void => {
    const action = (['open', 'preview', 'copy', 'print', 'sign', 'void'] as const).find((known) => known === key);
    close();
    if (action !== undefined) act(action, record);
  };
  return (
    // A menu that was asked for from the keyboard takes it.
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    <Dropdown open autoFocus trigger={[]} onOpenChange={(isOpen) => { if (!isOpen) close(); }} menu={{ items, 'aria-label': bulkWords.rowMenu(record.number), onClick: ({ key }) => chosen(key) }}>
      <span className="row-menu-place" style={{ left: x, top: y }} />
    </Dropdown>
  );
}
