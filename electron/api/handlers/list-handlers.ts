import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { ChangedRecord } from '../../../shared/ipc/list-channels.ts';
import { setStatusOfRecords, signRecords, voidRecords } from '../../store/change-many.ts';
import type { Core } from '../core.ts';
import type { JobRunner } from '../job-runner.ts';
import { renderChosen } from '../operations/chosen-records.ts';
import { exportRecords } from '../operations/export-records.ts';
import { keepListSettings, readListSettings } from '../operations/list-settings.ts';
import { outputPlace } from '../operations/output-place.ts';
import { progressOf, renderSummary } from './job-handlers.ts';

type ListChannels = 'records.sign' | 'records.setStatus' | 'records.voidMany' | 'records.export' | 'records.render' | 'lists.get' | 'lists.save';

/** Work on many records of a list at once. */
export function listHandlers(core: Core, jobs: JobRunner): Pick<Handlers, ListChannels> {
  const { store } = core;
  const told = (contractId: string, changed: readonly ChangedRecord[]): readonly ChangedRecord[] => {
    if (changed.length > 0) core.emit('records.changed', { contractId });
    return changed;
  };
  return {
    'records.sign': ({ contractId, ids, signatures, replaces }) => told(contractId, signRecords(store, contractId, ids, { signatures, replaces })),
    'records.setStatus': ({ contractId, ids, status }) => told(contractId, setStatusOfRecords(store, contractId, ids, status)),
    'records.voidMany': ({ contractId, ids, reason }) => told(contractId, voidRecords(store, contractId, ids, reason)),
    'records.export': async (input) => {
      const { name, bytes, records } = await exportRecords(core, input);
      return { name, records, base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64') };
    },
    'records.render': ({ contractId, ids, output }) => {
      const folder = outputPlace(core, contractId, output.folder ?? '选中的文档');
      return jobs.start('render', async (job) => {
        const result = await renderChosen(core, { contractId, ids, folder }, progressOf(job));
        for (const failure of result.failures) job.fail(failure);
        return { summary: renderSummary(result), output: folder };
      }, { contractId });
    },
    'lists.get': ({ contractId, kind }) => readListSettings(store, contractId, kind),
    'lists.save': ({ contractId, kind, settings }) => keepListSettings(store, contractId, kind, settings),
  };
}
