import { formatChineseDate } from '../dates.ts';
import { hoursOf } from '../figures/effort.ts';
import { roundTo } from '../figures/tally.ts';
import type { AnyRecord } from '../records/record.ts';
import { defineRule, type Observation } from './define-rule.ts';
import type { RuleInput } from './finding.ts';
import { staffOf, timeOf } from './people-in-records.ts';
import { agedRecords, indexFor, listNumbers } from './rule-records.ts';

/** More than this many hours of one person on one day will be asked about. */
const mostHours = 12;

/** Records that take a person's time, by person and day; key `林远航 2024-08-05`. */
function byPersonAndDay(input: RuleInput): Map<string, { readonly person: string; readonly records: AnyRecord[] }> {
  const records: AnyRecord[] = [
    ...agedRecords(input, 'inspection'), ...agedRecords(input, 'worklog'), ...agedRecords(input, 'incident'),
    ...agedRecords(input, 'change'), ...agedRecords(input, 'training'), ...agedRecords(input, 'visit'),
  ];
  const days = new Map<string, { person: string; records: AnyRecord[] }>();
  for (const record of records) {
    for (const person of new Set(staffOf(record))) {
      const key = `${person} ${record.date}`;
      const day = days.get(key);
      if (day === undefined) days.set(key, { person, records: [record] });
      else day.records.push(record);
    }
  }
  return days;
}

/** 同一人一天工时过多. Hours of a record with several people are shared among them; work of several days on one form cannot be told apart and is asked about too. */
export const hoursPerDay = defineRule({
  id: 'hours-per-day',
  title: '一人一天的工时过多',
  severity: 'warning',
  observe: (input) => {
    const index = indexFor(input);
    return [...byPersonAndDay(input).values()].flatMap(({ person, records }): Observation[] => {
      const hours = roundTo(records.reduce((sum, record) => sum + hoursOf(record, index) / staffOf(record).length, 0), 1);
      const [first] = records;
      return first === undefined || hours <= mostHours ? [] : [{
        message: `${person} ${formatChineseDate(first.date)} 的记录合计 ${hours} 人时，超过 ${mostHours} 小时：${listNumbers(records)}。`,
        advice: '核对工时；跨日或多人完成的，分日、分人登记。',
        recordIds: records.map((record) => record.id),
        date: first.date,
      }];
    });
  },
});

/** 同一人同一时段在两处: spans of one person and day that overlap; touching ends do not. */
export const timeOverlap = defineRule({
  id: 'time-overlap',
  title: '同一人同一时段有两份记录',
  severity: 'warning',
  observe: (input) => [...byPersonAndDay(input).values()].flatMap(({ person, records }): Observation[] => {
    const spans = records
      .flatMap((record) => {
        const time = timeOf(record);
        return time === undefined ? [] : [{ record, ...time }];
      })
      .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.record.number < b.record.number ? -1 : 1));
    const clashes: Observation[] = [];
    let latest = spans[0];
    for (const span of spans.slice(1)) {
      if (latest !== undefined && span.start < latest.end) {
        clashes.push({
          message: `${person} ${formatChineseDate(span.record.date)} 的时段重叠：${latest.record.number}（${latest.start}–${latest.end}）与 ${span.record.number}（${span.start}–${span.end}）。`,
          advice: '核对起止时间和执行人。',
          recordIds: [latest.record.id, span.record.id],
          date: span.record.date,
        });
      }
      if (latest === undefined || span.end > latest.end) latest = span;
    }
    return clashes;
  }),
});
