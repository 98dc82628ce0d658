import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/app-error.ts';
import { carriedContents, permissionSchema } from '../../../shared/carried/carried-item.ts';
import { chineseIssue } from '../../../shared/schema-messages.ts';
import { chosenContract } from '../../api/core.ts';
import { carryOut } from '../../api/operations/carried.ts';
import { needed, optional, type Command } from '../command.ts';
import { newPassphrase } from '../passphrase-option.ts';
import { parseJson, readInput, withCore } from '../with-core.ts';
import { exitNumbers } from '../words.ts';

/** What stands in the file beside the permission: what is carried, and a reason where it is not to be encrypted. */
const requestSchema = z.object({ content: z.enum(carriedContents).exclude(['other']).default('backup'), source: z.string().optional(), openReason: z.string().trim().max(200).default('') });

/** The fields of both schemas stand beside each other in the file; each takes its own. */
function parted(value: unknown): { readonly permission: unknown; readonly rest: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new AppError('invalid-input', '许可文件里应是一个 JSON 对象', {});
  const own = new Set(Object.keys(requestSchema.shape));
  const entries = Object.entries(value);
  return { permission: Object.fromEntries(entries.filter(([name]) => !own.has(name))), rest: Object.fromEntries(entries.filter(([name]) => own.has(name))) };
}

/** `carry`: a copy that leaves the computer, encrypted unless the file says why not, with its line in the inventory. */
export const carryCommand: Command = async (context) => {
  const { options } = context;
  const file = needed(options['file'], '--file');
  const folder = path.resolve(needed(options['out'], '--out'));
  const text = file === '-' ? await context.readStandardInput() : Buffer.from(await readInput(() => readFile(file), file)).toString('utf8');
  const { permission: given, rest } = parted(parseJson(text, file));
  const permission = permissionSchema.safeParse(given, { error: chineseIssue });
  const request = requestSchema.safeParse(rest, { error: chineseIssue });
  const issues = [...(permission.error?.issues ?? []), ...(request.error?.issues ?? [])];
  if (!permission.success || !request.success) {
    throw new AppError('invalid-input', '许可没有写全：', { problems: issues.map((issue) => ({ place: issue.path.join('.'), message: issue.message })) });
  }
  return withCore(context, async (core) => {
    const { content, source, openReason } = request.data;
    const secret = openReason === '' ? await newPassphrase(context) : undefined;
    const report = await carryOut(core, {
      contractId: chosenContract(core, optional(options['contract-id'])).id, content, source, folder, permission: permission.data,
      protection: secret === undefined ? { way: 'open', reason: openReason } : { way: 'encrypted', passphrase: secret.passphrase },
    });
    return {
      json: { file: report.file, item: report.item, ...(secret === undefined || secret.lines.length === 0 ? {} : { passphrase: secret.passphrase }) },
      lines: [`已登记 ${report.item.number}：${report.file}，${report.item.file?.files ?? 0} 个文件，已读回核对${report.item.isEncrypted ? '，AES-256 加密' : `，未加密：${openReason}`}`, ...(secret?.lines ?? []), ...report.notes.map((note) => `  ${note}`)],
      exit: exitNumbers.done,
    };
  });
};
