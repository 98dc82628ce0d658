import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { timingOf, type BenchRow } from './bench-row.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

type Run = { readonly seconds: number; readonly peakMegabytes: number };

/** The whole process from outside: wall time, and the peak of its memory as the kernel counts it. */
async function runDemo(): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, ['electron/cli/demo.ts'], { cwd: root, stdio: 'ignore' });
  let peak = 0;
  const watch = setInterval(() => {
    readFile(`/proc/${child.pid}/status`, 'utf8').then(
      (status) => { peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0)); },
      () => undefined,
    );
  }, 20);
  const code = await new Promise<number | null>((resolve) => { child.on('exit', resolve); });
  clearInterval(watch);
  if (code !== 0) throw new Error(`demo failed with ${code}`);
  return { seconds: (performance.now() - started) / 1000, peakMegabytes: peak / 1024 };
}

/** `npm run demo`, three times. */
export async function benchDemo(): Promise<BenchRow[]> {
  const runs = [await runDemo(), await runDemo(), await runDemo()];
  const seconds = timingOf(runs.map((run) => run.seconds));
  const memory = timingOf(runs.map((run) => run.peakMegabytes));
  return [
    { name: 'demo, whole process', ...seconds, unit: 's', note: 'floor 25 s' },
    { name: 'demo, peak memory', ...memory, unit: 'MB', note: 'floor 500 MB' },
  ];
}
