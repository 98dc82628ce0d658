import { firstWorkingDayFrom, workingDays } from '../../shared/calendar/working-days.ts';
import { reportingPeriods, type Period } from '../../shared/contract/periods.ts';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import { addDays, type LocalDate } from '../../shared/dates.ts';
import { figuresOf } from '../../shared/figures/figures.ts';
import type { AnyRecord, RecordOf } from '../../shared/records/record.ts';
import { makeRecord } from './records.ts';

const staff = ['林远航', '程知秋', '苏映雪', '韩亦辰', '陆清和'];
const channels = ['电话', '微信', '邮件', '远程', '现场'];
const subjects = ['地图图层', '举报查询', '统计报表', '用户权限', '短信提醒', '附件上传', '坐标纠偏', '任务派发', '接口对账', '登录认证', '数据字典', '区县视图', '消息队列', '导出模板', '审批流程', '日志归档'];
const symptoms = [
  '加载缓慢', '结果缺列', '提示超时', '排序不对', '条件丢失', '显示空白', '重复提交', '编码乱码', '权限不足', '数量不符', '图标错位', '无法保存',
  '刷新失效', '分页异常', '时间偏差', '格式不符', '打印错行', '搜索遗漏', '状态滞后', '链接失效',
];
const remedies = ['核对配置后修正', '调整语句并复测', '补建索引后正常', '更正数据并回访', '指导用户操作', '更新缓存后恢复', '修订模板后确认', '与对方联调解决'];

function pick<T>(list: readonly T[], position: number): T {
  const item = list[position % list.length];
  if (item === undefined) throw new Error('empty list');
  return item;
}

function inspections(days: readonly LocalDate[]): AnyRecord[] {
  return days.map((date, day) => makeRecord('inspection', {
    date, inspector: pick(staff, day), startTime: '08:30', endTime: '09:00',
    items: [
      { category: '服务器', item: 'CPU 使用率', standard: '≤80%', result: '正常', measured: `${20 + ((day * 7) % 41)}%` },
      { category: '服务器', item: '内存使用率', standard: '≤80%', result: '正常', measured: `${40 + ((day * 5) % 23)}%` },
      { category: '数据库', item: '表空间使用率', standard: '≤85%', result: '正常', measured: `${55 + (day % 19)}%` },
    ],
  }));
}

function worklogs(days: readonly LocalDate[]): AnyRecord[] {
  return days.flatMap((date, day) => staff.map((person, position) => {
    const number = day * staff.length + position;
    return makeRecord('worklog', {
      date, staff: person, channel: pick(channels, number), serviceItem: (number % 5) + 1, startTime: '09:30', endTime: '11:00', hours: 1.5,
      description: `用户反映${pick(subjects, number)}${pick(symptoms, Math.floor(number / subjects.length))}，要求尽快核实处理`,
      process: pick(remedies, Math.floor(number / 7)), result: '用户确认恢复',
    }, { sequence: position + 1 });
  }));
}

/** Dates spread evenly over the working days. */
function spread(days: readonly LocalDate[], count: number): LocalDate[] {
  return Array.from({ length: count }, (_, i) => pick(days, Math.floor(((i + 0.5) * days.length) / count)));
}

/** The report of a period, written and handed in on the first working day after it, with the figures of the records. */
export function periodReport(profile: ContractProfile, period: Period, ordinal: number | undefined, records: readonly AnyRecord[]): RecordOf<'report'> {
  const date = firstWorkingDayFrom(addDays(period.to, 1));
  return makeRecord('report', {
    date, reportType: ordinal === undefined ? '年度' : '季度', ordinal, periodFrom: period.from, periodTo: period.to,
    figures: figuresOf(profile, period, records, date), submittedOn: date, submittedTo: '顾小满', reviewState: '默认通过', reviewedOn: addDays(date, 20),
  }, { sequence: ordinal === undefined ? 2 : 1 });
}

/** A clean contract year of about 1,600 records: nothing in it is to be found fault with on 2025-08-20. */
export function serviceYear(profile: ContractProfile): AnyRecord[] {
  const days = workingDays(profile.service.from, profile.service.to);
  const records: AnyRecord[] = [
    ...inspections(days),
    ...worklogs(days),
    ...spread(days, 10).map((date) => makeRecord('request', { date, personDays: 1.5 })),
    ...spread(days, 6).map((date) => makeRecord('incident', { date })),
    ...spread(days, 5).map((date) => makeRecord('complaint', { date })),
    ...spread(days, 3).map((date) => makeRecord('training', { date })),
    ...spread(days, 4).map((date) => makeRecord('visit', { date, startTime: '15:00', endTime: '16:00', visitors: '陆清和' })),
    ...spread(days, 8).map((date) => makeRecord('survey', { date })),
    ...spread(days, 52).map((date) => makeRecord('backup-run', { date })),
    ...spread(days, 12).map((date) => makeRecord('change', { date })),
  ];
  const quarters = reportingPeriods(profile).map((period, index) => periodReport(profile, period, index + 1, records));
  return [...records, ...quarters, periodReport(profile, { key: 'all', label: '服务年度', ...profile.service }, undefined, records)];
}
