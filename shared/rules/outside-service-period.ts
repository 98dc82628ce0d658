import { formatChineseDate } from '../dates.ts';
import type { ContractProfile } from '../contract/profile.ts';
import type { AnyRecord } from '../records/record.ts';
import { defineRule } from './define-rule.ts';
import { allAgedRecords, nameOf } from './rule-records.ts';

function problem(record: AnyRecord, { from, to }: ContractProfile['service']): string | undefined {
  if (record.date < from) return `日期 ${formatChineseDate(record.date)} 早于服务期开始（${formatChineseDate(from)}）`;
  if (record.kind === 'report') {
    // Reports are written after their period, the last ones after the service period: what they report on must lie in it.
    return record.body.periodFrom < from || record.body.periodTo > to
      ? `报告期间 ${formatChineseDate(record.body.periodFrom)}至${formatChineseDate(record.body.periodTo)} 超出服务期`
      : undefined;
  }
  return record.date > to ? `日期 ${formatChineseDate(record.date)} 晚于服务期结束（${formatChineseDate(to)}）` : undefined;
}

/** 服务期外的记录 (合同第二章 3). */
export const outsideServicePeriod = defineRule({
  id: 'outside-service-period',
  title: '记录日期在服务期以外',
  severity: 'error',
  observe: (input) => allAgedRecords(input).flatMap((record) => {
    const text = problem(record, input.profile.service);
    return text === undefined ? [] : [{
      message: `${nameOf(record)} 的${text}。`,
      advice: '核对日期；不属于本合同的记录请作废并写明原因。',
      recordIds: [record.id],
      date: record.date,
    }];
  }),
});
