import { z } from 'zod';
import { profileSchema, type Contract, type ContractProfile, type Question } from '../contract/profile.ts';
import { channel, fileInput, idInput, nothing } from './channel.ts';

/** Contract profiles, and reading them from a contract. */
export const contractChannels = {
  'intake.read': channel<{ readonly profile: ContractProfile; readonly questions: readonly Question[] }>()(fileInput),
  'contracts.list': channel<readonly Contract[]>()(nothing),
  'contracts.create': channel<Contract>()(z.strictObject({ profile: profileSchema })),
  'contracts.save': channel<Contract>()(z.strictObject({ id: idInput, profile: profileSchema })),
  'sample.create': channel<Contract>()(z.strictObject({ seed: z.number().int().default(1), gaps: z.boolean().default(false) })),
} as const;
