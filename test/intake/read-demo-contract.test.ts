import { describe, expect, it } from 'vitest';
import { lastHandoverDay } from '../../shared/contract/periods.ts';
import { profileSchema } from '../../shared/contract/profile.ts';
import { demoText, essence, itemLines, namedDeliverables, questionIds, readText } from './contract-fixtures.ts';

const { profile, questions } = readText(demoText());
const prefix = '北京市卫生计生打非举报监督执法一张图系统运维服务项目';
const question = (id: string): (typeof questions)[number] | undefined => questions.find((entry) => entry.id === id);

describe('the shipped demo contract', () => {
  it('gives every fact of the contract', () => {
    expect(essence(profile)).toEqual({
      title: '2024年度北京市卫生计生打非举报监督执法一张图系统运维项目服务合同',
      projectName: '北京市卫生计生打非举报监督执法一张图系统运维项目',
      deliverablePrefix: prefix,
      client: { name: '北京市卫生健康信息示例中心', address: '北京市通州区示例街8号院', postcode: '101100', phone: '010-55501100', fax: '', email: 'office@client.example.com' },
      vendor: { name: '北京示例运维科技有限公司', address: '北京市通州区样本大街16号', postcode: '100020', phone: '010-55502200', fax: '010-55502200', email: 'service@vendor.example.com' },
      signedOn: '2024-05-17',
      signingPlace: '北京市卫生健康信息示例中心会议室',
      service: { from: '2024-08-03', to: '2025-08-02' },
      price: {
        total: 552600,
        installments: [
          { label: '第一笔', percent: 50, amount: 276300, condition: '合同生效之日起15日内，甲方以转账方式支付合同总金额的50%，即人民币贰拾柒万陆仟叁佰元整（¥276,300.00元）。' },
          { label: '第二笔', percent: 50, amount: 276300, condition: '服务期满、通过验收且乙方没有违约情形的，甲方在财政资金到位后支付其余50%，即人民币贰拾柒万陆仟叁佰元整（¥276,300.00元）。' },
        ],
      },
      acceptance: { deadline: '2025-10-02', deadlineIncluded: false, basis: '验收结论以双方盖章确认的验收文件为准' },
      delivery: { forms: ['纸介质', '电子版光盘'], copies: 1, openEnded: true },
      reporting: { everyMonths: 3, quarterRule: 'rolling', reviewDays: 14, reviewDayType: 'calendar', silenceApproves: true },
      serviceLevel: { answerMinutes: 60, restoreMinutes: 240, hotline: '7×24小时服务热线和传真', vendorFaultOnly: true },
      changeQuota: { personDays: 20 },
      complaintTypes: ['咨询', '求助', '投诉', '举报', '建议'],
      penalties: [
        { side: 'vendor', text: '因乙方原因造成工作延期的，每延期2天，甲方扣除延期项目价款的1%，累计最多不超过5%。', percent: 1, capPercent: 5, everyDays: 2 },
        { side: 'client', text: '验收合格满30天后，甲方逾期付款的，每逾期15天，甲方应向乙方支付未付款项1%的违约金，最多不超过5%。', percent: 1, capPercent: 5, everyDays: 15 },
        { side: 'vendor', text: '乙方建立接诉即办机制，对项目相关人员提出的咨询、求助、投诉、举报、建议等诉求及时响应、限时办理并回访。乙方推诿、敷衍或者弄虚作假，造成恶劣影响的，甲方有权扣除合同金额的1%-5%。', percent: 1, capPercent: 5 },
      ],
      confidentiality: {
        term: '永久',
        duties: [
          '乙方对服务过程中接触到的技术资料和业务数据负有保密义务，没有甲方书面同意，不得提供给第三方。本项义务不因合同终止而免除。',
          '双方另签《安全保密协议》，见附件2。',
          '保密信息只能用于本项目的运维工作，不得用于其他目的。',
          '不得向与项目无关的人员透露保密信息，不得复制、传播或者公开发布。',
          '载有保密信息的文档、磁盘、光盘等介质，没有甲方书面许可并加密，不得带离甲方场所。',
          '乙方应对能够接触业务数据的人员进行审查，实行严格的访问控制。',
        ],
        returnDuties: ['运维工作结束后，乙方应按照甲方的要求返还或者销毁保密资料，并提供清单。', '一方书面要求交回保密资料的，另一方应当立即交回，不得留存副本。'],
      },
      people: [],
      systems: ['北京市卫生计生打非举报监督执法一张图系统'],
      vocabularies: {},
      extraFields: {},
      numberPrefixes: {},
      calendarOverrides: {},
      ruleSettings: [],
    });
    expect(lastHandoverDay(profile)).toBe('2025-09-30');
    expect(profileSchema.parse(profile)).toEqual(profile);
  });

  it('reads all priced items, with the price column in 万元 although it is headed 元', () => {
    expect(itemLines(profile)).toEqual([
      '1 功能模块服务 人月 5.58 12000 66960 worklog', '2 系统接口服务 人月 2.26 8000 18080 worklog', '3 定时任务与算法服务 人月 2.2 10000 22000 worklog',
      '4 系统 bug 修改服务 人月 1.33 12000 15960 worklog', '5 数据备份服务 人月 1.25 8000 10000 backup-run', '6 文件备份服务 人月 1.25 8000 10000 backup-run',
      '7 数据统计服务 人月 0.58 8000 4640 request+worklog', '8 电话咨询、问题排查与处理 人月 4 8000 32000 worklog', '9 邮件咨询、问题排查与处理 人月 4.21 12000 50520 worklog',
      '10 培训服务 人月 1.05 8000 8400 training', '11 微信咨询、问题排查与处理 人月 10 12000 120000 worklog', '12 性能调优 人月 1.67 12000 20040 change',
      '13 应急服务 人月 2.5 12000 30000 incident', '14 系统安全加固服务 人月 5 8000 40000 change', '15 软件补丁服务 人月 1.25 8000 10000 change',
      '16 系统例查服务 人月 7.5 8000 60000 inspection', '17 故障响应服务 人月 0.5 12000 6000 incident', '18 技术响应服务 人月 1.5 10000 15000 worklog',
      '19 定期走访调查 人月 0.5 10000 5000 visit+survey', '20 服务报告 人月 1 8000 8000 report',
    ]);
    expect(question('unit-price-unit')?.question).toContain('20 行的数量乘单价都与金额相符，合计 552,600.00 元与合同总价一致');
  });

  it('splits the annual and the quarterly report and joins titles broken by a line end', () => {
    expect(namedDeliverables(profile)).toEqual([
      `annual-report ${prefix}年底总结报告`, `quarterly-report ${prefix}季度总结报告`, `worklog ${prefix}日常工作记录单`,
      `request ${prefix}用户需求申请单`, `inspection ${prefix}日常巡检记录单`, `survey ${prefix}满意度调查表`,
    ]);
    expect(profile.deliverables.filter((deliverable) => !deliverable.fromContract).map((deliverable) => [deliverable.id, deliverable.template, deliverable.grouping].join(' '))).toEqual([
      'incident incident.docx record', 'complaint complaint.docx record', 'training training.docx record', 'visit visit.docx record',
      'ledger-inspection ledger-inspection.xlsx all', 'ledger-worklog ledger-worklog.xlsx all', 'ledger-request ledger-request.xlsx all', 'ledger-survey ledger-survey.xlsx all',
      'ledger-incident ledger-incident.xlsx all', 'ledger-complaint ledger-complaint.xlsx all', 'ledger-training ledger-training.xlsx all', 'ledger-visit ledger-visit.xlsx all',
      'ledger-backup-run ledger-backup-run.xlsx all', 'ledger-change ledger-change.xlsx all', 'ledger-report ledger-report.xlsx all',
    ]);
  });

  it('asks about everything that is uncertain or contradictory', () => {
    expect(questionIds(questions)).toEqual([
      'client-address', 'postcodes', 'signed-on', 'installment-2-date', 'effective-date', 'unit-price-unit', 'acceptance-deadline',
      'deliverable-prefix', 'deliverable-split', 'report-names', 'delivery-copies', 'deliverables-open', 'quarter-rule', 'review-day-type',
      'service-level-start', 'hotline-number', 'penalty-1-base', 'inspection-frequency', 'survey-frequency',
      'signer-1', 'signer-2', 'signer-3', 'signers', 'missing-annexes', 'outside-documents', 'arbitration',
    ]);
    expect(profile.questions).toEqual(questions);
    expect(questions.filter((entry) => entry.sources.length === 0)).toEqual([]);
  });

  it('puts contradicting writings side by side with their sentences', () => {
    expect(question('client-address')).toEqual({
      id: 'client-address', field: 'client.address', question: '甲方地址有 2 种写法，暂用第一种，请确认以哪个为准。',
      options: ['北京市通州区示例街8号院', '北京市通州区示例街8号院2号楼'],
      sources: ['北京市卫生健康信息示例中心 北京市通州区示例街8号院 / 010-55501100 office@client.example.com', '北京市通州区示例街8号院2号楼'],
    });
    expect(['signer-1', 'signer-2', 'signer-3', 'signers'].map((id) => question(id)?.options)).toEqual([['周景澄', '周景澂'], ['沈若川', '沈若州'], ['方以宁', '方以字'], ['经办人 陆明远']]);
    expect(question('signed-on')?.options).toEqual(['2024-05-17']);
    expect(question('effective-date')?.options).toEqual(['2024-05-17', '2024-08-03']);
    expect(question('deliverable-prefix')?.options).toEqual([prefix, '北京市卫生计生打非举报监督执法一张图系统运维项目']);
  });

  it('names the last working day before a deadline in a holiday, and the quarter ends on days off', () => {
    expect(question('acceptance-deadline')?.question).toBe('验收期限写的是“2025年10月2日前”，没有写明是否含当天；这一天是周四，法定节假日放假。按不含当天倒排，最后一个可以移交的工作日是2025年9月30日（周二）。请确认。');
    expect(question('quarter-rule')?.question).toContain('4 个期末不是工作日（2024年11月2日休息、2025年2月2日放假、2025年5月2日放假、2025年8月2日休息）');
  });

  it('keeps the sentence each field was read from', () => {
    expect(profile.sources['reporting.everyMonths']).toBe('2.乙方每三个月向甲方报送一次季度服务总结报告，书面或电子形式均可。');
    expect(profile.sources['changeQuota.personDays']).toBe('3.甲方提出的小规模需求调整，累计工作量不超过20人·日的，由乙方免费完成；');
    expect(Object.keys(profile.sources).length).toBeGreaterThan(25);
  });
});
