import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { Result } from '../../shared/result.ts';
import { isOwnAddress } from './security.ts';

export type Answer = (channel: string, input: unknown) => Promise<Result<unknown>>;

/** Only the top frame of our own page may call; a frame that is gone or foreign may not. */
function isTrusted(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOwnAddress(frame.url);
}

/** The only caller of `ipcMain.handle`: checks the sender, then hands the call to the core. */
export function registerCalls(ipcMain: Pick<IpcMain, 'handle'>, answer: Answer): void {
  ipcMain.handle('binder:call', async (event, channel: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isTrusted(event) || typeof channel !== 'string') {
      return { ok: false, error: { code: 'invalid-input', message: '调用来源不可信，已拒绝', details: {} } };
    }
    return answer(channel, input);
  });
}
