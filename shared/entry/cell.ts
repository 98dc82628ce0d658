/** What a number's format says it means. */
export type DateFormat = 'date' | 'time' | 'moment';

/** One filled cell of a worksheet or of a pasted table. Formulas count with the value that Excel last computed for them. */
export type Cell =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly value: number; readonly format: DateFormat | undefined }
  | { readonly type: 'flag'; readonly value: boolean }
  | { readonly type: 'error'; readonly code: string }
  /** A formula whose value the file does not hold. */
  | { readonly type: 'uncomputed' };
