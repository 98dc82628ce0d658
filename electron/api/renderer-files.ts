import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../shared/app-error.ts';

export type RendererFile = { readonly bytes: Buffer; readonly mediaType: string; readonly isHashed: boolean };

/** The built window, by the path a browser asks for. */
export type RendererFiles = ReadonlyMap<string, RendererFile>;

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json; charset=utf-8',
};

/**
 * Reads the built window once. A request can only name a key of this map, so no spelling of a path leads out of the folder;
 * links inside the folder are not followed and unknown file types are not served.
 */
export async function readRendererFiles(folder: string): Promise<RendererFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new AppError('not-found', '没有找到界面文件，请先运行 npm run build:renderer', {}, { cause });
  });
  const files = new Map<string, RendererFile>();
  for (const entry of entries) {
    const mediaType = mediaTypes[path.extname(entry.name)];
    if (!entry.isFile() || mediaType === undefined) continue;
    const file = path.join(entry.parentPath, entry.name);
    const url = `/${path.relative(folder, file).split(path.sep).join('/')}`;
    files.set(url, { bytes: await readFile(file), mediaType, isHashed: url.startsWith('/assets/') });
  }
  if (!files.has('/index.html')) throw new AppError('not-found', '界面文件不完整，请重新运行 npm run build:renderer');
  return files;
}
