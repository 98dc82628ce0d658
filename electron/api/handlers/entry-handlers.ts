import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { Core } from '../core.ts';
import { addRecords } from '../operations/intake.ts';

type EntryChannels = 'entry.save';

/** Entry of several records at a time. */
export function entryHandlers(core: Core): Pick<Handlers, EntryChannels> {
  return {
    'entry.save': ({ contractId, records }) => addRecords(core, contractId, records),
  };
}
