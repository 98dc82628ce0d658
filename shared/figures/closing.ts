import { dateOf, type LocalDate } from '../dates.ts';
import type { AnyRecord, RecordOf } from '../records/record.ts';
import type { RecordIndex } from './record-index.ts';

/**
 * When matters were settled. A form that says 未完成 stays as it was signed: what settles it is a later work record that
 * names its number in 关联单号.
 */

type InspectionItem = RecordOf<'inspection'>['body']['items'][number];

function followUps(record: AnyRecord, index: RecordIndex): readonly RecordOf<'worklog'>[] {
  const about = index.workAbout.get(record.number) ?? [];
  // Only later work can finish earlier work; this also ends the recursion when two records name each other.
  return about.filter((work) => work.date > record.date || (work.date === record.date && work.number > record.number));
}

function earliest(dates: readonly (LocalDate | undefined)[]): LocalDate | undefined {
  return dates.reduce((first, date) => (first === undefined || (date !== undefined && date < first) ? date : first), undefined);
}

function workSettledOn(record: RecordOf<'worklog'>, index: RecordIndex): LocalDate | undefined {
  if (record.body.state === '完成') return record.body.restoredAt === undefined ? record.date : dateOf(record.body.restoredAt);
  return earliest(followUps(record, index).map((work) => workSettledOn(work, index)));
}

/** The day on which the matter of a record was settled, or undefined while it is open. */
export function settledOn(record: AnyRecord, index: RecordIndex): LocalDate | undefined {
  switch (record.kind) {
    case 'worklog': return workSettledOn(record, index);
    case 'incident': return record.body.state === '处理中' ? undefined : dateOf(record.body.restoredAt ?? record.date);
    case 'request': return record.body.state === '已上线' || record.body.state === '已关闭' ? (record.body.releasedOn ?? record.date) : undefined;
    case 'complaint': return record.body.resolved === '是' ? dateOf(record.body.closedAt ?? record.date) : undefined;
    case 'change': return record.body.result === '成功' ? dateOf(record.body.endedAt ?? record.date) : undefined;
    case 'backup-run': return record.body.result === '成功' ? dateOf(record.body.endedAt ?? record.date) : undefined;
    case 'inspection':
    case 'training':
    case 'visit':
    case 'survey':
    case 'report': return record.date;
    default: return record satisfies never;
  }
}

/** Record numbers written in one text field: `GZ-20240805-01、GX-20240805-01`. */
export function numbersIn(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(/[\s、，,；;]+/u).filter((part) => part !== '');
}

export function isAbnormal(item: InspectionItem): boolean {
  return item.result === '异常' || item.result === '待处理';
}

/** Why an abnormal item is still open, for the person who has to close it. */
export type OpenReason =
  | { readonly reason: 'unhandled' }
  | { readonly reason: 'pending' }
  | { readonly reason: 'number-unknown'; readonly number: string }
  | { readonly reason: 'record-open'; readonly number: string };

export type ItemClosing = { readonly closedOn: LocalDate } | { readonly open: OpenReason };

/**
 * Whether an abnormal item is closed (巡检闭环): by the records named in 处理单号 being settled; without such a number by
 * 整改完成日期; otherwise by a handling text, if the inspection does not itself conclude 待处理.
 */
export function itemClosing(inspection: RecordOf<'inspection'>, item: InspectionItem, index: RecordIndex): ItemClosing {
  let last: LocalDate | undefined;
  for (const number of numbersIn(item.handledBy)) {
    const handling = index.byNumber.get(number);
    if (handling === undefined) return { open: { reason: 'number-unknown', number } };
    const settled = settledOn(handling, index);
    if (settled === undefined) return { open: { reason: 'record-open', number } };
    if (last === undefined || settled > last) last = settled;
  }
  if (item.rectifiedOn !== undefined) return { closedOn: item.rectifiedOn };
  if (last !== undefined) return { closedOn: last };
  if (item.handling === undefined) return { open: { reason: 'unhandled' } };
  return inspection.body.conclusion === '存在异常，待处理' || item.result === '待处理' ? { open: { reason: 'pending' } } : { closedOn: inspection.date };
}

/** Settled by the day given; at any time when none is given. */
export function isBy(date: LocalDate | undefined, asOf: LocalDate | undefined): boolean {
  return date !== undefined && (asOf === undefined || date <= asOf);
}
