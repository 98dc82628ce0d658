import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../shared/app-error.ts';

/** Time of the last change to a file, or to any file below a folder; 0 when there is none. */
async function lastChange(place: string): Promise<number> {
  const entry = await stat(place).catch(() => undefined);
  if (entry === undefined) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  const inside = await readdir(place);
  const times = await Promise.all(inside.map((name) => lastChange(path.join(place, name))));
  return Math.max(0, ...times);
}

/** Whether the window has to be built: never built, or built before its sources last changed. A package without sources never has to. */
export async function isWindowStale(programFolder: string): Promise<boolean> {
  const built = await lastChange(path.join(programFolder, 'out/app/renderer/index.html'));
  const sources = await Promise.all(['renderer', 'shared', 'vite.config.ts'].map((name) => lastChange(path.join(programFolder, name))));
  return Math.max(...sources) > built;
}

/** Builds the window from its sources. Throws `not-found` where the build tool is not installed. */
export async function buildWindow(programFolder: string): Promise<void> {
  const vite = await import('vite').catch((cause: unknown) => {
    throw new AppError('not-found', '界面还没有构建，也没有安装构建工具。请先在程序目录运行 npm ci', {}, { cause });
  });
  await vite.build({ configFile: path.join(programFolder, 'vite.config.ts'), logLevel: 'error' });
}
