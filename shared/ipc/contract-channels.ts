import { z } from 'zod';
import { contractDocumentSchema, type ContractDocument } from '../contract/contract-document.ts';
import { profileSchema, type Contract, type ContractProfile, type Question } from '../contract/profile.ts';
import type { KindName } from '../records/kinds.ts';
import type { Unsettled } from '../renewal/unsettled.ts';
import { channel, fileInput, idInput, nothing } from './channel.ts';

/** How many records of a kind have a value in each extra field, by the field's name. */
export type ExtraFieldUse = { readonly [K in KindName]?: Readonly<Record<string, number>> };

const renewsSchema = z.strictObject({ contractId: idInput, matters: z.array(z.strictObject({ recordId: idInput, row: z.number().int().min(0).max(499).optional() })).max(2000) });
export type Renews = z.output<typeof renewsSchema>;

/** Contract profiles, and reading them from a contract. */
export const contractChannels = {
  'intake.read': channel<{ readonly profile: ContractProfile; readonly questions: readonly Question[]; readonly document?: ContractDocument }>()(fileInput),
  /** The cells of the first sheet of a workbook as text, for lists of days that an office keeps in Excel. */
  'intake.sheet': channel<{ readonly rows: readonly (readonly string[])[] }>()(fileInput),
  'contracts.list': channel<readonly Contract[]>()(nothing),
  /** With `renews`, drafts of the new contract go on with the chosen unfinished matters of a former one, whose records stay as they are. */
  'contracts.create': channel<Contract>()(z.strictObject({ profile: profileSchema, document: contractDocumentSchema.optional(), renews: renewsSchema.optional() })),
  /** What a contract leaves unfinished, for its renewal. */
  'contracts.unsettled': channel<readonly Unsettled[]>()(z.strictObject({ id: idInput })),
  /** `revision`: the one that was edited; fails with `conflict` when the profile was saved elsewhere since. */
  'contracts.save': channel<Contract>()(z.strictObject({ id: idInput, profile: profileSchema, revision: z.number().int().positive() })),
  'contracts.archive': channel<Contract>()(z.strictObject({ id: idInput, isArchived: z.boolean() })),
  /** The text that the profile was read from; none for profiles made by hand or by an older version. */
  'contracts.document': channel<{ readonly document?: ContractDocument }>()(z.strictObject({ id: idInput })),
  /** Keeps the text of a contract file with a profile that has none. */
  'contracts.attachDocument': channel<{ readonly document: ContractDocument }>()(z.strictObject({ id: idInput, ...fileInput.shape })),
  'contracts.extraFieldUse': channel<ExtraFieldUse>()(z.strictObject({ id: idInput })),
  'sample.create': channel<Contract>()(z.strictObject({ seed: z.number().int().default(1), gaps: z.boolean().default(false) })),
} as const;
