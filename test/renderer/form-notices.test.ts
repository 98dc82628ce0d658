import { expect, test } from 'vitest';
import { draftLabel, draftRoute, formDraft, newDraftKey, recordDraftKey } from '../../renderer/forms/draft-content.ts';
import { formNotices } from '../../renderer/forms/form-notices.ts';
import { handlingValues } from '../../renderer/forms/handling-values.ts';
import { likelyCycle } from '../../renderer/forms/inspection-values.ts';
import { newValues } from '../../renderer/forms/record-values.ts';
import { newId } from '../../renderer/state/new-id.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';

const profile = testProfile({ people: [{ name: '林远航', side: 'vendor' }] });
const texts = (kind: Parameters<typeof formNotices>[0], body: Record<string, unknown>): readonly (readonly [string, string])[] => [...formNotices(kind, { body, extra: {}, signOff: {} }, profile)].map(([place, { tone }]) => [place, tone]);

test('a day outside of the service period, and a day off without duty, are worth a look', () => {
  expect(texts('inspection', { date: '2024-08-05' })).toEqual([]);
  expect(texts('inspection', { date: '2024-10-01' })).toEqual([['非工作日值守', 'warning']]);
  expect(texts('inspection', { date: '2024-10-01', dutyType: '值班' })).toEqual([]);
  expect(texts('worklog', { date: '2025-09-01' })).toEqual([['服务日期', 'warning']]);
  expect(texts('visit', { date: '2024-08-10' })).toEqual([['走访日期', 'hint']]);
  expect(texts('incident', { date: '2024-08-10' })).toEqual([]);
  expect(texts('report', { date: '2025-08-20', periodFrom: '2024-08-01', periodTo: '2024-11-02' })).toEqual([['起始日期', 'warning']]);
  expect(texts('inspection', {})).toEqual([]);
});

test('the cycle follows the working calendar where the checklist has items that are due so often', () => {
  const cycles = ['日检', '周检', '月检'];
  const checklist = testProfile({ checklist: [{ category: 'a', item: 'b', cycle: '周检' }, { category: 'a', item: 'c', cycle: '月检' }] }).checklist;
  const cycleOf = (date: string): string => likelyCycle(date, cycles, checklist, {});

  // A Friday, the last working day of September before the holidays, a Saturday, a Monday.
  expect(['2024-08-09', '2024-09-30', '2024-08-10', '2024-08-05'].map(cycleOf)).toEqual(['周检', '月检', '日检', '日检']);
  expect(likelyCycle('2024-08-09', cycles, [], {})).toBe('日检');
});

test('what an abnormal item tells goes into the record that handles it', () => {
  const item = { category: '服务器', item: '磁盘空间', result: '异常' as const, measured: '92%' };
  const inspection = makeRecord('inspection', { date: '2024-08-05', system: '示例监管平台', inspector: '程知秋', items: [item], startTime: '09:00' });

  const work = handlingValues('worklog', newValues('worklog', profile, '2024-08-05', null), inspection, item);
  const incident = handlingValues('incident', newValues('incident', profile, '2024-08-05', null), inspection, item);

  expect(work).toEqual({
    body: { date: '2024-08-05', staff: '程知秋', module: '服务器', requester: '程知秋', description: '巡检发现：磁盘空间，实测 92%', reportedAt: '2024-08-05T09:00', related: [inspection.number] },
    extra: {},
    signOff: { executor: '程知秋', executedOn: '2024-08-05' },
  });
  expect(incident.body).toMatchObject({ category: '故障', trigger: '巡检发现', symptom: '巡检发现：磁盘空间，实测 92%', reporter: '程知秋', handler: '程知秋', system: '示例监管平台' });
});

test('a draft is found again by its key and known by its words', () => {
  const summary = { kind: 'visit', label: '', version: 1, updatedAt: '' };
  expect(draftRoute({ ...summary, key: newDraftKey('visit', 'i1') })).toEqual({ screen: 'records', kind: 'visit', open: 'new', draft: 'i1' });
  expect(draftRoute({ ...summary, key: recordDraftKey('r1'), recordId: 'r1' })).toEqual({ screen: 'records', kind: 'visit', open: 'r1' });
  expect(draftRoute({ ...summary, key: 'settings', kind: 'profile' })).toBeUndefined();
  expect(draftLabel('visit', { body: { date: '2024-08-05', place: '业务大厅', content: '第一行\n第二行' }, extra: {}, signOff: {} }, undefined)).toBe('2024-08-05 业务大厅 第一行 第二行');
  expect(formDraft({ ...summary, key: 'grid:worklog', content: { rows: [] }, files: [] })).toBeUndefined();
});

test('ids are UUIDs of version 7', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
