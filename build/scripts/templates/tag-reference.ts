import { exampleProfile, exampleRecords } from '../../../shared/deliverables/example-data.ts';
import { contractData, recordData, type TemplateData, type TemplateValue } from '../../../shared/deliverables/record-data.ts';
import { reportData } from '../../../shared/deliverables/report-data.ts';
import type { FieldDefinition, Fields } from '../../../shared/records/fields.ts';
import { kindNames, kindOf, type KindName } from '../../../shared/records/kinds.ts';

const typeNames: Readonly<Record<FieldDefinition['type'], string>> = {
  text: '文字', longText: '多行文字', person: '人名', date: '日期', minute: '日期和时间', time: '时间', number: '数字', flag: '是/否', choice: '选项', vocabulary: '选项（可在合同档案里改）',
  serviceItem: '服务项名称', links: '编号，以“、”连接', table: '表格',
};

/** Names that every record has; they are listed once. */
const commonNames = new Set([
  ...Object.keys(contractData(exampleProfile())), '文种', '标题', '编号', '记录状态', '补录原因', '补充栏目', '勾选', '选项',
  '乙方执行人', '乙方执行日期', '乙方审核人', '乙方审核日期', '甲方确认人', '甲方确认日期', 'executor', 'executedOn', 'reviewer', 'reviewedOn', 'confirmer', 'confirmedOn',
]);

function description(field: FieldDefinition): string {
  const unit = field.type === 'number' && field.unit !== undefined ? `，单位 ${field.unit}` : '';
  const choices = field.type === 'choice' || field.type === 'vocabulary' ? `：${field.options.join(' / ')}` : '';
  return `${typeNames[field.type]}${unit}${choices}`;
}

function fieldLines(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.type !== 'table') return [`| \`{${field.label}}\` | \`{${name}}\` | ${description(field)} |`];
    const columns = ['`{序号}`', ...Object.values(field.columns).map((column) => `\`{${column.label}}\``)].join(' ');
    return [`| \`{#${field.label}}…{/${field.label}}\` | \`{#${name}}…{/${name}}\` | 表格，每行：${columns} |`];
  });
}

function isList(value: TemplateValue): value is readonly TemplateData[] {
  return Array.isArray(value);
}

function otherTag(name: string, value: TemplateValue): string {
  if (isList(value)) return `\`{#${name}}…{/${name}}\`${value[0] === undefined ? '' : `（${Object.keys(value[0]).filter((key) => !/^[a-z]/.test(key) && key !== '勾选' && key !== '选项').map((key) => `\`{${key}}\``).join(' ')}）`}`;
  if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) return Object.keys(value).map((key) => `\`{${name}.${key}}\``).join(' ');
  return typeof value === 'boolean' ? `\`{#${name}}…{/${name}}\`` : `\`{${name}}\``;
}

/** What a kind's data has beside its fields: everything the program computes. */
function computedTags(kind: KindName): string[] {
  const profile = exampleProfile();
  const records = exampleRecords();
  const record = records.find((candidate) => candidate.kind === kind);
  if (record === undefined) return [];
  const { fields } = kindOf(kind);
  const own = new Set(Object.entries(fields).flatMap(([name, field]) => [name, field.label]));
  // The annual report has every table that the quarterly one has, and some more.
  const report = record.kind === 'report' ? { ...reportData(profile, { ...record, body: { ...record.body, reportType: '年度' } }, records) } : {};
  const data: TemplateData = { ...recordData(profile, record, records), ...report };
  return Object.entries(data).filter(([name]) => !own.has(name) && !commonNames.has(name)).map(([name, value]) => otherTag(name, value));
}

/** The tags of every kind as Markdown, for templates/README.md. */
export function tagReference(): string {
  return kindNames.map((kind) => {
    const definition = kindOf(kind);
    const computed = computedTags(kind);
    return [
      `### ${definition.title}（\`${kind}\`）`,
      '',
      '| 标签 | 英文写法 | 内容 |',
      '| --- | --- | --- |',
      ...fieldLines(definition.fields),
      '',
      ...(computed.length === 0 ? [] : ['由程序计算：', '', ...computed.map((tag) => `- ${tag}`), '']),
    ].join('\n');
  }).join('\n');
}

const begin = '<!-- 标签清单由 npm run templates 生成，请勿手改 -->';
const end = '<!-- 标签清单结束 -->';

/** The README with its list of tags brought up to date. */
export function withTagReference(readme: string): string {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error('templates/README.md has lost the marks around its list of tags');
  return `${readme.slice(0, from + begin.length)}\n\n${tagReference()}\n${readme.slice(to)}`;
}
