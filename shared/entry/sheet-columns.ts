import type { ContractProfile, ExtraField } from '../contract/profile.ts';
import type { FieldDefinition } from '../records/fields.ts';
import { kindOf, type KindName } from '../records/kinds.ts';
import { normaliseCharacters } from '../text/normalise.ts';

/** One column of an import sheet: what its cells become. */
export type SheetColumn =
  /** 序号: ties rows of the table sheets to a record; has no meaning beyond the file. */
  | { readonly target: 'key'; readonly label: string; readonly required: boolean }
  | { readonly target: 'number' | 'status' | 'lateReason'; readonly label: string; readonly required: false }
  | { readonly target: 'field'; readonly name: string; readonly label: string; readonly required: boolean; readonly field: FieldDefinition }
  | { readonly target: 'signOff'; readonly name: SignOffName; readonly label: string; readonly required: false; readonly isDate: boolean }
  | { readonly target: 'extra'; readonly name: string; readonly label: string; readonly required: boolean; readonly extra: ExtraField };

export type SignOffName = 'executor' | 'executedOn' | 'reviewer' | 'reviewedOn' | 'confirmer' | 'confirmedOn';

/** A table field, which has a worksheet of its own. */
export type TableSheet = { readonly name: string; readonly label: string; readonly required: boolean; readonly columns: readonly SheetColumn[] };

/** 作废 needs a reason and a history, so it is done in the program and not by an import. */
export const statusLabels = { 草稿: 'draft', 正式: 'final' } as const;

const signOffColumns: readonly (readonly [role: 'executor' | 'reviewer' | 'confirmer', name: SignOffName, label: string, isDate: boolean])[] = [
  ['executor', 'executor', '乙方执行人', false], ['executor', 'executedOn', '乙方执行日期', true],
  ['reviewer', 'reviewer', '乙方审核人', false], ['reviewer', 'reviewedOn', '乙方审核日期', true],
  ['confirmer', 'confirmer', '甲方确认人', false], ['confirmer', 'confirmedOn', '甲方确认日期', true],
];

function fieldColumn(name: string, field: FieldDefinition): SheetColumn {
  return { target: 'field', name, label: field.label, required: field.required, field };
}

/** The table fields of a kind: one worksheet each, named by the field's label, its rows tied to the records by 序号 (or 编号). */
export function tableSheets(kind: KindName): TableSheet[] {
  return Object.entries(kindOf(kind).fields).flatMap(([name, field]) => (field.type === 'table'
    ? [{ name, label: field.label, required: field.required, columns: [{ target: 'key' as const, label: '序号', required: true }, { target: 'number' as const, label: '编号', required: false as const }, ...Object.entries(field.columns).map(([column, inner]) => fieldColumn(column, inner))] }]
    : []));
}

/** The columns of the main worksheet, in the order of the template: key, number, fields, the contract's extra fields, signatures, the rest. */
export function mainColumns(kind: KindName, profile: Pick<ContractProfile, 'extraFields'>): SheetColumn[] {
  const definition = kindOf(kind);
  const hasTables = tableSheets(kind).length > 0;
  return [
    { target: 'key', label: '序号', required: hasTables },
    { target: 'number', label: '编号', required: false },
    ...Object.entries(definition.fields).filter(([, field]) => field.type !== 'table').map(([name, field]) => fieldColumn(name, field)),
    ...(profile.extraFields[kind] ?? []).map((extra): SheetColumn => ({ target: 'extra', name: extra.name, label: extra.label, required: extra.required, extra })),
    ...signOffColumns.filter(([role]) => definition.signOff.includes(role)).map(([, name, label, isDate]): SheetColumn => ({ target: 'signOff', name, label, required: false, isDate })),
    { target: 'status', label: '记录状态', required: false },
    { target: 'lateReason', label: '补录原因', required: false },
  ];
}

function wholeKey(heading: string): string {
  return normaliseCharacters(heading).replace(/[\s*]/g, '').replace(/[:：]$/, '').replace(/\(/g, '（').replace(/\)/g, '）').toLowerCase();
}

/** 投入工时（人时）* → 投入工时: how a heading is recognised that carries more than the label. */
export function headingKey(heading: string): string {
  return wholeKey(heading).replace(/（[^（）]{0,12}）$/, '');
}

/** The heading the template writes: the label, the unit, and a mark when the field must be filled. */
export function headingText(column: SheetColumn): string {
  const unit = column.target === 'field' && column.field.type === 'number' && column.field.unit !== undefined ? `（${column.field.unit}）` : '';
  return `${column.label}${unit}${column.required ? '*' : ''}`;
}

/** Finds the column a heading names: by label, else by the field's English name. */
export function columnFor(columns: readonly SheetColumn[], heading: string): SheetColumn | undefined {
  const key = headingKey(heading);
  const spoken: Readonly<Record<string, string>> = { 单据序号: '序号', 单据编号: '编号', 单号: '编号', 记录编号: '编号', 状态: '记录状态' };
  const label = spoken[key] ?? key;
  return columns.find((column) => wholeKey(column.label) === wholeKey(heading)) ?? columns.find((column) => headingKey(column.label) === label) ?? columns.find((column) => 'name' in column && column.name.toLowerCase() === key);
}
