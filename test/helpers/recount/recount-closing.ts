import { day, type Links, type PlainRecord } from './plain-records.ts';

/** Who is settled when, and how long people worked: once more, from the words of the formulas. */

function finishedOn(work: PlainRecord, links: Links): string | undefined {
  if (work.body.state === '完成') return day(work.body.restoredAt ?? work.date);
  const later = (links.about.get(work.number) ?? []).filter((other) => `${other.date} ${other.number}` > `${work.date} ${work.number}`);
  return later.flatMap((other) => finishedOn(other, links) ?? []).toSorted()[0];
}

/** The day on which the matter of a record was settled; undefined while it is open. */
export function settledOn(record: PlainRecord, links: Links): string | undefined {
  const { kind, body, date } = record;
  switch (kind) {
    case 'worklog': return finishedOn(record, links);
    case 'incident': return body.state === '处理中' ? undefined : day(body.restoredAt ?? date);
    case 'request': return body.state === '已上线' || body.state === '已关闭' ? body.releasedOn ?? date : undefined;
    case 'complaint': return body.resolved === '是' ? day(body.closedAt ?? date) : undefined;
    case 'change':
    case 'backup-run': return body.result === '成功' ? day(body.endedAt ?? date) : undefined;
    default: return date;
  }
}

export type Abnormal = { readonly record: PlainRecord; readonly category: string; readonly item: string; readonly handledBy?: string | undefined; readonly closedOn?: string | undefined };

/** Every abnormal item of these inspections with the day on which it was closed. */
export function abnormalOf(inspections: readonly PlainRecord[], links: Links): Abnormal[] {
  return inspections.flatMap((record) => (record.body.items ?? []).filter(({ result }) => result === '异常' || result === '待处理').map((item) => {
    const { category, handledBy } = item;
    const handling = (handledBy ?? '').split(/[\s、，,；;]+/u).filter((part) => part !== '').map((number) => links.byNumber.get(number));
    const settled = handling.map((one) => (one === undefined ? undefined : settledOn(one, links)));
    const isPending = record.body.conclusion === '存在异常，待处理' || item.result === '待处理';
    const closedOn = settled.includes(undefined) ? undefined
      : item.rectifiedOn ?? settled.flatMap((date) => date ?? []).toSorted().at(-1) ?? (item.handling === undefined || isPending ? undefined : record.date);
    return { record, category, item: item.item, handledBy, closedOn };
  }));
}

function clock({ startTime, endTime }: PlainRecord['body']): number {
  if (startTime === undefined || endTime === undefined) return 0;
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return Math.round(Math.max(0, minutes(endTime) - minutes(startTime)) / 6) / 10;
}

/** Hours of people, in tenths. */
export function effortOf(record: PlainRecord, links: Links): number {
  const { kind, body } = record;
  const hasWorkRecord = links.about.has(record.number) || (body.related ?? []).some((number) => links.byNumber.get(number)?.kind === 'worklog');
  if (kind === 'worklog') return body.hours ?? 0;
  if (kind === 'inspection') return clock(body);
  if (kind === 'training') return links.about.has(record.number) ? 0 : clock(body) || (body.hours ?? 0);
  if (hasWorkRecord) return 0;
  if (kind === 'visit') return clock(body);
  return kind === 'incident' || kind === 'change' ? body.hours ?? 0 : 0;
}

/** Minutes of the 7×24 clock. */
export function minutes(from: string | undefined, to: string | undefined): number | undefined {
  return from === undefined || to === undefined ? undefined : (Date.parse(`${to}:00Z`) - Date.parse(`${from}:00Z`)) / 60_000;
}
