import { describe, expect, it } from 'vitest';
import { profileSchema } from '../../shared/contract/profile.ts';
import { essence, fixtureNames, fixtureText, itemLines, namedDeliverables, questionIds, readText, type FixtureName } from './contract-fixtures.ts';

function read(name: FixtureName): ReturnType<typeof readText> {
  return readText(fixtureText(name));
}

describe('contracts in other words', () => {
  it('asks about nothing but the signatures when a contract is complete and consistent', () => {
    const { profile, questions } = read('clean-articles');
    const project = '青岚市政务服务大厅预约平台运维服务项目';
    expect(questionIds(questions)).toEqual(['signers']);
    expect(essence(profile)).toMatchObject({
      projectName: project, deliverablePrefix: project,
      client: { name: '青岚市政务服务管理示例局', address: '青岚市示例区一号路1号', postcode: '266000', phone: '0532-55501001' },
      vendor: { name: '晴川示例软件有限公司', address: '青岚市样例区二号路2号', email: 'ops@qingchuan.example.com' },
      signedOn: '2025-09-15',
      service: { from: '2025-10-01', to: '2026-09-30' },
      acceptance: { deadline: '2026-10-30', deadlineIncluded: true, basis: '验收以双方签署的验收单为准' },
      delivery: { forms: ['纸质文档', '电子光盘'], copies: 2, openEnded: false },
      reporting: { everyMonths: 3, quarterRule: 'calendar', reviewDays: 10, reviewDayType: 'working', silenceApproves: true },
      serviceLevel: { answerMinutes: 30, restoreMinutes: 360, hotline: '7×24小时服务热线400-5550-123', vendorFaultOnly: false },
      changeQuota: { personDays: 15 },
      confidentiality: { term: '合同终止后5年', duties: ['乙方不得向第三方泄露甲方的业务数据。'], returnDuties: ['合同终止后，乙方应当返还或者销毁全部资料。'] },
      systems: ['青岚市政务服务大厅预约平台'],
    });
    expect(profile.price.installments.map((entry) => [entry.label, entry.percent, entry.amount])).toEqual([['首付款', 60, 180000], ['尾款', 40, 120000]]);
    expect(profile.penalties.map(({ side, percent, capPercent, everyDays }) => [side, percent, capPercent, everyDays])).toEqual([['vendor', 0.5, 5, 1], ['client', 0.05, undefined, 1]]);
    expect(itemLines(profile)).toEqual(['1 日常巡检服务 人月 6 10000 60000 inspection', '2 预约咨询服务 人月 10 12000 120000 worklog', '3 功能完善服务 人月 5 16000 80000 worklog', '4 用户培训服务 次 8 5000 40000 training']);
    expect(namedDeliverables(profile)).toEqual([`annual-report ${project}年度总结报告`, `quarterly-report ${project}季度总结报告`, `inspection ${project}巡检记录表`, `worklog ${project}运维记录单`, `request ${project}需求变更申请单`, `incident ${project}故障处理报告`]);
  });

  it('reads two years, three instalments, monthly reports, columns set with blanks, and a deadline counted from the end', () => {
    const { profile, questions } = read('two-years-columns');
    expect(questionIds(questions)).toEqual(['acceptance-deadline', 'delivery-copies', 'change-quota', 'people']);
    expect(essence(profile)).toMatchObject({
      title: '云溪区视频会议系统维护服务合同书',
      client: { name: '云溪区示例信息中心', address: '云溪区样板路88号', phone: '0571-55501188' },
      vendor: { name: '远帆示例网络工程有限公司', address: '云溪区范例路9号', phone: '0571-55502299' },
      signedOn: '2023-12-20', service: { from: '2024-01-01', to: '2025-12-31' },
      acceptance: { deadline: '2026-01-30', deadlineIncluded: true },
      delivery: { forms: ['纸质版', 'U盘'], copies: 3 },
      reporting: { everyMonths: 1, reviewDays: 5, reviewDayType: 'working', silenceApproves: true },
      serviceLevel: { answerMinutes: 30, restoreMinutes: 480, hotline: '全天候技术支持服务 0571-55503344' },
      confidentiality: { term: '合同终止后3年' },
    });
    expect(profile.price).toMatchObject({ total: 1200000, installments: [{ percent: 30, amount: 360000 }, { percent: 40, amount: 480000 }, { percent: 30, amount: 360000 }] });
    expect(profile.penalties.map(({ side, percent, capPercent, everyDays }) => [side, percent, capPercent, everyDays])).toEqual([['vendor', 0.3, 10, 1], ['client', 0.1, undefined, 7]]);
    expect(itemLines(profile)).toEqual(['1 终端设备维护 人月 24 15000 360000 worklog', '2 会议保障服务 人月 24 20000 480000 worklog', '3 网络链路维护 人月 20 12000 240000 worklog', '4 应急抢修 次 12 5000 60000 incident', '5 年度培训 次 4 15000 60000 training']);
    expect(namedDeliverables(profile)).toEqual(['monthly-report 运维月报', 'annual-report 年度总结报告', 'inspection 巡检记录', 'training 培训记录', 'survey 满意度调查表']);
  });

  it('takes a price column in real 元 as it is, whatever the order of columns', () => {
    const { profile, questions } = read('yuan-price-other-order');
    expect(itemLines(profile)).toEqual(['1 平台例行检查 人天 60 800 48000 inspection', '2 系统备份与恢复演练 人天 30 800 24000 backup-run', '3 档案数据统计 人天 20 1200 24000 request+worklog']);
    expect(essence(profile)).toMatchObject({
      client: { name: '河湾县示例档案馆' }, vendor: { name: '墨痕示例数据技术有限公司' }, signedOn: '2025-03-10',
      service: { from: '2025-03-10', to: '2026-03-09' }, price: { total: 96000, installments: [{ label: '全款', percent: 100, amount: 96000 }] },
      serviceLevel: { answerMinutes: 60, restoreMinutes: 720 }, changeQuota: { personDays: 40 }, reporting: { everyMonths: 6 },
    });
    expect(questionIds(questions)).toEqual(['contact-details', 'service-period', 'acceptance-deadline', 'deliverable-kind', 'report-period', 'delivery-forms', 'delivery-copies', 'quarter-rule', 'review-days', 'answer-time', 'service-level-start', 'people']);
  });

  it('puts every contradiction of a careless contract as a question', () => {
    const { profile, questions } = read('conflicting');
    const asked = Object.fromEntries(questions.map((question) => [question.id, question.options]));
    expect(questionIds(questions)).toEqual([
      'project-name', 'client-name', 'contact-details', 'signed-on', 'service-period', 'service-length', 'price-total', 'amount-words-1', 'installment-1-amount', 'installments-sum',
      'item-amounts', 'item-numbers', 'item-quantities', 'items-total', 'items-price', 'acceptance-deadline', 'delivery-copies', 'reporting', 'answer-time', 'service-level-start',
      'change-quota', 'confidentiality', 'inspection-frequency', 'survey-frequency', 'signers', 'missing-annexes', 'outside-documents',
    ]);
    expect(asked).toMatchObject({
      'client-name': ['霞浦湾渔政示例支队', '霞浦湾渔政示例大队'],
      'signed-on': ['2024-12-20', '2024-12-25'],
      'service-period': ['2025年1月1日至2026年1月1日', '2025年2月1日至2026年1月31日'],
      'service-length': ['2026-01-01', '2025-12-31'],
      'price-total': ['360,000.00', '380,000.00'],
      'delivery-copies': ['3', '2'],
      'answer-time': ['30 分钟', '1 小时'],
      'change-quota': ['30', '10'],
    });
    expect(profile.people).toEqual([]);
  });

  it('fills what a meagre agreement leaves out with values that validate, and asks for each', () => {
    const { profile, questions } = read('sparse');
    expect(essence(profile)).toMatchObject({ title: '网站维护协议', client: { name: '星桥镇示例文化站' }, vendor: { name: '北辰示例工作室' }, price: { total: 12000, installments: [] }, service: { from: '2000-01-01', to: '2000-12-31' } });
    expect(itemLines(profile)).toEqual(['1 运维服务（待确认） 年 1 12000 12000 worklog']);
    expect(questionIds(questions)).toEqual(['project-name', 'contact-details', 'signed-on', 'service-period', 'installments', 'service-items', 'acceptance-deadline', 'deliverables', 'delivery-forms', 'delivery-copies', 'reporting', 'answer-time', 'restore-time', 'change-quota', 'confidentiality', 'people']);
    expect(profile.deliverables.slice(0, 6).map((deliverable) => deliverable.title)).toEqual(['网站维护季度总结报告', '网站维护年度总结报告', '网站维护日常工作记录单', '网站维护用户需求申请单', '网站维护日常巡检记录单', '网站维护满意度调查表']);
  });

  it.each(fixtureNames)('%s: a valid profile with distinct question ids, deliverable ids and titles', (name) => {
    const { profile, questions } = read(name);
    const distinctCount = (values: readonly string[]): number => new Set(values).size;
    expect(profileSchema.parse(profile)).toEqual(profile);
    expect(distinctCount(questionIds(questions))).toBe(questions.length);
    expect(distinctCount(profile.deliverables.map((deliverable) => deliverable.id))).toBe(profile.deliverables.length);
    expect(distinctCount(profile.deliverables.map((deliverable) => deliverable.title))).toBe(profile.deliverables.length);
  });
});
