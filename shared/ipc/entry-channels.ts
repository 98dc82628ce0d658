import { z } from 'zod';
import { pastedLimits } from '../entry/pasted-table.ts';
import { recordInputSchema, type AnyRecord } from '../records/record.ts';
import { chatLimits, type ChatReading } from '../chat/chat-reading.ts';
import { importPlanSchema, type ImportInspection, type ImportOutcome, type ImportTrial } from '../entry/import-plan.ts';
import type { Job } from './jobs.ts';
import { channel, dayInput, fileInput, idInput, kindInput } from './channel.ts';

const plannedImport = { contractId: idInput, kind: kindInput, file: fileInput, plan: importPlanSchema };
const duplicateChoice = z.enum(['skip', 'add']);

/** Entry of several records at a time: grid, pasted chats, workbooks. */
export const entryChannels = {
  /** All of them or none, in one transaction, in their order; problems name the position (`第 3 条服务日期`). Safe to send again after a lost answer when every record carries its id. */
  'entry.save': channel<readonly AnyRecord[]>()(z.strictObject({ contractId: idInput, records: z.array(recordInputSchema).min(1).max(pastedLimits.rows) })),
  /** Proposes work records for a copied chat; stores nothing. `day`: when it was copied. `begins`: message indexes at which the person lets a matter begin. */
  'entry.readChat': channel<ChatReading>()(z.strictObject({
    contractId: idInput,
    text: z.string().max(chatLimits.characters, '聊天记录太长，请分几次粘贴'),
    day: dayInput,
    sides: z.record(z.string().max(60), z.enum(['client', 'vendor'])).optional(),
    begins: z.array(z.number().int().min(0)).max(chatLimits.lines).optional(),
  })),
  /** The worksheets of an .xlsx or .csv, and which field each column seems to be. */
  'import.inspect': channel<ImportInspection>()(z.strictObject({ contractId: idInput, kind: kindInput, file: fileInput })),
  /** What an import would do, row by row; stores nothing. */
  'import.try': channel<ImportTrial>()(z.strictObject(plannedImport)),
  /** Imports the rows that have no problem; `import.outcome` tells what came of the job. */
  'import.run': channel<Job>()(z.strictObject({ ...plannedImport, duplicates: duplicateChoice })),
  'import.outcome': channel<ImportOutcome>()(z.strictObject({ jobId: idInput })),
  /** Makes what a job imported void, with the reason. */
  'import.undo': channel<ImportOutcome>()(z.strictObject({ jobId: idInput, reason: z.string().trim().min(1, '作废要写原因').max(400) })),
  /** An .xlsx of the rows with problems, with what is wrong with each. */
  'import.leftRows': channel<{ readonly name: string; readonly base64: string }>()(z.strictObject(plannedImport)),
} as const;
