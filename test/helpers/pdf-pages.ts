import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

function isThere(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    // pdftotext prints its version and exits with an odd number; a missing program has no exit number at all.
    return error instanceof Error && 'status' in error && error.status !== null;
  }
}

/** Whether documents can be turned into pages here. Missing programs are fine on a user's computer, never in CI. */
export const hasPages = ((): boolean => {
  const missing = ['soffice', 'pdftotext'].filter((program) => !isThere(program));
  if (missing.length > 0 && process.env['CI'] === 'true') throw new Error(`CI lacks ${missing.join(', ')}`);
  return missing.length === 0;
})();

/** The pages of a document as text, in order. */
export type Pages = { readonly name: string; readonly pages: readonly string[] };

/** Converts documents to PDF with LibreOffice, in one process with a profile of its own, and reads the pages back as text. */
export async function pagesOf(files: readonly string[], folder: string): Promise<Pages[]> {
  const work = await mkdtemp(path.join(folder, 'pages-'));
  const out = path.join(work, 'pdf');
  await mkdir(out);
  await run('soffice', ['--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(path.join(work, 'profile')).href}`, '--convert-to', 'pdf', '--outdir', out, ...files], { maxBuffer: 1 << 24 });
  const made = new Set(await readdir(out));
  return Promise.all(files.map(async (file) => {
    const name = `${path.basename(file, path.extname(file))}.pdf`;
    if (!made.has(name)) throw new Error(`LibreOffice made no pages of ${path.basename(file)}`);
    const { stdout } = await run('pdftotext', ['-layout', path.join(out, name), '-'], { maxBuffer: 1 << 26 });
    return { name: path.basename(file), pages: stdout.split('\f').slice(0, -1) };
  }));
}
