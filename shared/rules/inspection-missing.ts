import { dayType } from '../calendar/working-days.ts';
import { monthsOf } from '../contract/periods.ts';
import { formatChineseDate, weekday, type LocalDate } from '../dates.ts';
import { defineRule } from './define-rule.ts';
import type { RuleInput } from './finding.ts';
import { formatSpan, lookupsFor } from './rule-records.ts';

const weekdayNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** A month with fewer working days than this in the service period is too short to speak of a missing month. */
const shortestMonth = 5;

/** Calendar months, over by now, of which every due day is missing; by month key `2024-08`. */
function emptyMonths(input: RuleInput): Map<string, LocalDate[]> {
  const missing = Map.groupBy(lookupsFor(input).missingDays(), (date) => date.slice(0, 7));
  const due = Map.groupBy(lookupsFor(input).inspectionDays(), (date) => date.slice(0, 7));
  const over = monthsOf(input.profile.service).filter((month) => month.to < input.today);
  return new Map(over.flatMap(({ key }) => {
    const days = due.get(key) ?? [];
    return days.length >= shortestMonth && missing.get(key)?.length === days.length ? [[key, days] as const] : [];
  }));
}

function isMakeUp(input: RuleInput, date: LocalDate): boolean {
  return dayType(date, input.profile.calendarOverrides) === 'make-up-workday';
}

/** Runs of missing days that follow each other in the list of due days, so that a week of absence is one finding. */
function runs(missing: readonly LocalDate[], due: readonly LocalDate[]): LocalDate[][] {
  const positions = new Map(due.map((date, position) => [date, position]));
  const found: LocalDate[][] = [];
  let previous = Number.NaN;
  for (const date of missing) {
    const position = positions.get(date) ?? Number.NaN;
    const run = found.at(-1);
    if (run !== undefined && position === previous + 1) run.push(date);
    else found.push([date]);
    previous = position;
  }
  return found;
}

const advice = '如当日确已巡检，请补录记录并写明补录原因；如未巡检，请准备书面说明。';

/** 工作日没有巡检记录. Make-up workdays and whole months have rules of their own. */
export const inspectionMissing = defineRule({
  id: 'inspection-missing',
  title: '工作日没有巡检记录',
  severity: 'warning',
  observe: (input) => {
    const wholeMonths = emptyMonths(input);
    const ordinary = (date: LocalDate) => !isMakeUp(input, date) && !wholeMonths.has(date.slice(0, 7));
    return runs(lookupsFor(input).missingDays().filter(ordinary), lookupsFor(input).inspectionDays().filter(ordinary)).map((days) => ({
      message: `${formatSpan(days)}${days.length > 1 ? `有 ${days.length} 个工作日` : '是工作日，'}没有日常巡检记录。`,
      advice,
      date: days[0],
      mending: days.map((date) => ({ action: 'add-record', kind: 'inspection', date })),
    }));
  },
});

/** 缺月巡检: not one inspection in a month. */
export const inspectionMonthMissing = defineRule({
  id: 'inspection-month-missing',
  title: '整月没有巡检记录',
  severity: 'error',
  observe: (input) => [...emptyMonths(input)].map(([key, days]) => ({
    message: `${Number(key.slice(0, 4))}年${Number(key.slice(5, 7))}月的 ${days.length} 个工作日都没有日常巡检记录。`,
    advice,
    date: days[0],
    mending: days.map((date) => ({ action: 'add-record', kind: 'inspection', date })),
  })),
});

/** 漏了调休工作日: a Saturday or Sunday that the State Council's notice makes a working day. */
export const makeUpDayMissing = defineRule({
  id: 'make-up-day-missing',
  title: '调休上班日没有巡检记录',
  severity: 'warning',
  observe: (input) => {
    const wholeMonths = emptyMonths(input);
    return lookupsFor(input).missingDays().filter((date) => isMakeUp(input, date) && !wholeMonths.has(date.slice(0, 7))).map((date) => ({
      message: `${formatChineseDate(date)}（${weekdayNames[weekday(date)] ?? ''}）是调休上班日，没有日常巡检记录。`,
      advice,
      date,
      mending: [{ action: 'add-record', kind: 'inspection', date }],
    }));
  },
});
