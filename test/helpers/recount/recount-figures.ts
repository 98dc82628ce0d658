import { abnormalOf, effortOf, minutes, settledOn } from './recount-closing.ts';
import { day, isIn, of, round, share, sum, type PlainRecord, type PlainYear, type Span } from './plain-records.ts';
import { isMadeUp, workDays } from './work-days.ts';

export type Counted = Readonly<Record<string, number | null>>;

function mean(values: readonly number[], decimals: number): number | null {
  return values.length === 0 ? null : round(sum(values, (value) => value) / values.length, decimals);
}

/** Person-days that a request takes from the free quota, as known on a day. */
export function freeDays({ body }: PlainRecord, asOf: string): number {
  if (body.charge !== '免费' || body.decision === '不同意' || body.decision === '暂缓') return 0;
  return knownDays(body, asOf);
}

export function knownDays(body: PlainRecord['body'], asOf: string): number {
  const isLater = body.releasedOn !== undefined && body.releasedOn > asOf;
  return (isLater ? body.personDays : body.actualPersonDays ?? body.personDays) ?? 0;
}

/** Of 100, whatever the criteria of the sheet add up to. */
export function scoreOf({ body }: PlainRecord): number {
  const rows = body.scores ?? [];
  return (sum(rows, ({ score }) => score) / sum(rows, ({ fullScore }) => fullScore)) * 100;
}

/** Faults under the promised times, and whether each was answered and restored within them. */
export function promisesOf(year: PlainYear, faults: readonly PlainRecord[]): { readonly fault: PlainRecord; readonly isAnswered: boolean; readonly isRestored: boolean }[] {
  const { answerMinutes, restoreMinutes, vendorFaultOnly } = year.contract.serviceLevel;
  return faults.filter(({ body }) => !vendorFaultOnly || body.vendorFault === true).map((fault) => ({
    fault,
    isAnswered: (minutes(fault.body.reportedAt, fault.body.answeredAt) ?? Infinity) <= answerMinutes,
    isRestored: (minutes(fault.body.reportedAt, fault.body.restoredAt) ?? Infinity) <= restoreMinutes,
  }));
}

export function dueDays(year: PlainYear, span: Span): string[] {
  return workDays(span).filter((date) => isIn(year.contract.service, date));
}

/** All figures of a span as known on a day, by their codes; null where there is nothing to count from. */
export function recountFigures(year: PlainYear, span: Span, asOf: string): Counted {
  return { ...inspectionsAndWork(year, span, asOf), ...requestsAndFaults(year, span, asOf), ...assurance(year, span), ...peopleAndAppeals(year, span, asOf) };
}

function inspectionsAndWork(year: PlainYear, span: Span, asOf: string): Counted {
  const { links } = year;
  const inspections = of(year, 'inspection', span);
  const inspected = new Set(inspections.map(({ date }) => date));
  const due = dueDays(year, span);
  const done = due.filter((date) => inspected.has(date));
  const abnormal = abnormalOf(inspections, links);
  const closed = abnormal.filter(({ closedOn }) => closedOn !== undefined && closedOn <= asOf);
  const work = of(year, 'worklog', span);
  const finished = work.filter((record) => (settledOn(record, links) ?? '9999') <= asOf);
  const effort = round(sum(['worklog', 'inspection', 'incident', 'change', 'training', 'visit'].flatMap((kind) => of(year, kind, span)), (record) => effortOf(record, links)), 1);
  return {
    'inspection.due': due.length, 'inspection.done': done.length, 'inspection.coverage': share(done.length, due.length),
    'inspection.makeUpDue': due.filter(isMadeUp).length, 'inspection.makeUpDone': done.filter(isMadeUp).length,
    'inspection.count': inspections.length, 'inspection.items': sum(inspections, ({ body }) => (body.items ?? []).filter(({ result }) => result !== '不适用').length),
    'inspection.abnormal': abnormal.length, 'inspection.closed': closed.length, 'inspection.closedRate': share(closed.length, abnormal.length),
    'work.count': work.length, 'work.hours': round(sum(work, ({ body }) => body.hours ?? 0), 1),
    'work.finished': finished.length, 'work.finishedRate': share(finished.length, work.length),
    'effort.hours': effort, 'effort.personMonths': round(effort / (8 * 21.75), 2),
  };
}

function requestsAndFaults(year: PlainYear, span: Span, asOf: string): Counted {
  const { links } = year;
  const requests = of(year, 'request', span);
  const used = round(sum(of(year, 'request', { from: '0000', to: span.to }), (record) => freeDays(record, asOf)), 2);
  const released = of(year, 'request', { from: '0000', to: '9999' })
    .filter(({ body }) => (body.state === '已上线' || body.state === '已关闭') && body.releasedOn !== undefined && isIn(span, body.releasedOn));
  const incidents = of(year, 'incident', span);
  const faults = incidents.filter(({ body }) => body.category !== '演练');
  const promised = promisesOf(year, faults);
  const answered = promised.filter(({ isAnswered }) => isAnswered).length;
  const restored = promised.filter(({ isRestored }) => isRestored).length;
  const spent = (field: 'answeredAt' | 'restoredAt'): number[] => faults.flatMap(({ body }) => minutes(body.reportedAt, body[field]) ?? []);
  return {
    'request.count': requests.length, 'request.accepted': requests.filter(({ body }) => body.decision !== '不同意' && body.decision !== '暂缓').length,
    'request.released': released.length, 'request.charged': requests.filter(({ body }) => body.charge === '收费').length,
    'request.personDays': round(sum(requests, (record) => freeDays(record, asOf)), 2), 'request.personDaysUsed': used,
    'request.personDaysLeft': round(Math.max(0, year.contract.changeQuota.personDays - used), 2),
    'incident.count': faults.length, 'incident.measured': promised.length, 'incident.answeredInTime': answered, 'incident.restoredInTime': restored,
    'incident.answerRate': share(answered, promised.length), 'incident.restoreRate': share(restored, promised.length),
    'incident.averageAnswer': mean(spent('answeredAt'), 1), 'incident.averageRestore': mean(spent('restoredAt'), 1),
    'incident.settled': faults.filter((record) => (settledOn(record, links) ?? '9999') <= asOf).length,
    'incident.drills': incidents.length - faults.length,
  };
}

function assurance(year: PlainYear, span: Span): Counted {
  const backups = of(year, 'backup-run', span);
  const succeeded = backups.filter(({ body }) => body.result === '成功').length;
  const restoreTests = backups.filter(({ body }) => body.restoreTest === '成功' || body.restoreTest === '失败');
  const changes = of(year, 'change', span);
  const ofCategory = (category: string): number => changes.filter(({ body }) => body.category === category).length;
  return {
    'backup.count': backups.length, 'backup.succeeded': succeeded, 'backup.rate': share(succeeded, backups.length), 'backup.sizeGb': round(sum(backups, ({ body }) => body.sizeGb ?? 0), 2),
    'backup.restoreTests': restoreTests.length, 'backup.restoreSucceeded': restoreTests.filter(({ body }) => body.restoreTest === '成功').length,
    'change.patches': ofCategory('软件补丁'), 'change.hardening': ofCategory('安全加固'), 'change.tuning': ofCategory('性能调优'), 'change.configuration': ofCategory('配置变更'),
    'change.succeeded': changes.filter(({ body }) => body.result === '成功').length,
  };
}

function peopleAndAppeals(year: PlainYear, span: Span, asOf: string): Counted {
  const trainings = of(year, 'training', span);
  const surveys = of(year, 'survey', span);
  const appeals = of(year, 'complaint', span);
  const responded = appeals.filter(({ body }) => body.respondedAt !== undefined && day(body.respondedAt) <= asOf).length;
  const resolved = appeals.filter((record) => record.body.resolved === '是' && day(record.body.closedAt ?? record.date) <= asOf).length;
  const rated = appeals.filter((record) => /^(不)?满意$/.test(record.body.satisfied ?? '') && (record.body.followUpOn ?? day(record.body.closedAt ?? record.date)) <= asOf);
  return {
    'training.count': trainings.length, 'training.attendees': sum(trainings, ({ body }) => body.attendees?.length ?? 0), 'training.hours': round(sum(trainings, ({ body }) => body.hours ?? 0), 1),
    'visit.count': of(year, 'visit', span).length,
    'survey.count': surveys.length, 'survey.averageScore': mean(surveys.map(scoreOf), 2),
    'survey.satisfactionRate': share(surveys.filter(({ body }) => /^(非常)?满意$/.test(body.overall ?? '')).length, surveys.length),
    'complaint.count': appeals.length, 'complaint.responded': responded, 'complaint.responseRate': share(responded, appeals.length),
    'complaint.resolved': resolved, 'complaint.resolutionRate': share(resolved, appeals.length),
    'complaint.satisfactionRate': share(rated.filter(({ body }) => body.satisfied === '满意').length, rated.length),
  };
}
