import { checkOrder } from '../common-fields.ts';
import { defineKind, type BodyProblem } from '../define-kind.ts';
import { choice, date, links, longText, minute, person, required, text, vocabulary } from '../fields.ts';

/** 投诉/接诉即办记录 (合同第十章 4–5). 响应率, 解决率 and 满意率 are computed from it. */
export const complaint = defineKind({
  name: 'complaint',
  title: '接诉即办处理记录单',
  numberPrefix: 'TS',
  version: 1,
  upgrades: [],
  fields: {
    date: required(date('接诉日期')),
    receivedAt: required(minute('接诉时间')),
    source: required(vocabulary('诉求来源', 'complaintSource', ['12345热线', '甲方转办', '用户直接提出', '服务热线'])),
    appealType: required(vocabulary('诉求类型', 'appealType', ['咨询', '求助', '投诉', '举报', '建议'])),
    urgency: vocabulary('紧急程度', 'complaintUrgency', ['紧急', '一般']),
    appellant: person('诉求人'),
    appellantUnit: text('诉求人单位'),
    phone: text('联系电话'),
    content: required(longText('诉求内容')),
    firstHandler: required(person('首接责任人')),
    respondedAt: minute('响应时间'),
    process: longText('办理过程'),
    closedAt: minute('办结时间'),
    result: longText('办理结果'),
    resolved: required(choice('是否解决', ['是', '否', '办理中'])),
    satisfied: choice('是否满意', ['满意', '不满意', '未评价']),
    followUpBy: person('回访人'),
    followUpOn: date('回访日期'),
    notice: longText('考评通报', { help: '点评、通报或扣分情况' }),
    related: links('关联单号'),
    remark: longText('备注'),
  },
  signOff: ['executor', 'reviewer', 'confirmer'],
  columns: ['date', 'source', 'appealType', 'appellantUnit', 'content', 'firstHandler', 'respondedAt', 'closedAt', 'resolved', 'satisfied'],
  dateOf: (body) => body.date,
  titleOf: (body) => `${body.appealType} ${body.content.slice(0, 36)}`,
  check: (body) => {
    const problems: BodyProblem[] = checkOrder([['date', '接诉日期', body.date], ['receivedAt', '接诉时间', body.receivedAt], ['respondedAt', '响应时间', body.respondedAt], ['closedAt', '办结时间', body.closedAt], ['followUpOn', '回访日期', body.followUpOn]]);
    if (body.resolved === '是' && body.closedAt === undefined) problems.push({ field: 'closedAt', message: '已解决的诉求要填办结时间' });
    return problems;
  },
});
