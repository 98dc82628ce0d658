import { lastHandoverDay, wholePeriod } from '../../../shared/contract/periods.ts';
import { daysBetween, type LocalDate } from '../../../shared/dates.ts';
import { figureValue } from '../../../shared/figures/figures.ts';
import type { Overview } from '../../../shared/ipc/contract.ts';
import { kindNames, type KindName } from '../../../shared/records/kinds.ts';
import { checkReadiness, countFindings } from '../../../shared/rules/check.ts';
import { getContract } from '../../store/contracts.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';

/** The numbers of the first screen, as of one day; the same figures as in the reports. */
export function overviewOf(core: Core, contractId: string, today: LocalDate): Overview {
  const contract = getContract(core.store, contractId);
  const { profile } = contract;
  const records = allRecords(core.store, contractId);
  const final = records.filter((record) => record.status === 'final');
  const handoverDay = lastHandoverDay(profile);
  const whole = wholePeriod(profile.service);
  const period = today < whole.to ? { ...whole, to: today } : whole;
  const figure = (id: Parameters<typeof figureValue>[0]): number => figureValue(id, { profile, records, period }).value;
  return {
    contract,
    today,
    daysToServiceEnd: daysBetween(today, profile.service.to),
    handoverDay,
    daysToHandover: daysBetween(today, handoverDay),
    counts: Object.fromEntries(kindNames.map((kind) => [kind, final.filter((record) => record.kind === kind).length])) as Record<KindName, number>,
    findings: countFindings(checkReadiness({ profile, records, calendar: profile.calendarOverrides, today })),
    personDays: { used: figure('request.personDaysUsed'), quota: profile.changeQuota.personDays },
    inspections: { due: figure('inspection.due'), done: figure('inspection.done') },
  };
}
