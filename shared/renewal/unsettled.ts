import type { LocalDate } from '../dates.ts';
import { isAbnormal, itemClosing, settledOn } from '../figures/closing.ts';
import { indexRecords, type RecordIndex } from '../figures/record-index.ts';
import { kindOf, type KindName } from '../records/kinds.ts';
import type { AnyRecord } from '../records/record.ts';

/** Something that a service year leaves unfinished. */
export type Unsettled = {
  readonly recordId: string;
  /** Of an inspection: which of its items, from 0. */
  readonly row?: number;
  readonly kind: KindName;
  readonly number: string;
  readonly date: LocalDate;
  readonly title: string;
  /** Why it is not finished, in Chinese. */
  readonly why: string;
};

/** A record, or one item of an inspection. */
export type Matter = Pick<Unsettled, 'recordId' | 'row'>;

function whyUnsettled(record: AnyRecord, index: RecordIndex): string | undefined {
  switch (record.kind) {
    case 'worklog': return settledOn(record, index) === undefined ? '未完成' : undefined;
    case 'incident': return record.body.state === '处理中' ? '还在处理' : record.body.state === '已恢复' && record.body.category !== '演练' ? '已恢复，没有关闭' : undefined;
    // What the customer refused is settled, whatever its state says.
    case 'request': return record.body.decision === '不同意' || settledOn(record, index) !== undefined ? undefined : record.body.decision === '暂缓' ? '暂缓' : `需求${record.body.state}`;
    case 'complaint': return record.body.resolved === '办理中' ? '还在办理' : record.body.resolved === '否' ? '没有解决' : undefined;
    case 'change': return settledOn(record, index) === undefined && (index.workAbout.get(record.number) ?? []).every((work) => settledOn(work, index) === undefined) ? `实施${record.body.result}` : undefined;
    case 'visit': return record.body.actionState === '落实中' ? '改进措施还在落实' : undefined;
    case 'inspection':
    case 'backup-run':
    case 'survey':
    case 'training':
    case 'report': return undefined;
    default: return record satisfies never;
  }
}

function unsettledItems(record: AnyRecord, index: RecordIndex): Unsettled[] {
  if (record.kind !== 'inspection') return [];
  return record.body.items.flatMap((item, row): Unsettled[] => {
    if (!isAbnormal(item)) return [];
    const closing = itemClosing(record, item, index);
    // What another record handles goes on with that one.
    return !('open' in closing) || closing.open.reason === 'record-open' ? [] : [{ recordId: record.id, row, kind: record.kind, number: record.number, date: record.date, title: `${item.category}：${item.item}`, why: '异常没有闭环' }];
  });
}

/** What goes on in other unfinished work is carried with that one; requests and complaints are carried themselves. */
export function carriersOf(record: AnyRecord, index: RecordIndex): readonly AnyRecord[] {
  if (record.kind === 'request' || record.kind === 'complaint') return [record];
  const followers = (index.workAbout.get(record.number) ?? []).filter((work) => (work.date > record.date || (work.date === record.date && work.number > record.number)) && settledOn(work, index) === undefined);
  return followers.length === 0 ? [record] : followers.flatMap((work) => carriersOf(work, index));
}

/**
 * What a service year leaves unfinished, by kind and day: work, faults, requests, changes and complaints that are not settled, abnormal items that
 * nothing closed, measures of visits, and trainings that are still drafts. Other drafts are unfinished paper, not unfinished matters.
 */
export function unsettledMatters(records: readonly AnyRecord[]): Unsettled[] {
  const index = indexRecords(records);
  const found = records.flatMap((record): Unsettled[] => {
    const { id: recordId, kind, number, date, title } = record;
    if (kind === 'training' && record.status === 'draft') return [{ recordId, kind, number, date, title: title === '' ? kindOf(kind).title : title, why: '还是草稿，没有完成' }];
    if (record.status !== 'final') return [];
    const why = whyUnsettled(record, index);
    if (why === undefined) return unsettledItems(record, index);
    return carriersOf(record, index).some(({ id }) => id !== recordId) ? [] : [{ recordId, kind, number, date, title, why }];
  });
  return found.toSorted((a, b) => (a.kind === b.kind ? (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) : a.kind < b.kind ? -1 : 1));
}
