import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../../electron/cli/run-command.ts';
import { rules } from '../../shared/rules/rules.ts';
import { subjectOf, substanceOf } from '../../shared/rules/waiver.ts';
import { callsOf } from '../helpers/call-api.ts';
import { testEnvironment } from '../helpers/environment.ts';
import { newLintFaults, paragraphTexts } from '../helpers/ooxml-lint.ts';
import { newOfficeErrors } from '../helpers/ooxml-validate.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';
import { openTestApi, templatesFolder, type TestApi } from '../helpers/test-api.ts';
import { tableRows } from '../helpers/word-tables.ts';

/** `check` and the 预检报告 at the command line, over a real data folder with a few inspections of August and nothing else. */

const today = '2024-08-12';
const days = ['2024-08-05', '2024-08-06', '2024-08-08'];

let opened: TestApi;

beforeAll(async () => {
  opened = await openTestApi();
  const call = callsOf(() => opened.api);
  const profile = testProfile({ ruleSettings: [{ rule: 'texts-alike', severity: 'off', reason: '巡检文字由监控平台生成' }] });
  const contractId = (await call('contracts.create', { profile })).id;
  for (const date of days) await call('records.save', { contractId, record: { kind: 'inspection', body: makeRecord('inspection', { date }).body } });
  // The core's own day is after all of this; waivers are given for what is found then.
  const [finding] = (await call('check.run', { contractId })).filter(({ rule, date }) => rule === 'inspection-missing' && date === '2024-08-07');
  if (finding === undefined) throw new Error('nothing to waive');
  await call('check.waive', { contractId, rule: finding.rule, subject: subjectOf(finding), substance: substanceOf(finding), reason: '机房停电检修，甲方书面同意当日不巡检' });
  await opened.api.close();
});

afterAll(() => rm(opened.folder, { recursive: true, force: true }));

function run(...args: readonly string[]) {
  return runCommand([...args, '--data', opened.folder], { environment: testEnvironment(), templatesFolder, readStandardInput: () => Promise.resolve('') });
}

test('says what is open and what was waived, and ends with 3 only for errors', async () => {
  const { output, exit } = await run('check', '--today', today);
  expect([exit, output.split('\n')]).toEqual([0, [
    '验收预检（2024年8月12日）：0 个错误，1 个警告，0 个提示，已豁免 1 项',
    `检查项共 ${rules.length} 项：${rules.length - 2} 项没有发现问题，1 项不检查`,
    '  [警告] 2024年8月9日是工作日，没有日常巡检记录。',
    '      办法：如当日确已巡检，请补录记录并写明补录原因；如未巡检，请准备书面说明。',
  ]]);
  expect((await run('check', '--today', '2025-08-20')).exit).toBe(3);
});

test('a rule that found only what was waived is not said to have passed, at the command line and on paper', async () => {
  const file = path.join(opened.folder, '豁免.docx');
  const { output } = await run('check', '--today', '2024-08-08', '--report', file);
  expect(output.split('\n').slice(0, 2)).toEqual(['验收预检（2024年8月8日）：0 个错误，0 个警告，0 个提示，已豁免 1 项', `检查项共 ${rules.length} 项：${rules.length - 2} 项没有发现问题，1 项的问题都已豁免，1 项不检查`]);
  expect(paragraphTexts(await readFile(file))).toContain(`共 ${rules.length} 项，${rules.length - 2} 项没有发现问题，1 项的问题都已豁免，1 项按本合同设置不检查`);
});

test('--report writes a sound Word file with the findings, the waivers and their reasons, the settings of rules, and the schedule back from the last working day', async () => {
  const folder = path.join(opened.folder, 'printed');
  await mkdir(folder);
  const file = path.join(folder, '预检报告.docx');
  const { output, exit } = await run('check', '--today', today, '--report', file);
  expect([exit, output.split('\n').at(-1)]).toEqual([0, `已写出预检报告 ${file}`]);
  expect(await readdir(folder)).toEqual(['预检报告.docx']);

  const template = await readFile(path.join(templatesFolder, 'readiness-report.docx'));
  const report = await readFile(file);
  expect(newLintFaults(template, report)).toEqual([]);
  expect(await newOfficeErrors(template, report, 'docx')).toEqual([]);

  const tables = tableRows(report);
  const titled = (heading: string) => tables.find(([first]) => first?.includes(heading))?.slice(1);
  expect(titled('办法')).toEqual(['1 / 工作日没有巡检记录 / 2024-08-09 / 2024年8月9日是工作日，没有日常巡检记录。 / 如当日确已巡检，请补录记录并写明补录原因；如未巡检，请准备书面说明。']);
  expect(titled('豁免原因')).toEqual([expect.stringMatching(/^1 \/ 工作日没有巡检记录 \/ 2024年8月7日是工作日，没有日常巡检记录。 \/ 机房停电检修，甲方书面同意当日不巡检 \/ 测试人员 \/ 2025-09-29$/)]);
  expect(titled('本合同')).toEqual(['1 / 文字、实测值或时间雷同 / 提示 / 不检查 / 巡检文字由监控平台生成']);
  // Acceptance before 2025-10-02, which lies in a holiday: 2025-09-30 is the last working day.
  const schedule = titled('最迟完成') ?? [];
  expect(schedule.map((row) => row.split(' / ').slice(1, 4).join(' '))).toEqual([
    '补齐记录，关账 2025-08-04 2025-08-26', '提交末季度和年度报告 — 2025-08-27', '预检整改，落实评审意见 2025-09-04 2025-09-10', '打印、编卷 2025-09-11 2025-09-15', '签字盖章 2025-09-16 2025-09-22',
    '扫描归卷、装订 2025-09-23 2025-09-24', '刻盘并读回核对 2025-09-25 2025-09-25', '机动 2025-09-26 2025-09-29', '移交验收 2025-09-30 2025-09-30',
  ]);
  const texts = paragraphTexts(report).join('\n');
  expect(texts).toContain('没有错误，还有 1 项警告');
  expect(texts).not.toMatch(/[{}]|undefined/);
});

test('another ending than .docx, or a folder that is a file, is refused and nothing is written', async () => {
  expect(await run('check', '--today', today, '--report', path.join(opened.folder, 'report.pdf'))).toMatchObject({ exit: 2, complaint: '--report 要给一个 .docx 文件名' });
  const occupied = path.join(opened.folder, 'occupied');
  await writeFile(occupied, '');
  expect((await run('check', '--today', today, '--report', path.join(occupied, '预检报告.docx'))).exit).not.toBe(0);
  expect(await readFile(occupied, 'utf8')).toBe('');
});
