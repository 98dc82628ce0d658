import { describe, expect, test } from 'vitest';
import { reportingPeriods } from '../../../shared/contract/periods.ts';
import { figuresOf } from '../../../shared/figures/figures.ts';
import type { AnyRecord, RecordOf } from '../../../shared/records/record.ts';
import { brief, findingsOf } from '../../helpers/findings.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';

const profile = testProfile();
const [first] = reportingPeriods(profile);
if (first === undefined) throw new Error('no period');

const work: AnyRecord[] = [makeRecord('worklog'), makeRecord('worklog', { date: '2024-10-08', hours: 3 }), makeRecord('incident', { date: '2024-09-10' })];

function firstReport(body: Partial<RecordOf<'report'>['body']> = {}, envelope: Parameters<typeof makeRecord<'report'>>[2] = {}): RecordOf<'report'> {
  return makeRecord('report', { date: '2024-11-04', figures: figuresOf(profile, first ?? { key: '', label: '', from: '', to: '' }, work, '2024-11-04'), ...body }, envelope);
}

describe('missing reports', () => {
  test('a quarterly report is due on the first working day after its quarter', () => {
    const found = ['2024-11-04', '2024-11-05'].map((today) => brief(findingsOf('quarterly-report-missing', [], { today })));
    expect(found).toEqual([[], [{ severity: 'error', recordIds: [], message: '缺第一季度服务工作总结报告（2024年8月3日至2024年11月2日），应在 2024年11月4日 前提交。' }]]);
  });

  test('a draft is no report, but is the place to go on', () => {
    const [finding] = findingsOf('quarterly-report-missing', [firstReport({}, { status: 'draft' })], { today: '2024-11-20' });
    expect([finding?.message, finding?.mending]).toEqual([
      '缺第一季度服务工作总结报告（2024年8月3日至2024年11月2日），应在 2024年11月4日 前提交，目前只有草稿。',
      [{ action: 'open-record', recordId: 'bb-20241104-01' }],
    ]);
  });

  test('a report about other days than the quarter is told so', () => {
    const report = firstReport({ periodFrom: '2024-08-01', periodTo: '2024-10-31' });
    expect(brief(findingsOf('quarterly-report-missing', [report], { today: '2024-11-20' }))).toEqual([{
      severity: 'error', recordIds: ['bb-20241104-01'],
      message: '第一季度服务工作总结报告应为 2024年8月3日至2024年11月2日，服务工作总结报告 BB-20241104-01 写的是 2024年8月1日至2024年10月31日。',
    }]);
  });

  test('by calendar quarters other reports are due', () => {
    const found = findingsOf('quarterly-report-missing', [], { today: '2024-10-09', profile: { reporting: { quarterRule: 'calendar' } } });
    expect(found.map((finding) => finding.date)).toEqual(['2024-10-08']);
  });

  test('all four quarters and the year after the service is over', () => {
    const found = (rule: 'quarterly-report-missing' | 'annual-report-missing') => findingsOf(rule, [], { today: '2025-08-20' }).map((finding) => finding.date);
    expect([found('quarterly-report-missing'), found('annual-report-missing')]).toEqual([['2024-11-04', '2025-02-05', '2025-05-06', '2025-08-04'], ['2025-08-04']]);
  });

  test('the annual report is not due before', () => {
    expect(findingsOf('annual-report-missing', [], { today: '2025-08-02' })).toEqual([]);
  });
});

describe('report dates', () => {
  test('written before the period ended, or handed in before it was written', () => {
    const records = [firstReport({ date: '2024-10-30' }), firstReport({ date: '2024-11-06', submittedOn: '2024-11-05' }), firstReport({ submittedOn: '2024-11-04' })];
    expect(brief(findingsOf('report-date-order', records, { today: '2024-11-20' }))).toEqual([
      { severity: 'error', recordIds: ['bb-20241030-01'], message: '服务工作总结报告 BB-20241030-01 的编制日期 2024年10月30日 早于报告期末 2024年11月2日。' },
      { severity: 'error', recordIds: ['bb-20241106-01'], message: '服务工作总结报告 BB-20241106-01 的提交日期 2024年11月5日 早于编制日期 2024年11月6日。' },
    ]);
  });
});

describe('report figures', () => {
  const today = '2024-11-20';

  test('that are the records are fine, also when open matters are closed later', () => {
    const inspection = makeRecord('inspection', {
      date: '2024-10-30', items: [{ category: '服务器', item: '磁盘空间', result: '待处理', handling: '待扩容', rectifiedOn: '2024-11-12' }], conclusion: '存在异常，待处理',
    });
    const open = { ...inspection, body: { ...inspection.body, items: inspection.body.items.map((item) => ({ ...item, rectifiedOn: undefined })) } };
    const report = firstReport({ figures: figuresOf(profile, first, [...work, open], '2024-11-04') });
    expect(findingsOf('report-figures-differ', [...work, inspection, report], { today })).toEqual([]);
  });

  test('that are not the records are named', () => {
    const late = makeRecord('worklog', { date: '2024-10-09', hours: 2 }, { lateReason: '漏录' });
    expect(brief(findingsOf('report-figures-differ', [...work, late, firstReport()], { today }))).toEqual([{
      severity: 'error', recordIds: ['bb-20241104-01'],
      message: '服务工作总结报告 BB-20241104-01 有 5 个数字与记录不符：日常工作记录报告写 2，记录算得 3；工作记录工时报告写 4.5，记录算得 6.5；已完成工作报告写 2，记录算得 3；等。',
    }]);
  });

  test('that a person changed with a reason are accepted', () => {
    const report = firstReport();
    const figures = report.body.figures.map((row) => (row.figure === 'work.count' ? { ...row, value: 40, reason: '含纸质登记 38 条' } : row));
    expect(findingsOf('report-figures-differ', [...work, firstReport({ figures })], { today })).toEqual([]);
    const silent = figures.map((row) => ({ ...row, reason: undefined }));
    expect(findingsOf('report-figures-differ', [...work, firstReport({ figures: silent })], { today })).toHaveLength(1);
  });

  test('that nobody knows are a notice, none at all a warning', () => {
    const unknown = [{ figure: 'custom.uptime', label: '系统可用率', value: 99.9 }];
    const records = [...work, firstReport({ figures: unknown }), firstReport({ date: '2024-11-05', figures: [] })];
    expect(brief(findingsOf('report-figures-differ', records, { today }))).toEqual([
      { severity: 'warning', recordIds: ['bb-20241105-01'], message: '服务工作总结报告 BB-20241105-01 没有登记报告数字，无法与记录核对。' },
      { severity: 'notice', recordIds: ['bb-20241104-01'], message: '服务工作总结报告 BB-20241104-01 有 1 个指标不在指标目录里，没有核对：系统可用率。' },
    ]);
  });
});

describe('review of reports', () => {
  test('a finished report must be handed in within a week', () => {
    const found = ['2024-11-11', '2024-11-12'].map((today) => findingsOf('report-not-submitted', [firstReport()], { today }).length);
    expect(found).toEqual([0, 1]);
  });

  test('fourteen days without a question ask for 默认通过', () => {
    const report = firstReport({ submittedOn: '2024-11-04', submittedTo: '顾小满', reviewState: '评审中' });
    expect(findingsOf('review-passed-silently', [report], { today: '2024-11-18' })).toEqual([]);
    const [finding] = findingsOf('review-passed-silently', [report], { today: '2024-11-19' });
    expect([finding?.severity, finding?.message, finding?.advice]).toEqual([
      'warning', '服务工作总结报告 BB-20241104-01 于 2024年11月4日 提交，评审期到 2024年11月18日 已满，评审状态还是“评审中”。', '甲方未提出质疑的，改为“默认通过”，打印评审意见页归档。',
    ]);
  });

  test('默认通过 needs a receipt, 已通过 does not', () => {
    const records = [firstReport({ submittedOn: '2024-11-04', reviewState: '默认通过' }), firstReport({ submittedOn: '2024-11-04', reviewState: '已通过' }, { sequence: 2 })];
    expect(findingsOf('review-passed-silently', records, { today: '2024-12-01' }).map((finding) => finding.recordIds)).toEqual([['bb-20241104-01']]);
  });
});
