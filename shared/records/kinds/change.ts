import { checkOrder, faultLevels } from '../common-fields.ts';
import { defineKind } from '../define-kind.ts';
import { choice, date, links, longText, minute, number, person, required, serviceItem, text, vocabulary } from '../fields.ts';

/** What a change was for; 附件1 prices patches, hardening and tuning apart. */
export const changeCategories = ['软件补丁', '安全加固', '性能调优', '配置变更'] as const;

/** 变更记录: patch, security hardening, performance tuning or another change to the running system. */
export const change = defineKind({
  name: 'change',
  title: '变更实施记录单',
  numberPrefix: 'BG',
  version: 1,
  upgrades: [],
  fields: {
    date: required(date('实施日期')),
    category: required(choice('变更类别', changeCategories)),
    serviceItem: required(serviceItem('服务项')),
    name: required(text('变更名称')),
    system: text('系统名称'),
    target: text('实施对象'),
    reason: longText('变更原因'),
    vulnerability: text('漏洞编号', { section: '安全加固' }),
    severity: vocabulary('风险等级', 'faultLevel', faultLevels, { section: '安全加固' }),
    before: longText('实施前', { help: '指标、版本或配置' }),
    after: longText('实施后'),
    startedAt: minute('开始时间'),
    endedAt: minute('结束时间'),
    steps: required(longText('实施步骤')),
    rollbackPlan: longText('回退方案'),
    verification: longText('验证结论'),
    result: required(choice('实施结果', ['成功', '失败', '已回退'])),
    staff: required(person('执行人')),
    approver: person('批准人'),
    hours: number('投入工时', { unit: '人时', min: 0, max: 500, decimals: 1 }),
    related: links('关联单号'),
    remark: longText('备注'),
  },
  signOff: ['executor', 'reviewer', 'confirmer'],
  columns: ['date', 'category', 'name', 'target', 'before', 'after', 'result', 'staff'],
  dateOf: (body) => body.date,
  titleOf: (body) => `${body.category} ${body.name}`,
  check: (body) => checkOrder([['startedAt', '开始时间', body.startedAt], ['endedAt', '结束时间', body.endedAt]]),
});
