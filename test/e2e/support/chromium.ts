import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const packageFolder = path.join(root, 'node_modules/@sparticuz/chromium');

/** The npm package holds a Linux browser for x64 only; elsewhere the tests use the installed Chrome or Edge. */
export const hasPackagedChromium = process.platform === 'linux' && process.arch === 'x64';

/** Where the browser of exactly this package version is unpacked. */
export async function chromiumFolder(): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  return path.join(root, 'out/chromium', version);
}

/**
 * Unpacks the browser, its libraries and its fonts once. The package unpacks into the system's temporary folder and takes
 * whatever it finds there, so it gets a folder of its own, which appears under its name only when it is complete.
 */
export async function unpackChromium(): Promise<void> {
  const folder = await chromiumFolder();
  if (!hasPackagedChromium || existsSync(folder)) return;
  const unfinished = `${folder}.${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const usual = process.env['TMPDIR'];
  process.env['TMPDIR'] = unfinished;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    await Promise.all(['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((name) => inflate(path.join(packageFolder, 'bin', name))));
  } finally {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
  }
  await rename(unfinished, folder);
}

/** How Playwright starts the browser: never with the package's own switches, which turn web security off. */
export function chromiumLaunch(folder: string): { readonly executablePath: string; readonly args: string[]; readonly env: Record<string, string> } {
  const env = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return {
    executablePath: path.join(folder, 'chromium'),
    args: ['--no-sandbox', '--font-render-hinting=none'],
    env: {
      ...env,
      // The package brings the libraries that a machine without a desktop lacks.
      LD_LIBRARY_PATH: [process.env['LD_LIBRARY_PATH'], path.join(folder, 'al2023/lib')].filter((entry) => entry !== undefined && entry !== '').join(':'),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') }),
    },
  };
}
