import { addedDeliverables, usualDeliverables } from '../../shared/contract/default-deliverables.ts';
import { evidenceFor } from '../../shared/contract/default-evidence.ts';
import type { ContractProfile, ContractProfileInput } from '../../shared/contract/profile.ts';
import { bodySchema, parseBody } from '../../shared/records/body-schema.ts';
import { kindNames, kindOf, type KindName } from '../../shared/records/kinds.ts';
import type { AnyRecord, RecordInput } from '../../shared/records/record.ts';
import type { SampleYear } from '../../electron/sample/sample-year.ts';
import { testProfile } from '../helpers/records.ts';

type Line = readonly [name: string, quantity: number, unitPrice: number];

function items(lines: readonly Line[], unit = '人月'): ContractProfileInput['serviceItems'] {
  return lines.map(([name, quantity, unitPrice], index) => ({ no: index + 1, name, unit, quantity, unitPrice, amount: Math.round(quantity * unitPrice * 100) / 100, evidence: evidenceFor(name) }));
}

/** A full year with twenty priced items, 55.13 person-months: the size the sample is made for. */
export const yearContract: ContractProfile = testProfile({
  projectName: '示例市监督执法一张图系统运维项目',
  systems: ['示例市监督执法一张图系统'],
  serviceItems: items([
    ['功能模块服务', 5.58, 12_000], ['系统接口服务', 2.26, 8000], ['定时任务与算法服务', 2.2, 10_000], ['系统 bug 修改服务', 1.33, 12_000], ['数据备份服务', 1.25, 8000],
    ['文件备份服务', 1.25, 8000], ['数据统计服务', 0.58, 8000], ['电话咨询、问题排查与处理', 4, 8000], ['邮件咨询、问题排查与处理', 4.21, 12_000], ['培训服务', 1.05, 8000],
    ['微信咨询、问题排查与处理', 10, 12_000], ['性能调优', 1.67, 12_000], ['应急服务', 2.5, 12_000], ['系统安全加固服务', 5, 8000], ['软件补丁服务', 1.25, 8000],
    ['系统例查服务', 7.5, 8000], ['故障响应服务', 0.5, 12_000], ['技术响应服务', 1.5, 10_000], ['定期走访调查', 0.5, 10_000], ['服务报告', 1, 8000],
  ]),
});

/** Ten months, calendar quarters, other words on the forms, a checklist and a quota of its own, a form field that must be filled. */
export const tenMonthContract: ContractProfile = testProfile({
  service: { from: '2024-03-11', to: '2025-01-10' },
  acceptance: { deadline: '2025-03-31', deadlineIncluded: true },
  reporting: { quarterRule: 'calendar', reviewDayType: 'working', reviewDays: 10, silenceApproves: false },
  serviceLevel: { answerMinutes: 30, restoreMinutes: 120, vendorFaultOnly: false },
  changeQuota: { personDays: 5 },
  complaintTypes: ['投诉', '建议'],
  serviceItems: items([
    ['日常巡检服务', 4, 9000], ['热线电话支持', 3, 9000], ['应用功能维护', 6, 9000], ['数据库与文件备份', 1, 9000], ['安全服务', 2, 9000], ['培训与文档', 0.5, 9000],
  ]),
  vocabularies: { faultLevel: ['紧急', '重要', '一般'], serviceChannel: ['电话热线', '电子邮件', '微信', '上门服务', '远程支持'], inspectionCycle: ['每日', '每周', '每月'] },
  checklist: [
    { category: '主机', item: '磁盘使用率', method: '查看监控', standard: '不超过 80%', cycle: '每日' },
    { category: '应用', item: '首页响应时间', method: '访问首页', standard: '3 秒以内', cycle: '每日' },
    { category: '网络', item: 'SSL 证书', method: '查看证书', standard: '剩余 60 天以上', cycle: '每周' },
    { category: '机房', item: '温度', method: '查看温度计', standard: '18～26℃', cycle: '每日' },
    { category: '备份', item: '备份任务', method: '查看日志', standard: '成功', cycle: '每月' },
    { category: '安全', item: '安全自查', method: '对照清单', standard: '符合', cycle: '每季度' },
  ],
  surveyCriteria: [{ criterion: '响应速度', standard: '', fullScore: 50 }, { criterion: '服务质量', standard: '', fullScore: 50 }],
  extraFields: { worklog: [{ name: 'orderNumber', label: '工单号', type: 'text', required: true }, { name: 'night', label: '夜间', type: 'flag' }], inspection: [{ name: 'room', label: '机房', type: 'choice', options: ['一号', '二号'], required: true }] },
  numberPrefixes: { inspection: 'RC', worklog: 'YW' },
});

/** Two years, reports every six months, items priced by the year and by the day. */
export const twoYearContract: ContractProfile = testProfile({
  service: { from: '2023-07-01', to: '2025-06-30' },
  acceptance: { deadline: '2025-09-30' },
  reporting: { everyMonths: 6 },
  changeQuota: { personDays: 60 },
  serviceItems: [
    ...(items([['系统运维保障', 2, 180_000], ['网络安全监测', 2, 60_000]], '年') ?? []),
    { no: 7, name: '驻场技术支持', unit: '人日', quantity: 480, unitPrice: 600, amount: 288_000, evidence: ['worklog'] },
    { no: 8, name: '应急演练与培训', unit: '次', quantity: 4, unitPrice: 5000, amount: 20_000, evidence: ['training', 'incident'] },
  ],
});

/** No free changes at all, and half a year. */
export const noQuotaContract: ContractProfile = testProfile({ service: { from: '2024-09-01', to: '2025-02-28' }, acceptance: { deadline: '2025-05-30' }, changeQuota: { personDays: 0 }, complaintTypes: [] });

export const contracts = { yearContract, tenMonthContract, twoYearContract, noQuotaContract } as const;

/** The profile with the sample's people in it, as the program stores it. */
export function withPeople(profile: ContractProfile, year: SampleYear): ContractProfile {
  const usual = usualDeliverables(profile.deliverablePrefix);
  // As read from a contract: every kind of record is in some file of the hand-over.
  return { ...profile, people: [...profile.people, ...year.people], deliverables: [...usual, ...addedDeliverables(profile.deliverablePrefix, usual)] };
}

function envelope<K extends KindName>(kind: K, input: RecordInput, body: AnyRecord['body'], id: string): unknown {
  const definition = kindOf(kind);
  const plain = { ...body };
  return {
    id, contractId: 'contract-1', kind, number: input.number, date: definition.dateOf(plain), status: input.status ?? 'final', title: definition.titleOf(plain),
    body, extra: input.extra ?? {}, signOff: input.signOff ?? {}, revision: 1, createdAt: '2025-01-01T00:00:00.000Z', updatedAt: '2025-01-01T00:00:00.000Z',
  };
}

function isRecord(value: unknown): value is AnyRecord {
  return typeof value === 'object' && value !== null && 'kind' in value && 'body' in value;
}

/** What the store would hold after saving the inputs. Throws with the problems of the first body that does not parse. */
export function stored(profile: ContractProfile, inputs: readonly RecordInput[]): AnyRecord[] {
  const schemas = new Map(kindNames.map((kind) => [kind, bodySchema(kind, profile)]));
  return inputs.map((input, index) => {
    const schema = schemas.get(input.kind);
    const parsed = schema === undefined ? undefined : parseBody(input.kind, schema, input.body);
    if (parsed?.ok !== true) throw new Error(`${input.kind} ${input.number ?? ''}: ${JSON.stringify(parsed)}`);
    // The schema of the kind has accepted the body.
    const record = envelope(input.kind, input, parsed.body as AnyRecord['body'], `record-${index}`);
    if (!isRecord(record)) throw new Error('not a record');
    return record;
  });
}
