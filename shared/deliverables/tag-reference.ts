import type { ContractProfile } from '../contract/profile.ts';
import { wholePeriod } from '../contract/periods.ts';
import { optionsOf } from '../records/body-schema.ts';
import type { FieldDefinition, Fields } from '../records/fields.ts';
import { kindOf, type KindName } from '../records/kinds.ts';
import type { AnyRecord } from '../records/record.ts';
import { isChartTag } from './chart-tag.ts';
import { contractTags } from './contract-tags.ts';
import { exampleProfile, exampleQuestions, exampleRecords } from './example-data.ts';
import { identityNames } from './identity-tags.ts';
import { listData } from './list-data.ts';
import { paperExample } from './paper-examples.ts';
import { isPaperSubject, type PaperSubject } from './paper-subjects.ts';
import { photoData } from './photo-data.ts';
import { recordData, type TemplateData, type TemplateValue } from './record-data.ts';
import { reportData } from './report-data.ts';
import { subjectTitle, type TemplateSubject } from './template-subject.ts';

/** How a tag is written: `{a}`, `{#a}…{/a}` (repeats or prints only if), `{%a}`, `{$a}`; a group has only members. */
export type TagForm = 'value' | 'list' | 'condition' | 'picture' | 'chart' | 'group';

/** One tag that a template may use. */
export type ReferenceTag = {
  /** Without braces; dotted inside groups. */
  readonly name: string;
  readonly english?: string;
  readonly form: TagForm;
  /** What it holds, in words; empty where the name says it. */
  readonly content: string;
  /** As a page prints it. */
  readonly example?: string;
  /** Columns of a list, members of a group. */
  readonly inside: readonly ReferenceTag[];
};

export type TagSectionName = 'fields' | 'extra' | 'computed' | 'boxes' | 'common' | 'signOff' | 'photos' | 'list';

export type TagReference = { readonly subject: TemplateSubject; readonly title: string; readonly sections: readonly { readonly name: TagSectionName; readonly tags: readonly ReferenceTag[] }[] };

/** Whose values stand as examples; without it, made-up ones. */
export type ReferenceSource = { readonly profile: ContractProfile; readonly records: readonly AnyRecord[] };

const typeNames: Readonly<Record<FieldDefinition['type'], string>> = {
  text: '文字', longText: '多行文字', person: '人名', date: '日期', minute: '日期和时间', time: '时间', number: '数字', flag: '是/否', choice: '选项', vocabulary: '选项（可在合同档案里改）',
  serviceItem: '服务项名称', links: '编号，以“、”连接', table: '表格',
};

const documentNames = ['文种', '标题', '编号', '记录状态', '补录原因', '已作废', '作废原因', '补充栏目', ...identityNames];
const signOffNames = [['executor', '乙方执行人'], ['executedOn', '乙方执行日期'], ['reviewer', '乙方审核人'], ['reviewedOn', '乙方审核日期'], ['confirmer', '甲方确认人'], ['confirmedOn', '甲方确认日期']] as const;

/** Names that every record has; they are listed once. */
const commonNames = new Set([...Object.keys(contractTags(exampleProfile())), ...documentNames, '勾选', '选项', ...signOffNames.flat()]);

function isList(value: TemplateValue): value is readonly TemplateData[] {
  return Array.isArray(value);
}

function isGroup(value: TemplateValue): value is TemplateData {
  return typeof value === 'object' && value !== null && !isList(value) && !(value instanceof Uint8Array) && !isChartTag(value);
}

function printed(value: TemplateValue): { readonly example?: string } {
  return typeof value === 'string' && value !== '' ? { example: value } : typeof value === 'number' ? { example: String(value) } : {};
}

/** A tag as its value shows it. `actual` is the same value of a real record, for its example. */
function tagOf(name: string, value: TemplateValue, actual: TemplateValue = value): ReferenceTag {
  if (isList(value)) {
    const rows = isList(actual) && actual.length > 0 ? actual : value;
    return { name, form: 'list', content: '', inside: Object.entries(value[0] ?? {}).filter(([column]) => !/^[a-z]/.test(column) && column !== '勾选' && column !== '选项').map(([column, cell]) => tagOf(column, cell, rows[0]?.[column])) };
  }
  if (typeof value === 'object' && value !== null && isChartTag(value)) return { name, form: 'chart', content: '', inside: [] };
  if (isGroup(value)) {
    if (value['bytes'] instanceof Uint8Array) return { name, form: 'picture', content: '', inside: [] };
    return { name, form: 'group', content: '', inside: Object.entries(value).map(([member, inner]) => tagOf(`${name}.${member}`, inner, isGroup(actual) ? actual[member] : inner)) };
  }
  return typeof value === 'boolean' ? { name, form: 'condition', content: '', inside: [] } : { name, form: 'value', content: '', inside: [], ...printed(actual) };
}

function fieldTag(name: string, field: FieldDefinition, data: TemplateData): ReferenceTag {
  const value = data[field.label];
  if (field.type === 'table') {
    const row = isList(value) ? value[0] ?? {} : {};
    const columns = Object.entries(field.columns).map(([column, definition]) => fieldTag(column, definition, row));
    return { name: field.label, english: name, form: 'list', content: typeNames.table, inside: [{ name: '序号', form: 'value', content: '', example: '1', inside: [] }, ...columns] };
  }
  const unit = field.type === 'number' && field.unit !== undefined ? `，单位 ${field.unit}` : '';
  const choices = field.type === 'choice' || field.type === 'vocabulary' ? `：${field.options.join(' / ')}` : '';
  return { name: field.label, english: name, form: 'value', content: `${typeNames[field.type]}${unit}${choices}`, inside: [], ...printed(value) };
}

/** ☑ and ☐ of every option, and all options of a field one after the other. */
function boxTags(fields: Fields, profile: ContractProfile): ReferenceTag[] {
  return Object.values(fields).flatMap((field) => {
    if (field.type !== 'choice' && field.type !== 'vocabulary' && field.type !== 'flag') return [];
    const options = field.type === 'flag' ? ['是', '否'] : optionsOf(field, profile);
    const box = (name: string, example: string): ReferenceTag => ({ name, form: 'value', content: '', example, inside: [] });
    return [
      { name: `勾选.${field.label}`, form: 'group', content: '', inside: options.map((option, index) => box(`勾选.${field.label}.${option}`, index === 0 ? '☑' : '☐')) },
      { name: `选项.${field.label}`, form: 'list', content: '', inside: [box('框', '☑'), box('名称', options[0] ?? '')] },
    ];
  });
}

/** A list is taken from the first record that has rows; the members of a group come from all of them. */
function completed(name: string, value: TemplateValue, own: readonly TemplateData[]): TemplateValue {
  const others = own.map((data) => data[name]).filter((other) => other !== undefined);
  if (isList(value)) return value.length > 0 ? value : others.find((other) => isList(other) && other.length > 0) ?? value;
  return isGroup(value) && !(value['bytes'] instanceof Uint8Array) ? Object.assign({}, ...others.filter(isGroup), value) : value;
}

/** Everything that a record's data may hold, from examples: a list is taken from the first that has rows. */
function completeData(kind: KindName): TemplateData {
  const profile = exampleProfile();
  const all = exampleRecords();
  const own = all.filter((record) => record.kind === kind).map((record, index) => dataOf(profile, record.kind === 'report' && index === 0 ? { ...record, body: { ...record.body, reportType: '年度' } } : record, all));
  const [first = {}] = own;
  return Object.fromEntries(Object.entries(first).map(([name, value]) => [name, completed(name, value, own)]));
}

function dataOf(profile: ContractProfile, record: AnyRecord, all: readonly AnyRecord[]): TemplateData {
  return { ...recordData(profile, record, all), ...(record.kind === 'report' ? reportData(profile, record, all, exampleQuestions) : {}) };
}

function extraTags(profile: ContractProfile, kind: KindName, data: TemplateData): ReferenceTag[] {
  return (profile.extraFields[kind] ?? []).map((field) => ({ name: field.label, english: field.name, form: 'value', content: typeNames[field.type], inside: [], ...printed(data[field.label]) }));
}

/** Lists by month or quarter: the period, the records and their totals. */
function listTags(kind: KindName, { profile, records }: ReferenceSource, own: readonly AnyRecord[]): ReferenceTag[] {
  const data = listData(profile, kind, wholePeriod(profile.service), own.slice(-1), records);
  const short: ReferenceTag = { name: '记录', english: 'records', form: 'list', content: '', inside: ['序号', '编号'].map((name) => ({ name, form: 'value' as const, content: '', inside: [], ...(name === '序号' ? { example: '1' } : printed(own.at(-1)?.number)) })) };
  return [...['期间', '期间起', '期间止'].map((name) => tagOf(name, data[name])), short, tagOf('合计', data['合计'])];
}

/** Papers that are no records have tags of their own. */
function paperReference(subject: PaperSubject): TagReference {
  return { subject, title: subjectTitle(subject), sections: [{ name: 'fields', tags: Object.entries(paperExample(subject)).map(([name, value]) => tagOf(name, value)) }] };
}

const photo = { name: '照片.jpg', caption: '机房正面', bytes: new Uint8Array() };

/** Every tag that templates of this subject may use, by sections. The one source of the guide in templates/ and of the window. */
export function tagReference(subject: TemplateSubject, source?: ReferenceSource): TagReference {
  if (isPaperSubject(subject)) return paperReference(subject);
  const complete = completeData(subject);
  const { profile, records } = source ?? { profile: exampleProfile(), records: exampleRecords() };
  const own = records.filter((record) => record.kind === subject && record.status !== 'void').toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const latest = source === undefined ? undefined : own.at(-1);
  const data: TemplateData = latest === undefined ? complete : dataOf(profile, latest, records);
  const { fields } = kindOf(subject);
  const ownNames = new Set(Object.entries(fields).flatMap(([name, field]) => [name, field.label]));
  const named = (names: readonly string[]): ReferenceTag[] => names.flatMap((name) => (complete[name] === undefined ? [] : [tagOf(name, complete[name], data[name])]));
  const sections: TagReference['sections'] = [
    { name: 'fields', tags: Object.entries(fields).map(([name, field]) => fieldTag(name, field, { ...complete, ...data })) },
    { name: 'extra', tags: extraTags(profile, subject, data) },
    { name: 'computed', tags: named(Object.keys(complete).filter((name) => !ownNames.has(name) && !commonNames.has(name))) },
    { name: 'boxes', tags: boxTags(fields, profile) },
    { name: 'common', tags: Object.entries({ ...contractTags(profile), ...Object.fromEntries(documentNames.map((name) => [name, commonValue(name, data, complete)])) }).map(([name, value]) => tagOf(name, value)) },
    { name: 'signOff', tags: signOffNames.map(([english, name]) => ({ ...tagOf(name, complete[name], data[name]), english })) },
    { name: 'photos', tags: Object.entries(photoData([photo, photo])).map(([name, value]) => tagOf(name, value)) },
    { name: 'list', tags: listTags(subject, { profile, records }, own.length === 0 ? exampleRecords().filter((record) => record.kind === subject).slice(0, 1) : own) },
  ];
  return { subject, title: subjectTitle(subject), sections: sections.filter(({ tags }) => tags.length > 0) };
}

/** Some of these only some records have. */
function commonValue(name: string, data: TemplateData, complete: TemplateData): TemplateValue {
  if (name === '已作废') return true;
  if (name === '作废原因') return '填写有误';
  if (name === '文件码') return 'XJ-20240805-01*7K3FQ';
  if (name === '版次') return '2';
  if (name === '修改说明') return '补记处理结果';
  if (name === '补充栏目') return [{ 栏目: '机房温度', 内容: '23' }];
  return data[name] ?? complete[name];
}
