import { checkTimes } from '../common-fields.ts';
import { defineKind } from '../define-kind.ts';
import { date, longText, number, person, required, table, text, time, vocabulary } from '../fields.ts';

/** 培训记录 with its 签到表. */
export const training = defineKind({
  name: 'training',
  title: '培训记录单',
  numberPrefix: 'PX',
  version: 1,
  upgrades: [],
  fields: {
    date: required(date('培训日期')),
    topic: required(text('培训主题')),
    trainingType: vocabulary('培训类别', 'trainingType', ['系统操作培训', '管理员培训', '安全保密教育', '应急培训']),
    purpose: longText('培训目的'),
    lecturer: required(person('讲师')),
    startTime: time('开始时间'),
    endTime: time('结束时间'),
    place: text('培训地点'),
    mode: vocabulary('培训方式', 'trainingMode', ['现场', '线上', '现场与线上结合']),
    hours: required(number('课时', { unit: '课时', min: 0, max: 100, decimals: 1 })),
    summary: required(longText('培训内容')),
    materials: longText('培训材料'),
    attendees: required(table('参训人员', {
      name: required(person('姓名')),
      unit: text('部门'),
      position: text('职务'),
      phone: text('联系方式'),
    })),
    evaluation: longText('效果评价'),
    organizer: person('组织人'),
    remark: longText('备注'),
  },
  signOff: ['executor', 'reviewer', 'confirmer'],
  columns: ['date', 'topic', 'trainingType', 'lecturer', 'mode', 'hours', 'place'],
  dateOf: (body) => body.date,
  titleOf: (body) => body.topic,
  check: (body) => [
    ...checkTimes(body.startTime, body.endTime),
    ...(body.attendees.length === 0 ? [{ field: 'attendees', message: '签到表至少要有一人' }] : []),
  ],
});
