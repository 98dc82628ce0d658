import { addDays, addMonths, formatChineseDate, type LocalDate } from '../dates.ts';
import { firstWorkingDayFrom, isWorkingDay, lastWorkingDayUpTo } from '../calendar/working-days.ts';
import type { ContractProfile } from './profile.ts';

/** A span of days, both ends included, with the name that documents print. */
export type Period = { readonly key: string; readonly label: string; readonly from: LocalDate; readonly to: LocalDate };

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** `第三季度` */
export function quarterName(ordinal: number): string {
  return `第${ordinals[ordinal - 1] ?? String(ordinal)}季度`;
}

function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}

type ServicePeriod = Pick<ContractProfile, 'service' | 'reporting'>;

function rollingQuarters(service: ContractProfile['service'], months: number): Period[] {
  const periods: Period[] = [];
  for (let ordinal = 1; ; ordinal++) {
    // Counted from the first day each time, so that the 31st does not creep to the 28th.
    const from = addMonths(service.from, months * (ordinal - 1));
    if (from > service.to) return periods;
    const to = earlier(addDays(addMonths(service.from, months * ordinal), -1), service.to);
    periods.push({ key: `Q${ordinal}`, label: quarterName(ordinal), from, to });
  }
}

function calendarQuarters(service: ContractProfile['service'], months: number): Period[] {
  const periods: Period[] = [];
  let from = service.from;
  while (from <= service.to) {
    const year = Number(from.slice(0, 4));
    const index = Math.floor((Number(from.slice(5, 7)) - 1) / months);
    const next = addMonths(`${year}-01-01`, (index + 1) * months);
    periods.push({ key: `${year}Q${index + 1}`, label: `${year}年${quarterName(index + 1)}`, from, to: earlier(addDays(next, -1), service.to) });
    from = next;
  }
  return periods;
}

/** The periods that quarterly reports are due for (合同第十章 3: 每三个月), by the contract's quarter rule. */
export function reportingPeriods(profile: ServicePeriod): Period[] {
  const { everyMonths, quarterRule } = profile.reporting;
  return quarterRule === 'rolling' ? rollingQuarters(profile.service, everyMonths) : calendarQuarters(profile.service, everyMonths);
}

/** Calendar months of the service period; first and last may be partial. */
export function monthsOf(service: ContractProfile['service']): Period[] {
  const months: Period[] = [];
  let from = service.from;
  while (from <= service.to) {
    const next = addMonths(`${from.slice(0, 7)}-01`, 1);
    const key = from.slice(0, 7);
    months.push({ key, label: `${Number(key.slice(0, 4))}年${Number(key.slice(5, 7))}月`, from, to: earlier(addDays(next, -1), service.to) });
    from = next;
  }
  return months;
}

export function wholePeriod(service: ContractProfile['service']): Period {
  return { key: 'all', label: `${formatChineseDate(service.from)}至${formatChineseDate(service.to)}`, from: service.from, to: service.to };
}

/** The first day on which the report of a period can be handed in, and from which it is expected: the first working day after the period (合同第十章 3). */
export function reportDueDay(profile: Pick<ContractProfile, 'calendarOverrides'>, periodEnd: LocalDate): LocalDate {
  return firstWorkingDayFrom(addDays(periodEnd, 1), profile.calendarOverrides);
}

/**
 * The last day on which the customer may raise questions about a report: the submission day does not count
 * (民法典第二百零一条), and an end on a day off moves to the next working day (第二百零三条).
 */
export function reviewDeadline(profile: Pick<ContractProfile, 'reporting' | 'calendarOverrides'>, submittedOn: LocalDate): LocalDate {
  const { reviewDays, reviewDayType } = profile.reporting;
  if (reviewDayType === 'calendar') return firstWorkingDayFrom(addDays(submittedOn, reviewDays), profile.calendarOverrides);
  let day = submittedOn;
  for (let left = reviewDays; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, profile.calendarOverrides)) left -= 1;
  }
  return day;
}

/** The last working day on which the hand-over can still take place (合同第六章; the deadline may fall in a holiday). */
export function lastHandoverDay(profile: Pick<ContractProfile, 'acceptance' | 'calendarOverrides'>): LocalDate {
  const { deadline, deadlineIncluded } = profile.acceptance;
  return lastWorkingDayUpTo(deadlineIncluded ? deadline : addDays(deadline, -1), profile.calendarOverrides);
}
