import { lastHandoverDay } from '../../../shared/contract/periods.ts';
import { daysBetween, type LocalDate } from '../../../shared/dates.ts';
import type { Overview } from '../../../shared/ipc/contract.ts';
import { workingDays } from '../../../shared/calendar/working-days.ts';
import { kindNames, type KindName } from '../../../shared/records/kinds.ts';
import { recordsOf } from '../../../shared/records/record.ts';
import { checkReadiness } from '../../../shared/rules/check.ts';
import { getContract } from '../../store/contracts.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';

/** The numbers of the first screen, as of one day. */
export function overviewOf(core: Core, contractId: string, today: LocalDate): Overview {
  const contract = getContract(core.store, contractId);
  const { profile } = contract;
  const records = allRecords(core.store, contractId);
  const final = records.filter((record) => record.status === 'final');
  const findings = checkReadiness({ profile, records, calendar: profile.calendarOverrides, today });
  const count = (severity: 'error' | 'warning' | 'notice'): number => findings.filter((finding) => finding.severity === severity).length;
  const until = today < profile.service.to ? today : profile.service.to;
  const due = workingDays(profile.service.from, until, profile.calendarOverrides);
  const inspected = new Set(recordsOf(final, 'inspection').map((record) => record.date));
  const handoverDay = lastHandoverDay(profile);
  return {
    contract,
    today,
    daysToServiceEnd: daysBetween(today, profile.service.to),
    handoverDay,
    daysToHandover: daysBetween(today, handoverDay),
    counts: Object.fromEntries(kindNames.map((kind) => [kind, final.filter((record) => record.kind === kind).length])) as Record<KindName, number>,
    findings: { error: count('error'), warning: count('warning'), notice: count('notice') },
    personDays: {
      used: recordsOf(final, 'request').filter((record) => record.body.charge === '免费').reduce((sum, record) => sum + (record.body.actualPersonDays ?? record.body.personDays), 0),
      quota: profile.changeQuota.personDays,
    },
    inspections: { due: due.length, done: due.filter((day) => inspected.has(day)).length },
  };
}
