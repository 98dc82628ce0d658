import { execFile } from 'node:child_process';
import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand, type Outcome } from '../../electron/cli/run-command.ts';
import { hasPages, pagesOf } from '../helpers/pdf-pages.ts';
import { newLintFaults } from '../helpers/ooxml-lint.ts';
import { newOfficeErrors } from '../helpers/ooxml-validate.ts';
import { testEnvironment } from '../helpers/environment.ts';

/** The main job as a person does it in a terminal: contract text in, verified hand-over folder and disc image out. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const templatesFolder = path.join(root, 'templates');
const contract = path.join(templatesFolder, 'sample/demo-contract.txt');
const world = { environment: testEnvironment(), templatesFolder, readStandardInput: () => Promise.resolve('') };

let folder: string;
let data: string;
let bag: string;
let image: string;

function binder(...args: string[]): Promise<Outcome> {
  return runCommand(args, world);
}

/** Runs a command that must succeed for the tests to mean anything. */
async function done(...args: string[]): Promise<void> {
  const outcome = await binder(...args);
  if (outcome.exit !== 0) throw new Error(`${args[0] ?? ''} ended with ${outcome.exit}: ${outcome.complaint}`);
}

async function json(...args: string[]): Promise<{ readonly value: unknown; readonly exit: number }> {
  const outcome = await binder(...args, '--json');
  return { value: JSON.parse(outcome.output), exit: outcome.exit };
}

async function files(place: string): Promise<string[]> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name)).toSorted();
}

async function flipByte(file: string, position: number): Promise<void> {
  const handle = await open(file, 'r+');
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, position);
  byte[0] = (byte[0] ?? 0) ^ 1;
  await handle.write(byte, 0, 1, position);
  await handle.close();
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'main-job-'));
  data = path.join(folder, '数据');
  bag = path.join(folder, '交付包');
  image = path.join(folder, '光盘.iso');
  await done('new', '--data', data, '--contract', contract);
  await done('sample', '--data', data, '--seed', '1');
  await done('handover', '--data', data, '--out', bag, '--iso', image, '--today', '2025-09-29', '--no-binding');
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the package', () => {
  test('verifies as a folder and as an image', async () => {
    expect((await binder('verify', bag)).exit).toBe(0);
    expect((await binder('verify', image)).exit).toBe(0);
  });

  test.runIf(process.platform === 'linux')('passes sha256sum -c without this program', async () => {
    const { stdout } = await promisify(execFile)('sha256sum', ['-c', 'manifest-sha256.txt'], { cwd: bag });
    expect(stdout.trim().split('\n').every((line) => line.endsWith(': OK'))).toBe(true);
  });

  test('holds every deliverable of the contract', async () => {
    const names = (await files(bag)).map((file) => path.basename(file));
    const count = (part: string): number => names.filter((name) => name.includes(part)).length;
    expect({
      quarterly: count('季度总结报告'), annual: count('年底总结报告'), worklog: count('日常工作记录单'), request: count('用户需求申请单') > 40,
      inspection: count('日常巡检记录单'), survey: count('满意度调查表') >= 8, ledgers: count('台账'), list: count('移交清单'),
    }).toEqual({ quarterly: 4, annual: 1, worklog: 13, request: true, inspection: 13, survey: true, ledgers: 11, list: 1 });
  });

  test('a flipped byte in any file is found and the file is named', async () => {
    const all = await files(bag);
    // One of each folder and every file of the root: each kind of place has its own guard.
    const chosen = all.filter((file, index) => path.dirname(file) === bag || path.dirname(file) !== path.dirname(all[index - 1] ?? ''));
    for (const [index, file] of chosen.entries()) {
      const { size } = await stat(file);
      const position = (index * 7919) % size;
      await flipByte(file, position);
      const outcome = await binder('verify', bag);
      await flipByte(file, position);
      expect([path.basename(file), outcome.exit]).toEqual([path.basename(file), 3]);
    }
    expect((await binder('verify', bag)).exit).toBe(0);
  });

  test('every document passes the validator as well as its template does', async () => {
    const byTemplate = new Map<string, string>();
    const deliverables = JSON.parse((await binder('new', '--data', path.join(folder, 'again'), '--contract', contract, '--json')).output) as { profile: { deliverables: { title: string; template: string }[] } };
    for (const file of await files(bag)) {
      const deliverable = deliverables.profile.deliverables.find(({ title, template }) => path.basename(file).startsWith(title.slice(0, 30)) && file.endsWith(path.extname(template)) && path.basename(file).includes(title.slice(-6)));
      if (deliverable !== undefined) byTemplate.set(deliverable.template, file);
      if (path.basename(file) === '移交清单.docx') byTemplate.set('handover-list.docx', file);
    }
    const checked = await Promise.all([...byTemplate].map(async ([template, file]) => {
      const [before, after] = [await readFile(path.join(templatesFolder, template)), await readFile(file)];
      const extension = template.endsWith('.xlsx') ? 'xlsx' : 'docx';
      return { template, errors: await newOfficeErrors(before, after, extension), faults: extension === 'docx' ? newLintFaults(before, after) : [] };
    }));
    expect(checked.filter(({ errors, faults }) => errors.length + faults.length > 0)).toEqual([]);
    expect(checked.length).toBe(deliverables.profile.deliverables.length + 1);
  }, 240_000);
});

describe.runIf(hasPages)('the pages', () => {
  test('every kind of document becomes pages that carry their title, their records and nothing unfilled', async () => {
    const all = (await files(bag)).filter((file) => /\.(docx|xlsx)$/.test(file));
    const first = (part: string): string => all.find((file) => path.basename(file).includes(part)) ?? part;
    const forms = ['用户需求申请单_', '满意度调查表_', '接诉即办处理记录单_', '走访记录单_'].map(first);
    const others = ['年底总结报告', '季度总结报告', '日常巡检记录单_2024-08', '日常工作记录单_2024-08', '故障处理记录单_', '培训记录单_', '移交清单', ...all.filter((file) => file.endsWith('.xlsx')).map((file) => path.basename(file))].map(first);
    const made = await pagesOf([...forms, ...others], folder);

    expect(made.filter(({ pages }) => pages.length === 0 || pages.some((page) => page.trim() === '')).map(({ name }) => name)).toEqual([]);
    expect(made.filter(({ pages }) => /[{}]|undefined|NaN|\[object/.test(pages.join(''))).map(({ name }) => name)).toEqual([]);
    expect(made.slice(0, forms.length).map(({ name, pages }) => [name, pages.length])).toEqual(forms.map((form) => [path.basename(form), 1]));
    const inspections = made.find(({ name }) => name.includes('日常巡检记录单_2024-08'));
    const numbers = inspections?.pages.join('').match(/XJ-202408\d\d-\d\d/g) ?? [];
    expect(new Set(numbers).size).toBeGreaterThanOrEqual(20);
    // Photos follow where there is no room for them on the form's own page.
    const photoPages = inspections?.pages.filter((page) => page.trim().startsWith('现场照片')) ?? [];
    expect(photoPages.length).toBeGreaterThan(0);
    expect((inspections?.pages.length ?? 0) - photoPages.length).toBeLessThanOrEqual(new Set(numbers).size + 5);
  }, 240_000);
});

test('the clean year has no error; every planted fault is found and nothing else is an error', async () => {
  expect((await json('check', '--data', data, '--today', '2025-09-29'))).toMatchObject({ exit: 0 });
  const faulty = path.join(folder, '有问题');
  await binder('new', '--data', faulty, '--contract', contract);
  const { planted } = (await json('sample', '--data', faulty, '--seed', '3', '--gaps')).value as { planted: { rule: string }[] };
  const check = await json('check', '--data', faulty, '--today', '2025-09-29');
  const findings = check.value as { rule: string; severity: string }[];
  const found = new Set(findings.map((finding) => finding.rule));
  expect(check.exit).toBe(3);
  expect(new Set(planted.map((fault) => fault.rule)).size).toBeGreaterThanOrEqual(10);
  expect(planted.filter((fault) => !found.has(fault.rule))).toEqual([]);
  const plantedRules = new Set(planted.map((fault) => fault.rule));
  expect(findings.filter((finding) => finding.severity === 'error' && !plantedRules.has(finding.rule))).toEqual([]);
}, 120_000);

test('a year that ends up as a backup comes back the same', async () => {
  const [file, restored] = [path.join(folder, '备份.zip'), path.join(folder, '恢复')];
  expect((await binder('backup', '--data', data, '--out', file)).exit).toBe(0);
  expect((await binder('restore', file, '--data', restored)).exit).toBe(0);
  const before = await json('list', '--data', data, '--kind', 'incident');
  expect(await json('list', '--data', restored, '--kind', 'incident')).toEqual(before);
});

describe('input', () => {
  // A data folder of its own: one more inspection makes the reports of the finished year differ from its records, as it should.
  const empty = (): string => path.join(folder, '单独');
  const inspection = { date: '2024-08-05', cycle: '日检', inspector: '某人', items: [{ category: '应用系统', item: '首页', result: '正常' }], conclusion: '正常' };

  beforeAll(() => done('new', '--data', empty(), '--contract', contract));

  test.each([
    ['no command', [], 2, /用法/],
    ['an unknown command', ['fly'], 2, /没有这个命令：fly/],
    ['an unknown option', ['check', '--data', 'x', '--fast'], 2, /用法有误/],
    ['a missing option', ['new', '--data', 'x'], 2, /缺少 --contract/],
    ['a file that is not there', ['new', '--data', 'DATA', '--contract', '没有.txt'], 2, /没有这个文件/],
    ['a date that does not exist', ['check', '--data', 'DATA', '--today', '2025-02-30'], 2, /不是有效的日期/],
    ['an unknown kind', ['list', '--data', 'DATA', '--kind', 'birthday'], 2, /没有这种记录/],
    ['a folder without a contract', ['check', '--data', 'EMPTY'], 2, /还没有合同/],
    ['a sample year among records that are there', ['sample', '--data', 'FULL'], 2, /已经有 \d+ 条记录/],
    ['a second profile of the same contract', ['new', '--data', 'DATA', '--contract', contract], 2, /已经建过档案/],
    ['a hand-over of nothing', ['handover', '--data', 'DATA', '--out', 'OUT'], 2, /没有可以交付的文档/],
    ['a package that is not there', ['verify', '没有这个包'], 2, /没有/],
  ])('%s is answered in words and with exit 2', async (_what, args, exit, words) => {
    const outcome = await binder(...args.map((argument) => (argument === 'DATA' ? empty() : argument === 'FULL' ? data : argument === 'EMPTY' ? path.join(folder, '空') : argument === 'OUT' ? path.join(folder, '空包') : argument)));
    expect(outcome.exit).toBe(exit);
    expect(outcome.complaint + outcome.output).toMatch(words);
    expect(outcome.complaint).not.toMatch(/at .*\.ts|SQLITE|Error:/);
  });

  test('a mistyped data folder is refused, not made', async () => {
    const mistyped = path.join(folder, '写错的目录');
    const outcome = await binder('list', '--data', mistyped, '--kind', 'inspection');
    expect(outcome).toMatchObject({ exit: 2, complaint: expect.stringContaining('“写错的目录”里还没有合同') });
    await expect(stat(mistyped)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('one wrong record among several: all problems are told, none is saved', async () => {
    const file = path.join(folder, 'records.json');
    await writeFile(file, JSON.stringify([inspection, { ...inspection, date: '2024-13-01' }, { ...inspection, inspector: '', items: [{ category: 'a', item: 'b', result: '坏' }] }]));
    const before = await json('list', '--data', empty(), '--kind', 'inspection');
    const outcome = await binder('add', '--data', empty(), '--kind', 'inspection', '--file', file);
    expect(outcome.exit).toBe(2);
    expect(outcome.complaint).toMatch(/第 2 条.*巡检日期/s);
    expect(outcome.complaint).toMatch(/第 3 条.*巡检人/s);
    expect(outcome.complaint).toMatch(/检查结果/);
    expect(await json('list', '--data', empty(), '--kind', 'inspection')).toEqual(before);
  });

  test('records come from standard input too', async () => {
    // Not in the folder that other tests, in whichever order, need empty.
    const own = path.join(folder, '标准输入');
    await done('new', '--data', own, '--contract', contract);
    const outcome = await runCommand(['add', '--data', own, '--kind', 'inspection', '--file', '-', '--json'], { ...world, readStandardInput: () => Promise.resolve(JSON.stringify(inspection)) });
    expect(outcome.exit).toBe(0);
    expect(JSON.parse(outcome.output)).toMatchObject([{ kind: 'inspection', date: '2024-08-05', status: 'final', number: expect.stringMatching(/^XJ-20240805-\d\d$/) }]);
  });
});
