import { describe, expect, test } from 'vitest';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { brief, findingsOf } from '../../helpers/findings.ts';
import { makeRecord } from '../../helpers/records.ts';

describe('service levels', () => {
  const overrun = { reportedAt: '2024-08-05T23:30', answeredAt: '2024-08-06T00:31', restoredAt: '2024-08-06T03:31' };

  test('one minute too late across midnight is too late', () => {
    expect(brief(findingsOf('service-level-overrun', [makeRecord('incident', overrun)]))).toEqual([{
      severity: 'error', recordIds: ['gx-20240805-01'],
      message: '故障处理记录单 GX-20240805-01 应答用了1小时1分钟，超过1小时，恢复用了4小时1分钟，超过4小时，没有超时说明。',
    }]);
  });

  test('to the minute is in time', () => {
    expect(findingsOf('service-level-overrun', [makeRecord('incident', { ...overrun, answeredAt: '2024-08-06T00:30', restoredAt: '2024-08-06T03:30' })])).toEqual([]);
  });

  test.each([
    ['explained', { ...overrun, overrunReason: '机房停电' }],
    ['not the vendor’s fault', { ...overrun, vendorFault: false }],
    ['a drill', { ...overrun, category: '演练' as const }],
    ['still being worked on, which another rule says', { ...overrun, state: '处理中' as const }],
  ])('an overrun that is %s is none', (_, body) => {
    expect(findingsOf('service-level-overrun', [makeRecord('incident', body)])).toEqual([]);
  });

  test('a contract that promises the times for every fault counts them all', () => {
    const profile = { serviceLevel: { answerMinutes: 30, restoreMinutes: 240, vendorFaultOnly: false } };
    expect(findingsOf('service-level-overrun', [makeRecord('incident', { ...overrun, vendorFault: false })], { profile })).toHaveLength(1);
  });

  test('a fault without the moment of the answer proves nothing', () => {
    expect(findingsOf('service-level-overrun', [makeRecord('incident', { answeredAt: undefined })]).map((finding) => finding.severity)).toEqual(['warning']);
  });
});

describe('person-days', () => {
  const request = (sequence: number, body: Parameters<typeof makeRecord<'request'>>[1]) => makeRecord('request', { personDays: 8, ...body }, { sequence });

  test('only what goes over the quota is an error, and it names those requests', () => {
    const records = [request(1, {}), request(2, {}), request(3, {}), request(4, { personDays: 1 })];
    expect(brief(findingsOf('person-days-over-quota', records))).toEqual([{
      severity: 'error', recordIds: ['xq-20240805-03', 'xq-20240805-04'],
      message: '免费需求累计 25 人日，超出合同额度 20 人日；超出部分未转收费，也没有收费说明：XQ-20240805-03、XQ-20240805-04。',
    }]);
  });

  test.each([
    ['charged', { charge: '收费' as const, chargeNote: '另签补充协议' }],
    ['explained', { chargeNote: '甲乙双方商定本次免费' }],
    ['declined', { decision: '不同意' }],
    ['put off', { decision: '暂缓' }],
    ['smaller in fact than estimated', { actualPersonDays: 4 }],
  ])('a third request that is %s does not break the quota', (_, body) => {
    expect(findingsOf('person-days-over-quota', [request(1, {}), request(2, {}), request(3, body)]).filter((finding) => finding.severity === 'error')).toEqual([]);
  });

  test('exactly the quota is within it, and worth a notice', () => {
    expect(findingsOf('person-days-over-quota', [request(1, { personDays: 12 }), request(2, {})]).map(({ severity, message }) => ({ severity, message }))).toEqual([
      { severity: 'notice', message: '免费需求累计 20 人日，额度 20 人日，只剩 0 人日。' },
    ]);
  });

  test('fractions of days add up exactly', () => {
    const records = Array.from({ length: 200 }, (_, i) => makeRecord('request', { personDays: 0.1 }, { number: `XQ-20240805-${100 + i}` }));
    expect(findingsOf('person-days-over-quota', records).map((finding) => finding.severity)).toEqual(['notice']);
  });

  test('a charged request says what for', () => {
    const records = [request(1, { charge: '收费' }), request(2, { charge: '收费', chargeNote: '另签补充协议' })];
    expect(findingsOf('charge-without-note', records).map((finding) => finding.recordIds)).toEqual([['xq-20240805-01']]);
  });
});

describe('open matters', () => {
  const open = (body: Parameters<typeof makeRecord<'worklog'>>[1] = {}) => makeRecord('worklog', { state: '未完成', nextServiceDate: '2024-08-12', ...body });

  test('unfinished work whose appointment has passed', () => {
    expect(['2024-08-12', '2024-08-13'].map((today) => brief(findingsOf('work-item-open', [open()], { today })))).toEqual([[], [
      { severity: 'warning', recordIds: ['gz-20240805-01'], message: '日常工作记录单 GZ-20240805-01 未完成，下次服务时间 2024年8月12日 已过，也没有后续工作单。' },
    ]]);
  });

  test('without an appointment it has a week', () => {
    expect(['2024-08-12', '2024-08-13'].map((today) => findingsOf('work-item-open', [open({ nextServiceDate: undefined })], { today }).length)).toEqual([0, 1]);
  });

  test('a later work record about it closes it, through others too', () => {
    const second = makeRecord('worklog', { date: '2024-08-12', state: '未完成', nextServiceDate: '2024-08-14', related: ['GZ-20240805-01'] });
    const third = makeRecord('worklog', { date: '2024-08-14', related: ['GZ-20240812-01'] });
    expect(findingsOf('work-item-open', [open(), second, third])).toEqual([]);
    expect(findingsOf('work-item-open', [open(), second]).map((finding) => finding.recordIds)).toEqual([['gz-20240805-01'], ['gz-20240812-01']]);
  });

  test('incidents end', () => {
    const records = [makeRecord('incident', { state: '处理中', restoredAt: undefined }), makeRecord('incident', { state: '已恢复' }, { sequence: 2 }), makeRecord('incident', {}, { sequence: 3 })];
    expect(findingsOf('incident-open', records).map(({ severity, recordIds }) => [severity, recordIds])).toEqual([['error', ['gx-20240805-01']], ['warning', ['gx-20240805-02']]]);
    expect(findingsOf('incident-open', records, { today: '2024-08-05' })).toEqual([]);
    expect(findingsOf('incident-open', records, { today: '2024-08-12' }).map((finding) => finding.severity)).toEqual(['error']);
  });

  test('complaints are answered and settled', () => {
    const records = [
      makeRecord('complaint', { respondedAt: undefined, closedAt: undefined, resolved: '办理中' }),
      makeRecord('complaint', { closedAt: undefined, resolved: '办理中' }, { sequence: 2 }),
      makeRecord('complaint', { resolved: '否', result: undefined }, { sequence: 3 }),
      makeRecord('complaint', { resolved: '否', result: '政策所限，已向诉求人说明' }, { sequence: 4 }),
    ];
    expect(brief(findingsOf('complaint-open', records))).toEqual([
      { severity: 'error', recordIds: ['ts-20240805-01'], message: '接诉即办处理记录单 TS-20240805-01 于 2024年8月5日 09:30 接诉，没有响应时间。' },
      { severity: 'error', recordIds: ['ts-20240805-02'], message: '接诉即办处理记录单 TS-20240805-02 接诉超过 15 天，还在办理中。' },
      { severity: 'warning', recordIds: ['ts-20240805-03'], message: '接诉即办处理记录单 TS-20240805-03 未解决，没有写办理结果。' },
    ]);
    expect(findingsOf('complaint-open', records, { today: '2024-08-20' }).map((finding) => finding.recordIds)).toEqual([['ts-20240805-01'], ['ts-20240805-03']]);
  });
});

describe('papers of releases and failures', () => {
  test('a released request has a test conclusion and an acceptance', () => {
    const records = [makeRecord('request', { testConclusion: undefined, acceptance: undefined }), makeRecord('request', { state: '处理中', releasedOn: undefined, testConclusion: undefined, acceptance: undefined }, { sequence: 2 }), makeRecord('request', {}, { sequence: 3 })];
    expect(brief(findingsOf('request-released-untested', records))).toEqual([{ severity: 'warning', recordIds: ['xq-20240805-01'], message: '用户需求申请单 XQ-20240805-01 已上线，没有测试结论和验收意见。' }]);
  });

  const failures: readonly (readonly [string, AnyRecord, AnyRecord])[] = [
    ['a failed backup', makeRecord('backup-run', { result: '失败' }), makeRecord('backup-run', { result: '失败', handling: '磁盘满，清理后补做' })],
    ['a failed restore test', makeRecord('backup-run', { restoreTest: '失败' }), makeRecord('backup-run', { restoreTest: '失败', handling: '介质损坏，更换后重测' })],
    ['a change rolled back', makeRecord('change', { result: '已回退' }), makeRecord('change', { result: '已回退', verification: '回退后运行正常，改日重做' })],
    ['a closed fault', makeRecord('incident', { solution: undefined }), makeRecord('incident')],
  ];

  test.each(failures)('%s says what was done', (_, silent, told) => {
    expect([findingsOf('failure-without-handling', [silent]).map((finding) => finding.severity), findingsOf('failure-without-handling', [told])]).toEqual([['warning'], []]);
  });

  test('a finished work record about a failed backup is its handling', () => {
    const records = [makeRecord('backup-run', { result: '失败' }), makeRecord('worklog', { date: '2024-08-06', related: ['BF-20240805-01'] })];
    expect(findingsOf('failure-without-handling', records)).toEqual([]);
  });
});

describe('evidence', () => {
  const items = [makeRecord('worklog', { serviceItem: 1 }), makeRecord('worklog', { serviceItem: 3 }, { sequence: 2 }), makeRecord('inspection'), makeRecord('visit')];

  test('a service item that nothing proves is an error once the service is over, a warning in its last quarter', () => {
    const found = ['2025-05-02', '2025-05-03', '2025-08-03'].map((today) => findingsOf('service-item-without-evidence', items, { today }).map(({ severity, message }) => ({ severity, message })));
    expect(found).toEqual([
      [],
      [{ severity: 'warning', message: '服务项 2“数据备份服务”（1人月）整个服务期至今没有一份单据。' }],
      [{ severity: 'error', message: '服务项 2“数据备份服务”（1人月）整个服务期没有一份单据。' }],
    ]);
  });

  test('a work record that names the item proves it, a draft does not', () => {
    const proof = makeRecord('worklog', { serviceItem: 2 }, { sequence: 3 });
    expect(findingsOf('service-item-without-evidence', [...items, proof], { today: '2025-08-03' })).toEqual([]);
    expect(findingsOf('service-item-without-evidence', [...items, { ...proof, status: 'draft' }], { today: '2025-08-03' })).toHaveLength(1);
  });

  test('every quarter that is over has a survey', () => {
    const surveys = [makeRecord('survey', { date: '2024-10-15' }), makeRecord('survey', { date: '2025-03-20' })];
    expect(findingsOf('survey-missing', surveys, { today: '2025-05-20' }).map(({ severity, message }) => ({ severity, message }))).toEqual([
      { severity: 'warning', message: '第二季度（2024年11月3日至2025年2月2日）没有满意度调查表。' },
    ]);
  });
});
