import { checkOrder, checkTimes, dutyTypes, serviceChannels, serviceTypes } from '../common-fields.ts';
import { defineKind, type BodyProblem } from '../define-kind.ts';
import { choice, date, links, longText, minute, number, person, required, serviceItem, text, time, vocabulary } from '../fields.ts';

/** 日常工作记录单 (合同第七章 2): one piece of work for one service item of 附件1. */
export const worklog = defineKind({
  name: 'worklog',
  title: '日常工作记录单',
  numberPrefix: 'GZ',
  version: 1,
  upgrades: [],
  fields: {
    date: required(date('服务日期')),
    startTime: time('开始时间'),
    endTime: time('结束时间'),
    channel: required(vocabulary('服务渠道', 'serviceChannel', serviceChannels)),
    serviceItem: required(serviceItem('服务项')),
    serviceType: vocabulary('服务类型', 'serviceType', serviceTypes),
    module: text('系统模块'),
    requester: person('提出人'),
    requesterUnit: text('提出部门'),
    requesterPhone: text('联系电话'),
    dutyType: choice('非工作日值守', dutyTypes),
    description: required(longText('工作描述')),
    process: longText('处理过程'),
    result: longText('处理结果'),
    state: required(choice('服务后状态', ['完成', '未完成'])),
    nextServiceDate: date('下次服务时间', { help: '未完成时填写' }),
    reportedAt: minute('报修时间'),
    answeredAt: minute('响应时间'),
    restoredAt: minute('完成时间'),
    hours: required(number('投入工时', { unit: '人时', min: 0, max: 200, decimals: 1 })),
    staff: required(person('执行人')),
    related: links('关联单号'),
    remark: longText('备注'),
  },
  signOff: ['executor', 'reviewer', 'confirmer'],
  columns: ['date', 'channel', 'serviceItem', 'module', 'requester', 'description', 'result', 'state', 'hours', 'staff'],
  dateOf: (body) => body.date,
  titleOf: (body) => body.description.slice(0, 40),
  check: (body) => {
    const problems: BodyProblem[] = [
      ...checkTimes(body.startTime, body.endTime),
      ...checkOrder([['reportedAt', '报修时间', body.reportedAt], ['answeredAt', '响应时间', body.answeredAt], ['restoredAt', '完成时间', body.restoredAt]]),
      ...checkOrder([['date', '服务日期', body.date], ['nextServiceDate', '下次服务时间', body.nextServiceDate]]),
    ];
    return problems;
  },
});
