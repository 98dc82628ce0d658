import { monthSheet } from '../../../shared/figures/month-sheet.ts';
import type { Handlers } from '../../../shared/ipc/contract.ts';
import { getContract } from '../../store/contracts.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';

export function calendarHandlers({ store, environment }: Core): Pick<Handlers, 'calendar.month'> {
  return {
    'calendar.month': ({ contractId, month, today }) => (
      monthSheet({ profile: getContract(store, contractId).profile, records: allRecords(store, contractId), month, today: today ?? environment.today() })
    ),
  };
}
