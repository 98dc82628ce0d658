import { App } from 'antd';
import { useState } from 'react';
import type { ChatExchange, ChatReading } from '../../../shared/chat/chat-reading.ts';
import type { RecordInput } from '../../../shared/records/record.ts';
import { call } from '../../api.ts';
import { base64OfFile } from '../../state/file-bytes.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { chatWords } from '../../words/entry-chat.ts';
import { sourceOf } from './chat-review.ts';

export type SavedMatter = { readonly exchange: ChatExchange; readonly input: RecordInput };

/** Saves matters in one transaction; afterwards, where wanted, each record gets its own lines of the chat as a file. */
export function useSaveChat(contractId: string): { readonly isSaving: boolean; readonly save: (text: string, reading: ChatReading, matters: readonly SavedMatter[], attaches: boolean) => Promise<boolean> } {
  const { message } = App.useApp();
  const recordsChanged = useWorkspace((workspace) => workspace.recordsChanged);
  const [isSaving, setIsSaving] = useState(false);

  const save = async (text: string, reading: ChatReading, matters: readonly SavedMatter[], attaches: boolean): Promise<boolean> => {
    setIsSaving(true);
    const result = await call('entry.save', { contractId, records: matters.map(({ input }) => input) });
    if (!result.ok) {
      setIsSaving(false);
      message.error(result.error.message);
      return false;
    }
    for (const [index, record] of attaches ? result.value.entries() : []) {
      const exchange = matters[index]?.exchange;
      if (exchange === undefined) continue;
      // Windows programs know by the mark at its beginning that a text is UTF-8.
      const file = { name: chatWords.fileName(record.date), base64: await base64OfFile(new Blob(['\ufeff', sourceOf(text, reading, exchange)])) };
      const attached = await call('attachments.add', { recordId: record.id, file, role: 'other', caption: chatWords.source });
      if (!attached.ok) message.warning(chatWords.notAttached(record.number, attached.error.message));
    }
    setIsSaving(false);
    message.success(chatWords.saved(result.value.length, result.value.map(({ number }) => number).filter((number) => number !== '').toSorted()[0] ?? ''));
    recordsChanged(contractId);
    return true;
  };
  return { isSaving, save };
}
