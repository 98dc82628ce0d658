import { checkTimes } from '../common-fields.ts';
import { defineKind } from '../define-kind.ts';
import { choice, date, links, longText, person, required, text, time } from '../fields.ts';

/** 走访记录 (附件1 定期走访调查). */
export const visit = defineKind({
  name: 'visit',
  title: '走访记录单',
  numberPrefix: 'ZF',
  version: 1,
  upgrades: [],
  fields: {
    date: required(date('走访日期')),
    startTime: time('开始时间'),
    endTime: time('结束时间'),
    place: text('走访地点'),
    visitors: required(person('走访人')),
    hostUnit: required(text('受访部门')),
    hosts: required(person('受访人')),
    phone: text('联系电话'),
    purpose: longText('走访目的'),
    content: required(longText('走访内容')),
    feedback: longText('意见与建议'),
    action: longText('改进措施'),
    actionState: choice('措施落实', ['无需改进', '落实中', '已落实']),
    related: links('关联单号', { help: '例如当次满意度调查表' }),
    remark: longText('备注'),
  },
  signOff: ['executor', 'confirmer'],
  columns: ['date', 'visitors', 'hostUnit', 'hosts', 'feedback', 'actionState'],
  dateOf: (body) => body.date,
  titleOf: (body) => `走访${body.hostUnit}（${body.hosts}）`,
  check: (body) => checkTimes(body.startTime, body.endTime),
});
