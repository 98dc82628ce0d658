import { z } from 'zod';
import { pastedLimits } from '../entry/pasted-table.ts';
import { recordInputSchema, type AnyRecord } from '../records/record.ts';
import { channel, idInput } from './channel.ts';

/** Entry of several records at a time: grid, pasted chats, workbooks. */
export const entryChannels = {
  /** All of them or none, in one transaction, in their order; problems name the position (`第 3 条服务日期`). Safe to send again after a lost answer when every record carries its id. */
  'entry.save': channel<readonly AnyRecord[]>()(z.strictObject({ contractId: idInput, records: z.array(recordInputSchema).min(1).max(pastedLimits.rows) })),
} as const;
