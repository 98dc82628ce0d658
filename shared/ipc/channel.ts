import { z } from 'zod';
import { isLocalDate } from '../dates.ts';
import { captionLimit } from '../records/attachment.ts';
import { kindNames } from '../records/kinds.ts';

/** One call: the schema of what goes in, and the type of what comes back. */
export type Channel<Input extends z.ZodType, Output> = { readonly input: Input; readonly outputType?: Output };

/** `channel<Output>()(inputSchema)`: the output type stands beside its input, for the compiler alone. */
export function channel<Output>() {
  return <Input extends z.ZodType>(input: Input): Channel<Input, Output> => ({ input });
}

export const idInput = z.string().min(1).max(60);
export const dayInput = z.string().refine(isLocalDate, '日期应写作 2024-08-05');
export const kindInput = z.enum(kindNames);
export const sha256Input = z.string().regex(/^[0-9a-f]{64}$/, '附件的摘要不对');
export const captionInput = z.string().max(captionLimit, `说明最多 ${captionLimit} 个字`);
export const nothing = z.strictObject({});
/** File contents from a file dialog or a drop, base64; 32 MB of text is far beyond any contract or sheet. */
export const fileInput = z.strictObject({ name: z.string().min(1).max(255), base64: z.string().max(45_000_000) });
/** Name of a folder inside the data folder's 输出 folder; the window never names paths. */
export const outputFolder = z.strictObject({ folder: z.string().regex(/^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,59}$/, "文件夹名不能含 / \\ : * ? \" < > |").optional() });
