import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { RecordOf } from '../../../shared/records/record.ts';
import { reportingPeriods } from '../../../shared/contract/periods.ts';
import { reportDeliverable } from '../../../shared/contract/default-deliverables.ts';
import { brief, findingsOf } from '../../helpers/findings.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';

const [first] = reportingPeriods(testProfile());
if (first === undefined) throw new Error('no period');
const span = { date: first.to, periodFrom: first.from, periodTo: first.to };
const works = [1, 2, 3].map((sequence) => makeRecord('worklog', { date: first.from, hours: 1.5 }, { sequence }));

function found(body: Partial<RecordOf<'report'>['body']>) {
  const report = makeRecord('report', { ...span, figures: [{ figure: 'work.count', label: '日常工作记录', value: 3 }], ...body });
  return brief(findingsOf('narrative-differs', [...works, report], { today: '2024-12-20' })).map(({ severity, message }) => [severity, message]);
}

describe('numbers typed into a report', () => {
  test('that contradict its figures are named with the field, as a warning', () => {
    expect(found({ overview: '本季度共完成日常工作 5 条。', workNote: '投入工时合计 4.5 人时。\n本季度共登记工作记录 4 份。' })).toEqual([['warning',
      '服务工作总结报告 BB-20241102-01 的“工作综述”写“本季度共完成日常工作5条”，日常工作记录是 3 条；“日常工作说明”写“本季度共登记工作记录4份”，日常工作记录是 3 条。']]);
  });

  test('that the report states, the records give, or a shorter writing of them are right', () => {
    expect(found({ overview: '本季度共完成日常工作 3 条，投入工时 4.5 人时。' })).toEqual([]);
    expect(found({ overview: '本季度共完成日常工作 4 条。', figures: [{ figure: 'work.count', label: '日常工作记录', value: 4, reason: '含电话咨询' }] })).toEqual([]);
    expect(found({ inspectionNote: '巡检覆盖率为 0%，工作完成率 100.0%。' })).toEqual([]);
  });

  test('of a month within the quarter, of the plan, or without saying whose they are, are left alone', () => {
    expect(found({ overview: '本月共完成日常工作 5 条。', plan: '下季度共巡检 63 次。\n共巡检 63 次。', problems: '日常工作 5 条。' })).toEqual([]);
  });

  test('are found whenever they differ, and only then', () => {
    fc.assert(fc.property(fc.nat({ max: 9999 }), (value) => {
      expect(found({ overview: `项目组本季度共完成日常工作 ${value} 条，系统运行平稳。` }).length).toBe(value === 3 ? 0 : 1);
    }), { numRuns: 40 });
  });
});

describe('monthly reports', () => {
  const deliverables = [reportDeliverable('月度', '示例项目月报', true)];
  const missing = (deliverable: typeof deliverables, records: Parameters<typeof findingsOf>[1] = []) => findingsOf('monthly-report-missing', records, { today: '2024-10-20', profile: { deliverables: deliverable } });

  test('are missed month by month where the contract hands them over, and only there', () => {
    expect(missing(deliverables).map(({ message, date, mending }) => [message, date, mending])).toEqual([
      ['缺2024年8月服务工作总结报告（2024年8月3日至2024年8月31日），应在 2024年9月2日 前提交。', '2024-09-02', [{ action: 'add-record', kind: 'report', date: '2024-09-02' }]],
      ['缺2024年9月服务工作总结报告（2024年9月1日至2024年9月30日），应在 2024年10月8日 前提交。', '2024-10-08', [{ action: 'add-record', kind: 'report', date: '2024-10-08' }]],
    ]);
    expect(missing([])).toEqual([]);
  });

  test('that are written count, drafts are named, other days are told', () => {
    const august = { date: '2024-09-02', reportType: '月度', periodFrom: '2024-08-03', periodTo: '2024-08-31', figures: [] } as const;
    const september = makeRecord('report', { ...august, date: '2024-10-08', periodFrom: '2024-09-01', periodTo: '2024-09-29' }, { sequence: 2 });
    expect(missing(deliverables, [makeRecord('report', august), september]).map(({ message }) => message)).toEqual([
      '2024年9月服务工作总结报告应为 2024年9月1日至2024年9月30日，服务工作总结报告 BB-20241008-02 写的是 2024年9月1日至2024年9月29日。',
    ]);
    expect(missing(deliverables, [makeRecord('report', august, { status: 'draft' })]).map(({ message }) => message.endsWith('目前只有草稿。'))).toEqual([true, false]);
  });
});
