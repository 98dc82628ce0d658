import { dateOf, type LocalDate, type LocalMinute } from '../../shared/dates.ts';
import type { Entry } from './entry.ts';

/** What a form said on a day in the middle of the year: nothing that happened later, and its state as it was then. */

/** Days and minutes alike. */
function isLater(moment: LocalMinute | undefined, until: LocalDate): boolean {
  return moment !== undefined && dateOf(moment) > until;
}

export function cutInspection(entry: Entry<'inspection'>, until: LocalDate): Entry<'inspection'> {
  if (!entry.body.items.some((item) => isLater(item.rectifiedOn, until))) return entry;
  const items = entry.body.items.map((item) => (isLater(item.rectifiedOn, until) ? { ...item, result: '待处理' as const, handledBy: undefined, rectifiedOn: undefined } : item));
  return { ...entry, body: { ...entry.body, items, conclusion: '存在异常，待处理' } };
}

export function cutRequest(entry: Entry<'request'>, until: LocalDate): Entry<'request'> {
  if (!isLater(entry.body.releasedOn, until)) return entry;
  const unfinished = { releasedOn: undefined, actualPersonDays: undefined, testConclusion: undefined, acceptance: undefined };
  return { ...entry, body: { ...entry.body, ...unfinished, state: '处理中' } };
}

export function cutIncident(entry: Entry<'incident'>, until: LocalDate): Entry<'incident'> {
  if (isLater(entry.body.restoredAt, until)) return { ...entry, body: openIncident(entry.body) };
  return isLater(entry.body.improvementDoneOn, until) ? { ...entry, body: { ...entry.body, improvementDoneOn: undefined, state: '已恢复' } } : entry;
}

/** A fault as it stands while it is being worked on. */
export function openIncident(body: Entry<'incident'>['body']): Entry<'incident'>['body'] {
  return {
    ...body, restoredAt: undefined, timeline: (body.timeline ?? []).slice(0, 2), cause: undefined, solution: undefined, verification: undefined,
    improvement: undefined, improvementDoneOn: undefined, review: undefined, overrunReason: undefined, hours: undefined, state: '处理中',
  };
}

export function cutComplaint(entry: Entry<'complaint'>, until: LocalDate): Entry<'complaint'> {
  const unasked = { satisfied: '未评价' as const, followUpBy: undefined, followUpOn: undefined, notice: undefined, remark: undefined };
  if (isLater(entry.body.closedAt, until)) return { ...entry, body: { ...entry.body, ...unasked, closedAt: undefined, result: undefined, resolved: '办理中' } };
  return isLater(entry.body.followUpOn, until) ? { ...entry, body: { ...entry.body, ...unasked } } : entry;
}
