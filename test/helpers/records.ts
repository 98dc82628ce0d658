import { profileSchema, type ContractProfile, type ContractProfileInput } from '../../shared/contract/profile.ts';
import { dateOf, type LocalDate } from '../../shared/dates.ts';
import { kindOf, type KindBody, type KindName } from '../../shared/records/kinds.ts';
import { formatNumber } from '../../shared/records/numbering.ts';
import type { RecordOf, SignOff } from '../../shared/records/record.ts';

const serviceItems: ContractProfileInput['serviceItems'] = [
  { no: 1, name: '功能模块服务', quantity: 5, unitPrice: 12_000, amount: 60_000, evidence: ['worklog'] },
  { no: 2, name: '数据备份服务', quantity: 1, unitPrice: 8000, amount: 8000, evidence: ['backup-run'] },
  { no: 3, name: '电话咨询、问题排查与处理', quantity: 4, unitPrice: 8000, amount: 32_000, evidence: ['worklog'] },
  { no: 4, name: '系统例查服务', quantity: 7.5, unitPrice: 8000, amount: 60_000, evidence: ['inspection'] },
  { no: 5, name: '定期走访调查', quantity: 0.5, unitPrice: 10_000, amount: 5000, evidence: ['visit', 'survey'] },
];

/** A small but complete contract of one year with rolling quarters; invented parties. */
export function testProfile(overrides: Partial<ContractProfileInput> = {}): ContractProfile {
  return profileSchema.parse({
    title: '2024年示例监管平台运维项目服务合同',
    projectName: '示例监管平台运维项目',
    deliverablePrefix: '示例监管平台运维服务项目',
    client: { name: '示例市数据中心' },
    vendor: { name: '示例科技有限公司' },
    signedOn: '2024-05-17',
    service: { from: '2024-08-03', to: '2025-08-02' },
    price: { total: 165_000, installments: [{ label: '首付款', percent: 50, amount: 82_500, condition: '合同生效后15日内' }] },
    acceptance: { deadline: '2025-10-02', basis: '双方确认的验收文档' },
    delivery: { forms: ['纸介质', '电子版光盘'], copies: 1 },
    deliverables: [
      { id: 'inspection', title: '示例监管平台运维服务项目日常巡检记录单', kind: 'inspection', layout: 'form', grouping: 'month', template: 'inspection.docx', fromContract: true },
      { id: 'quarterly-report', title: '示例监管平台运维服务项目季度总结报告', kind: 'report', where: { reportType: '季度' }, layout: 'form', grouping: 'record', template: 'quarterly-report.docx', fromContract: true },
    ],
    reporting: {},
    serviceLevel: { answerMinutes: 60, restoreMinutes: 240, hotline: '010-5550xxxx' },
    changeQuota: { personDays: 20 },
    complaintTypes: ['咨询', '求助', '投诉', '举报', '建议'],
    confidentiality: { term: '永久' },
    serviceItems,
    ...overrides,
  });
}

type DefaultBodies = { readonly [K in KindName]: (date: LocalDate) => KindBody<K> };

const defaultBodies: DefaultBodies = {
  inspection: (date) => ({
    date, cycle: '日检', startTime: '09:00', endTime: '09:40', inspector: '林远航',
    items: [
      { category: '服务器', item: 'CPU 使用率', method: '查看监控', standard: '≤80%', result: '正常', measured: '36%' },
      { category: '数据库', item: '表空间使用率', method: '查询视图', standard: '≤85%', result: '正常', measured: '61%' },
    ],
    conclusion: '正常',
  }),
  worklog: (date) => ({
    date, startTime: '10:00', endTime: '11:30', channel: '电话', serviceItem: 3, module: '举报查询', requester: '顾小满', requesterUnit: '业务一科',
    description: '用户反映查询结果翻页后条件丢失', process: '核对分页参数并修正', result: '翻页恢复正常', state: '完成', hours: 1.5, staff: '林远航',
  }),
  request: (date) => ({
    date, name: '统计表增加区县列', requestType: '功能完善', requesterUnit: '业务一科', requester: '顾小满', detail: '月统计表增加区县一列，可导出。',
    personDays: 1.5, charge: '免费', decision: '同意', releasedOn: date, testConclusion: '测试通过', state: '已上线', acceptance: '同意验收',
  }),
  survey: (date) => ({
    date, respondent: '顾小满', respondentUnit: '业务一科', method: '书面问卷',
    scores: [{ criterion: '服务态度', fullScore: 40, score: 38 }, { criterion: '处置效果', fullScore: 60, score: 57 }],
    overall: '非常满意', suggestion: '继续保持',
  }),
  incident: (date) => ({
    date, category: '故障', trigger: '用户报障', level: '一般', symptom: '地图页面打不开', reporter: '顾小满', module: '地图服务',
    reportedAt: `${date}T10:00`, answeredAt: `${date}T10:20`, restoredAt: `${date}T11:30`, vendorFault: true,
    cause: '服务进程内存耗尽', solution: '重启进程并调整内存上限', handler: '林远航', hours: 2, state: '已关闭',
  }),
  complaint: (date) => ({
    date, receivedAt: `${date}T09:30`, source: '甲方转办', appealType: '咨询', content: '询问举报编号查询方法', firstHandler: '林远航',
    respondedAt: `${date}T09:40`, closedAt: `${date}T10:30`, result: '已电话说明', resolved: '是', satisfied: '满意',
  }),
  training: (date) => ({
    date, topic: '系统操作培训', lecturer: '林远航', startTime: '14:00', endTime: '16:00', hours: 2, summary: '查询与统计功能',
    attendees: [{ name: '顾小满', unit: '业务一科' }, { name: '程知秋', unit: '业务二科' }],
  }),
  visit: (date) => ({ date, startTime: '14:00', endTime: '15:00', visitors: '林远航', hostUnit: '业务一科', hosts: '顾小满', content: '了解使用情况', feedback: '运行平稳', actionState: '无需改进' }),
  'backup-run': (date) => ({ date, serviceItem: 2, task: '业务库备份', backupType: '全量', startedAt: `${date}T01:00`, endedAt: `${date}T01:40`, sizeGb: 12.5, result: '成功', restoreTest: '未安排', staff: '林远航' }),
  change: (date) => ({ date, category: '安全加固', serviceItem: 1, name: '关闭弱加密套件', steps: '修改配置并重启服务', result: '成功', staff: '林远航', hours: 2 }),
  report: (date) => ({ date, reportType: '季度', ordinal: 1, periodFrom: '2024-08-03', periodTo: '2024-11-02', author: '沈亦舟', figures: [], reviewState: '未提交' }),
};

function fullSignOff(kind: KindName, date: LocalDate): SignOff {
  const roles = kindOf(kind).signOff;
  return {
    ...(roles.includes('executor') ? { executor: '林远航', executedOn: date } : {}),
    ...(roles.includes('reviewer') ? { reviewer: '沈亦舟', reviewedOn: date } : {}),
    ...(roles.includes('confirmer') ? { confirmer: '顾小满', confirmedOn: date } : {}),
  };
}

type Envelope<K extends KindName> = Partial<Omit<RecordOf<K>, 'kind' | 'body'>> & {
  /** Running number of the day, when `number` is not given. */
  readonly sequence?: number;
};

/**
 * A valid, final, fully signed record: say only what the test is about. The day is `body.date` (default 2024-08-05, a Monday);
 * `id` is the number in lower case unless given.
 */
export function makeRecord<K extends KindName>(kind: K, body: Partial<KindBody<K>> = {}, envelope: Envelope<K> = {}): RecordOf<K> {
  const given: { readonly date?: unknown } = body;
  const date = typeof given.date === 'string' ? given.date : '2024-08-05';
  const definition = kindOf(kind);
  const fullBody: KindBody<K> = { ...defaultBodies[kind](date), ...body };
  const { sequence = 1, ...rest } = envelope;
  const number = rest.number ?? formatNumber({ prefix: definition.numberPrefix, date: dateOf(date), sequence });
  return {
    id: number.toLowerCase(), contractId: 'contract-1', kind, number, date, status: 'final', title: `${definition.title} ${number}`,
    body: fullBody, extra: {}, signOff: fullSignOff(kind, date), revision: 1, createdAt: `${date}T10:00:00.000Z`, updatedAt: `${date}T10:00:00.000Z`,
    ...rest,
  };
}
