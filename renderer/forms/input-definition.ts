import type { FieldDefinition } from '../../shared/records/fields.ts';

type Common = { readonly label: string; readonly required: boolean; readonly help?: string; readonly section?: string };

/** A list of short texts, e.g. complaint types. */
type ListInputDefinition = Common & { readonly type: 'list' };

/** One or several of a list whose stored values are not what people read, e.g. kinds of records. */
export type OptionsInputDefinition = Common & { readonly type: 'options'; readonly options: readonly { readonly value: string; readonly label: string }[]; readonly isMultiple: boolean };

/** The number of another record, found by a number or a word of it. */
type RecordNumberInputDefinition = Common & { readonly type: 'recordNumber' };

/** Rows of an array in the contract profile. `widths` are least widths of columns in pixels; in a wide window they grow in proportion. */
export type RowsInputDefinition = Common & { readonly type: 'rows'; readonly columns: InputDefinitions; readonly newRow: Readonly<Record<string, unknown>>; readonly widths?: Readonly<Record<string, number>> };

/** Everything a form can show: the fields of record kinds, and the shapes that only the contract profile has. */
export type InputDefinition = FieldDefinition | ListInputDefinition | RecordNumberInputDefinition | OptionsInputDefinition | RowsInputDefinition;

export type InputDefinitions = { readonly [name: string]: InputDefinition };

/** What every input gets. `onChange(undefined)` means that nothing is filled in any more. */
export type InputProps<Definition> = {
  readonly id: string;
  readonly definition: Definition;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly isInvalid: boolean;
  readonly isDisabled: boolean;
  /** Inside a table the input is small and has no visible label, so it must carry its name itself. */
  readonly cellName?: string | undefined;
};
