import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommand, type Outcome } from '../../electron/cli/run-command.ts';
import { docxOf, paragraph } from '../helpers/ooxml-docx.ts';
import { testEnvironment } from '../helpers/environment.ts';
import { paragraphTexts } from '../helpers/ooxml-lint.ts';

let folder: string;
const file = (name: string): string => path.join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fill-'));
  await writeFile(file('表.docx'), docxOf(paragraph('编号 {编号} {备注}')));
  await writeFile(file('数据.json'), '{"编号": "XJ-1"}');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function run(...args: readonly string[]): Promise<Outcome> {
  return runCommand(args, { environment: testEnvironment(), templatesFolder: folder, readStandardInput: () => Promise.resolve('') });
}

test('a template is filled, and what the data lacked is told', async () => {
  const { output, exit } = await run('fill', file('表.docx'), file('数据.json'), file('试填.docx'));
  expect([output.split('\n').slice(1), exit]).toEqual([['  正文第1段：数据里没有“{备注}”，已留空。'], 0]);
  expect(paragraphTexts(await readFile(file('试填.docx')))).toEqual(['编号 XJ-1 ']);
});

test('what a slip would spoil is refused before anything is written', async () => {
  await writeFile(file('列表.json'), '[1]');
  const template = await readFile(file('表.docx'));
  const outcomes = await Promise.all([
    run('fill', file('表.docx'), file('数据.json'), file('表.docx')),
    run('fill', file('表.docx'), file('数据.json'), file('试填.pdf')),
    run('fill', file('表.docx'), file('列表.json'), file('试填.docx')),
    run('fill', file('~$表.docx'), file('数据.json'), file('试填.docx')),
  ]);
  expect(outcomes.map(({ exit, complaint }) => [exit, /会把模板覆盖掉|要以 \.docx 结尾|应是一个对象|临时文件/.exec(complaint)?.[0]])).toEqual([
    [2, '会把模板覆盖掉'], [2, '要以 .docx 结尾'], [2, '应是一个对象'], [2, '临时文件'],
  ]);
  expect(await readFile(file('表.docx'))).toEqual(template);
});

test('template check says apart what stops a template and what is doubtful', async () => {
  await writeFile(file('错.docx'), docxOf(paragraph('{巡检日斯}') + paragraph('{编号')));
  expect(await run('template', 'check', file('错.docx'), '--kind', 'inspection')).toEqual({
    exit: 3, complaint: '', output: expect.stringMatching(/^错\.docx 有 1 处错误，改正后才能生成：\n {2}正文第2段：.*\n错\.docx 有 1 处请核对.*\n {2}正文第1段：.*巡检日期.*\n标签（1 个）：\n {2}正文：巡检日斯\n没有用到的栏目：巡检日期、/),
  });
});
