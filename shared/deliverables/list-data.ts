import type { Period } from '../contract/periods.ts';
import type { ContractProfile } from '../contract/profile.ts';
import { formatChineseDate } from '../dates.ts';
import { kindOf, type KindName } from '../records/kinds.ts';
import type { AnyRecord } from '../records/record.ts';
import { contractTags } from './contract-tags.ts';
import { formatNumber } from './format-value.ts';
import { rowData, type TemplateData } from './record-data.ts';

const totalledFields = [['hours', '工时'], ['personDays', '人日'], ['sizeGb', '数据量'], ['actualPersonDays', '实际人日']] as const;

/** What counts: a void record is listed because its number is kept (作废留号), but neither reports nor totals count it. */
function totals(records: readonly AnyRecord[]): TemplateData {
  const counted = records.filter(({ status }) => status !== 'void').length;
  const sums = totalledFields.flatMap(([field, label]) => {
    const values = records.flatMap(({ status, body }) => {
      const value: unknown = (body as Readonly<Record<string, unknown>>)[field];
      return typeof value === 'number' ? [status === 'void' ? 0 : value] : [];
    });
    return values.length === 0 ? [] : [[label, formatNumber(values.reduce((sum, value) => sum + value, 0), 3)]];
  });
  return { 条数: String(counted), 作废: counted === records.length ? null : String(records.length - counted), ...Object.fromEntries(sums) };
}

/**
 * What a list template (ledger, monthly summary) sees: the period, its records in order, and their totals.
 * @param all all records of the contract, for running totals inside each record's data
 */
export function listData(profile: ContractProfile, kind: KindName, period: Period, records: readonly AnyRecord[], all: readonly AnyRecord[]): TemplateData {
  const rows = records.map((record, index) => rowData(profile, record, all, { 序号: String(index + 1) }));
  return {
    ...contractTags(profile),
    文种: kindOf(kind).title,
    标题: `${profile.deliverablePrefix}${kindOf(kind).title}`,
    期间: period.label,
    期间起: formatChineseDate(period.from),
    期间止: formatChineseDate(period.to),
    记录: rows,
    records: rows,
    合计: totals(records),
  };
}
