import { z } from 'zod';
import { itemKeySchema } from './arrangement.ts';

/** What a file of a binding is, in the order of the print plan: 总目录, 案卷, 脊背, 盒签, 移交清单, 签收单. */
export const boundFileKinds = ['general', 'volume', 'spines', 'boxes', 'list', 'receipt'] as const;
export type BoundFileKind = (typeof boundFileKinds)[number];

const count = z.number().int().nonnegative();
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** A document inside a bound volume, with the digest of the file that was bound. */
const boundDocument = itemKeySchema.extend({ sha256: digest });

/** First and last page. */
const pageRange = z.strictObject({ from: z.number().int().positive(), to: z.number().int().positive() });

/** Sheets of paper that ranges of a file's pages take; ranges of two-sided paper are whole sheets. */
export function sheetsOfRanges(ranges: readonly PageRange[], doubleSided: boolean): number {
  return ranges.reduce((sum, { from, to }) => sum + Math.ceil((to - from + 1) / (doubleSided ? 2 : 1)), 0);
}

/** A print-ready file of a binding. `name` is its place inside the binding's folder, with `/`. */
const boundFile = z.strictObject({
  /** Tells it from the others: `volume <its key>`, or its kind. */
  key: z.string().min(1).max(260),
  kind: z.enum(boundFileKinds),
  title: z.string().max(300),
  name: z.string().min(1).max(300),
  sha256: digest,
  bytes: count,
  /** Sides of paper that the printer is given, empty reverses among them; 0 where nobody could count. */
  sides: count,
  doubleSided: z.boolean(),
  copies: z.number().int().positive(),
  /**
   * Of a volume: its number, its numbered pages, the documents in it, and the numbered pages of each signed original among them; where there are
   * any, `toPrint`, the pages of the file without them. Bindings of older programs name none.
   */
  volume: z.strictObject({ number: z.number().int().positive(), pages: count, documents: z.array(boundDocument), originals: z.array(pageRange).default([]), toPrint: z.array(pageRange).optional() }).optional(),
});

/** A volume that is not bound because documents are missing. */
const gap = z.strictObject({ key: z.string().min(1).max(260), number: z.number().int().positive(), title: z.string().max(300), reasons: z.array(z.strictObject({ item: z.string().max(300), message: z.string().max(1000) })) });

/** What the last binding of a contract's paper made, and what it could not. */
export const bindingSchema = z.strictObject({
  /** The program that laid the pages out; absent: Word files, whose pages nobody has counted (待核). */
  office: z.string().max(100).optional(),
  /** The folder inside the contract's output. */
  folder: z.string().min(1).max(100),
  files: z.array(boundFile),
  gaps: z.array(gap),
});

export type BoundFile = z.output<typeof boundFile>;
export type PageRange = z.output<typeof pageRange>;
export type BindingGap = z.output<typeof gap>;
export type BindingContent = z.output<typeof bindingSchema>;

/** Sheets of paper for one copy. */
export function sheetsOfFile({ sides, doubleSided }: Pick<BoundFile, 'sides' | 'doubleSided'>): number {
  return doubleSided ? Math.ceil(sides / 2) : sides;
}
