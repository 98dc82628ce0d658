import type { Contract } from '../../../shared/contract/profile.ts';
import type { ImportPlan } from '../../../shared/entry/import-plan.ts';
import type { Handlers } from '../../../shared/ipc/contract.ts';
import { kindOf, type KindName } from '../../../shared/records/kinds.ts';
import { AppError } from '../../../shared/app-error.ts';
import { sha256Hex } from '../../files/digest.ts';
import { readChat } from '../../intake/chat/read-chat.ts';
import { failedRows, inspectTable, openTable } from '../../intake/planned-import.ts';
import type { Workbook } from '../../intake/sheet/workbook.ts';
import { getContract } from '../../store/contracts.ts';
import type { Core } from '../core.ts';
import type { JobRunner } from '../job-runner.ts';
import { chosenInputs, importTrial, judgeFile } from '../operations/import-trial.ts';
import { createImportRuns } from '../operations/import-runs.ts';
import { addRecords } from '../operations/intake.ts';

type EntryChannels = 'entry.save' | 'entry.readChat' | 'import.inspect' | 'import.try' | 'import.run' | 'import.outcome' | 'import.undo' | 'import.leftRows';

type PickedFile = { readonly name: string; readonly base64: string };
type Planned = { readonly contractId: string; readonly kind: KindName; readonly file: PickedFile; readonly plan: ImportPlan };

/** Entry of several records at a time: grid, pasted chats, workbooks. */
export function entryHandlers(core: Core, jobs: JobRunner): Pick<Handlers, EntryChannels> {
  const runs = createImportRuns(core, jobs);
  // The steps of the wizard ask about one file again and again; the last one read is kept.
  let last: { readonly key: string; readonly workbook: Workbook } | undefined;

  function workbookOf({ name, base64 }: PickedFile): Workbook {
    const key = `${name} ${sha256Hex(base64)}`;
    if (last?.key !== key) last = { key, workbook: openTable(name, Buffer.from(base64, 'base64')) };
    return last.workbook;
  }
  function judge({ contractId, kind, file, plan }: Planned): { readonly contract: Contract; readonly workbook: Workbook; readonly judged: ReturnType<typeof judgeFile> } {
    const contract = getContract(core.store, contractId);
    const workbook = workbookOf(file);
    return { contract, workbook, judged: judgeFile(core, contract, kind, workbook, plan) };
  }

  return {
    'entry.save': ({ contractId, records }) => addRecords(core, contractId, records),
    'entry.readChat': ({ contractId, ...question }) => readChat(question, getContract(core.store, contractId).profile),
    'import.inspect': ({ contractId, kind, file }) => inspectTable(workbookOf(file), kind, getContract(core.store, contractId).profile),
    'import.try': ({ contractId, kind, file, plan }) => importTrial(core, getContract(core.store, contractId), kind, workbookOf(file), plan),
    'import.run': ({ duplicates, ...planned }) => {
      const { contract, judged } = judge(planned);
      const inputs = chosenInputs(judged, duplicates);
      if (inputs.length === 0) throw new AppError('invalid-input', '没有可以导入的行。', {});
      const left = judged.records.filter(({ input }) => input === undefined).length;
      // Kept no longer than the wizard needs it.
      last = undefined;
      return runs.start(contract, inputs, { skipped: judged.records.length - left - inputs.length, left });
    },
    'import.outcome': ({ jobId }) => runs.outcome(jobId),
    'import.undo': ({ jobId, reason }) => runs.undo(jobId, reason),
    'import.leftRows': (planned) => {
      const { workbook, judged } = judge(planned);
      const whyLeft = new Map(judged.records.map((record) => [record.row, record.input === undefined ? record.problems.map(({ place, message }) => `${place} ${message}`) : []]));
      const bytes = failedRows(workbook, planned.plan, judged.reading, (record) => whyLeft.get(record.row) ?? []);
      return { name: `${kindOf(planned.kind).title}-未导入的行.xlsx`, base64: Buffer.from(bytes).toString('base64') };
    },
  };
}
