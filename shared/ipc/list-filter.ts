import { z } from 'zod';
import { recordStatuses } from '../records/record.ts';
import { dayInput } from './channel.ts';

/** A column of a list: a field of the kind, `extra.name` for one of the contract's own fields, `own.name` for what every record has. */
export const columnName = z.string().regex(/^((extra|own)\.)?[a-zA-Z][a-zA-Z0-9]{0,39}$/, '没有这一列');

/** The values of a column that are wanted; an empty text stands for "not filled in". Numbers and truths are written as text, truths 1 and 0. */
const wantedValues = z.record(columnName, z.array(z.string().max(200)).min(1).max(60)).refine((where) => Object.keys(where).length <= 12, '筛选的栏目太多');

/** `signed-scan`: at least one scan of the signed paper; `no-scan`: none. */
export const fileFilters = ['some', 'none', 'signed-scan', 'no-scan'] as const;
export type FileFilter = (typeof fileFilters)[number];

/** What may be asked of the records in a list, beyond their kind. What is left out leaves nothing out. */
export const listFilterSchema = z.strictObject({
  /** Words that must all occur in the record's text. */
  text: z.string().max(200).optional(),
  status: z.enum(recordStatuses).optional(),
  from: dayInput.optional(),
  to: dayInput.optional(),
  /** Number of the priced service item that the records must prove. */
  serviceItem: z.number().int().positive().optional(),
  where: wantedValues.optional(),
  files: z.enum(fileFilters).optional(),
  /** Whether every role of the kind has signed, with name and day. */
  signed: z.boolean().optional(),
  /** 补录: entered after the fact, with a reason. */
  late: z.boolean().optional(),
});
export type ListFilter = z.output<typeof listFilterSchema>;

/** Columns that every record has, by which lists are sorted; fields of the kind are written `field.name` and `extra.name`. */
export const ownSorts = ['date', 'number', 'title', 'status', 'updatedAt'] as const;
export type OwnSort = (typeof ownSorts)[number];

export const listOrderSchema = z.strictObject({
  sort: z.union([z.enum(ownSorts), z.string().regex(/^(field|extra)\.[a-zA-Z][a-zA-Z0-9]{0,39}$/, '不能按这一列排序')]),
  descending: z.boolean(),
});
export type ListOrder = z.output<typeof listOrderSchema>;

export function isOwnSort(sort: string): sort is OwnSort {
  return ownSorts.some((own) => own === sort);
}

/** Most records that one action may change or print at once; more would hold up everybody else for too long. */
export const changedAtOnce = 2000;
export const printedAtOnce = 500;
