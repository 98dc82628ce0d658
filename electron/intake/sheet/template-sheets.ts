import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { optionsOf } from '../../../shared/records/body-schema.ts';
import type { FieldDefinition } from '../../../shared/records/fields.ts';
import { kindOf, type KindName } from '../../../shared/records/kinds.ts';
import { headingText, mainColumns, statusLabels, tableSheets, type SheetColumn, type TableSheet } from '../../../shared/entry/sheet-columns.ts';
import { columnName } from './workbook.ts';
import { sheetName, type CellRule, type CellStyle, type NewSheet } from './write-workbook.ts';

const headingRow = 2;
const lastRow = 5000;
const listSheet = '选项';

/** A closed or proposed list of values for one column. */
type Choices = { readonly label: string; readonly values: readonly string[]; readonly closed: boolean };

type ColumnPlan = { readonly column: SheetColumn; readonly style: CellStyle; readonly width: number; readonly choices: Choices | undefined; readonly help: string };

function numberStyle(decimals: number): CellStyle {
  return decimals <= 0 ? 'number0' : decimals === 1 ? 'number1' : decimals === 2 ? 'number2' : 'number3';
}

function fieldPlan(field: FieldDefinition, profile: ContractProfile): { style: CellStyle; width: number; choices?: readonly string[]; closed?: boolean; help: string } {
  switch (field.type) {
    case 'date': return { style: 'date', width: 12, help: '日期，写作 2024-08-05' };
    case 'minute': return { style: 'moment', width: 18, help: '日期和时间，写作 2024-08-05 09:30' };
    case 'time': return { style: 'time', width: 10, help: '时间，写作 09:30' };
    case 'number': return { style: numberStyle(field.decimals), width: 11, help: `数字${field.unit === undefined ? '' : `，单位${field.unit}`}${field.min === undefined ? '' : `，不小于 ${field.min}`}${field.max === undefined ? '' : `，不大于 ${field.max}`}` };
    case 'flag': return { style: 'text', width: 10, choices: ['是', '否'], closed: true, help: '填“是”或“否”' };
    case 'choice':
    case 'vocabulary': return { style: 'text', width: 14, choices: optionsOf(field, profile), closed: true, help: `从列表选择：${optionsOf(field, profile).join(' / ')}` };
    case 'serviceItem': return { style: 'text', width: 26, choices: profile.serviceItems.map((item) => `${item.no} ${item.name}`), closed: true, help: '从列表选择，或只填附件里的序号' };
    case 'person': return { style: 'text', width: 12, choices: profile.people.map((person) => person.name), closed: false, help: '姓名' };
    case 'links': return { style: 'text', width: 20, help: '其他单据的编号，多个用顿号隔开' };
    case 'longText': return { style: 'longText', width: 36, help: '文字，可换行（Alt+Enter）' };
    case 'text': return { style: 'text', width: 18, help: '文字' };
    case 'table': return { style: 'text', width: 12, help: '填在单独的工作表里' };
    default: return field satisfies never;
  }
}

function planColumn(column: SheetColumn, profile: ContractProfile): ColumnPlan {
  const plan = (style: CellStyle, width: number, help: string, values?: readonly string[], closed = true): ColumnPlan =>
    ({ column, style, width, help, choices: values && values.length > 0 ? { label: column.label, values: [...new Set(values)], closed } : undefined });
  switch (column.target) {
    case 'key': return plan('text', 7, '每条记录一个序号，其他工作表里的行用它对应到这条记录');
    case 'number': return plan('text', 18, '单据编号；留空则导入时自动编号');
    case 'status': return plan('text', 10, '留空按正式记录导入；草稿的必填栏目可以留空', Object.keys(statusLabels));
    case 'lateReason': return plan('longText', 24, '事后补录的，写明原因');
    case 'signOff': return column.isDate ? plan('date', 13, '签字日期，写作 2024-08-05') : plan('text', 12, '签字人姓名', profile.people.map((person) => person.name), false);
    case 'extra': {
      const field = extraAsField(column.extra);
      const own = fieldPlan(field, profile);
      return plan(own.style, own.width, own.help, own.choices, own.closed);
    }
    case 'field': {
      const own = fieldPlan(column.field, profile);
      return plan(own.style, own.width, column.field.help === undefined ? own.help : `${own.help}。${column.field.help}`, own.choices, own.closed);
    }
    default: return column satisfies never;
  }
}

function extraAsField(extra: Extract<SheetColumn, { target: 'extra' }>['extra']): FieldDefinition {
  const common = { label: extra.label, required: extra.required };
  switch (extra.type) {
    case 'choice': return { ...common, type: 'choice', options: extra.options };
    case 'number': return { ...common, type: 'number', decimals: 2 };
    default: return { ...common, type: extra.type };
  }
}

/** Lists stand in columns of one hidden worksheet, each list once. */
function listColumns(plans: readonly ColumnPlan[]): Choices[] {
  const lists = plans.flatMap((plan) => plan.choices ?? []);
  return lists.filter((list, index) => lists.findIndex((other) => other.values.join('\n') === list.values.join('\n')) === index);
}

function ruleFor(plan: ColumnPlan, index: number, lists: readonly Choices[]): CellRule {
  const range = `${columnName(index)}${headingRow + 1}:${columnName(index)}${lastRow}`;
  const base = { range, promptTitle: plan.column.label, prompt: `${plan.column.required ? '必填。' : ''}${plan.help}` };
  if (plan.choices) {
    const { values, closed } = plan.choices;
    const at = lists.findIndex((list) => list.values.join('\n') === values.join('\n'));
    return { ...base, type: 'list', formulas: [`'${listSheet}'!$${columnName(at)}$2:$${columnName(at)}$${values.length + 1}`], blocking: closed };
  }
  if (plan.style === 'date' || plan.style === 'moment') return { ...base, type: 'date', formulas: ['36526', '73051'], blocking: false };
  if (plan.style === 'time') return { ...base, type: 'time', formulas: ['0', '0.999988426'], blocking: false };
  if (plan.column.target === 'field' && plan.column.field.type === 'number') {
    return { ...base, type: 'decimal', formulas: [String(plan.column.field.min ?? -1_000_000_000), String(plan.column.field.max ?? 1_000_000_000)], blocking: true };
  }
  return { ...base, type: 'none', formulas: [], blocking: false };
}

function entrySheet(name: string, note: string, plans: readonly ColumnPlan[], lists: readonly Choices[], frozenColumns: number): NewSheet {
  return {
    name, hidden: false, frozenRows: headingRow, frozenColumns,
    columns: plans.map((plan) => ({ width: plan.width, style: plan.style })),
    rows: [
      { style: 'note', height: 20, cells: [{ text: note }] },
      { style: 'heading', height: 32, cells: plans.map((plan) => ({ text: headingText(plan.column), style: plan.column.required ? 'requiredHeading' : 'heading' })) },
    ],
    rules: plans.map((plan, index) => ruleFor(plan, index, lists)),
  };
}

function helpSheet(title: string, sections: readonly (readonly [sheet: string, plans: readonly ColumnPlan[]])[]): NewSheet {
  const hints = [
    `《${title}》导入模板。从第 3 行开始填写，一行一条；带 * 的栏目必填，其余可以留空。`,
    '栏目名不要改；用不到的列可以删除，列的顺序可以调整。日期写作 2024-08-05、2024/8/5 或 2024年8月5日都可以。',
    '导入时先检查全部内容：有一处不对就一条也不导入，并逐处列出所在的行和单元格。',
  ];
  return {
    name: '填写说明', hidden: false, frozenRows: 0, frozenColumns: 0, rules: [],
    columns: [{ width: 18, style: 'plain' }, { width: 20, style: 'plain' }, { width: 8, style: 'plain' }, { width: 80, style: 'plain' }],
    rows: [
      ...hints.map((text) => ({ style: 'note' as const, height: 20, cells: [{ text }] })),
      { style: 'heading', cells: ['工作表', '栏目', '必填', '怎样填'].map((text) => ({ text })) },
      ...sections.flatMap(([sheet, plans]) => plans.map((plan) => ({ style: 'plain' as const, cells: [sheet, plan.column.label, plan.column.required ? '是' : '', plan.help].map((text) => ({ text })) }))),
    ],
  };
}

/** The contract's checklist or survey form, in the columns of the table worksheet, to be copied from. */
function sampleSheet(kind: KindName, tables: readonly TableSheet[], profile: ContractProfile): NewSheet[] {
  const table = tables[0];
  const rows = kind === 'inspection' ? profile.checklist.map((item) => ({ category: item.category, item: item.item, method: item.method, standard: item.standard }))
    : kind === 'survey' ? profile.surveyCriteria.map((entry) => ({ criterion: entry.criterion, standard: entry.standard, fullScore: entry.fullScore })) : [];
  if (!table || rows.length === 0) return [];
  const columns = table.columns.filter((column) => column.target === 'field');
  return [{
    name: '清单样例', hidden: false, frozenRows: 2, frozenColumns: 0, rules: [],
    columns: columns.map(() => ({ width: 20, style: 'text' as const })),
    rows: [
      { style: 'note', height: 20, cells: [{ text: `可以复制到“${table.label}”工作表，填上序号和结果。本页不会被导入。` }] },
      { style: 'heading', cells: columns.map((column) => ({ text: column.label })) },
      ...rows.map((row) => ({ style: 'plain' as const, cells: columns.map((column) => {
        const value = Object.entries(row).find(([name]) => name === column.name)?.[1];
        return value === undefined || value === '' ? undefined : typeof value === 'number' ? { number: value } : { text: value };
      }) })),
    ],
  }];
}

/**
 * The worksheets of an empty import workbook: records, one per table field, notes, a copyable checklist, and the hidden lists
 * that the others choose from.
 */
export function templateSheets(kind: KindName, profile: ContractProfile): NewSheet[] {
  const { title } = kindOf(kind);
  const tables = tableSheets(kind);
  const plan = (columns: readonly SheetColumn[]): ColumnPlan[] => columns.map((column) => planColumn(column, profile));
  const main = plan(mainColumns(kind, profile).filter((column) => column.target !== 'key' || column.required));
  const tablePlans = tables.map((table) => ({
    table,
    plans: plan(table.columns.filter((column) => column.target !== 'number')).map((entry) => (entry.column.target === 'key' ? { ...entry, help: `《${title}》工作表里那条记录的序号` } : entry)),
  }));
  const lists = listColumns([...main, ...tablePlans.flatMap((entry) => entry.plans)]);
  const longest = Math.max(0, ...lists.map((list) => list.values.length));
  return [
    entrySheet(sheetName(title), `从第 3 行开始填写，一行一条；黄色带 * 的栏目必填。${tables.map((table) => `“${table.label}”填在同名工作表里，用序号对应。`).join('')}`, main, lists, tables.length > 0 ? 3 : 2),
    ...tablePlans.map(({ table, plans }) => entrySheet(sheetName(table.label), `每行一项；“序号”填《${title}》工作表里那条记录的序号。`, plans, lists, 1)),
    helpSheet(title, [[title, main], ...tablePlans.map(({ table, plans }) => [table.label, plans] as const)]),
    ...sampleSheet(kind, tables, profile),
    {
      name: listSheet, hidden: true, frozenRows: 0, frozenColumns: 0, rules: [],
      columns: lists.length === 0 ? [{ width: 20, style: 'text' }] : lists.map(() => ({ width: 20, style: 'text' as const })),
      rows: [{ style: 'heading', cells: lists.map((list) => ({ text: list.label })) }, ...Array.from({ length: longest }, (_, row) => ({ style: 'text' as const, cells: lists.map((list) => {
        const value = list.values[row];
        return value === undefined ? undefined : { text: value };
      }) }))],
    },
  ];
}
