import { expect, test } from 'vitest';
import { renewedProfile } from '../../../shared/contract/renew.ts';
import { bodySchema, parseDraftBody } from '../../../shared/records/body-schema.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { takenOver } from '../../../shared/renewal/taken-over.ts';
import { unsettledMatters } from '../../../shared/renewal/unsettled.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';

const disk = { category: '服务器', item: '磁盘空间', result: '异常', measured: '92%' } as const;

function whysOf(records: readonly AnyRecord[]): (readonly [string, number | undefined, string])[] {
  return unsettledMatters(records).map(({ number, row, why }) => [number, row, why] as const);
}

test('what a year leaves unfinished is found by kind and day, what was settled is not', () => {
  const refused = makeRecord('request', { state: '已关闭', decision: '不同意' }, { sequence: 2 });
  const open = [
    makeRecord('request', { state: '处理中' }), makeRecord('worklog', { state: '未完成' }), makeRecord('incident', { state: '处理中' }), makeRecord('complaint', { resolved: '办理中' }),
    makeRecord('visit', { actionState: '落实中' }), makeRecord('change', { result: '已回退' }), makeRecord('inspection', { items: [{ ...disk, result: '正常' }, disk], conclusion: '存在异常，待处理' }),
  ];
  const draft = { ...makeRecord('training'), status: 'draft' as const, number: '' };
  expect(whysOf([...open, refused, draft, makeRecord('worklog', {}, { sequence: 3 }), makeRecord('incident', {}, { sequence: 4 }), { ...makeRecord('worklog', { state: '未完成' }, { sequence: 5 }), status: 'void' }])).toEqual([
    ['BG-20240805-01', undefined, '实施已回退'], ['TS-20240805-01', undefined, '还在办理'], ['GX-20240805-01', undefined, '还在处理'], ['XJ-20240805-01', 1, '异常没有闭环'],
    ['XQ-20240805-01', undefined, '需求处理中'], ['', undefined, '还是草稿，没有完成'], ['ZF-20240805-01', undefined, '改进措施还在落实'], ['GZ-20240805-01', undefined, '未完成'],
  ]);
});

test('what goes on in another unfinished record is carried with that one alone', () => {
  const first = makeRecord('worklog', { state: '未完成' });
  const second = makeRecord('worklog', { date: '2024-08-09', state: '未完成', related: [first.number] });
  const handled = makeRecord('inspection', { items: [{ ...disk, handledBy: second.number }], conclusion: '存在异常，待处理' });
  expect(whysOf([first, second, handled])).toEqual([[second.number, undefined, '未完成']]);
  expect(whysOf([first, makeRecord('worklog', { date: '2024-08-09', related: [first.number] })])).toEqual([]);
  // A fault that was worked on is open until somebody says that it is not.
  const incident = makeRecord('incident', { state: '处理中' });
  expect(whysOf([incident, makeRecord('worklog', { date: '2024-08-09', related: [incident.number] })])).toEqual([[incident.number, undefined, '还在处理']]);
});

test('each goes on as a draft on the first day of the next year that says where it came from', () => {
  const after = renewedProfile(testProfile());
  const incident = makeRecord('incident', { state: '处理中', symptom: '地图打不开', reporter: '顾小满', handler: '林远航', serviceItem: 1 });
  const request = makeRecord('request', { state: '处理中', decision: '同意', releasedOn: undefined, testConclusion: undefined, acceptance: undefined, remark: '分两期' });
  const inspection = makeRecord('inspection', { items: [disk], conclusion: '存在异常，待处理' });
  const records = [incident, request, inspection];

  const taken = unsettledMatters(records).map((matter) => takenOver(matter, records.find(({ id }) => id === matter.recordId) ?? incident, after));

  expect(taken.map(({ kind, status, body }) => [kind, status, body['date'], body['description'] ?? body['name'], body['remark']])).toEqual([
    ['worklog', 'draft', '2025-08-03', '续办上一服务期遗留事项：地图打不开', '由上一服务期转入：GX-20240805-01（2024年8月5日，故障处理记录单，还在处理）'],
    ['worklog', 'draft', '2025-08-03', '续办上一服务期遗留事项：服务器：磁盘空间异常没有闭环', '由上一服务期转入：XJ-20240805-01（2024年8月5日，日常巡检记录单，异常没有闭环）'],
    ['request', 'draft', '2025-08-03', '统计表增加区县列', '由上一服务期转入：XQ-20240805-01（2024年8月5日，用户需求申请单，需求处理中）\n分两期'],
  ]);
  expect(taken.map(({ kind, body }) => parseDraftBody(kind, bodySchema(kind, after), body).ok)).toEqual([true, true, true]);
  expect(taken[0]?.body).toMatchObject({ staff: '林远航', requester: '顾小满', serviceItem: 1, state: '未完成' });
});
