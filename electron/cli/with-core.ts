import path from 'node:path';
import { AppError } from '../../shared/app-error.ts';
import { closeCore, holdsData, openCore, type Core } from '../api/core.ts';
import { needed, type CommandContext } from './command.ts';

/**
 * Opens the data folder of `--data` for one command and closes it again, whatever happens. Throws `not-found` for a folder
 * without data: a mistyped name must not become one more empty folder.
 */
export async function withCore<T>(context: CommandContext, work: (core: Core) => Promise<T> | T): Promise<T> {
  const dataFolder = needed(context.options['data'], '--data');
  if (!holdsData(dataFolder)) {
    throw new AppError('not-found', `“${path.basename(path.resolve(dataFolder))}”里还没有合同，请核对 --data，或先用 new 命令建立合同档案`, {});
  }
  return withNewCore(context, work);
}

/** As `withCore`, but makes the data folder where there is none. */
export async function withNewCore<T>(context: CommandContext, work: (core: Core) => Promise<T> | T): Promise<T> {
  const core = openCore({
    dataFolder: needed(context.options['data'], '--data'),
    templatesFolder: context.templatesFolder,
    environment: context.environment,
  });
  try {
    return await work(core);
  } finally {
    closeCore(core);
  }
}

/** Reads a file that the person named; what the system says about it becomes a sentence. */
export async function readInput(read: () => Promise<Uint8Array>, name: string): Promise<Uint8Array> {
  try {
    return await read();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    const reason = code === 'ENOENT' ? '没有这个文件' : code === 'EISDIR' ? '这是一个目录' : code === 'EACCES' ? '没有读取权限' : '读不出来';
    throw new AppError('unreadable-file', `${name}：${reason}`, { file: name }, { cause });
  }
}

/** Parses JSON that the person gave, naming where it is wrong. */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new AppError('invalid-input', `${name} 不是有效的 JSON：${cause instanceof Error ? cause.message : ''}`, { file: name }, { cause });
  }
}
