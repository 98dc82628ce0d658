import { AppError } from '../../shared/app-error.ts';

/** Throws AppError `cancelled` once the person has cancelled. Long loops call it between two pieces of work. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('cancelled', '已取消。', {}, { cause: signal.reason });
}
