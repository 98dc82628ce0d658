import { z } from 'zod';
import { isLocalDate } from '../dates.ts';

/** 简装: cover, contents, receipts. 按档案要求立卷: the fields of GB/T 11822 besides. */
export const bindingProfiles = ['simple', 'archive'] as const;
/** What a volume never mixes: different deliverables, different kinds of records, or nothing. */
export const separations = ['deliverable', 'kind', 'none'] as const;
/** Where a new volume begins besides: with each month, each reporting period, or nowhere. */
export const breaks = ['none', 'quarter', 'month'] as const;
/** What becomes of the printed pages of a document whose signed paper was scanned: the scan takes their place, follows them, or is left to the disc. */
export const signedPagesRules = ['replace', 'behind', 'none'] as const;
/** Usual spines of volumes and boxes, in millimetres. */
export const spineWidths = [10, 15, 20, 30, 40, 50] as const;

const line = z.string().trim().max(100);
const key = z.string().min(1).max(200);
export const itemKeySchema = z.strictObject({ deliverable: z.string().min(1).max(60), scope: z.string().min(1).max(100) });

/** A volume as a person arranged it; its title, if it has one of its own, is kept in `titles` by the same key. */
const manualVolume = z.strictObject({ key, items: z.array(itemKeySchema).max(20_000) });

/**
 * How the paper of a contract is bound: the rule, the words of the covers, and what a person changed by hand.
 * Lengths are in millimetres.
 */
export const arrangementSchema = z.strictObject({
  profile: z.enum(bindingProfiles).default('simple'),
  /** At most so many pages in a volume (每卷约 180 页), or as much as a spine of this width holds. */
  limit: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('pages'), pages: z.number().int().min(10).max(2000) }),
    z.strictObject({ by: z.literal('thickness'), millimetres: z.union(spineWidths.map((width) => z.literal(width))) }),
  ]).default({ by: 'pages', pages: 180 }),
  /** Thickness of one sheet as bound; 80 g paper has about 0.1. */
  paper: z.number().min(0.05).max(0.5).default(0.1),
  doubleSided: z.boolean().default(true),
  /** Each document begins on the front of a sheet. */
  itemsStartOnOddPage: z.boolean().default(true),
  /** In a file of several forms each form does: a month's daily sheets can be taken apart. */
  recordsStartOnOddPage: z.boolean().default(false),
  /** The page numbers of the documents are kept, or running numbers are stamped on every page. */
  pageNumbers: z.enum(['keep', 'stamp']).default('stamp'),
  signedPages: z.enum(signedPagesRules).default('replace'),
  separateBy: z.enum(separations).default('kind'),
  breakBy: z.enum(breaks).default('none'),
  /** Neighbouring groups that fill less than a third of a volume share one. */
  joinsThin: z.boolean().default(true),
  /** Deliverables that are not bound, by id. */
  leftOut: z.array(z.string().max(60)).max(500).default([]),
  /** 立卷单位; empty: the vendor. */
  compiler: line.default(''),
  /** 立卷人, 检查人 */
  compiledBy: line.default(''),
  checkedBy: line.default(''),
  /** 立卷日期; empty: left to the hand. */
  compiledOn: z.union([z.literal(''), z.string().refine(isLocalDate, '日期应写作 2024-08-05')]).default(''),
  /** 保管期限, 密级 */
  retention: line.default(''),
  secrecy: line.default(''),
  /** 档号 is this with the volume's number behind it; empty: none. */
  codePrefix: line.default(''),
  /** 案卷题名 that a person gave, by the volume's key. */
  titles: z.record(key, z.string().trim().min(1).max(200)).default({}),
  /** Absent: everything goes by the rule. */
  manual: z.array(manualVolume).max(2000).optional(),
});

export type Arrangement = z.output<typeof arrangementSchema>;
export type ManualVolume = z.output<typeof manualVolume>;

/** What a contract starts with: 简装, 180 pages a volume, double sided, running numbers. */
export const usualArrangement: Arrangement = arrangementSchema.parse({});
