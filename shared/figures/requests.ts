import { dateOf, type LocalDate } from '../dates.ts';
import type { RecordOf } from '../records/record.ts';
import type { Figure, FigureInput } from './figure.ts';
import { indexOf, recordsIn, within } from './record-index.ts';
import { counted, roundTo, summed } from './tally.ts';

const chapter = '需求处理';
const source = '需求少量变化免费开发额度（技术支持与售后服务条款）；用户需求申请单';

type Request = RecordOf<'request'>;

/** Not to be made, now or at all; takes nothing from the quota. */
export function isDeclined(record: Request): boolean {
  return record.body.decision === '不同意' || record.body.decision === '暂缓';
}

/**
 * Person-days that a request takes from the free quota: the actual effort once it is released, before that the estimate;
 * none when it is charged or declined.
 */
export function freePersonDays(record: Request, asOf?: LocalDate): number {
  if (record.body.charge !== '免费' || isDeclined(record)) return 0;
  return personDaysKnown(record, asOf);
}

/** Whether the request went live later than the day of the figures, so that they cannot know of it. */
export function isReleasedAfter(record: Request, asOf: LocalDate | undefined): boolean {
  const { releasedOn } = record.body;
  return asOf !== undefined && releasedOn !== undefined && dateOf(releasedOn) > asOf;
}

/** The actual effort once the request is live, before that the estimate. */
export function personDaysKnown(record: Request, asOf?: LocalDate): number {
  const { actualPersonDays, personDays } = record.body;
  return isReleasedAfter(record, asOf) ? personDays : actualPersonDays ?? personDays;
}

/** In the order in which requests use up the quota: by date, then by number (合同第八章 3). */
export function byQuotaOrder(a: Pick<Request, 'date' | 'number'>, b: Pick<Request, 'date' | 'number'>): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.number === b.number ? 0 : a.number < b.number ? -1 : 1;
}

/** Free person-days used up to and including each of these requests, by its id; only final ones use any. */
export function freePersonDaysUsed(requests: readonly Request[]): ReadonlyMap<string, number> {
  let used = 0;
  return new Map(requests.toSorted(byQuotaOrder).map((request) => {
    if (request.status === 'final') used = roundTo(used + freePersonDays(request), 2);
    return [request.id, used];
  }));
}

/** Free requests from the first service day to the end of the period. */
function cumulative(input: FigureInput): readonly Request[] {
  return within(indexOf(input).final.request, { from: '0000-01-01', to: input.period.to });
}

function isReleased(record: Request, input: FigureInput): boolean {
  const { releasedOn, state } = record.body;
  return releasedOn !== undefined && (state === '已上线' || state === '已关闭') && releasedOn >= input.period.from && releasedOn <= input.period.to;
}

export const requestFigures: readonly Figure[] = [
  {
    id: 'request.count', chapter, label: '用户需求申请', unit: '件', decimals: 0, source, additive: true,
    formula: '申请日期在期间内的用户需求申请单份数',
    compute: (input) => counted(recordsIn(input, 'request')),
  },
  {
    id: 'request.accepted', chapter, label: '受理需求', unit: '件', decimals: 0, source, additive: true,
    formula: '期间内申请、处理结论不是“不同意”“暂缓”的需求数',
    compute: (input) => counted(recordsIn(input, 'request').filter((record) => !isDeclined(record))),
  },
  {
    id: 'request.released', chapter, label: '上线需求', unit: '件', decimals: 0, source, additive: true,
    formula: '实际上线日期在期间内的需求数',
    compute: (input) => counted(indexOf(input).final.request.filter((record) => isReleased(record, input))),
  },
  {
    id: 'request.charged', chapter, label: '收费需求', unit: '件', decimals: 0, source, additive: true,
    formula: '期间内申请、超出免费额度另行收费的需求数',
    compute: (input) => counted(recordsIn(input, 'request').filter((record) => record.body.charge === '收费')),
  },
  {
    id: 'request.personDays', chapter, label: '本期免费需求工作量', unit: '人日', decimals: 2, source, additive: true,
    formula: '期间内申请的免费需求工作量之和，已上线的按实际工作量，未上线的按估算',
    compute: (input) => summed(recordsIn(input, 'request'), (record) => freePersonDays(record, input.asOf), 2),
  },
  {
    id: 'request.personDaysUsed', chapter, label: '累计已用免费人日', unit: '人日', decimals: 2, source, additive: false,
    formula: '服务期开始至期末申请的免费需求工作量之和',
    compute: (input) => summed(cumulative(input), (record) => freePersonDays(record, input.asOf), 2),
  },
  {
    id: 'request.personDaysLeft', chapter, label: '剩余免费人日', unit: '人日', decimals: 2, source, additive: false,
    formula: '合同免费额度 − 累计已用免费人日，不足零按零计',
    compute: (input) => {
      const used = summed(cumulative(input), (record) => freePersonDays(record, input.asOf), 2);
      return { value: roundTo(Math.max(0, input.profile.changeQuota.personDays - used.value), 2), recordIds: used.recordIds };
    },
  },
];
