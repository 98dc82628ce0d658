import type { ContractProfile } from '../contract/profile.ts';
import { formatChineseDate } from '../dates.ts';
import { optionsOf } from '../records/body-schema.ts';
import type { FieldDefinition, Fields } from '../records/fields.ts';
import { kindOf } from '../records/kinds.ts';
import type { AnyRecord, SignOff } from '../records/record.ts';
import type { ChartTag } from './chart-tag.ts';
import { computedData } from './computed-data.ts';
import { contractTags } from './contract-tags.ts';
import { formatValue } from './format-value.ts';

/** Plain data for one template: text, truth, tables and groups of them. Keys are the tags people write. */
export type TemplateData = { readonly [tag: string]: TemplateValue };
/** Bytes are pictures. null: nothing is to be printed, and nothing is missing. */
export type TemplateValue = string | number | boolean | null | undefined | Uint8Array | ChartTag | TemplateData | readonly TemplateData[];

const statusNames = { draft: '草稿', final: '正式', void: '作废' } as const;

const signOffTags = [
  ['executor', '乙方执行人'], ['executedOn', '乙方执行日期'],
  ['reviewer', '乙方审核人'], ['reviewedOn', '乙方审核日期'],
  ['confirmer', '甲方确认人'], ['confirmedOn', '甲方确认日期'],
] as const satisfies readonly (readonly [keyof SignOff, string])[];

function tickBoxes(field: FieldDefinition, value: unknown, profile: ContractProfile): TemplateData {
  const options = field.type === 'flag' ? ['是', '否'] : optionsOf(field, profile);
  const chosen = field.type === 'flag' ? (value === undefined ? undefined : value === true ? '是' : '否') : value;
  return Object.fromEntries(options.map((option) => [option, option === chosen ? '☑' : '☐']));
}

/** The same boxes as a list, for vocabularies that a contract may replace: `{#选项.服务渠道}{框}{名称} {/}` prints whatever options there are. */
function tickList(boxes: TemplateData): TemplateData[] {
  return Object.entries(boxes).map(([名称, 框]) => ({ 名称, 框 }));
}

/** Gives `data` a tag whose value is worked out when a template asks for it, once. */
function putLazily(data: Record<string, TemplateValue>, tag: string, valueOf: () => TemplateData): void {
  let value: TemplateData | undefined;
  Object.defineProperty(data, tag, { enumerable: true, configurable: true, get: () => (value ??= valueOf()) });
}

/** For every field that is chosen from options what `valueOf` makes of its boxes, under its name and its label. */
function ofBoxes<Value extends TemplateValue>(fields: Fields, body: Readonly<Record<string, unknown>>, profile: ContractProfile, valueOf: (boxes: TemplateData) => Value): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field.type !== 'choice' && field.type !== 'vocabulary' && field.type !== 'flag') continue;
    const value = valueOf(tickBoxes(field, body[name], profile));
    values[name] = value;
    values[field.label] = value;
  }
  return values;
}

/**
 * The fields of a record or of a row, laid over `data`. The tick boxes are most of it, few templates have them, and a ledger of a year has a
 * thousand records: they are made when they are asked for.
 */
function withFields(data: Record<string, TemplateValue>, fields: Fields, body: Readonly<Record<string, unknown>>, profile: ContractProfile): Record<string, TemplateValue> {
  for (const [name, field] of Object.entries(fields)) {
    const value = body[name];
    if (field.type === 'table') {
      const rows = Array.isArray(value) ? value : [];
      const tableData = rows.map((row: Readonly<Record<string, unknown>>, index) => withFields({ 序号: String(index + 1) }, field.columns, row, profile));
      data[name] = tableData;
      data[field.label] = tableData;
      continue;
    }
    const printed = formatValue(field, value, profile.serviceItems);
    if (printed === undefined) continue;
    data[name] = printed;
    data[field.label] = printed;
    if (field.type !== 'serviceItem') continue;
    data['服务项序号'] = String(value);
    data['服务项名称'] = printed;
  }
  putLazily(data, '勾选', () => ofBoxes(fields, body, profile, (boxes) => boxes));
  putLazily(data, '选项', () => ofBoxes(fields, body, profile, tickList));
  return data;
}

/** The items an inspection form explains below its checklist. 序号 is the item's place in the checklist. */
function abnormalItems(profile: ContractProfile, record: AnyRecord): TemplateData {
  const items = kindOf('inspection').fields['items'];
  if (record.kind !== 'inspection' || items?.type !== 'table') return {};
  const rows = record.body.items.flatMap((item, index) => (item.result === '异常' || item.result === '待处理' ? [withFields({ 序号: String(index + 1) }, items.columns, item, profile)] : []));
  return { 异常项: rows };
}

function signOffData(signOff: SignOff): TemplateData {
  return Object.fromEntries(signOffTags.flatMap(([name, label]) => {
    const value = signOff[name];
    if (value === undefined) return [];
    const printed = name.endsWith('On') ? formatChineseDate(value) : value;
    return [[name, printed], [label, printed]];
  }));
}

/** The contract's own fields: each by its name and label, and all of them as rows for forms that do not know them. */
function extraData(profile: ContractProfile, record: AnyRecord): TemplateData {
  const filled = (profile.extraFields[record.kind] ?? []).flatMap((field) => {
    const value = record.extra[field.name];
    if (value === undefined) return [];
    const printed = typeof value === 'boolean' ? (value ? '是' : '否') : field.type === 'date' ? formatChineseDate(String(value)) : String(value);
    return [{ field, printed }];
  });
  return {
    ...Object.fromEntries(filled.flatMap(({ field, printed }) => [[field.name, printed], [field.label, printed]])),
    补充栏目: filled.map(({ field, printed }) => ({ 栏目: field.label, 内容: printed })),
  };
}

/**
 * What a form template sees of one record: every field under its English name and its Chinese label, ready to print,
 * tick boxes, sign-off, the contract's names, and what is computed for the kind.
 * @param records all records of the contract, for running totals such as 累计已用人日
 * @param more laid over it; copying the whole would ask for the tick boxes
 */
export function recordData(profile: ContractProfile, record: AnyRecord, records: readonly AnyRecord[], more: TemplateData = {}): TemplateData {
  return withRecord({ ...contractTags(profile) }, profile, record, records, more);
}

/** The same as a row of a list, in which the contract's names are found around it: a ledger of a year has a thousand rows. */
export function rowData(profile: ContractProfile, record: AnyRecord, records: readonly AnyRecord[], more: TemplateData): TemplateData {
  return withRecord({}, profile, record, records, more);
}

function withRecord(data: Record<string, TemplateValue>, profile: ContractProfile, record: AnyRecord, records: readonly AnyRecord[], more: TemplateData): TemplateData {
  const kind = kindOf(record.kind);
  Object.assign(data, {
    文种: kind.title,
    标题: `${profile.deliverablePrefix}${kind.title}`,
    编号: record.number,
    记录状态: statusNames[record.status],
    ...(record.status === 'void' ? { 已作废: true, 作废原因: record.voidReason ?? '' } : {}),
    ...(record.lateReason === undefined ? {} : { 补录原因: record.lateReason }),
    ...extraData(profile, record),
  });
  return Object.assign(withFields(data, kind.fields, record.body, profile), signOffData(record.signOff), abnormalItems(profile, record), computedData(profile, record, records), more);
}
