import { describe, expect, test } from 'vitest';
import type { Period } from '../../../shared/contract/periods.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { figures, figuresOf, figureValue, findFigure, formatFigure, reportAsOf } from '../../../shared/figures/figures.ts';
import type { FigureValue } from '../../../shared/figures/figure.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';

const profile = testProfile();
/** 20 working days, no make-up day. */
const august: Period = { key: '2024-08', label: '2024年8月', from: '2024-08-03', to: '2024-08-31' };
/** Two make-up days: 14 and 29 September. */
const september: Period = { key: '2024-09', label: '2024年9月', from: '2024-09-01', to: '2024-09-30' };

function valueOf(id: string, records: readonly AnyRecord[], period = august, asOf?: LocalDate): FigureValue {
  return figureValue(id, { profile, records, period, asOf });
}

function values(ids: readonly string[], records: readonly AnyRecord[], period = august, asOf?: LocalDate): Record<string, number | string> {
  return Object.fromEntries(ids.map((id) => {
    const { value, empty } = valueOf(id, records, period, asOf);
    return [id, empty === true ? '—' : value];
  }));
}

describe('the catalogue', () => {
  test('has every id and label once, and says how each figure is counted', () => {
    expect(new Set(figures.map((figure) => figure.id)).size).toBe(figures.length);
    expect(new Set(figures.map((figure) => figure.label)).size).toBe(figures.length);
    expect(figures.filter((figure) => figure.formula === '' || figure.source === '' || figure.unit === '')).toEqual([]);
  });

  test('says of an unknown figure that it is unknown', () => {
    expect(findFigure('work.unheard')).toBeUndefined();
    expect(() => valueOf('work.unheard', [])).toThrow('Unknown figure: work.unheard');
  });

  test('counts nothing from drafts, void records and other periods', () => {
    const records: AnyRecord[] = [
      makeRecord('worklog', {}, { status: 'draft' }), makeRecord('inspection', {}, { status: 'void' }), makeRecord('incident', {}, { status: 'void' }),
      makeRecord('complaint', { date: '2024-09-02' }), makeRecord('survey', { date: '2024-08-02' }), makeRecord('request', { date: '2024-09-02' }), makeRecord('training', {}, { status: 'draft' }),
    ];
    const empty = figuresOf(profile, august, [], '2024-09-02');
    expect(figuresOf(profile, august, records, '2024-09-02')).toEqual(empty);
    expect(empty.filter((row) => row.value !== 0)).toEqual([{ figure: 'inspection.due', label: '应巡检天数', value: 20 }, { figure: 'request.personDaysLeft', label: '剩余免费人日', value: 20 }]);
  });

  test('leaves out of a report what has nothing to count from', () => {
    expect(figuresOf(profile, august, [], '2024-09-02').map((row) => row.figure)).not.toContain('survey.satisfactionRate');
    const rate = findFigure('survey.satisfactionRate');
    expect(rate && formatFigure(rate, valueOf('survey.satisfactionRate', []))).toBe('—');
  });

  test('opens every figure down to its records', () => {
    const records = [makeRecord('worklog'), makeRecord('worklog', { hours: 0 }, { sequence: 2 })];
    expect([valueOf('work.count', records).recordIds, valueOf('work.hours', records).recordIds]).toEqual([['gz-20240805-01', 'gz-20240805-02'], ['gz-20240805-01']]);
  });
});

describe('inspections', () => {
  test('a day counts once however many inspections it has, days off count as duty', () => {
    const records = [makeRecord('inspection'), makeRecord('inspection', { cycle: '周检' }, { sequence: 2 }), makeRecord('inspection', { date: '2024-08-06' }), makeRecord('inspection', { date: '2024-08-10', dutyType: '值班' })];
    expect(values(['inspection.due', 'inspection.done', 'inspection.coverage', 'inspection.count', 'inspection.items'], records)).toEqual({
      'inspection.due': 20, 'inspection.done': 2, 'inspection.coverage': 10, 'inspection.count': 4, 'inspection.items': 8,
    });
  });

  test('make-up workdays are due and counted apart', () => {
    const records = [makeRecord('inspection', { date: '2024-09-14' }), makeRecord('inspection', { date: '2024-09-13' })];
    expect(values(['inspection.due', 'inspection.makeUpDue', 'inspection.makeUpDone'], records, september)).toEqual({ 'inspection.due': 21, 'inspection.makeUpDue': 2, 'inspection.makeUpDone': 1 });
  });

  test('nothing is due outside the service period', () => {
    expect(valueOf('inspection.due', [], { ...august, from: '2024-07-01', to: '2024-08-05' })).toEqual({ value: 1, recordIds: [] });
  });

  test('an abnormal item is closed when it was closed by the day of the figures', () => {
    const inspection = makeRecord('inspection', {
      date: '2024-08-20', conclusion: '存在异常，待处理',
      items: [
        { category: '服务器', item: '磁盘', result: '异常', handledBy: 'GZ-20240902-01' },
        { category: '网络', item: '证书', result: '待处理', rectifiedOn: '2024-08-25' },
        { category: '网络', item: '带宽', result: '不适用' },
        { category: '应用', item: '首页', result: '正常' },
      ],
    });
    const records = [inspection, makeRecord('worklog', { date: '2024-09-02' })];
    const ids = ['inspection.abnormal', 'inspection.closed', 'inspection.closedRate', 'inspection.items'];
    expect(values(ids, records, august, '2024-08-31')).toEqual({ 'inspection.abnormal': 2, 'inspection.closed': 1, 'inspection.closedRate': 50, 'inspection.items': 3 });
    expect(values(ids, records)).toEqual({ 'inspection.abnormal': 2, 'inspection.closed': 2, 'inspection.closedRate': 100, 'inspection.items': 3 });
  });
});

describe('work', () => {
  test('hours add up without floating-point tails', () => {
    const records = Array.from({ length: 10 }, (_, i) => makeRecord('worklog', { hours: 0.1 }, { sequence: i + 1 }));
    expect(values(['work.count', 'work.hours'], records)).toEqual({ 'work.count': 10, 'work.hours': 1 });
  });

  test('unfinished work is finished by a later record about it, once that is known', () => {
    const records = [makeRecord('worklog', { state: '未完成', nextServiceDate: '2024-09-03' }), makeRecord('worklog', { date: '2024-09-03', related: ['GZ-20240805-01'] })];
    expect(values(['work.finished', 'work.finishedRate'], records)).toEqual({ 'work.finished': 1, 'work.finishedRate': 100 });
    expect(values(['work.finished', 'work.finishedRate'], records, august, '2024-09-02')).toEqual({ 'work.finished': 0, 'work.finishedRate': 0 });
  });

  test('the hours of a fault stay in the report of its time when its work is recorded after that report', () => {
    const records = [makeRecord('incident', { hours: 3 }), makeRecord('worklog', { date: '2024-09-03', hours: 3, related: ['GX-20240805-01'] })];
    expect([values(['effort.hours'], records, august, '2024-09-02'), values(['effort.hours'], records)]).toEqual([{ 'effort.hours': 3 }, { 'effort.hours': 0 }]);
  });

  test('effort takes every kind of work in, and nothing twice', () => {
    const records = [
      makeRecord('worklog', { hours: 87, related: ['GX-20240805-01'] }), makeRecord('incident', { hours: 5 }), makeRecord('incident', { hours: 3 }, { sequence: 2 }),
      makeRecord('change', { hours: 4, related: ['GZ-20240805-01'] }), makeRecord('inspection', { startTime: '08:30', endTime: '09:15' }),
      makeRecord('training', { startTime: undefined, endTime: undefined, hours: 2 }), makeRecord('visit'), makeRecord('backup-run'),
    ];
    // 87 + 3 + 0.8 (0.75 in tenths) + 2 + 1
    expect(values(['effort.hours', 'effort.personMonths'], records)).toEqual({ 'effort.hours': 93.8, 'effort.personMonths': 0.54 });
    expect(valueOf('effort.hours', records).recordIds).toEqual(['gz-20240805-01', 'xj-20240805-01', 'gx-20240805-02', 'px-20240805-01', 'zf-20240805-01']);
  });
});

describe('requests', () => {
  const records = [
    makeRecord('request', { date: '2024-08-05', personDays: 2, actualPersonDays: 2.5, releasedOn: '2024-09-10' }),
    makeRecord('request', { date: '2024-08-06', personDays: 4, charge: '收费' }),
    makeRecord('request', { date: '2024-08-07', personDays: 3, decision: '不同意', state: '已关闭', releasedOn: undefined }),
    makeRecord('request', { date: '2024-09-02', personDays: 1 }),
  ];

  test('count against the free quota over the whole service, releases on the day they happen', () => {
    const ids = ['request.count', 'request.accepted', 'request.released', 'request.charged', 'request.personDays', 'request.personDaysUsed', 'request.personDaysLeft'];
    expect(values(ids, records)).toEqual({ 'request.count': 3, 'request.accepted': 2, 'request.released': 1, 'request.charged': 1, 'request.personDays': 2.5, 'request.personDaysUsed': 2.5, 'request.personDaysLeft': 17.5 });
    expect(values(ids, records, september)).toEqual({ 'request.count': 1, 'request.accepted': 1, 'request.released': 2, 'request.charged': 0, 'request.personDays': 1, 'request.personDaysUsed': 3.5, 'request.personDaysLeft': 16.5 });
  });

  test('before the release the estimate counts', () => {
    expect(valueOf('request.personDays', records, august, '2024-09-02').value).toBe(2);
  });

  test('a quota that is exceeded leaves nothing, not less than nothing', () => {
    expect(valueOf('request.personDaysLeft', [makeRecord('request', { personDays: 30 })]).value).toBe(0);
  });
});

describe('incidents', () => {
  test('times are taken from the report on the 7×24 clock, for the vendor’s faults', () => {
    const records = [
      makeRecord('incident', { date: '2024-08-09', reportedAt: '2024-08-09T23:40', answeredAt: '2024-08-10T00:40', restoredAt: '2024-08-10T03:40' }),
      makeRecord('incident', { date: '2024-08-12', reportedAt: '2024-08-12T09:00', answeredAt: '2024-08-12T10:01', restoredAt: '2024-08-12T13:01' }),
      makeRecord('incident', { date: '2024-08-13', reportedAt: '2024-08-13T09:00', answeredAt: '2024-08-13T12:00', restoredAt: '2024-08-14T09:00', vendorFault: false }),
      makeRecord('incident', { date: '2024-08-14', category: '演练' }),
    ];
    expect(values(figures.filter((figure) => figure.chapter === '故障与应急').map((figure) => figure.id), records)).toEqual({
      'incident.count': 3, 'incident.measured': 2, 'incident.answeredInTime': 1, 'incident.restoredInTime': 1, 'incident.answerRate': 50, 'incident.restoreRate': 50,
      'incident.averageAnswer': 100.3, 'incident.averageRestore': 640.3, 'incident.settled': 3, 'incident.drills': 1,
    });
  });

  test('a fault that nobody answered is not in time', () => {
    const records = [makeRecord('incident', { answeredAt: undefined, restoredAt: undefined, state: '处理中' })];
    expect(values(['incident.answerRate', 'incident.averageAnswer', 'incident.settled'], records)).toEqual({ 'incident.answerRate': 0, 'incident.averageAnswer': '—', 'incident.settled': 0 });
  });
});

test('backups and changes', () => {
  const records = [
    makeRecord('backup-run', { restoreTest: '成功' }), makeRecord('backup-run', { result: '失败', handling: '补做' }, { sequence: 2 }), makeRecord('backup-run', { restoreTest: '失败' }, { sequence: 3 }),
    makeRecord('change', { category: '软件补丁' }), makeRecord('change', { category: '性能调优', result: '已回退' }, { sequence: 2 }),
  ];
  expect(values(figures.filter((figure) => figure.chapter === '备份与安全').map((figure) => figure.id), records)).toEqual({
    'backup.count': 3, 'backup.succeeded': 2, 'backup.rate': 66.67, 'backup.sizeGb': 37.5, 'backup.restoreTests': 2, 'backup.restoreSucceeded': 1,
    'change.patches': 1, 'change.hardening': 0, 'change.tuning': 1, 'change.configuration': 0, 'change.succeeded': 1,
  });
});

test('trainings, visits and surveys', () => {
  const survey = (sequence: number, overall: '非常满意' | '满意' | '基本满意', score: number) => makeRecord('survey', { overall, scores: [{ criterion: '服务态度', fullScore: 10, score }, { criterion: '处置效果', fullScore: 20, score: 20 }] }, { sequence });
  const records = [makeRecord('training'), makeRecord('training', { hours: 1.5 }, { sequence: 2 }), makeRecord('visit'), survey(1, '非常满意', 10), survey(2, '满意', 9), survey(3, '基本满意', 1)];
  expect(values(figures.filter((figure) => figure.chapter === '培训与走访' || figure.chapter === '满意度').map((figure) => figure.id), records)).toEqual({
    'training.count': 2, 'training.attendees': 4, 'training.hours': 3.5, 'visit.count': 1,
    // (100 + 96.67 + 70) ÷ 3
    'survey.count': 3, 'survey.averageScore': 88.89, 'survey.satisfactionRate': 66.67,
  });
});

test('complaints as they stood on the day of the figures', () => {
  const records = [
    makeRecord('complaint'),
    makeRecord('complaint', { date: '2024-08-30', receivedAt: '2024-08-30T16:00', respondedAt: '2024-08-30T16:05', closedAt: '2024-09-05T10:00', satisfied: '不满意' }),
    makeRecord('complaint', { date: '2024-08-29', receivedAt: '2024-08-29T16:00', respondedAt: undefined, closedAt: undefined, resolved: '办理中', satisfied: undefined }),
  ];
  const ids = figures.filter((figure) => figure.chapter === '投诉与接诉即办').map((figure) => figure.id);
  expect(values(ids, records)).toEqual({ 'complaint.count': 3, 'complaint.responded': 2, 'complaint.responseRate': 66.67, 'complaint.resolved': 2, 'complaint.resolutionRate': 66.67, 'complaint.satisfactionRate': 50 });
  expect(values(ids, records, august, '2024-09-02')).toEqual({ 'complaint.count': 3, 'complaint.responded': 2, 'complaint.responseRate': 66.67, 'complaint.resolved': 1, 'complaint.resolutionRate': 33.33, 'complaint.satisfactionRate': 100 });
});

test('a report’s figures are those of the day it was written, never before its period is over', () => {
  expect([reportAsOf({ date: '2024-11-04', periodTo: '2024-11-02' }), reportAsOf({ date: '2024-10-30', periodTo: '2024-11-02' })]).toEqual(['2024-11-04', '2024-11-02']);
});
