import type { ContractProfile, ExtraField } from '../contract/profile.ts';
import type { FieldDefinition } from './fields.ts';
import { kindOf, type KindName } from './kinds.ts';

/** What every record has and a list may show, beside its day, number and status, which are always there. */
export const ownColumns = ['own.title', 'own.signed', 'own.files', 'own.updatedAt'] as const;
export type OwnColumn = (typeof ownColumns)[number];

export function isOwnColumn(name: string): name is OwnColumn {
  return ownColumns.some((own) => own === name);
}

/** A column that a list of one kind can show. */
export type ListColumn =
  | { readonly name: string; readonly label: string; readonly field: FieldDefinition }
  | { readonly name: OwnColumn; readonly label: string; readonly field: undefined };

const ownLabels: Readonly<Record<OwnColumn, string>> = { 'own.title': '摘要', 'own.signed': '签字', 'own.files': '附件', 'own.updatedAt': '最后修改' };

/** A contract's own field as a field definition. */
export function fieldOfExtra({ label, required, type, options }: ExtraField): FieldDefinition {
  switch (type) {
    case 'choice': return { type, label, required, options };
    case 'number': return { type, label, required, decimals: 2 };
    default: return { type, label, required };
  }
}

/** Every column that a list can show: the kind's fields but for tables, the contract's own fields, and what all records have. The day is not among them. */
export function availableColumns(kind: KindName, profile: Pick<ContractProfile, 'extraFields'>): ListColumn[] {
  const fields = Object.entries(kindOf(kind).fields).flatMap(([name, field]) => (field.type === 'table' || name === 'date' ? [] : [{ name, label: field.label, field }]));
  const extras = (profile.extraFields[kind] ?? []).map((extra) => ({ name: `extra.${extra.name}`, label: extra.label, field: fieldOfExtra(extra) }));
  return [...fields, ...extras, ...ownColumns.map((name) => ({ name, label: ownLabels[name], field: undefined }))];
}

/** The columns to be shown: the wanted ones that there are, else those that the kind names. */
export function shownColumns(kind: KindName, profile: Pick<ContractProfile, 'extraFields'>, wanted: readonly string[] | undefined): ListColumn[] {
  const available = availableColumns(kind, profile);
  const named = (names: readonly string[]): ListColumn[] => names.flatMap((name) => available.find((column) => column.name === name) ?? []);
  const chosen = named(wanted ?? []);
  return chosen.length > 0 ? chosen : named(kindOf(kind).columns);
}
