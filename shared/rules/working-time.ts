import { formatChineseDate } from '../dates.ts';
import { hoursOf } from '../figures/effort.ts';
import { roundTo } from '../figures/tally.ts';
import { defineRule, walkThrough, type Observation } from './define-rule.ts';
import { staffOf, timeOf, type PersonDay } from './people-in-records.ts';
import { indexFor, listNumbers, lookupsFor } from './rule-records.ts';

/** More than this many hours of one person on one day will be asked about. */
const mostHours = 12;

/** 同一人一天工时过多. Hours of a record with several people are shared among them; work of several days on one form cannot be told apart and is asked about too. */
export const hoursPerDay = defineRule({
  id: 'hours-per-day',
  title: '一人一天的工时过多',
  severity: 'warning',
  observe: function* (input): Generator<Observation | undefined> {
    const index = indexFor(input);
    yield* walkThrough(lookupsFor(input).personDays(), ({ person, records }): Observation[] => {
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

/** The spans of one person's day that overlap with what began before them. */
function clashes({ person, records }: PersonDay): Observation[] {
  const spans = records.flatMap((record) => {
    const time = timeOf(record);
    return time === undefined ? [] : [{ record, ...time }];
  }).toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.record.number < b.record.number ? -1 : 1));
  let latest = spans[0];
  return spans.slice(1).flatMap((span): Observation[] => {
    const before = latest;
    if (latest === undefined || span.end > latest.end) latest = span;
    return before === undefined || span.start >= before.end ? [] : [{
      message: `${person} ${formatChineseDate(span.record.date)} 的时段重叠：${before.record.number}（${before.start}–${before.end}）与 ${span.record.number}（${span.start}–${span.end}）。`,
      advice: '核对起止时间和执行人。',
      recordIds: [before.record.id, span.record.id],
      date: span.record.date,
    }];
  });
}

/** 同一人同一时段在两处: spans of one person and day that overlap; touching ends do not. */
export const timeOverlap = defineRule({
  id: 'time-overlap',
  title: '同一人同一时段有两份记录',
  severity: 'warning',
  observe: function* (input): Generator<Observation | undefined> {
    yield* walkThrough(lookupsFor(input).personDays(), clashes);
  },
});
