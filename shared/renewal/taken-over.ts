import type { ContractProfile } from '../contract/profile.ts';
import { formatChineseDate } from '../dates.ts';
import { kindOf, type KindName } from '../records/kinds.ts';
import type { AnyRecord, RecordInput } from '../records/record.ts';
import type { Unsettled } from './unsettled.ts';

/** The kind of record with which a matter goes on: a request and a training as themselves, everything else as work. */
export function takenOverKind(kind: KindName): 'request' | 'training' | 'worklog' {
  return kind === 'request' || kind === 'training' ? kind : 'worklog';
}

/** What belongs to the former year: moments, results, links to its records. */
const leftBehind: ReadonlySet<string> = new Set(['releasedOn', 'plannedRelease', 'testConclusion', 'acceptance', 'actualPersonDays', 'related', 'startTime', 'endTime', 'evaluation', 'serviceItem']);

function textOf(body: Readonly<Record<string, unknown>>, names: readonly string[]): string | undefined {
  return names.map((name) => body[name]).find((value): value is string => typeof value === 'string' && value !== '');
}

/** `由上一服务期转入：GX-20250728-01（2025年7月28日，故障处理记录单，还在处理）` */
function originOf({ kind, number, date, why }: Unsettled): string {
  return `由上一服务期转入：${number === '' ? kindOf(kind).title : `${number}（${formatChineseDate(date)}，${kindOf(kind).title}，${why}）`}`;
}

function withoutEmpty(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined && value !== ''));
}

/**
 * The record with which the next service year goes on with a matter: a draft on its first day that says where it came from. A draft counts nowhere
 * until somebody finishes it, so that no fault and no person-day is counted in two years.
 * @param after the profile of the next year
 */
export function takenOver(matter: Unsettled, record: AnyRecord, after: ContractProfile): RecordInput {
  const kind = takenOverKind(matter.kind);
  const body: Readonly<Record<string, unknown>> = record.body;
  const own = body['serviceItem'];
  const serviceItem = typeof own === 'number' && after.serviceItems.some(({ no }) => no === own) ? own : undefined;
  const remark = originOf(matter);
  const date = after.service.from;
  if (kind !== 'worklog') {
    const kept = Object.fromEntries(Object.entries(body).filter(([name]) => !leftBehind.has(name)));
    return { kind, status: 'draft', body: withoutEmpty({ ...kept, date, serviceItem, remark: [remark, textOf(body, ['remark'])].filter((text) => text !== undefined).join('\n') }) };
  }
  return {
    kind, status: 'draft',
    body: withoutEmpty({
      date, serviceItem, state: '未完成', remark,
      module: textOf(body, ['module', 'target']),
      requester: textOf(body, ['requester', 'reporter', 'appellant', 'hosts']),
      requesterUnit: textOf(body, ['requesterUnit', 'appellantUnit', 'hostUnit']),
      staff: textOf(body, ['staff', 'handler', 'firstHandler', 'visitors', 'inspector']),
      description: `续办上一服务期遗留事项：${matter.row === undefined ? textOf(body, ['action', 'description', 'symptom', 'content', 'name']) ?? matter.title : `${matter.title}${matter.why}`}`,
    }),
  };
}
