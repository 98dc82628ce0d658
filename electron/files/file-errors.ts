import { basename } from 'node:path';
import { AppError } from '../../shared/app-error.ts';

/** Codes with which Windows (and network drives) answer while a scanner, Word or WPS holds the file; they often pass by themselves. */
const inUseCodes = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY']);
/** EFBIG is what a FAT32 stick answers to a file over 4 GiB: to the person it is the same fault, the medium cannot take it. */
const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const waitMs = [20, 50, 100, 200, 400, 800];

/** The errno name (`ENOENT`, `ENOSPC` …) of a system error; undefined for every other value. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Turns a system error about `path` into the AppError a person can act on: `disk-full`, `file-in-use`, `not-found` or `invalid-input`.
 * Only the file's name goes into the message, never its folder. Errors it does not know, and AppErrors, come back unchanged.
 */
export function describeFileError(error: unknown, path: string): unknown {
  const code = systemErrorCode(error);
  if (error instanceof AppError || code === undefined) return error;
  const file = basename(path);
  const details = { file, cause: code };
  if (fullCodes.has(code)) return new AppError('disk-full', `磁盘空间不足，「${file}」没有写完。请腾出空间后再试。`, details, { cause: error });
  if (inUseCodes.has(code)) {
    return new AppError('file-in-use', `「${file}」正被其他程序占用，或没有权限。请关闭打开它的程序后再试。`, details, { cause: error });
  }
  if (code === 'ENOENT') return new AppError('not-found', `找不到「${file}」或它所在的文件夹。`, details, { cause: error });
  if (code === 'ENOTDIR') return new AppError('invalid-input', `「${file}」所在的位置是一个文件，不是文件夹。`, details, { cause: error });
  if (code === 'EROFS') return new AppError('invalid-input', `「${file}」所在的磁盘是只读的，不能写入。`, details, { cause: error });
  if (code === 'ENAMETOOLONG') return new AppError('invalid-input', `文件名过长：「${file}」。`, details, { cause: error });
  if (code === 'EIO') return new AppError('unreadable-file', `读写「${file}」时磁盘出错，请检查磁盘或换一个位置。`, details, { cause: error });
  return error;
}

/** Runs `action`, again after short waits (1.6 s in all) while another program holds the file; then throws what describeFileError says. */
export async function retryWhileInUse<T>(path: string, action: () => Promise<T>, waits: readonly number[] = waitMs): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await action();
    } catch (error) {
      const wait = waits[attempt];
      if (wait === undefined || !inUseCodes.has(systemErrorCode(error) ?? '')) throw describeFileError(error, path);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** The same for the store, whose transactions are synchronous; it blocks the thread while it waits. */
export function retryWhileInUseSync<T>(path: string, action: () => T, waits: readonly number[] = waitMs): T {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return action();
    } catch (error) {
      const wait = waits[attempt];
      if (wait === undefined || !inUseCodes.has(systemErrorCode(error) ?? '')) throw describeFileError(error, path);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    }
  }
}
