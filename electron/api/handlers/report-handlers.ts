import { reportDraftSteps } from '../../../shared/deliverables/report-drafts.ts';
import type { Handlers } from '../../../shared/ipc/contract.ts';
import { getContract } from '../../store/contracts.ts';
import { fetchRecords, keptIndex } from '../../store/record-memory.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { countedRecords, periodDigest, reportPeriods } from '../operations/report-periods.ts';
import { changedReports } from '../operations/report-life.ts';

type ReportChannels = 'reports.periods' | 'reports.drafts' | 'reports.digest' | 'reports.counted';

export function reportHandlers(core: Core): Pick<Handlers, ReportChannels> {
  const ready = (contractId: string): Promise<void> => fetchRecords(core.store, contractId, core.turns.next);
  return {
    'reports.periods': async ({ contractId, today = core.environment.today() }) => {
      await ready(contractId);
      const periods = reportPeriods(core, contractId, today);
      const changed = await core.turns.run(changedReports(core, contractId, periods.flatMap(({ frozen, report }) => (frozen === undefined || report === undefined ? [] : [report.id]))));
      return periods.map((period) => ({ ...period, changed: period.report === undefined ? undefined : changed.get(period.report.id) }));
    },
    'reports.drafts': async ({ contractId, ...drafted }) => {
      await ready(contractId);
      const records = allRecords(core.store, contractId);
      const index = keptIndex(core.store, records);
      await core.turns.next();
      return core.turns.run(reportDraftSteps(getContract(core.store, contractId).profile, drafted, records, index));
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
