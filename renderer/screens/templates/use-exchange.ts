import { App } from 'antd';
import { useState } from 'react';
import { templateBytesLimit } from '../../../shared/deliverables/template-subject.ts';
import type { TemplateInfo, TemplateReplacement } from '../../../shared/ipc/template-channels.ts';
import type { Failure, Result } from '../../../shared/result.ts';
import { call } from '../../api.ts';
import { readPickedFile, type PickedFile } from '../../state/picked-file.ts';
import { templateWords } from '../../words/templates.ts';

/** A file that was checked and not taken. */
export type OfferedFile = { readonly file: PickedFile; readonly result: TemplateReplacement };

/** What was just done, and how it is taken back. */
export type ExchangeNote = { readonly text: string; readonly undo?: () => Promise<void> };

export type Exchange = {
  readonly isBusy: boolean;
  readonly failure: Failure | undefined;
  readonly note: ExchangeNote | undefined;
  readonly offered: OfferedFile | undefined;
  readonly offer: (file: File) => Promise<void>;
  readonly takeAnyway: () => Promise<void>;
  readonly forget: () => void;
  readonly restore: () => Promise<void>;
  readonly bringBack: (backup: string) => Promise<void>;
};

/** Exchanging one template: the own file in, the shipped one back, and each step undone. `changed` is called after every change. */
export function useExchange(contractId: string, template: Pick<TemplateInfo, 'name' | 'hasShipped'>, changed: () => void): Exchange {
  const { name, hasShipped } = template;
  const { message } = App.useApp();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [note, setNote] = useState<ExchangeNote>();
  const [offered, setOffered] = useState<OfferedFile>();

  async function run<Value>(step: () => Promise<Result<Value>>): Promise<Value | undefined> {
    setIsBusy(true);
    setFailure(undefined);
    const result = await step();
    setIsBusy(false);
    if (result.ok) return result.value;
    setNote(undefined);
    setFailure(result.error);
    return undefined;
  }
  const settle = (done: ExchangeNote): void => {
    setNote(done);
    changed();
  };
  const backTo = async (backup: string, text: string): Promise<void> => {
    if ((await run(() => call('templates.bringBack', { name, backup }))) !== undefined) settle({ text });
  };
  const toShipped = async (undone?: string): Promise<void> => {
    const done = await run(() => call('templates.restore', { name }));
    if (done !== undefined) settle(undone === undefined ? { text: templateWords.restored, undo: () => backTo(done.backup, templateWords.undone) } : { text: undone });
  };
  const replace = async (file: PickedFile, acceptsDoubts: boolean): Promise<void> => {
    const result = await run(() => call('templates.replace', { contractId, name, file, acceptsDoubts }));
    if (result === undefined) return setOffered(undefined);
    if (!result.taken) return setOffered({ file, result });
    setOffered(undefined);
    const { backup } = result;
    const undo = backup === undefined ? (hasShipped ? () => toShipped(templateWords.undone) : undefined) : () => backTo(backup, templateWords.undone);
    settle({ text: templateWords.replaced(file.name), ...(undo === undefined ? {} : { undo }) });
  };

  return {
    isBusy, failure, note, offered,
    offer: async (file) => {
      if (file.size > templateBytesLimit) return void message.error(templateWords.tooBig(file.name, templateBytesLimit / 1_000_000));
      await replace(await readPickedFile(file), false);
    },
    takeAnyway: async () => {
      if (offered !== undefined) await replace(offered.file, true);
    },
    forget: () => setOffered(undefined),
    restore: () => toShipped(),
    bringBack: (backup) => backTo(backup, templateWords.broughtBack),
  };
}
