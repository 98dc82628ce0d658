import { checkOrder } from '../common-fields.ts';
import { defineKind, type BodyProblem } from '../define-kind.ts';
import { choice, date, links, longText, minute, number, person, required, serviceItem, text, vocabulary } from '../fields.ts';

/** 备份记录: one run of a backup task. */
export const backupRun = defineKind({
  name: 'backup-run',
  title: '备份记录单',
  numberPrefix: 'BF',
  version: 1,
  upgrades: [],
  fields: {
    date: required(date('备份日期')),
    serviceItem: required(serviceItem('服务项')),
    task: required(text('备份任务')),
    backupType: required(vocabulary('备份方式', 'backupType', ['全量', '增量', '差异', '文件同步'])),
    target: text('备份对象'),
    startedAt: minute('开始时间'),
    endedAt: minute('结束时间'),
    sizeGb: number('数据量', { unit: 'GB', min: 0, decimals: 3 }),
    location: text('存放位置'),
    result: required(choice('备份结果', ['成功', '失败'])),
    verification: text('校验情况'),
    restoreTest: choice('恢复测试', ['未安排', '成功', '失败']),
    handling: longText('失败处理'),
    staff: required(person('执行人')),
    related: links('关联单号'),
    remark: longText('备注'),
  },
  signOff: ['executor', 'reviewer'],
  columns: ['date', 'task', 'backupType', 'target', 'sizeGb', 'location', 'result', 'restoreTest', 'staff'],
  dateOf: (body) => body.date,
  titleOf: (body) => `${body.task} ${body.result}`,
  check: (body) => {
    const problems: BodyProblem[] = checkOrder([['startedAt', '开始时间', body.startedAt], ['endedAt', '结束时间', body.endedAt]]);
    if (body.result === '失败' && body.handling === undefined) problems.push({ field: 'handling', message: '备份失败要写失败处理' });
    return problems;
  },
});
