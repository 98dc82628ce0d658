import { formatChineseDate } from '../dates.ts';
import { kindOf } from '../records/kinds.ts';
import { formatNumber, numberPrefix, parseNumber, type RecordNumber } from '../records/numbering.ts';
import type { AnyRecord } from '../records/record.ts';
import { defineRule, walkThrough, type Observation } from './define-rule.ts';
import type { RuleInput } from './finding.ts';
import { nameOf } from './rule-records.ts';

type Numbered = { readonly record: AnyRecord; readonly number: RecordNumber };

/** Records with a number of the usual shape. Void records and drafts hold their numbers too. */
function* numbered(input: RuleInput): Generator<Numbered> {
  for (const record of input.records) {
    const number = record.date <= input.today ? parseNumber(record.number) : undefined;
    if (number !== undefined) yield { record, number };
  }
}

/** 编号断号: the numbers of one kind and day run from 01 without a hole; a voided form keeps its number (作废留号). */
export const numberGap = defineRule({
  id: 'number-gap',
  title: '编号断号',
  severity: 'warning',
  observe: function* (input): Generator<Observation | undefined> {
    const days = new Map<string, Numbered[]>();
    yield* walkThrough(numbered(input), (entry) => {
      const key = `${entry.number.prefix}-${entry.number.date}`;
      const day = days.get(key);
      if (day === undefined) days.set(key, [entry]);
      else day.push(entry);
    });
    yield* walkThrough(days.values(), observeDay);
  },
});

function observeDay(members: readonly Numbered[]): Observation[] {
  const [first] = members;
  if (first === undefined) return [];
  const present = new Set(members.map(({ number }) => number.sequence));
  const missing = Array.from({ length: Math.max(...present) }, (_, i) => i + 1).filter((sequence) => !present.has(sequence));
  return missing.length === 0 ? [] : [{
    message: `${kindOf(first.record.kind).title} ${formatChineseDate(first.number.date)} 断号，缺 ${missing.map((sequence) => formatNumber({ ...first.number, sequence })).join('、')}。`,
    advice: '补录缺号的单据；确已取消的，补一份并作废留号，写明原因。',
    recordIds: members.map(({ record }) => record.id),
    date: first.number.date,
  }];
}

/** 编号重号 */
export const numberDuplicate = defineRule({
  id: 'number-duplicate',
  title: '编号重复',
  severity: 'error',
  observe: (input) => [...Map.groupBy(input.records.filter((record) => record.date <= input.today && record.number !== ''), (record) => record.number)]
    .filter(([, records]) => records.length > 1)
    .map(([number, records]) => ({
      message: `编号 ${number} 用在 ${records.length} 份单据上。`,
      advice: '保留一份，其余改用当日下一个编号。',
      recordIds: records.map((record) => record.id),
      date: records[0]?.date,
    })),
});

/** A number says kind and day; both must be the record's own. */
export const numberDateDiffers = defineRule({
  id: 'number-date-differs',
  title: '编号与单据的日期或文种不一致',
  severity: 'warning',
  observe: (input) => walkThrough(numbered(input), ({ record, number }): Observation[] => {
    if (record.status !== 'final') return [];
    const prefix = numberPrefix(record.kind, input.profile);
    const problem = number.prefix !== prefix
      ? `编号前缀是 ${number.prefix}，应为 ${prefix}`
      : number.date !== record.date ? `编号中的日期与单据日期 ${formatChineseDate(record.date)} 不一致` : undefined;
    return problem === undefined ? [] : [{ message: `${nameOf(record)} 的${problem}。`, advice: '核对日期，改用正确的编号。', recordIds: [record.id], date: record.date }];
  }),
});
