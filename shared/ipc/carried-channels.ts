import { z } from 'zod';
import { carriedContents, closingSchema, permissionSchema, protectionSchema, type CarriedItem } from '../carried/carried-item.ts';
import { channel, idInput } from './channel.ts';
import type { Job } from './jobs.ts';

/** A finished folder of 输出 that may be packed for somebody to check. */
export type CarriedSource = { readonly name: string; readonly files: number; readonly bytes: number };

/** The inventory, and what may be packed for checking. */
export type CarriedList = { readonly items: readonly CarriedItem[]; readonly sources: readonly CarriedSource[] };

const seen = z.strictObject({ id: idInput, revision: z.number().int().positive() });
const made = z.enum(carriedContents).exclude(['other']);

/** Carried media: what leaves the computer, by whose permission, and how it came back or was destroyed (附件2 第五条、第六条). */
export const carriedChannels = {
  'carried.list': channel<CarriedList>()(z.strictObject({ contractId: idInput })),
  /** Writes a copy and registers it. An empty location is the folder 输出/携出介质 of the data folder. */
  'carried.make': channel<Job>()(z.strictObject({
    contractId: idInput, content: made, source: z.string().max(120).optional(), location: z.string().trim().max(1000), permission: permissionSchema, protection: protectionSchema,
  })),
  /** Registers something that the program did not write: paper, a drawing, a borrowed disk. */
  'carried.register': channel<CarriedItem>()(z.strictObject({ contractId: idInput, permission: permissionSchema, isEncrypted: z.boolean(), openReason: z.string().trim().max(200).default('') })
    .refine(({ isEncrypted, openReason }) => isEncrypted || openReason !== '', { path: ['openReason'], message: '请填写不加密的原因' })),
  'carried.correct': channel<CarriedItem>()(seen.extend({ permission: permissionSchema })),
  /** Returned, destroyed or registered by mistake: several at once end in the same way, all or none. */
  'carried.close': channel<readonly CarriedItem[]>()(z.strictObject({ items: z.array(seen).min(1).max(500), closing: closingSchema })),
  'carried.reopen': channel<CarriedItem>()(seen),
  /** Makes a paper as Word: the whole inventory, or the record of what was returned and destroyed. */
  'carried.paper': channel<Job>()(z.strictObject({ contractId: idInput, paper: z.enum(['inventory', 'closing']) })),
} as const;
