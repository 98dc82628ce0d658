import type { ContractProfile } from '../contract/profile.ts';
import { minutesBetween, type LocalMinute } from '../dates.ts';
import { recordsOf, type AnyRecord, type RecordOf } from '../records/record.ts';
import { byQuotaOrder, freePersonDays } from '../figures/requests.ts';
import { formatMinutes, formatNumber } from './format-value.ts';

/** Tags that a kind's form prints but nobody types in. */
type Computed = Readonly<Record<string, string>>;

function answered(from: LocalMinute, to: LocalMinute | undefined, limit: number): { readonly used: string; readonly met: string } {
  if (to === undefined) return { used: '—', met: '—' };
  const minutes = minutesBetween(from, to);
  return { used: formatMinutes(minutes), met: minutes <= limit ? '是' : '否' };
}

function incidentData(profile: ContractProfile, record: RecordOf<'incident'>): Computed {
  const { answerMinutes, restoreMinutes } = profile.serviceLevel;
  const answer = answered(record.body.reportedAt, record.body.answeredAt, answerMinutes);
  const restore = answered(record.body.reportedAt, record.body.restoredAt, restoreMinutes);
  return {
    应答用时: answer.used, 应答达标: answer.met, 应答时限: formatMinutes(answerMinutes),
    恢复用时: restore.used, 恢复达标: restore.met, 恢复时限: formatMinutes(restoreMinutes),
  };
}

/** Free person-days used up to and including this request, in the order of date and number (合同第八章 3). */
function requestData(profile: ContractProfile, record: RecordOf<'request'>, records: readonly AnyRecord[]): Computed {
  const used = recordsOf(records, 'request')
    .filter((other) => other.status === 'final')
    .filter((other) => byQuotaOrder(other, record) <= 0)
    .reduce((sum, other) => sum + freePersonDays(other), 0);
  const quota = profile.changeQuota.personDays;
  return { 免费额度: formatNumber(quota, 2), 累计已用人日: formatNumber(used, 2), 剩余额度: formatNumber(Math.max(0, quota - used), 2) };
}

function inspectionData(record: RecordOf<'inspection'>): Computed {
  const count = (results: readonly string[]) => String(record.body.items.filter((item) => results.includes(item.result)).length);
  return { 巡检项数: String(record.body.items.length), 正常项数: count(['正常']), 异常项数: count(['异常', '待处理']) };
}

function surveyData(record: RecordOf<'survey'>): Computed {
  const sum = (values: readonly number[]) => formatNumber(values.reduce((total, value) => total + value, 0), 1);
  return { 总分: sum(record.body.scores.map((row) => row.score)), 满分: sum(record.body.scores.map((row) => row.fullScore)) };
}

/** The computed tags of one record; empty for kinds that have none. */
export function computedData(profile: ContractProfile, record: AnyRecord, records: readonly AnyRecord[]): Computed {
  switch (record.kind) {
    case 'incident': return incidentData(profile, record);
    case 'request': return requestData(profile, record, records);
    case 'inspection': return inspectionData(record);
    case 'survey': return surveyData(record);
    case 'training': return { 参训人数: String(record.body.attendees.length) };
    default: return {};
  }
}
