import { dayType, workingDays } from '../calendar/working-days.ts';
import type { LocalDate } from '../dates.ts';
import type { RecordOf } from '../records/record.ts';
import { isAbnormal, isBy, itemClosing, type ItemClosing } from './closing.ts';
import type { Figure, FigureInput, FigureValue } from './figure.ts';
import { indexOf, recordsIn, within } from './record-index.ts';
import { counted, idsOf, rate } from './tally.ts';

const chapter = '日常巡检';
const source = '系统例查服务（服务项清单）；日常巡检记录单';

/** Working days of the period that lie in the service period: one inspection is due on each (工作日日检). */
export function inspectionDays({ profile, period }: FigureInput): LocalDate[] {
  const from = period.from > profile.service.from ? period.from : profile.service.from;
  const to = period.to < profile.service.to ? period.to : profile.service.to;
  return workingDays(from, to, profile.calendarOverrides);
}

function isMakeUp(input: FigureInput, date: LocalDate): boolean {
  return dayType(date, input.profile.calendarOverrides) === 'make-up-workday';
}

/** The due days among these on which an inspection was recorded, with those inspections. */
function covered(input: FigureInput, due: readonly LocalDate[]): { readonly days: number; readonly recordIds: readonly string[] } {
  const dueDays = new Set(due);
  const records = recordsIn(input, 'inspection').filter((record) => dueDays.has(record.date));
  return { days: new Set(records.map((record) => record.date)).size, recordIds: idsOf(records) };
}

export type AbnormalItem = {
  readonly record: RecordOf<'inspection'>;
  readonly item: RecordOf<'inspection'>['body']['items'][number];
  readonly closing: ItemClosing;
  /** Closed by the day the figures are taken on. */
  readonly closed: boolean;
};

/** Every abnormal or pending item of the period's inspections. */
export function abnormalItems(input: FigureInput): AbnormalItem[] {
  const index = indexOf(input);
  return within(index.abnormal, input.period).flatMap((record) =>
    record.body.items.filter(isAbnormal).map((item) => {
      const closing = itemClosing(record, item, index);
      return { record, item, closing, closed: 'closedOn' in closing && isBy(closing.closedOn, input.asOf) };
    }));
}

function countItems(items: readonly AbnormalItem[]): FigureValue {
  return { value: items.length, recordIds: [...new Set(items.map((entry) => entry.record.id))] };
}

export const inspectionFigures: readonly Figure[] = [
  {
    id: 'inspection.due', chapter, label: '应巡检天数', unit: '天', decimals: 0, source, additive: true,
    formula: '期间内属于服务期的工作日数，按国务院办公厅节假日安排，含调休上班日',
    compute: (input) => ({ value: inspectionDays(input).length, recordIds: [] }),
  },
  {
    id: 'inspection.done', chapter, label: '实际巡检天数', unit: '天', decimals: 0, source, additive: true,
    formula: '应巡检的工作日中有巡检记录的天数，同一天多份只计一天',
    compute: (input) => {
      const done = covered(input, inspectionDays(input));
      return { value: done.days, recordIds: done.recordIds };
    },
  },
  {
    id: 'inspection.coverage', chapter, label: '巡检覆盖率', unit: '%', decimals: 2, source, additive: false,
    formula: '实际巡检天数 ÷ 应巡检天数 × 100%',
    compute: (input) => {
      const due = inspectionDays(input);
      const done = covered(input, due);
      return rate(done.days, due.length, done.recordIds);
    },
  },
  {
    id: 'inspection.makeUpDue', chapter, label: '调休上班日应巡检天数', unit: '天', decimals: 0, source, additive: true,
    formula: '应巡检天数中的调休上班日',
    compute: (input) => ({ value: inspectionDays(input).filter((date) => isMakeUp(input, date)).length, recordIds: [] }),
  },
  {
    id: 'inspection.makeUpDone', chapter, label: '调休上班日已巡检天数', unit: '天', decimals: 0, source, additive: true,
    formula: '调休上班日中有巡检记录的天数',
    compute: (input) => {
      const done = covered(input, inspectionDays(input).filter((date) => isMakeUp(input, date)));
      return { value: done.days, recordIds: done.recordIds };
    },
  },
  {
    id: 'inspection.count', chapter, label: '巡检记录份数', unit: '份', decimals: 0, source, additive: true,
    formula: '期间内日常巡检记录单的份数，含非工作日值守巡检',
    compute: (input) => counted(recordsIn(input, 'inspection')),
  },
  {
    id: 'inspection.items', chapter, label: '巡检项次', unit: '项次', decimals: 0, source, additive: true,
    formula: '各巡检记录单的巡检项目行数之和，不含“不适用”的项目',
    compute: (input) => {
      const records = recordsIn(input, 'inspection');
      return { value: records.reduce((sum, record) => sum + record.body.items.filter((item) => item.result !== '不适用').length, 0), recordIds: idsOf(records) };
    },
  },
  {
    id: 'inspection.abnormal', chapter, label: '巡检异常项数', unit: '项', decimals: 0, source, additive: true,
    formula: '检查结果为“异常”或“待处理”的巡检项目数',
    compute: (input) => countItems(abnormalItems(input)),
  },
  {
    id: 'inspection.closed', chapter, label: '异常已处理项数', unit: '项', decimals: 0, source, additive: false,
    formula: '异常项中截至统计日已闭环的项数：处理单已办结，或已填整改完成日期，或当日已处理',
    compute: (input) => countItems(abnormalItems(input).filter((entry) => entry.closed)),
  },
  {
    id: 'inspection.closedRate', chapter, label: '异常处理率', unit: '%', decimals: 2, source, additive: false,
    formula: '异常已处理项数 ÷ 巡检异常项数 × 100%',
    compute: (input) => {
      const items = abnormalItems(input);
      return rate(items.filter((entry) => entry.closed).length, items.length, countItems(items).recordIds);
    },
  },
];
