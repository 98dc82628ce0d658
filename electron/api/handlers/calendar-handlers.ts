import { monthSheet } from '../../../shared/figures/month-sheet.ts';
import type { Handlers } from '../../../shared/ipc/contract.ts';
import { getContract } from '../../store/contracts.ts';
import { fetchRecords } from '../../store/record-memory.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';

export function calendarHandlers({ store, environment, turns }: Core): Pick<Handlers, 'calendar.month'> {
  return {
    'calendar.month': async ({ contractId, month, today = environment.today() }) => {
      await fetchRecords(store, contractId, turns.next);
      return monthSheet({ profile: getContract(store, contractId).profile, records: allRecords(store, contractId), month, today });
    },
  };
}
