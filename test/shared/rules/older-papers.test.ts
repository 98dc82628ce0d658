import { describe, expect, test } from 'vitest';
import type { Deliverable } from '../../../shared/contract/profile.ts';
import { formDeliverable, ledgerDeliverable } from '../../../shared/contract/default-deliverables.ts';
import type { RecordOf } from '../../../shared/records/record.ts';
import { checkReadiness } from '../../../shared/rules/check.ts';
import type { RuleHandover, RuleInput, RulePaper } from '../../../shared/rules/finding.ts';
import type { RuleId } from '../../../shared/rules/rule-ids.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';

const after = '2025-08-20';

function found(rule: RuleId, input: Partial<RuleInput>): [string, string][] {
  const findings = checkReadiness({ profile: testProfile(), records: [], calendar: {}, today: after, ...input });
  return findings.filter((finding) => finding.rule === rule).map(({ severity, message }) => [severity, message]);
}

describe('papers whose records were changed', () => {
  const paper = (state: RulePaper['state'], number = 1, scope = 'q1'): RulePaper => ({ deliverable: 'report', scope, fileName: `${state}${number}.docx`, state, since: '2024-11-06', isOutdated: true });

  test('signed ones are errors, printed ones warnings; what nobody relies on is made anew anyway; many are one finding', () => {
    expect(found('paper-outdated', { papers: [paper('scanned'), paper('printed'), paper('made'), { ...paper('signed'), isOutdated: false }] })).toEqual([
      ['error', '“scanned1.docx”2024年11月6日签字后，它的记录有改动，纸面与现在的记录不一致。'],
      ['warning', '“printed1.docx”2024年11月6日打印后，它的记录有改动，纸面与现在的记录不一致。'],
    ]);
    expect(found('paper-outdated', { papers: [1, 2, 3, 4].map((number) => paper('signed', number)) })).toEqual([['error', '4 份文件签字后记录有改动，纸面与现在的记录不一致：“signed1.docx”、“signed2.docx”、“signed3.docx”等。']]);
  });

  test('a report that was handed in counts without paper; one whose figures are wrong is mended there first', () => {
    const report = (over: Partial<RecordOf<'report'>['body']>): RuleInput['records'] => [makeRecord('report', { date: '2024-11-04', periodFrom: '2024-08-03', periodTo: '2024-11-02', figures: [], ...over })];
    const papers = (records: RuleInput['records']) => [paper('made', 1, records[0]?.id), paper('signed', 2, records[0]?.id)];
    const handedIn = report({ submittedOn: '2024-11-05', reviewState: '已通过' });
    expect(found('paper-outdated', { records: handedIn, papers: papers(handedIn).slice(0, 1) })).toEqual([['warning', '“made1.docx”2024年11月6日提交甲方后，它的记录有改动，纸面与现在的记录不一致。']]);
    const written = report({});
    expect(found('paper-outdated', { records: written, papers: papers(written).slice(0, 1) })).toEqual([]);
    const wrong = report({ submittedOn: '2024-11-05', reviewState: '已通过', figures: [{ figure: 'work.count', label: '日常工作记录', value: 9 }] });
    expect([found('paper-outdated', { records: wrong, papers: papers(wrong) }).length, found('report-figures-differ', { records: wrong }).length]).toEqual([0, 1]);
  });
});

describe('the package made last', () => {
  const handover: RuleHandover = { name: '交付包', madeOn: '2025-08-10', isBurned: false, changed: ['甲'], added: ['乙'], scans: 2 };

  test('is a warning once the service is over, a burned disc an error; before that only a burned disc is anybody\'s matter', () => {
    expect(found('handover-outdated', { handover })).toEqual([['warning', '交付包“交付包”（2025年8月10日 制作）以后，1 份文件的数据改动过（“甲”），1 份文件是后来才有的（“乙”），2 份签字扫描件是后来归入的，与纸质和记录不一致。']]);
    const burned = { ...handover, isBurned: true, added: [], scans: 0 };
    expect(found('handover-outdated', { handover: burned }).map(([severity]) => severity)).toEqual(['error']);
    expect(found('handover-outdated', { handover: burned, today: '2025-06-02' }).map(([severity]) => severity)).toEqual(['warning']);
    expect(found('handover-outdated', { handover, today: '2025-06-02' })).toEqual([]);
    expect(found('handover-outdated', { handover: { ...handover, changed: [], added: [], scans: 0 } })).toEqual([]);
  });
});

describe('ledgers and reports', () => {
  const works = ['电话', '微信', '微信'].map((channel, index) => makeRecord('worklog', { channel, hours: 1 }, { sequence: index + 1 }));
  const { service } = testProfile();
  const annual = (value: number, reason?: string) => makeRecord('report', {
    date: '2025-08-05', reportType: '年度', periodFrom: service.from, periodTo: service.to, figures: [{ figure: 'work.count', label: '日常工作记录', value, reason }, { figure: 'work.hours', label: '工作记录工时', value: 3 }],
  });
  const list = formDeliverable('worklog', '日常工作记录单', true);
  const differences = (ledger: Partial<Deliverable>, report = annual(3)) => found('ledger-differs', { records: [...works, report], profile: testProfile({ deliverables: [{ ...list, layout: 'form' }, { ...ledgerDeliverable('worklog', '示例'), ...ledger }] }) });

  test('agree, whether there is one ledger or several', () => {
    expect(differences({})).toEqual([]);
    expect(differences({ grouping: 'month' })).toEqual([]);
  });

  test('a ledger that leaves records out is named with them, and a number that somebody adjusted is worth knowing', () => {
    expect(differences({ where: { channel: '微信' } })).toEqual([
      ['warning', '服务工作总结报告 BB-20250805-01 与同一期间的日常工作记录单台账不符：日常工作记录写 3，台账合计 2；工作记录工时写 3，台账合计 2。台账没有收录 GZ-20240805-01。'],
    ]);
    expect(differences({}, annual(5, '含电话咨询'))).toEqual([['notice', '服务工作总结报告 BB-20250805-01 与同一期间的日常工作记录单台账不符：日常工作记录写 5，台账合计 3。报告数字是人工调整的。']]);
    // Without a reason it is simply wrong, which another rule says.
    expect(differences({}, annual(5))).toEqual([]);
  });

  test('a ledger by months is not held against a quarter that begins within one', () => {
    const quarter = makeRecord('report', { date: '2024-11-04', periodFrom: service.from, periodTo: '2024-11-02', figures: [{ figure: 'work.count', label: '日常工作记录', value: 5, reason: '含电话咨询' }] });
    expect([differences({ grouping: 'month' }, quarter), differences({ grouping: 'quarter' }, quarter).length]).toEqual([[], 1]);
  });
});

test('records that only files outside the volumes hold are named, unless no paper is handed over', () => {
  const profile = testProfile({ deliverables: [ledgerDeliverable('visit', '示例')] });
  const input = { records: [makeRecord('visit')], unbound: ['ledger-visit'] };
  expect(found('document-not-delivered', { profile, ...input })).toEqual([['warning', '1 份走访记录单只在不装订的文件里，报告附件清单列了它们，案卷里却找不到：ZF-20240805-01。']]);
  expect(found('document-not-delivered', { profile, records: input.records })).toEqual([]);
  expect(found('document-not-delivered', { profile: { ...profile, delivery: { ...profile.delivery, forms: ['电子版光盘'] } }, ...input })).toEqual([]);
});
