import { minutesBetween } from '../dates.ts';
import type { ContractProfile } from '../contract/profile.ts';
import type { RecordOf } from '../records/record.ts';
import { isBy, settledOn } from './closing.ts';
import type { Figure, FigureInput } from './figure.ts';
import { indexOf, recordsIn } from './record-index.ts';
import { averaged, counted, idsOf, rate } from './tally.ts';

const chapter = '故障与应急';
const source = '故障应答与恢复时限（技术支持与售后服务条款）；故障处理记录单';

type Incident = RecordOf<'incident'>;

/** Minutes on the continuous 7×24 clock from the report of a fault; undefined until it happened. */
export function answerMinutes(record: Incident): number | undefined {
  return record.body.answeredAt === undefined ? undefined : minutesBetween(record.body.reportedAt, record.body.answeredAt);
}

export function restoreMinutes(record: Incident): number | undefined {
  return record.body.restoredAt === undefined ? undefined : minutesBetween(record.body.reportedAt, record.body.restoredAt);
}

/** Drills are no faults. */
export function isFault(record: Incident): boolean {
  return record.body.category !== '演练';
}

/** Whether the promised times apply: to the vendor's own faults only, unless the contract promises them for all. */
export function isUnderServiceLevel(record: Incident, profile: Pick<ContractProfile, 'serviceLevel'>): boolean {
  return isFault(record) && (record.body.vendorFault || !profile.serviceLevel.vendorFaultOnly);
}

export function isAnsweredInTime(record: Incident, profile: Pick<ContractProfile, 'serviceLevel'>): boolean {
  const minutes = answerMinutes(record);
  return minutes !== undefined && minutes <= profile.serviceLevel.answerMinutes;
}

export function isRestoredInTime(record: Incident, profile: Pick<ContractProfile, 'serviceLevel'>): boolean {
  const minutes = restoreMinutes(record);
  return minutes !== undefined && minutes <= profile.serviceLevel.restoreMinutes;
}

export function faultsIn(input: FigureInput): Incident[] {
  return recordsIn(input, 'incident').filter(isFault);
}

function measured(input: FigureInput): Incident[] {
  return faultsIn(input).filter((record) => isUnderServiceLevel(record, input.profile));
}

export const incidentFigures: readonly Figure[] = [
  {
    id: 'incident.count', chapter, label: '故障与应急事件', unit: '次', decimals: 0, source, additive: true,
    formula: '发生日期在期间内的故障、应急事件数，不含演练',
    compute: (input) => counted(faultsIn(input)),
  },
  {
    id: 'incident.measured', chapter, label: '纳入时限考核的故障', unit: '次', decimals: 0, source, additive: true,
    formula: '合同承诺时限适用的故障数：合同只对乙方责任故障承诺时，只计乙方责任故障',
    compute: (input) => counted(measured(input)),
  },
  {
    id: 'incident.answeredInTime', chapter, label: '应答达标次数', unit: '次', decimals: 0, source, additive: true,
    formula: '纳入考核的故障中，自报障起在应答时限内应答的次数，按 7×24 连续时钟计',
    compute: (input) => counted(measured(input).filter((record) => isAnsweredInTime(record, input.profile))),
  },
  {
    id: 'incident.restoredInTime', chapter, label: '恢复达标次数', unit: '次', decimals: 0, source, additive: true,
    formula: '纳入考核的故障中，自报障起在恢复时限内恢复的次数，按 7×24 连续时钟计',
    compute: (input) => counted(measured(input).filter((record) => isRestoredInTime(record, input.profile))),
  },
  {
    id: 'incident.answerRate', chapter, label: '应答达标率', unit: '%', decimals: 2, source, additive: false,
    formula: '应答达标次数 ÷ 纳入时限考核的故障 × 100%',
    compute: (input) => {
      const base = measured(input);
      return rate(base.filter((record) => isAnsweredInTime(record, input.profile)).length, base.length, idsOf(base));
    },
  },
  {
    id: 'incident.restoreRate', chapter, label: '恢复达标率', unit: '%', decimals: 2, source, additive: false,
    formula: '恢复达标次数 ÷ 纳入时限考核的故障 × 100%',
    compute: (input) => {
      const base = measured(input);
      return rate(base.filter((record) => isRestoredInTime(record, input.profile)).length, base.length, idsOf(base));
    },
  },
  {
    id: 'incident.averageAnswer', chapter, label: '平均应答用时', unit: '分钟', decimals: 1, source, additive: false,
    formula: '已应答故障的应答用时之和 ÷ 次数',
    compute: (input) => averaged(faultsIn(input).filter((record) => record.body.answeredAt !== undefined), (record) => answerMinutes(record) ?? 0, 1),
  },
  {
    id: 'incident.averageRestore', chapter, label: '平均恢复用时', unit: '分钟', decimals: 1, source, additive: false,
    formula: '已恢复故障的恢复用时之和 ÷ 次数',
    compute: (input) => averaged(faultsIn(input).filter((record) => record.body.restoredAt !== undefined), (record) => restoreMinutes(record) ?? 0, 1),
  },
  {
    id: 'incident.settled', chapter, label: '已恢复的故障', unit: '次', decimals: 0, source, additive: false,
    formula: '截至统计日处理状态为“已恢复”或“已关闭”的故障、应急事件数',
    compute: (input) => {
      const index = indexOf(input);
      return counted(faultsIn(input).filter((record) => isBy(settledOn(record, index), input.asOf)));
    },
  },
  {
    id: 'incident.drills', chapter, label: '应急演练', unit: '次', decimals: 0, source: '应急服务（服务项清单）', additive: true,
    formula: '事件类别为“演练”的记录数',
    compute: (input) => counted(recordsIn(input, 'incident').filter((record) => record.body.category === '演练')),
  },
];
