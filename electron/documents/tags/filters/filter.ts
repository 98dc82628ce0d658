/** A value that a filter could not understand: the original is printed all the same, and the reason reported. */
export class DoubtfulValue {
  readonly original: unknown;
  readonly reason: string;

  constructor(original: unknown, reason: string) {
    this.original = original;
    this.reason = reason;
  }
}

/**
 * What may stand behind the colon of a filter.
 * constant: known when the template is written; a bare word is that word. field: the name of a column, likewise.
 * number and value: a literal, or a name of the data.
 */
export type ParameterKind = 'constant' | 'field' | 'number' | 'value';

export type FilterParameter = {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly optional?: boolean;
  /** The only constants that mean anything. */
  readonly oneOf?: readonly string[];
  /** What is wrong with a constant, or undefined. */
  readonly complaint?: (text: string) => string | undefined;
};

/** What a page prints for an example of the reference: the data, the tag and the result. */
export type FilterExample = { readonly data: Readonly<Record<string, unknown>>; readonly tag: string; readonly result: string };

/** A small pure function of the closed list. */
export type Filter = {
  readonly name: string;
  /** Other spellings, the English one among them. */
  readonly aliases: readonly string[];
  /** One line for people. */
  readonly summary: string;
  readonly example: FilterExample;
  readonly parameters: readonly FilterParameter[];
  /** Whether it has an answer for a value that is absent or empty; otherwise such a value passes unchanged. */
  readonly takesMissing?: boolean;
  /** Whether it works on lists of rows: its field parameters are then columns of what stands before it. */
  readonly ofList?: boolean;
  /** Names that its result has and no data has. */
  readonly provides?: readonly string[];
  /** What is wrong with the parameters together; undefined stands for one that is not a literal. */
  readonly complaint?: (parameters: readonly (string | number | boolean | null | undefined)[]) => string | undefined;
  readonly apply: (value: unknown, parameters: readonly unknown[]) => unknown;
};

/** Longer results are no text of a form; a template must not be able to fill the memory. In UTF-16 units. */
export const longestText = 100_000;

/** The most characters, places or items that a number in a filter may ask for. */
export const largestCount = 1000;

/** The longest expression that is read, in UTF-16 units. */
export const longestExpression = 1000;

export function doubt(original: unknown, reason: string): DoubtfulValue {
  return new DoubtfulValue(original, reason);
}
