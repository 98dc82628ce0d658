import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** One start of another program. Arguments go to it as they are: no shell reads them. */
export type ProgramCall = {
  readonly program: string;
  readonly args: readonly string[];
  /** Where it runs. */
  readonly folder: string;
  /** All that it learns of the environment. */
  readonly variables: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Told what the program prints, on either output, while it runs. */
  readonly onOutput?: ((piece: string) => void) | undefined;
};

/** How a program ended; `code` counts only for `exited`. `complaint` is what it wrote to its error output. */
export type ProgramEnd = {
  readonly end: 'exited' | 'timed-out' | 'cancelled' | 'not-started';
  readonly code: number | null;
  readonly output: string;
  readonly complaint: string;
};

export type RunProgram = (call: ProgramCall) => Promise<ProgramEnd>;

/** Nothing that a program prints is worth more memory than this. */
const keptText = 64 * 1024;

function collect(stream: NodeJS.ReadableStream | null, onOutput: ProgramCall['onOutput']): () => string {
  let text = '';
  stream?.setEncoding('utf8');
  stream?.on('data', (piece: string) => {
    onOutput?.(piece);
    if (text.length < keptText) text += piece.slice(0, keptText - text.length);
  });
  return () => text;
}

/** What tells one kind of computer from another when a program has to be ended. */
type System = { readonly platform: NodeJS.Platform; readonly variables: Readonly<Record<string, string | undefined>> };

/** Windows' own program for ending others, by its full path. */
export function taskKillProgram({ variables }: Pick<System, 'variables'>): string {
  return path.win32.join(variables['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe');
}

/** Ends a program with everything it has started. */
function killTree(system: System, child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (system.platform === 'win32') {
    spawn(taskKillProgram(system), ['/PID', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).once('error', () => child.kill());
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/**
 * Runs a program to its end, for at most `timeoutMs`; a cancelled or late one is ended with all its children. Never throws:
 * callers know better what a failure means to the person.
 */
export function runProgramOn(system: System): RunProgram {
  return (call) => new Promise((resolve) => {
    const { signal } = call;
    if (signal?.aborted === true) return resolve({ end: 'cancelled', code: null, output: '', complaint: '' });
    const child = spawn(call.program, call.args, {
      cwd: call.folder,
      env: { ...call.variables },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      // A process group of its own, so that the program can be ended with its children.
      detached: system.platform !== 'win32',
    });
    const output = collect(child.stdout, call.onOutput);
    const complaint = collect(child.stderr, call.onOutput);
    let end: ProgramEnd['end'] = 'exited';
    const stop = (reason: 'timed-out' | 'cancelled'): void => {
      end = reason;
      killTree(system, child);
    };
    const cancel = (): void => stop('cancelled');
    const timer = setTimeout(() => stop('timed-out'), call.timeoutMs);
    signal?.addEventListener('abort', cancel, { once: true });
    const finish = (code: number | null, reason: string): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      resolve({ end, code, output: output(), complaint: reason === '' ? complaint() : reason });
    };
    child.once('error', (error) => {
      if (child.pid === undefined) end = 'not-started';
      finish(null, error.message);
    });
    child.once('close', (code) => finish(code, ''));
  });
}
