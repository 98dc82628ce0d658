import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemEnvironment } from '../api/environment.ts';
import { runCommand, type Outcome } from './run-command.ts';

/**
 * `npm run demo`: the main job from the contract's text to a verified hand-over, in out/demo, and what each step took.
 * The sample year ends on 2025-08-02; the hand-over is made on the day before the last working day before acceptance.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = path.join(root, 'out', 'demo');
const data = path.join(folder, '数据');
const bag = path.join(folder, '交付包');
const iso = path.join(folder, '光盘.iso');
const day = '2025-09-29';

const world = {
  environment: systemEnvironment((entry) => process.stderr.write(`${JSON.stringify(entry)}\n`)),
  templatesFolder: path.join(root, 'templates'),
  readStandardInput: () => Promise.resolve(''),
};

type Step = { readonly name: string; readonly args: readonly string[] };

const steps: readonly Step[] = [
  { name: '读合同，建档案', args: ['new', '--data', data, '--contract', path.join(root, 'templates/sample/demo-contract.txt')] },
  { name: '填入示范年度', args: ['sample', '--data', data] },
  { name: '验收预检', args: ['check', '--data', data, '--today', day] },
  { name: '生成并交付（含光盘映像）', args: ['handover', '--data', data, '--out', bag, '--iso', iso, '--today', day, '--no-binding'] },
  { name: '核对交付包', args: ['verify', bag] },
  { name: '核对光盘映像', args: ['verify', iso] },
];

function headline(outcome: Outcome): string {
  return (outcome.exit === 1 || outcome.exit === 2 ? outcome.complaint : outcome.output).split('\n')[0] ?? '';
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const started = performance.now();
let failed = false;
for (const step of steps) {
  const begun = performance.now();
  const outcome = await runCommand(step.args, world);
  const seconds = ((performance.now() - begun) / 1000).toFixed(2).padStart(6);
  console.log(`${seconds} 秒  ${step.name}：${headline(outcome)}`);
  if (outcome.exit !== 0) {
    failed = true;
    console.error([outcome.output, outcome.complaint].filter((text) => text !== '').join('\n'));
    break;
  }
}
console.log(`${((performance.now() - started) / 1000).toFixed(2).padStart(6)} 秒  合计，内存峰值 ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
if (!failed) {
  console.log(['', '结果在 out/demo：', '  数据/      数据目录（可用 npm run start:browser -- --data out/demo/数据 打开）', '  交付包/    打开 目录.html 浏览，sha256sum -c manifest-sha256.txt 核对', '  光盘.iso   光盘映像'].join('\n'));
}
process.exitCode = failed ? 1 : 0;
