import { checkOrder } from '../common-fields.ts';
import { defineKind, type BodyProblem } from '../define-kind.ts';
import { choice, date, links, longText, number, person, required, serviceItem, text, vocabulary } from '../fields.ts';

/** 用户需求申请单 (合同第七章 3). The person-days count against the free quota (合同第八章 3). */
export const request = defineKind({
  name: 'request',
  title: '用户需求申请单',
  numberPrefix: 'XQ',
  version: 1,
  upgrades: [],
  fields: {
    date: required(date('申请日期')),
    name: required(text('需求名称')),
    requestType: required(vocabulary('需求类型', 'requestType', ['功能完善', '新增功能', '缺陷修改', '统计报表'])),
    serviceItem: serviceItem('服务项'),
    requesterUnit: required(text('申请部门')),
    requester: required(person('申请人')),
    requesterPhone: text('联系电话'),
    module: text('系统功能'),
    detail: required(longText('详细要求')),
    wantedBy: date('要求完成时间'),
    impact: longText('影响分析', { section: '评估' }),
    personDays: required(number('工作量估算', { unit: '人日', min: 0, max: 1000, decimals: 2, section: '评估' })),
    charge: required(choice('是否收费', ['免费', '收费'], { section: '评估' })),
    chargeNote: longText('收费说明', { section: '评估', help: '超出免费额度时，写明双方商定的费用' }),
    decision: vocabulary('处理结论', 'requestDecision', ['同意', '不同意', '暂缓', '转收费变更'], { section: '评估' }),
    decidedBy: person('审批人', { section: '评估' }),
    handler: person('处理人', { section: '实施' }),
    plannedRelease: date('计划上线日期', { section: '实施' }),
    releasedOn: date('实际上线日期', { section: '实施' }),
    actualPersonDays: number('实际工作量', { unit: '人日', min: 0, max: 1000, decimals: 2, section: '实施' }),
    testConclusion: longText('测试结论', { section: '实施' }),
    state: required(choice('需求状态', ['待处理', '处理中', '已上线', '已关闭'], { section: '实施' })),
    acceptance: longText('验收意见', { section: '实施' }),
    related: links('关联单号'),
    remark: longText('备注'),
  },
  signOff: ['executor', 'reviewer', 'confirmer'],
  columns: ['date', 'name', 'requestType', 'requesterUnit', 'requester', 'personDays', 'charge', 'state'],
  dateOf: (body) => body.date,
  titleOf: (body) => body.name,
  check: (body) => {
    const problems: BodyProblem[] = checkOrder([['date', '申请日期', body.date], ['releasedOn', '实际上线日期', body.releasedOn]]);
    if (body.state === '已上线' && body.releasedOn === undefined) problems.push({ field: 'releasedOn', message: '状态为“已上线”，要填实际上线日期' });
    return problems;
  },
});
