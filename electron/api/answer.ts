import { AppError, type Problem } from '../../shared/app-error.ts';
import { ipcContract, isChannelName, type ChannelName, type Handlers } from '../../shared/ipc/contract.ts';
import { isReadingChannel } from '../../shared/ipc/reading-channels.ts';
import type { Failure, Result } from '../../shared/result.ts';
import { chineseIssue } from '../../shared/schema-messages.ts';
import { readOnlyError } from '../store/refusing-store.ts';
import type { Environment } from './environment.ts';

/** What a foreseen error tells the person; anything else becomes `internal` with the id under which the log has it. */
export function failureOf(error: unknown, environment: Pick<Environment, 'newId' | 'log'>): Failure {
  if (error instanceof AppError) return { code: error.code, message: error.message, details: error.details };
  const id = environment.newId();
  environment.log({ level: 'error', event: 'internal', id, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  return { code: 'internal', message: `程序内部出错，日志编号 ${id}。刚才的操作没有完成，已有的数据不受影响。`, details: { logId: id } };
}

function inputFailure(channel: string, problems: readonly Problem[]): Failure {
  return { code: 'invalid-input', message: `提交的内容不符合要求：${problems.map((problem) => `${problem.place} ${problem.message}`).join('；')}`, details: { channel, problems } };
}

async function callHandler<C extends ChannelName>(handlers: Partial<Handlers>, channel: C, input: unknown): Promise<Result<unknown>> {
  const parsed = ipcContract[channel].input.safeParse(input, { error: chineseIssue });
  if (!parsed.success) {
    return { ok: false, error: inputFailure(channel, parsed.error.issues.map((issue) => ({ place: issue.path.join('.') || '内容', message: issue.message }))) };
  }
  // The schema of exactly this channel accepted the value; TypeScript cannot follow that through the union of all channels.
  const handler = handlers[channel] as ((value: unknown) => unknown) | undefined;
  if (handler === undefined) return { ok: false, error: unknownCall(channel) };
  return { ok: true, value: await handler(parsed.data) };
}

function unknownCall(channel: string): Failure {
  return { code: 'invalid-input', message: `没有这个调用：${channel.slice(0, 60)}`, details: {} };
}

/**
 * Answers one call from the window: known channel, parsed input, handler, `Result`. Never throws. With `read` access everything that could
 * change something is refused with `read-only`, whatever its handler would do. Transports check the sender before they come here.
 */
export async function answerCall(handlers: Partial<Handlers>, environment: Pick<Environment, 'newId' | 'log'>, channel: string, input: unknown, access: 'write' | 'read' = 'write'): Promise<Result<unknown>> {
  if (!isChannelName(channel)) return { ok: false, error: unknownCall(channel) };
  if (access === 'read' && !isReadingChannel(channel)) return { ok: false, error: failureOf(readOnlyError(), environment) };
  try {
    return await callHandler(handlers, channel, input);
  } catch (error) {
    return { ok: false, error: failureOf(error, environment) };
  }
}
