import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** `npm test`: unit and browser tests one after the other, and one line that counts them all. */

type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };

const root = fileURLToPath(new URL('../../', import.meta.url));
const reports = path.join(root, 'out/test');

function run(script: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

async function report<T>(name: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path.join(reports, name), 'utf8')) as T;
  } catch {
    // No report means that the runner itself broke; its exit code says so too.
    return undefined;
  }
}

async function unitTests(only: readonly string[]): Promise<Count> {
  const code = await run('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${path.join(reports, 'unit.json')}`, ...only]);
  const result = await report<{ numPassedTests: number; numFailedTests: number; numPendingTests: number }>('unit.json');
  const failed = result?.numFailedTests ?? 0;
  return { passed: result?.numPassedTests ?? 0, failed: code === 0 ? failed : Math.max(1, failed), skipped: result?.numPendingTests ?? 0 };
}

async function browserTests(): Promise<Count> {
  const code = await run('@playwright/test/cli.js', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(reports, 'browser.json') });
  if (code !== 0) await traceFailures();
  const result = await report<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>('browser.json');
  const failed = (result?.stats.unexpected ?? 0) + (result?.stats.flaky ?? 0);
  return { passed: result?.stats.expected ?? 0, failed: code === 0 ? failed : Math.max(1, failed), skipped: result?.stats.skipped ?? 0 };
}

/**
 * What failed goes once more with a trace of its pages, for the person who looks for the reason: to trace all of them costs a sixth of
 * their time. It changes nothing in the count, and the pictures of the first failure are kept.
 */
async function traceFailures(): Promise<void> {
  await cp(path.join(root, 'out/e2e'), path.join(reports, 'failed'), { recursive: true });
  console.log('\nWhat failed runs once more, only to leave a trace in out/e2e (its pictures are in out/test/failed):');
  await run('@playwright/test/cli.js', ['test', '--last-failed', '--trace=retain-on-failure', '--reporter=list']);
}

const wanted = process.argv.slice(2);
const unitOnly = wanted.includes('--unit');
await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });

const counts = [await unitTests(wanted.filter((argument) => argument !== '--unit'))];
if (!unitOnly) counts.push(await browserTests());

const sum = (pick: (count: Count) => number): number => counts.reduce((total, count) => total + pick(count), 0);
const failed = sum((count) => count.failed);
const summary = `${sum((count) => count.passed)} passed, ${failed} failed, ${sum((count) => count.skipped)} skipped`;
await writeFile(path.join(reports, 'summary.txt'), `${summary}\n`);
console.log(`\n${summary}`);
process.exitCode = failed === 0 ? 0 : 1;
