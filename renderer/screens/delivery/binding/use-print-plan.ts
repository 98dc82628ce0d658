import { App } from 'antd';
import { useMemo } from 'react';
import type { LocalDate } from '../../../../shared/dates.ts';
import type { PrintEntry } from '../../../../shared/ipc/print-channels.ts';
import { call } from '../../../api.ts';
import { useJobs } from '../../../state/jobs.ts';
import { saveDownload } from '../../../state/save-download.ts';
import { bindingPrintWords } from '../../../words/binding-print.ts';

export type PrintActions = {
  readonly bind: () => Promise<void>;
  /** Hands the file to the system's own viewer, which prints it; where there is none, to the browser. */
  readonly print: (entry: PrintEntry) => Promise<void>;
  readonly reveal: () => Promise<void>;
  /** Resolves to whether it was noted. */
  readonly tick: (entries: readonly PrintEntry[], day: LocalDate, person: string) => Promise<boolean>;
  readonly untick: (entry: PrintEntry) => Promise<void>;
};

/** What can be done with the bound paper of a contract. */
export function usePrintPlan(contractId: string, changed: () => void): PrintActions {
  const { message } = App.useApp();
  const follow = useJobs((jobs) => jobs.changed);

  return useMemo(() => ({
    bind: async () => {
      const job = await call('jobs.bind', { contractId });
      if (job.ok) follow(job.value);
      else message.error(job.error.message);
    },
    print: async ({ key, isPdf }) => {
      const opened = await call('print.open', { contractId, key });
      if (!opened.ok) return void message.error(opened.error.message);
      if (opened.value.opened) return void message.success(isPdf ? bindingPrintWords.opened : bindingPrintWords.openedFolder, 8);
      if (!isPdf) return void message.info(opened.value.location, 8);
      const file = await call('print.read', { contractId, key });
      if (!file.ok) return void message.error(file.error.message);
      saveDownload(file.value.name, file.value.base64);
      message.info(bindingPrintWords.saved, 8);
    },
    reveal: async () => {
      const result = await call('print.reveal', { contractId });
      if (!result.ok) message.error(result.error.message);
      else if (result.value.opened) message.success(bindingPrintWords.revealed);
      else message.info(result.value.location, 8);
    },
    tick: async (entries, day, person) => {
      const result = await call('print.tick', { contractId, entries: entries.map(({ key, sha256 }) => ({ key, sha256 })), day, person });
      changed();
      if (!result.ok) {
        message.error(result.error.message);
        return false;
      }
      message.success(bindingPrintWords.ticked(entries.length, result.value.documents));
      return true;
    },
    untick: async ({ key }) => {
      const result = await call('print.untick', { contractId, entries: [key] });
      changed();
      if (result.ok) message.success(bindingPrintWords.unticked(result.value.documents));
      else message.error(result.error.message);
    },
  }), [contractId, changed, message, follow]);
}
