import { App, Button, Dropdown } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { looksLikeChat } from '../../shared/chat/looks-like-chat.ts';
import { fitsGrid } from '../../shared/entry/entry-row.ts';
import type { KindName } from '../../shared/records/kinds.ts';
import { call } from '../api.ts';
import { DownIcon } from '../parts/icons.tsx';
import { goTo } from '../state/navigation.ts';
import type { ListedSpan } from '../state/listed-route.ts';
import { saveDownload } from '../state/save-download.ts';
import { isDialogOpen, useShortcut } from '../state/use-shortcut.ts';
import { useIsReadOnly } from '../state/workspace.ts';
import { entryMenuWords } from '../words/entry-grid.ts';
import type { EntryWay } from './entry-way.ts';
import { usePastedText } from './pasted-text.ts';

type EntryMenuProps = {
  readonly contractId: string;
  readonly kind: KindName;
  /** What the list is opened for; it is kept on the way back. */
  readonly span: ListedSpan;
  /** No record is open beside the list, so a paste can only be meant for the list. */
  readonly isListAlone: boolean;
};

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

/** Text pasted on the list opens the way of entry that can take it: a chat, or rows copied from a spreadsheet. */
function usePasteOnList(kind: KindName, isEnabled: boolean, open: (way: EntryWay) => void): void {
  useEffect(() => {
    if (!isEnabled) return;
    const paste = (event: ClipboardEvent): void => {
      const data = event.clipboardData;
      if (data === null || data.files.length > 0 || event.defaultPrevented || isTyping(event.target) || isDialogOpen()) return;
      const text = data.getData('text/plain');
      if (kind === 'worklog' && looksLikeChat(text)) {
        event.preventDefault();
        usePastedText.getState().bring({ chat: text });
        return open('chat');
      }
      if (!fitsGrid(kind) || !text.includes('\t')) return;
      event.preventDefault();
      // The reader of tables is loaded only by those who paste one.
      void import('./grid/clipboard.ts').then(({ pastedTable }) => {
        const table = pastedTable({ getData: (format) => (format === 'text/plain' ? text : '') });
        if (table === undefined) return;
        usePastedText.getState().bring({ table });
        open('grid');
      });
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [kind, isEnabled, open]);
}

/** Ways of entry beside the one obvious action of the list. */
export function EntryMenu(props: EntryMenuProps): ReactNode {
  const { contractId, kind, span, isListAlone } = props;
  const { message } = App.useApp();
  const isReadOnly = useIsReadOnly();
  const open = (way: EntryWay): void => void goTo({ screen: 'records', kind, open: way, ...span });
  const hasGrid = fitsGrid(kind);
  const hasChat = kind === 'worklog';
  useShortcut('Alt+G', () => open('grid'), hasGrid && !isReadOnly);
  useShortcut('Alt+W', () => open('chat'), hasChat && !isReadOnly);
  useShortcut('Alt+I', () => open('import'), !isReadOnly);
  usePasteOnList(kind, isListAlone && !isReadOnly, open);

  const downloadSheet = async (): Promise<void> => {
    const result = await call('records.sheet', { contractId, kind });
    if (result.ok) saveDownload(result.value.name, result.value.base64);
    else message.error(result.error.message);
  };
  const item = (key: EntryWay | 'sheet', label: string, keys: string, run: () => void) => ({ key, label, extra: keys, onClick: run, disabled: isReadOnly && key !== 'sheet' });
  const items = [
    ...(hasGrid ? [item('grid', entryMenuWords.grid, 'Alt+G', () => open('grid'))] : []),
    ...(hasChat ? [item('chat', entryMenuWords.chat, 'Alt+W', () => open('chat'))] : []),
    item('import', entryMenuWords.importFile, 'Alt+I', () => open('import')),
    item('sheet', entryMenuWords.emptySheet, '', () => void downloadSheet()),
  ];
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items }}>
      <Button>{entryMenuWords.more}<DownIcon /></Button>
    </Dropdown>
  );
}
