import type { Handlers } from '../../../shared/ipc/contract.ts';
import { fetchRecords } from '../../store/record-memory.ts';
import type { Core } from '../core.ts';
import { freezeReport, keepReport, questionReport, reportLife, type ReportName } from '../operations/report-life.ts';

type LifeChannels = 'reports.life' | 'reports.freeze' | 'reports.keep' | 'reports.question';

export function reportLifeHandlers(core: Core): Pick<Handlers, LifeChannels> {
  const ready = (contractId: string): Promise<void> => fetchRecords(core.store, contractId, core.turns.next);
  const told = ({ contractId, reportId }: ReportName) => {
    core.emit('records.changed', { contractId });
    return reportLife(core, { contractId, reportId });
  };
  return {
    'reports.life': async (name) => {
      await ready(name.contractId);
      return reportLife(core, name);
    },
    'reports.freeze': async ({ reason, ...name }) => {
      await ready(name.contractId);
      freezeReport(core, name, reason);
      return told(name);
    },
    'reports.keep': async ({ explanation, ...name }) => {
      await ready(name.contractId);
      await keepReport(core, name, explanation);
      return told(name);
    },
    'reports.question': ({ seen, body, ...name }) => {
      questionReport(core, name, seen, body);
      return told(name);
    },
  };
}
