import { isBy, settledOn } from './closing.ts';
import { hoursFormula, hoursOf, personMonthRule, personMonths, totalHours, workIn } from './effort.ts';
import type { Figure, FigureInput } from './figure.ts';
import { indexOf, recordsIn } from './record-index.ts';
import { counted, idsOf, rate, summed } from './tally.ts';
import type { RecordOf } from '../records/record.ts';

const chapter = '日常工作';
const source = '服务项清单；日常工作记录单';

/** Work records of the period that are not finished, nor by a later work record about them, as of the day of the figures. */
export function openWork(input: FigureInput): RecordOf<'worklog'>[] {
  const index = indexOf(input);
  return recordsIn(input, 'worklog').filter((record) => !isBy(settledOn(record, index), input.asOf));
}

export const workFigures: readonly Figure[] = [
  {
    id: 'work.count', chapter, label: '日常工作记录', unit: '条', decimals: 0, source, additive: true,
    formula: '期间内日常工作记录单的份数',
    compute: (input) => counted(recordsIn(input, 'worklog')),
  },
  {
    id: 'work.hours', chapter, label: '工作记录工时', unit: '人时', decimals: 1, source, additive: true,
    formula: '日常工作记录单的投入工时之和',
    compute: (input) => summed(recordsIn(input, 'worklog'), (record) => record.body.hours, 1),
  },
  {
    id: 'work.finished', chapter, label: '已完成工作', unit: '条', decimals: 0, source, additive: false,
    formula: '截至统计日服务后状态为“完成”，或已由后续工作单办结的工作记录数',
    compute: (input) => {
      const open = new Set(idsOf(openWork(input)));
      return counted(recordsIn(input, 'worklog').filter((record) => !open.has(record.id)));
    },
  },
  {
    id: 'work.finishedRate', chapter, label: '工作完成率', unit: '%', decimals: 2, source, additive: false,
    formula: '已完成工作 ÷ 日常工作记录 × 100%',
    compute: (input) => {
      const all = recordsIn(input, 'worklog');
      return rate(all.length - openWork(input).length, all.length, idsOf(all));
    },
  },
  {
    id: 'effort.hours', chapter, label: '投入工时合计', unit: '人时', decimals: 1, source, additive: true,
    formula: hoursFormula,
    compute: (input) => {
      const index = indexOf(input);
      const records = workIn(input).filter((record) => hoursOf(record, index, input.asOf) > 0);
      return { value: totalHours(records, input), recordIds: idsOf(records) };
    },
  },
  {
    id: 'effort.personMonths', chapter, label: '折合人月', unit: '人月', decimals: 2, source, additive: false,
    formula: personMonthRule,
    compute: (input) => {
      const index = indexOf(input);
      const records = workIn(input).filter((record) => hoursOf(record, index, input.asOf) > 0);
      return { value: personMonths(totalHours(records, input)), recordIds: idsOf(records) };
    },
  },
];
