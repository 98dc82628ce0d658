import { z } from 'zod';
import { isLocalDate } from '../dates.ts';
import { kindNames, type KindBody, type KindName } from './kinds.ts';

export const recordStatuses = ['draft', 'final', 'void'] as const;

/** 草稿 does not count anywhere; 作废 keeps its number so that numbering shows no gap. */
export type RecordStatus = (typeof recordStatuses)[number];

const localDate = z.string().refine(isLocalDate, '日期应写作 2024-08-05');

/** Who signed and when: 乙方执行人, 乙方审核人, 甲方确认人. */
export const signOffSchema = z.strictObject({
  executor: z.string().max(40).optional(),
  executedOn: localDate.optional(),
  reviewer: z.string().max(40).optional(),
  reviewedOn: localDate.optional(),
  confirmer: z.string().max(40).optional(),
  confirmedOn: localDate.optional(),
});

export type SignOff = z.infer<typeof signOffSchema>;

/** Values of the contract's own extra fields, by field name. */
export const extraSchema = z.record(z.string().max(40), z.union([z.string().max(4000), z.number(), z.boolean()]));

export type ExtraValues = z.infer<typeof extraSchema>;

/** What a person or an import hands in. The body is checked against its kind by `parseBody`. */
export const recordInputSchema = z.strictObject({
  id: z.string().max(40).optional(),
  kind: z.enum(kindNames),
  number: z.string().max(40).optional(),
  status: z.enum(recordStatuses).optional(),
  body: z.record(z.string(), z.unknown()),
  extra: extraSchema.optional(),
  signOff: signOffSchema.optional(),
  /** 补录原因: why the record was entered after the fact. */
  lateReason: z.string().max(400).optional(),
  /** The revision that was edited; saving fails with `conflict` when the stored one is newer. */
  revision: z.number().int().positive().optional(),
});

export type RecordInput = z.infer<typeof recordInputSchema>;

/** One stored record. `date` and `title` are computed by its kind; `createdAt`/`updatedAt` are ISO instants in UTC. */
export type RecordOf<K extends KindName> = {
  readonly id: string;
  readonly contractId: string;
  readonly kind: K;
  readonly number: string;
  readonly date: string;
  readonly status: RecordStatus;
  readonly title: string;
  readonly body: KindBody<K>;
  readonly extra: ExtraValues;
  readonly signOff: SignOff;
  readonly lateReason?: string | undefined;
  readonly voidReason?: string | undefined;
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** A record of any kind; `kind` tells the compiler which body it has. */
export type AnyRecord = { [K in KindName]: RecordOf<K> }[KindName];

/** The records of one kind, typed. */
export function recordsOf<K extends KindName>(records: readonly AnyRecord[], kind: K): RecordOf<K>[] {
  // The tag was compared, but TypeScript does not narrow an intersection over a generic tag to RecordOf<K>.
  return records.filter((record) => record.kind === kind) as unknown as RecordOf<K>[];
}
