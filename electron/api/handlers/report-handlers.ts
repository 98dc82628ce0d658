import type { Handlers } from '../../../shared/ipc/contract.ts';
import { fetchRecords } from '../../store/record-memory.ts';
import type { Core } from '../core.ts';
import { countedRecords, periodDigest, reportPeriods } from '../operations/report-periods.ts';
import { nextTurn } from '../turns.ts';

type ReportChannels = 'reports.periods' | 'reports.digest' | 'reports.counted';

export function reportHandlers(core: Core): Pick<Handlers, ReportChannels> {
  const ready = (contractId: string): Promise<void> => fetchRecords(core.store, contractId, nextTurn);
  return {
    'reports.periods': async ({ contractId, today = core.environment.today() }) => {
      await ready(contractId);
      return reportPeriods(core, contractId, today);
    },
    'reports.digest': async ({ contractId, type, key, today = core.environment.today() }) => {
      await ready(contractId);
      return periodDigest(core, contractId, { type, key }, today);
    },
    'reports.counted': async ({ contractId, type, key, figure, today = core.environment.today() }) => {
      await ready(contractId);
      return countedRecords(core, contractId, { type, key }, figure, today);
    },
  };
}
