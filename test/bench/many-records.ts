import { getContract, saveContract } from '../../electron/store/contracts.ts';
import { saveRecords } from '../../electron/store/save-records.ts';
import type { RecordInput } from '../../shared/records/record.ts';
import type { YearStore } from './year-store.ts';

/**
 * Brings a year's store to so many records: the work of the year is done again by other people of the vendor, so that nobody is in two
 * places at once and the check finds what it finds in a real year.
 */
export function fillUpTo(wanted: number, { store, contractId, inputs }: Pick<YearStore, 'store' | 'contractId' | 'inputs'>): void {
  const worklogs = inputs.filter((input) => input.kind === 'worklog');
  const copies = Math.ceil((wanted - inputs.length) / worklogs.length);
  const inGroup = (staff: unknown, copy: number): string => `${String(staff)}${copy + 1}组`;
  const names = new Set(worklogs.flatMap(({ body }) => Array.from({ length: copies }, (_, copy) => inGroup(body['staff'], copy))));
  const { profile } = getContract(store, contractId);
  saveContract(store, contractId, { ...profile, people: [...profile.people, ...[...names].map((name) => ({ name, side: 'vendor' as const, role: '驻场工程师', phone: '', unit: '' }))] });
  for (let copy = 0, missing = wanted - inputs.length; missing > 0; copy += 1, missing -= worklogs.length) {
    saveRecords(store, contractId, worklogs.slice(0, missing).map(({ kind, body, signOff }): RecordInput => {
      const staff = inGroup(body['staff'], copy);
      return {
        kind,
        body: { ...body, staff, related: undefined, description: `${String(body['description'])}（${staff}）` },
        signOff: { ...signOff, ...(signOff?.executor === undefined ? {} : { executor: staff }) },
      };
    }));
  }
}
