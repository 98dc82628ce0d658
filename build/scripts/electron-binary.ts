import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where the Electron program is, or undefined: npm does not bring it, it is a download of its own. */
export function electronBinary(root: string): string | undefined {
  const folder = path.join(root, 'node_modules/electron');
  const pathFile = path.join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const binary = path.join(override ?? path.join(folder, 'dist'), name);
  return existsSync(binary) ? binary : undefined;
}
