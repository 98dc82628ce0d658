import { describe, expect, test } from 'vitest';
import { workingDays } from '../../../shared/calendar/working-days.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import type { AnyRecord, RecordOf } from '../../../shared/records/record.ts';
import { brief, findingsOf } from '../../helpers/findings.ts';
import { makeRecord } from '../../helpers/records.ts';

function inspected(from: LocalDate, to: LocalDate, except: readonly LocalDate[] = []): AnyRecord[] {
  return workingDays(from, to).filter((date) => !except.includes(date)).map((date) => makeRecord('inspection', { date }));
}

const septemberEnd = '2024-09-30';

describe('missing inspections', () => {
  test('one day is one finding with a button that enters the missing record', () => {
    expect(findingsOf('inspection-missing', inspected('2024-08-03', '2024-09-04', ['2024-08-20']))).toEqual([{
      rule: 'inspection-missing', severity: 'warning', message: '2024年8月20日是工作日，没有日常巡检记录。',
      advice: '如当日确已巡检，请补录记录并写明补录原因；如未巡检，请准备书面说明。',
      recordIds: [], date: '2024-08-20', mending: [{ action: 'add-record', kind: 'inspection', date: '2024-08-20' }],
    }]);
  });

  test('days in a row are one finding across a weekend, and every day can be mended', () => {
    const gap = ['2024-08-22', '2024-08-23', '2024-08-26'];
    const found = findingsOf('inspection-missing', inspected('2024-08-03', '2024-09-04', [...gap, '2024-08-29']));
    expect(found.map((finding) => finding.message)).toEqual(['2024年8月22日至2024年8月26日有 3 个工作日没有日常巡检记录。', '2024年8月29日是工作日，没有日常巡检记录。']);
    expect(found[0]?.mending).toEqual(gap.map((date) => ({ action: 'add-record', kind: 'inspection', date })));
  });

  test('weekends, holidays, today and the future are not missed', () => {
    expect(findingsOf('inspection-missing', inspected('2024-08-03', '2024-10-07'), { today: '2024-10-08' })).toEqual([]);
  });

  test('a draft or a void record is no inspection', () => {
    const records = inspected('2024-08-03', '2024-08-19').map((record): AnyRecord => (record.date === '2024-08-13' ? { ...record, status: 'draft' } : record.date === '2024-08-15' ? { ...record, status: 'void' } : record));
    expect(findingsOf('inspection-missing', records, { today: '2024-08-20' }).map((finding) => finding.date)).toEqual(['2024-08-13', '2024-08-15']);
  });

  test('a make-up Saturday is found as such and not as an ordinary day', () => {
    const records = inspected('2024-08-03', septemberEnd, ['2024-09-14']);
    expect(brief(findingsOf('make-up-day-missing', records, { today: '2024-10-01' }))).toEqual([
      { severity: 'warning', recordIds: [], message: '2024年9月14日（周六）是调休上班日，没有日常巡检记录。' },
    ]);
    expect(findingsOf('inspection-missing', records, { today: '2024-10-01' })).toEqual([]);
  });

  test('a day that the contract takes off is not missed', () => {
    const records = inspected('2024-08-03', '2024-08-19', ['2024-08-13']);
    expect(findingsOf('inspection-missing', records, { today: '2024-08-20', profile: { calendarOverrides: { '2024-08-13': 'off' } } })).toEqual([]);
  });

  test('a month without a single inspection is one error and not its days once more', () => {
    const records = [...inspected('2024-08-03', '2024-08-31'), ...inspected('2024-10-01', '2024-10-31')];
    const today = '2024-11-01';
    const [month, ...others] = findingsOf('inspection-month-missing', records, { today });
    expect([month?.severity, month?.message, month?.mending.length, others]).toEqual(['error', '2024年9月的 21 个工作日都没有日常巡检记录。', 21, []]);
    expect([findingsOf('inspection-missing', records, { today }), findingsOf('make-up-day-missing', records, { today })]).toEqual([[], []]);
  });

  test('a month that is not over yet is not a missing month', () => {
    expect(findingsOf('inspection-month-missing', inspected('2024-08-03', '2024-08-31'), { today: '2024-09-27' })).toEqual([]);
  });
});

describe('records on days off', () => {
  const saturday = '2024-08-10';

  test('an inspection or work record on a weekend must say why', () => {
    const records = [makeRecord('inspection', { date: saturday }), makeRecord('worklog', { date: saturday })];
    expect(brief(findingsOf('off-day-without-duty', records))).toEqual([
      { severity: 'warning', recordIds: ['xj-20240810-01'], message: '日常巡检记录单 XJ-20240810-01 的日期 2024年8月10日 是休息日，没有注明值班、应急或重保。' },
      { severity: 'warning', recordIds: ['gz-20240810-01'], message: '日常工作记录单 GZ-20240810-01 的日期 2024年8月10日 是休息日，没有注明值班、应急或重保。' },
    ]);
  });

  test('a holiday in the week counts as a day off, a make-up Saturday does not', () => {
    const records = [makeRecord('worklog', { date: '2024-09-16' }), makeRecord('worklog', { date: '2024-09-14' })];
    expect(findingsOf('off-day-without-duty', records, { today: '2024-09-20' }).map((finding) => finding.recordIds)).toEqual([['gz-20240916-01']]);
  });

  test('duty, faults, complaints, backups and changes are at home on days off', () => {
    const records = [
      makeRecord('worklog', { date: saturday, dutyType: '值班' }), makeRecord('inspection', { date: saturday, dutyType: '重保' }),
      makeRecord('incident', { date: saturday }), makeRecord('complaint', { date: saturday }), makeRecord('backup-run', { date: saturday }), makeRecord('change', { date: saturday }),
    ];
    expect(findingsOf('off-day-without-duty', records)).toEqual([]);
  });

  test('a training on a Sunday is worth a look only', () => {
    expect(findingsOf('off-day-without-duty', [makeRecord('training', { date: '2024-08-11' })]).map((finding) => finding.severity)).toEqual(['notice']);
  });

  test('many of them are one finding that still names every record', () => {
    const records = Array.from({ length: 8 }, (_, i) => makeRecord('worklog', { date: saturday }, { sequence: i + 1 }));
    const [finding, ...others] = findingsOf('off-day-without-duty', records);
    expect([finding?.message, finding?.recordIds.length, others]).toEqual(['第一季度有 8 份日常工作记录单在非工作日，没有注明值班、应急或重保：GZ-20240810-01、GZ-20240810-02、GZ-20240810-03 等 8 份。', 8, []]);
  });
});

describe('abnormal items', () => {
  const disk = { category: '服务器', item: '磁盘空间', result: '异常', measured: '92%' } as const;

  function abnormal(item: Partial<RecordOf<'inspection'>['body']['items'][number]>, conclusion: RecordOf<'inspection'>['body']['conclusion'] = '存在异常，已处理'): RecordOf<'inspection'> {
    return makeRecord('inspection', { items: [{ ...disk, ...item }], conclusion });
  }

  const message = (text: string) => `日常巡检记录单 XJ-20240805-01（2024年8月5日）的异常项没有闭环：“磁盘空间”${text}。`;

  test.each([
    ['neither handling nor number', abnormal({}), [], message('没有写处理措施，也没有处理单号')],
    ['pending for weeks', abnormal({ handling: '待扩容' }, '存在异常，待处理'), [], message('超过 3 天仍待处理')],
    ['a number that does not exist', abnormal({ handledBy: 'GZ-20240805-09' }), [], message('处理单号 GZ-20240805-09 查不到正式单据')],
    ['a number of a draft', abnormal({ handledBy: 'GZ-20240805-01' }), [makeRecord('worklog', {}, { status: 'draft' })], message('处理单号 GZ-20240805-01 查不到正式单据')],
    ['an unfinished work record', abnormal({ handledBy: 'GZ-20240805-01' }), [makeRecord('worklog', { state: '未完成', nextServiceDate: '2024-12-01' })], message('处理单 GZ-20240805-01 还没有办结')],
    ['an incident being worked on', abnormal({ handledBy: 'GX-20240805-01' }), [makeRecord('incident', { state: '处理中' })], message('处理单 GX-20240805-01 还没有办结')],
  ])('are open with %s', (_, inspection, others, text) => {
    expect(brief(findingsOf('abnormal-item-open', [inspection, ...others]))).toEqual([{ severity: 'error', recordIds: ['xj-20240805-01'], message: text }]);
  });

  test.each([
    ['handled the same day', abnormal({ handling: '清理日志，降到 61%' }), []],
    ['rectified later', abnormal({ handling: '待扩容', rectifiedOn: '2024-08-09' }, '存在异常，待处理'), []],
    ['finished work records', abnormal({ handledBy: 'GZ-20240805-01、GX-20240805-01' }), [makeRecord('worklog'), makeRecord('incident')]],
    ['unfinished work that a later record finishes', abnormal({ handledBy: 'GZ-20240805-01' }), [makeRecord('worklog', { state: '未完成' }), makeRecord('worklog', { date: '2024-08-07', related: ['GZ-20240805-01'] })]],
  ])('are closed when %s', (_, inspection, others) => {
    expect(findingsOf('abnormal-item-open', [inspection, ...others])).toEqual([]);
  });

  test('are mended by naming the record that handled them, or in the one that is not finished', () => {
    const open = abnormal({ handledBy: 'GX-20240805-01' });
    const items = [open.body.items[0], { ...disk, item: '内存' }].flatMap((item) => item ?? []);
    const incident = makeRecord('incident', { state: '处理中' });
    expect(findingsOf('abnormal-item-open', [{ ...open, body: { ...open.body, items } }, incident]).map(({ mending }) => mending)).toEqual([[
      { action: 'open-record', recordId: incident.id, name: incident.number }, { action: 'link-work', recordId: open.id, row: 1, item: '内存' }, { action: 'open-record', recordId: open.id, name: open.number },
    ]]);
  });

  test('that one record handles lead to it once', () => {
    const open = abnormal({ handledBy: 'GX-20240805-01' });
    const incident = makeRecord('incident', { state: '处理中' });
    const both = { ...open, body: { ...open.body, items: open.body.items.flatMap((item) => [item, item]) } };
    expect(findingsOf('abnormal-item-open', [both, incident]).map(({ mending }) => mending)).toEqual([[
      { action: 'open-record', recordId: incident.id, name: incident.number }, { action: 'open-record', recordId: open.id, name: open.number },
    ]]);
  });

  test('have three days', () => {
    const days = ['2024-08-07', '2024-08-08'].map((today) => findingsOf('abnormal-item-open', [abnormal({})], { today }).length);
    expect(days).toEqual([0, 1]);
  });

  test('work records that only name each other stay open', () => {
    const records = [
      abnormal({ handledBy: 'GZ-20240805-01' }),
      makeRecord('worklog', { state: '未完成', related: ['GZ-20240805-02'] }),
      makeRecord('worklog', { state: '未完成', related: ['GZ-20240805-01'] }, { sequence: 2 }),
    ];
    expect(findingsOf('abnormal-item-open', records)).toHaveLength(1);
  });
});

test('records before and after the service period are errors, reports on it are not', () => {
  const records = [
    makeRecord('worklog', { date: '2024-08-02' }), makeRecord('visit', { date: '2025-08-04' }), makeRecord('worklog', { date: '2025-08-02', dutyType: '值班' }),
    makeRecord('report', { date: '2025-08-04', periodFrom: '2025-05-03', periodTo: '2025-08-02' }),
    makeRecord('report', { date: '2025-08-05', periodFrom: '2025-05-03', periodTo: '2025-08-05' }),
  ];
  expect(brief(findingsOf('outside-service-period', records, { today: '2025-08-20' }))).toEqual([
    { severity: 'error', recordIds: ['gz-20240802-01'], message: '日常工作记录单 GZ-20240802-01 的日期 2024年8月2日 早于服务期开始（2024年8月3日）。' },
    { severity: 'error', recordIds: ['zf-20250804-01'], message: '走访记录单 ZF-20250804-01 的日期 2025年8月4日 晚于服务期结束（2025年8月2日）。' },
    { severity: 'error', recordIds: ['bb-20250805-01'], message: '服务工作总结报告 BB-20250805-01 的报告期间 2025年5月3日至2025年8月5日 超出服务期。' },
  ]);
});
