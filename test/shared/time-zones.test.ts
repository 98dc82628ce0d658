import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const script = fileURLToPath(new URL('../helpers/print-calendar.ts', import.meta.url));

async function printedIn(zone: string): Promise<string> {
  const { stdout } = await run(process.execPath, [script], { env: { ...process.env, TZ: zone } });
  return stdout;
}

test('calendar, periods, figures and findings are the same on computers anywhere', { timeout: 60_000 }, async () => {
  const home = await printedIn('Asia/Shanghai');
  expect(JSON.parse(home)).toMatchObject({ workingDays: 247, handover: '2025-09-30' });
  for (const zone of ['America/Los_Angeles', 'Pacific/Kiritimati', 'America/Sao_Paulo', 'Europe/London']) expect([zone, await printedIn(zone)]).toEqual([zone, home]);
});
