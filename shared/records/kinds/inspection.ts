import { defineKind, type BodyProblem } from '../define-kind.ts';
import { choice, date, longText, person, required, table, text, time, vocabulary } from '../fields.ts';
import { checkTimes, dutyTypes } from '../common-fields.ts';

/** Result of one checked item. 异常 and 待处理 must be closed by a linked record or a handling text. */
export const inspectionResults = ['正常', '异常', '待处理', '不适用'] as const;

/** 日常巡检记录单 (合同第七章 4). */
export const inspection = defineKind({
  name: 'inspection',
  title: '日常巡检记录单',
  numberPrefix: 'XJ',
  version: 1,
  upgrades: [],
  fields: {
    date: required(date('巡检日期')),
    cycle: required(vocabulary('巡检类型', 'inspectionCycle', ['日检', '周检', '月检', '节前专检', '重保专检'])),
    startTime: time('开始时间'),
    endTime: time('结束时间'),
    inspector: required(person('巡检人')),
    system: text('系统名称'),
    dutyType: choice('非工作日值守', dutyTypes, { help: '周末或节假日巡检时注明' }),
    items: required(table('巡检项目', {
      category: required(text('巡检类别')),
      item: required(text('巡检项目')),
      method: text('检查方法'),
      standard: text('正常标准'),
      result: required(choice('检查结果', inspectionResults)),
      measured: text('实测值'),
      handling: longText('异常描述与处理措施'),
      handledBy: text('处理单号', { help: '处理这项异常的工作单或故障单编号' }),
      rectifiedOn: date('整改完成日期'),
      remark: text('备注'),
    })),
    conclusion: required(choice('总体结论', ['正常', '存在异常，已处理', '存在异常，待处理'])),
    remark: longText('备注'),
  },
  signOff: ['executor', 'reviewer', 'confirmer'],
  columns: ['date', 'cycle', 'inspector', 'system', 'conclusion'],
  dateOf: (body) => body.date,
  titleOf: (body) => `${body.cycle} ${body.conclusion}`,
  check: (body) => {
    const problems: BodyProblem[] = checkTimes(body.startTime, body.endTime);
    if (body.items.length === 0) problems.push({ field: 'items', message: '至少要有一个巡检项目' });
    const abnormal = body.items.filter((item) => item.result === '异常' || item.result === '待处理');
    if (abnormal.length > 0 && body.conclusion === '正常') problems.push({ field: 'conclusion', message: `有 ${abnormal.length} 项异常或待处理，总体结论不能是“正常”` });
    if (abnormal.length === 0 && body.conclusion !== '正常') problems.push({ field: 'conclusion', message: '没有异常项，总体结论应为“正常”' });
    for (const [index, item] of body.items.entries()) {
      if (item.rectifiedOn !== undefined && item.rectifiedOn < body.date) problems.push({ field: `items.${index}.rectifiedOn`, message: `第 ${index + 1} 项整改完成日期早于巡检日期` });
    }
    return problems;
  },
});
