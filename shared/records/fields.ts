import type { LocalDate, LocalMinute } from '../dates.ts';

/**
 * A record kind is a list of fields. Form, list columns, Excel headings, template tags and the check of every input
 * are all derived from it, so nothing about a field is said twice.
 */

/** What every field has. `help` is shown under the input; `section` groups fields of a long form. */
type FieldCommon = {
  readonly label: string;
  readonly required: boolean;
  readonly help?: string;
  readonly section?: string;
};

type TextField = FieldCommon & { readonly type: 'text' | 'longText' | 'person' };
type DateField = FieldCommon & { readonly type: 'date' };
type MinuteField = FieldCommon & { readonly type: 'minute' };
/** `HH:MM` */
type TimeField = FieldCommon & { readonly type: 'time' };
type NumberField = FieldCommon & { readonly type: 'number'; readonly unit?: string; readonly min?: number; readonly max?: number; readonly decimals: number };
type FlagField = FieldCommon & { readonly type: 'flag' };
/** One of a closed list whose members rules and figures rely on. */
type ChoiceField = FieldCommon & { readonly type: 'choice'; readonly options: readonly string[] };
/** One of a list that a contract profile may replace (`profile.vocabularies[vocabulary]`); `options` is the default. */
type VocabularyField = FieldCommon & { readonly type: 'vocabulary'; readonly vocabulary: string; readonly options: readonly string[] };
/** The number of a priced service item of the contract (附件1). */
type ServiceItemField = FieldCommon & { readonly type: 'serviceItem' };
/** Numbers of other records, e.g. `GZ-20240805-01`. */
type LinksField = FieldCommon & { readonly type: 'links' };
type TableField = FieldCommon & { readonly type: 'table'; readonly columns: Fields };

export type FieldDefinition =
  | TextField | DateField | MinuteField | TimeField | NumberField | FlagField
  | ChoiceField | VocabularyField | ServiceItemField | LinksField | TableField;

/** A field together with the type of its value, which exists for the compiler only. */
export type Field<Value = unknown, Required extends boolean = boolean> = FieldDefinition & {
  readonly required: Required;
  readonly valueType?: Value;
};

export type Fields = { readonly [name: string]: Field };

type ValueOf<F> = F extends { readonly valueType?: infer Value } ? Exclude<Value, undefined> : never;
type RequiredNames<F extends Fields> = { [K in keyof F]: F[K]['required'] extends true ? K : never }[keyof F];

/** The body type that a list of fields describes. Optional fields may be absent, never null. */
export type BodyOf<F extends Fields> = { readonly [K in RequiredNames<F>]: ValueOf<F[K]> } & {
  readonly [K in Exclude<keyof F, RequiredNames<F>>]?: ValueOf<F[K]> | undefined;
};

type Options = { readonly help?: string; readonly section?: string };
type NumberOptions = Options & { readonly unit?: string; readonly min?: number; readonly max?: number; readonly decimals?: number };

/** Marks a field as required: `required(text('巡检人'))`. */
export function required<Value>(field: Field<Value, false>): Field<Value, true> {
  return { ...field, required: true };
}

export function text(label: string, options: Options = {}): Field<string, false> {
  return { type: 'text', label, required: false, ...options };
}

export function longText(label: string, options: Options = {}): Field<string, false> {
  return { type: 'longText', label, required: false, ...options };
}

/** A name; forms propose the people of the contract profile. */
export function person(label: string, options: Options = {}): Field<string, false> {
  return { type: 'person', label, required: false, ...options };
}

export function date(label: string, options: Options = {}): Field<LocalDate, false> {
  return { type: 'date', label, required: false, ...options };
}

export function minute(label: string, options: Options = {}): Field<LocalMinute, false> {
  return { type: 'minute', label, required: false, ...options };
}

export function time(label: string, options: Options = {}): Field<string, false> {
  return { type: 'time', label, required: false, ...options };
}

export function number(label: string, options: NumberOptions = {}): Field<number, false> {
  return { type: 'number', label, required: false, ...options, decimals: options.decimals ?? 2 };
}

export function flag(label: string, options: Options = {}): Field<boolean, false> {
  return { type: 'flag', label, required: false, ...options };
}

export function choice<const Choices extends readonly string[]>(label: string, choices: Choices, options: Options = {}): Field<Choices[number], false> {
  return { type: 'choice', label, required: false, options: choices, ...options };
}

export function vocabulary(label: string, name: string, defaults: readonly string[], options: Options = {}): Field<string, false> {
  return { type: 'vocabulary', label, required: false, vocabulary: name, options: defaults, ...options };
}

export function serviceItem(label: string, options: Options = {}): Field<number, false> {
  return { type: 'serviceItem', label, required: false, ...options };
}

export function links(label: string, options: Options = {}): Field<readonly string[], false> {
  return { type: 'links', label, required: false, ...options };
}

export function table<const Columns extends Fields>(label: string, columns: Columns, options: Options = {}): Field<readonly BodyOf<Columns>[], false> {
  return { type: 'table', label, required: false, columns, ...options };
}
