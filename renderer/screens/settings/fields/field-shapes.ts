import { kindNames, kinds } from '../../../../shared/records/kinds.ts';
import type { InputDefinition, InputDefinitions, RowsInputDefinition } from '../../../forms/input-definition.ts';
import type { Path } from '../../../state/at-path.ts';

/** One field of the profile and where it is. */
export type SettingsField = { readonly path: Path; readonly definition: InputDefinition; readonly isDouble?: boolean };

/** A group of fields under one heading. */
export type SettingsBlock = { readonly title: string; readonly fields: readonly SettingsField[] };

type NumberOptions = { readonly unit?: string; readonly decimals?: number; readonly help?: string };

export function text(label: string, isRequired = false, help?: string): InputDefinition {
  return { type: 'text', label, required: isRequired, ...(help === undefined ? {} : { help }) };
}

export function number(label: string, options: NumberOptions = {}): InputDefinition {
  return { type: 'number', label, required: true, decimals: options.decimals ?? 2, ...(options.unit === undefined ? {} : { unit: options.unit }), ...(options.help === undefined ? {} : { help: options.help }) };
}

export function flag(label: string, help?: string): InputDefinition {
  return { type: 'flag', label, required: true, ...(help === undefined ? {} : { help }) };
}

export function day(label: string, help?: string): InputDefinition {
  return { type: 'date', label, required: true, ...(help === undefined ? {} : { help }) };
}

export function list(label: string, help?: string): InputDefinition {
  return { type: 'list', label, required: false, ...(help === undefined ? {} : { help }) };
}

export function options(label: string, choices: Readonly<Record<string, string>>, isMultiple = false): InputDefinition {
  return { type: 'options', label, required: true, isMultiple, options: Object.entries(choices).map(([value, name]) => ({ value, label: name })) };
}

export function rows(label: string, columns: InputDefinitions, newRow: Readonly<Record<string, unknown>>, widths: Readonly<Record<string, number>> = {}): RowsInputDefinition {
  return { type: 'rows', label, required: false, columns, newRow, widths };
}

/** Kinds of records by the names people know. */
export const kindChoices: Readonly<Record<string, string>> = Object.fromEntries(kindNames.map((kind) => [kind, kinds[kind].title]));

export function oneTable(path: Path, definition: InputDefinition): readonly SettingsBlock[] {
  return [{ title: definition.label, fields: [{ path, definition }] }];
}

