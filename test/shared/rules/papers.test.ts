import { describe, expect, test } from 'vitest';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { brief, findingsOf } from '../../helpers/findings.ts';
import { makeRecord } from '../../helpers/records.ts';

describe('numbers', () => {
  const numbered = (...sequences: number[]): AnyRecord[] => sequences.map((sequence) => makeRecord('worklog', {}, { sequence }));

  test('a hole in a day is found with the numbers that are missing', () => {
    expect(findingsOf('number-gap', numbered(2, 4, 5)).map(({ severity, message, date }) => ({ severity, message, date }))).toEqual([
      { severity: 'warning', message: '日常工作记录单 2024年8月5日 断号，缺 GZ-20240805-01、GZ-20240805-03。', date: '2024-08-05' },
    ]);
  });

  test('a void form keeps its number, so that there is no hole', () => {
    const [one, two, three] = numbered(1, 2, 3);
    if (one === undefined || two === undefined || three === undefined) throw new Error('three records');
    expect(findingsOf('number-gap', [one, { ...two, status: 'void', voidReason: '重复' }, three])).toEqual([]);
  });

  test('each kind and day is numbered by itself', () => {
    expect(findingsOf('number-gap', [...numbered(1, 2), makeRecord('inspection'), makeRecord('worklog', { date: '2024-08-06' })])).toEqual([]);
  });

  test('one number on two forms is an error, also when one is void', () => {
    const records = [makeRecord('worklog', {}, { id: 'a' }), makeRecord('worklog', {}, { id: 'b', status: 'void' }), makeRecord('worklog', {}, { id: 'c', sequence: 2 })];
    expect(brief(findingsOf('number-duplicate', records))).toEqual([{ severity: 'error', recordIds: ['a', 'b'], message: '编号 GZ-20240805-01 用在 2 份单据上。' }]);
  });

  test('a number says the day and the kind of its form, by the contract’s own prefixes', () => {
    const moved = makeRecord('worklog', { date: '2024-08-06' }, { number: 'GZ-20240805-01' });
    const foreign = makeRecord('visit', {}, { number: 'XJ-20240805-01' });
    expect(findingsOf('number-date-differs', [moved, foreign]).map((finding) => finding.message)).toEqual([
      '走访记录单 XJ-20240805-01 的编号前缀是 XJ，应为 ZF。', '日常工作记录单 GZ-20240805-01 的编号中的日期与单据日期 2024年8月6日 不一致。',
    ]);
    expect(findingsOf('number-date-differs', [foreign], { profile: { numberPrefixes: { visit: 'XJ' } } })).toEqual([]);
  });

  test('numbers of a customer’s own shape are left alone', () => {
    const records = [makeRecord('worklog', {}, { number: '2024-运维-017' }), makeRecord('worklog', {}, { number: '2024-运维-019', id: 'b' })];
    expect([findingsOf('number-gap', records), findingsOf('number-date-differs', records)]).toEqual([[], []]);
  });
});

test('links lead to final forms', () => {
  const records = [
    makeRecord('worklog', { related: ['XQ-20240805-01', 'XQ-20240805-02', 'XQ-20240805-03', 'XQ-20240805-04'] }),
    makeRecord('request'), makeRecord('request', {}, { sequence: 2, status: 'void' }), makeRecord('request', {}, { sequence: 3, status: 'draft' }),
  ];
  expect(brief(findingsOf('link-broken', records))).toEqual([{
    severity: 'warning', recordIds: ['gz-20240805-01'],
    message: '日常工作记录单 GZ-20240805-01 的关联单号有问题：XQ-20240805-02 已作废；XQ-20240805-03 还是草稿；XQ-20240805-04 没有这份单据。',
  }]);
});

describe('signatures', () => {
  test('every role of the kind signs with a date, within a fortnight', () => {
    const records = [makeRecord('inspection', {}, { signOff: { executor: '林远航', executedOn: '2024-08-05', reviewer: '沈亦舟' } }), makeRecord('survey')];
    expect(findingsOf('sign-off-missing', records, { today: '2024-08-18' })).toEqual([]);
    expect(brief(findingsOf('sign-off-missing', records, { today: '2024-08-19' }))).toEqual([
      { severity: 'error', recordIds: ['xj-20240805-01'], message: '日常巡检记录单 XJ-20240805-01 缺乙方审核人签字日期、甲方确认人签字。' },
    ]);
  });

  test('a kind asks only for the roles it has', () => {
    expect(findingsOf('sign-off-missing', [makeRecord('backup-run', {}, { signOff: { executor: '林远航', executedOn: '2024-08-05', reviewer: '沈亦舟', reviewedOn: '2024-08-05' } })])).toEqual([]);
  });

  test('a year of unsigned forms is one finding per kind and quarter', () => {
    const records = ['2024-08-05', '2024-08-06', '2024-11-05'].flatMap((date) => Array.from({ length: 4 }, (_, i) => makeRecord('worklog', { date }, { sequence: i + 1, signOff: {} })));
    const found = findingsOf('sign-off-missing', records, { today: '2025-01-10' });
    expect(found.map((finding) => [finding.date, finding.recordIds.length, finding.message.slice(0, 18)])).toEqual([
      ['2024-08-05', 8, '第一季度有 8 份日常工作记录单缺签'], ['2024-11-05', 1, '日常工作记录单 GZ-2024110'], ['2024-11-05', 1, '日常工作记录单 GZ-2024110'], ['2024-11-05', 1, '日常工作记录单 GZ-2024110'], ['2024-11-05', 1, '日常工作记录单 GZ-2024110'],
    ]);
  });

  test('nobody signs before the form was written, after the hand-over, or before the one before him', () => {
    const signed = (executedOn: string, reviewedOn: string, confirmedOn: string, sequence: number) =>
      makeRecord('worklog', {}, { sequence, signOff: { executor: '林远航', executedOn, reviewer: '沈亦舟', reviewedOn, confirmer: '顾小满', confirmedOn } });
    const records = [signed('2024-08-05', '2024-08-06', '2024-08-09', 1), signed('2024-08-04', '2024-08-06', '2024-08-09', 2), signed('2024-08-05', '2024-08-06', '2025-10-01', 3), signed('2024-08-05', '2024-08-09', '2024-08-06', 4)];
    expect(brief(findingsOf('sign-off-date-order', records))).toEqual([
      { severity: 'error', recordIds: ['gz-20240805-02'], message: '日常工作记录单 GZ-20240805-02 的乙方执行人签字日期 2024年8月4日 早于单据日期 2024年8月5日。' },
      { severity: 'error', recordIds: ['gz-20240805-03'], message: '日常工作记录单 GZ-20240805-03 的甲方确认人签字日期 2025年10月1日 晚于移交截止 2025年9月30日。' },
      { severity: 'error', recordIds: ['gz-20240805-04'], message: '日常工作记录单 GZ-20240805-04 的甲方确认人签字日期早于乙方审核人。' },
    ]);
  });
});

test('drafts are left behind after a week', () => {
  const records = [makeRecord('worklog', {}, { status: 'draft' }), makeRecord('worklog', { date: '2024-08-30' }, { status: 'draft' })];
  expect(brief(findingsOf('draft-left', records))).toEqual([
    { severity: 'warning', recordIds: ['gz-20240805-01'], message: '日常工作记录单 GZ-20240805-01（2024年8月5日）还是草稿，不计入任何统计和交付。' },
  ]);
});

describe('working time', () => {
  test('more than twelve hours of one person on one day, over all kinds', () => {
    const records = [makeRecord('worklog', { hours: 10, endTime: undefined }), makeRecord('change', { hours: 2 }), makeRecord('inspection', { startTime: '08:00', endTime: '08:30' })];
    expect(brief(findingsOf('hours-per-day', records))).toEqual([{
      severity: 'warning', recordIds: ['xj-20240805-01', 'gz-20240805-01', 'bg-20240805-01'],
      message: '林远航 2024年8月5日 的记录合计 12.5 人时，超过 12 小时：XJ-20240805-01、GZ-20240805-01、BG-20240805-01。',
    }]);
  });

  test('hours of a record with two people are shared, and a fault with its own work record is not counted twice', () => {
    const records = [makeRecord('worklog', { hours: 20, staff: '林远航、程知秋', related: ['GX-20240805-01'] }), makeRecord('incident', { hours: 8 })];
    expect(findingsOf('hours-per-day', records)).toEqual([]);
  });

  test('two places at once', () => {
    const at = (startTime: string, endTime: string, sequence: number, staff = '林远航') => makeRecord('worklog', { startTime, endTime, staff }, { sequence });
    const records = [at('09:00', '12:00', 1), at('09:30', '10:00', 2), at('12:00', '13:00', 3), at('11:00', '11:30', 4, '程知秋、林远航'), at('09:00', '12:00', 5, '程知秋')];
    expect(findingsOf('time-overlap', records).map((finding) => finding.message)).toEqual([
      '林远航 2024年8月5日 的时段重叠：GZ-20240805-01（09:00–12:00）与 GZ-20240805-02（09:30–10:00）。',
      '林远航 2024年8月5日 的时段重叠：GZ-20240805-01（09:00–12:00）与 GZ-20240805-04（11:00–11:30）。',
      '程知秋 2024年8月5日 的时段重叠：GZ-20240805-05（09:00–12:00）与 GZ-20240805-04（11:00–11:30）。',
    ]);
  });
});

describe('texts that are alike', () => {
  const work = (index: number, body: Parameters<typeof makeRecord<'worklog'>>[1] = {}) => makeRecord('worklog', {
    description: `${index}号楼用户反映地图底图在第 ${index} 页加载缓慢，要求核查`, process: '检查瓦片服务缓存并重新发布', result: '加载时间恢复正常', ...body,
  }, { sequence: index });

  test('six long texts that differ in digits only are a notice', () => {
    expect(brief(findingsOf('texts-alike', [1, 2, 3, 4, 5, 6].map((index) => work(index))))).toEqual([{
      severity: 'notice', recordIds: [1, 2, 3, 4, 5, 6].map((index) => `gz-20240805-0${index}`),
      message: '6 份日常工作记录单除数字外文字相同：GZ-20240805-01、GZ-20240805-02、GZ-20240805-03 等 6 份。',
    }]);
  });

  test('few of them, short ones and different ones are not', () => {
    const few = [1, 2, 3, 4, 5].map((index) => work(index));
    const short = [1, 2, 3, 4, 5, 6].map((index) => work(index, { description: '重启服务', process: '重启', result: '正常' }));
    const different = ['甲', '乙', '丙', '丁', '戊', '己'].map((word, index) => work(index + 1, { result: `${word}科室确认加载恢复正常` }));
    expect([few, short, different].map((records) => findingsOf('texts-alike', records))).toEqual([[], [], []]);
  });

  const days = ['2024-08-05', '2024-08-06', '2024-08-07', '2024-08-08', '2024-08-09', '2024-08-12'];
  const normal = (date: string, measured: (item: number) => string | undefined) => makeRecord('inspection', {
    date, items: [1, 2, 3].map((item) => ({ category: '服务器', item: `指标${item}`, result: '正常' as const, measured: measured(item) })),
  });

  test('honest 正常 checklists are not accused', () => {
    const untouched = days.map((date) => normal(date, () => undefined));
    const words = days.map((date) => normal(date, () => '正常'));
    const moving = days.map((date, day) => normal(date, (item) => (item === 1 ? `${30 + day}%` : '40%')));
    expect([untouched, words, moving].map((records) => findingsOf('texts-alike', records))).toEqual([[], [], []]);
  });

  test('times that are nearly all on the full hour are a notice, from thirty records of one person on', () => {
    const timed = (count: number, odd: number, staff = '林远航') => Array.from({ length: count }, (_, index) => makeRecord('worklog', {
      staff, startTime: index < odd ? '09:20' : '09:00', endTime: '10:00', description: `第 ${index} 件事各不相同`,
    }, { sequence: index + 1 }));
    expect([timed(30, 3), timed(30, 4), timed(29, 0), [...timed(20, 0), ...timed(20, 0, '程知秋')]].map((records) => findingsOf('texts-alike', records).map(({ message }) => message)))
      .toEqual([['林远航的 30 份日常工作记录单里，27 份的起止时间都是整点。'], [], [], []]);
  });

  test('what never moves by nature is not held against them, where other readings do', () => {
    const nature = (day: number): string[] => ['443', '3 个节点', '剩余 200 天', `${30 + day}%`, `${500 + day} ms`, `${12 + day} GB`];
    const items = (values: readonly string[]) => values.map((measured, index) => ({ category: '服务器', item: `指标${index}`, result: '正常' as const, measured }));
    const honest = days.map((date, day) => makeRecord('inspection', { date, items: items(nature(day)) }));
    const few = days.map((date, day) => makeRecord('inspection', { date, items: items([...nature(0).slice(0, 3), `${day}%`]) }));
    // A week copied from one day, after a week that was read off.
    const copied = ['2024-08-13', '2024-08-14', '2024-08-15', '2024-08-16', '2024-08-19', '2024-08-20'].map((date) => makeRecord('inspection', { date, items: items(nature(9)) }));
    expect([honest, few, [...honest, ...copied]].map((records) => findingsOf('texts-alike', records).map(({ recordIds }) => recordIds.length))).toEqual([[], [], [6]]);
  });

  test('readings that do not move for six inspections are a notice', () => {
    expect(brief(findingsOf('texts-alike', days.map((date) => normal(date, (item) => `${item}0%`))))).toEqual([{
      severity: 'notice', recordIds: days.map((date) => `xj-${date.replaceAll('-', '')}-01`),
      message: '连续 6 份日常巡检记录单的实测值完全相同：XJ-20240805-01、XJ-20240806-01、XJ-20240807-01 等 6 份。',
    }]);
  });
});

describe('names of people', () => {
  const people = [{ name: '林远航', side: 'vendor' as const }, { name: '沈亦舟', side: 'vendor' as const }, { name: '顾小满', side: 'client' as const }];

  test('a name that differs by one character is asked about, with the likely one', () => {
    const records = [makeRecord('worklog', { staff: '林远行' }), makeRecord('worklog', { staff: '林远航、陆清和' }, { sequence: 2 }), makeRecord('inspection')];
    expect(brief(findingsOf('unknown-person', records, { profile: { people } }))).toEqual([
      { severity: 'warning', recordIds: ['gz-20240805-01'], message: '“林远行”出现在 1 份单据（GZ-20240805-01），不在合同的乙方人员名单里，是否应为“林远航”。' },
      { severity: 'warning', recordIds: ['gz-20240805-02'], message: '“陆清和”出现在 1 份单据（GZ-20240805-02），不在合同的乙方人员名单里。' },
    ]);
  });

  test('without a list, or without one for that side, nobody is unknown', () => {
    const records = [makeRecord('worklog', { staff: '林远行' }), makeRecord('survey', { staff: '林远航' }, { signOff: { executor: '林远航', executedOn: '2024-08-05', confirmer: '某某', confirmedOn: '2024-08-05' } })];
    expect(findingsOf('unknown-person', records)).toEqual([]);
    expect(findingsOf('unknown-person', records.slice(1), { profile: { people: people.slice(0, 2) } })).toEqual([]);
  });

  test('signers are looked up on their own side', () => {
    const record = makeRecord('backup-run', {}, { signOff: { executor: '顾小满', executedOn: '2024-08-05', reviewer: '沈亦舟', reviewedOn: '2024-08-05' } });
    expect(findingsOf('unknown-person', [record], { profile: { people } }).map((finding) => finding.message)).toEqual(['“顾小满”出现在 1 份单据（BF-20240805-01），不在合同的乙方人员名单里。']);
  });
});
