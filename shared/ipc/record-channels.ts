import { z } from 'zod';
import type { LocalDate } from '../dates.ts';
import type { KindName } from '../records/kinds.ts';
import { recordInputSchema, type AnyRecord, type RecordStatus } from '../records/record.ts';
import { channel, idInput, kindInput } from './channel.ts';
import { columnName, listFilterSchema, listOrderSchema } from './list-filter.ts';

/** Which records of a contract: all of a kind, or of all kinds, that the filter leaves. */
export const recordChoiceSchema = z.strictObject({ contractId: idInput, kind: kindInput.optional(), ...listFilterSchema.shape });
export type RecordChoice = z.output<typeof recordChoiceSchema>;

export const recordQuerySchema = z.strictObject({
  ...recordChoiceSchema.shape,
  sort: listOrderSchema.shape.sort.default('date'),
  descending: z.boolean().default(true),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(5000).default(50),
  /** Fields whose values the rows carry. */
  columns: z.array(columnName).max(40).default([]),
});

/** What a list shows of a record. The whole of it is asked for when it is opened (`records.get`), because a body may be a thousand times as large. */
export type ListedRecord = {
  readonly id: string;
  readonly kind: KindName;
  /** Empty for a draft that has none yet. */
  readonly number: string;
  readonly date: LocalDate;
  readonly status: RecordStatus;
  readonly title: string;
  readonly revision: number;
  readonly updatedAt: string;
  /** Whether every role of its kind has signed. */
  readonly isSigned: boolean;
  readonly isLate: boolean;
  /** How many files it has, and how many of them are scans of the signed paper. */
  readonly files: number;
  readonly scans: number;
  /** The values of the wanted columns by their names; what is not filled in is absent. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Where the searched words were found: a field and the text around them. */
  readonly found?: { readonly label: string; readonly text: string };
};

export type RecordPage = { readonly total: number; readonly records: readonly ListedRecord[] };

/** Enough of a record to act on it without showing it. */
export type RecordHandle = { readonly id: string; readonly number: string; readonly date: LocalDate; readonly title: string; readonly status: RecordStatus };

/** One value of a column and how many records have it; an empty text stands for "not filled in". */
export type ValueCount = { readonly value: string; readonly count: number };

/** What can happen to a record; `upgrade`: a newer program remade its fields. */
export const historyActions = ['create', 'update', 'void', 'upgrade', 'restore', 'attach', 'detach'] as const;

/** One entry of a record's history: who changed which field, when, from what to what. */
export type HistoryEntry = {
  readonly at: string;
  readonly user: string;
  readonly device: string;
  readonly revision: number;
  readonly action: (typeof historyActions)[number];
  /** Of a `restore`: the revision whose contents came back. */
  readonly restoredFrom?: number | undefined;
  readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
};

/** An abnormal item of an inspection, by its row and its name: rows may have moved meanwhile. */
const itemToCloseSchema = z.strictObject({ inspectionId: idInput, row: z.number().int().min(0).max(499), item: z.string().max(200) });
export type ItemToClose = z.output<typeof itemToCloseSchema>;

/** A link from one record to another: by number, and for an inspection by the abnormal item that names it. Without `record`, the number leads nowhere. */
export type LinkedRecord = {
  readonly number: string;
  readonly item?: string;
  /** `state` is what the record says of its matter, e.g. 处理中. */
  readonly record?: { readonly id: string; readonly number: string; readonly kind: KindName; readonly title: string; readonly date: string; readonly status: RecordStatus; readonly state?: string };
};

/** What a record names, and what names it. */
export type LinkedRecords = { readonly outgoing: readonly LinkedRecord[]; readonly incoming: readonly LinkedRecord[] };

/** A matter that went on into the next service year. `to`: the record that goes on with this one; `from`: the one that this one goes on with. */
export type TakenOverLink = {
  readonly direction: 'to' | 'from';
  /** The item of an inspection, from 0. */
  readonly row?: number;
  readonly contractId: string;
  readonly contractTitle: string;
  readonly record: Omit<NonNullable<LinkedRecord['record']>, 'state'>;
};

/** Records of all kinds. */
export const recordChannels = {
  'records.list': channel<RecordPage>()(recordQuerySchema),
  /** Every record that the filter leaves, in the order of the list, so that all of them can be chosen at once. At most 20 000. */
  'records.handles': channel<readonly RecordHandle[]>()(z.strictObject({ ...recordChoiceSchema.shape, ...listOrderSchema.shape })),
  /** Which row of the list a record is, from 0; absent where it is not in it. */
  'records.place': channel<{ readonly row?: number | undefined }>()(z.strictObject({ ...recordChoiceSchema.shape, ...listOrderSchema.shape, id: idInput })),
  /** The different values of one column among the records that the other filters leave, the most frequent first; at most 300. */
  'records.values': channel<readonly ValueCount[]>()(z.strictObject({ ...recordChoiceSchema.shape, kind: kindInput, column: columnName })),
  'records.get': channel<AnyRecord>()(z.strictObject({ id: idInput })),
  'records.last': channel<AnyRecord | null>()(z.strictObject({ contractId: idInput, kind: kindInput })),
  /** With `closes`, the record's number becomes the 处理单号 of that item in the same step. */
  'records.save': channel<AnyRecord>()(z.strictObject({ contractId: idInput, record: recordInputSchema, closes: itemToCloseSchema.optional() })),
  'records.void': channel<AnyRecord>()(z.strictObject({ id: idInput, reason: z.string().min(1, '作废要写原因').max(400) })),
  'records.linked': channel<LinkedRecords>()(z.strictObject({ id: idInput })),
  /** 转入下一年度: what went on from a record or into it. */
  'records.takenOver': channel<readonly TakenOverLink[]>()(z.strictObject({ id: idInput })),
  /** Brings back the contents of earlier revisions as new changes, all or none. With `present`, a record that has another revision by now fails with `conflict`. */
  'records.restore': channel<readonly AnyRecord[]>()(z.strictObject({
    items: z.array(z.strictObject({ id: idInput, revision: z.number().int().positive(), present: z.number().int().positive().optional() })).min(1).max(5000),
  })),
  'records.history': channel<readonly HistoryEntry[]>()(z.strictObject({ id: idInput })),
  /** An empty .xlsx to fill in, with the contract's own fields and lists. */
  'records.sheet': channel<{ readonly name: string; readonly base64: string }>()(z.strictObject({ contractId: idInput, kind: kindInput })),
} as const;
