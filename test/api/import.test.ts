import { beforeEach, describe, expect, test } from 'vitest';
import type { Api } from '../../electron/api/create-api.ts';
import type { ImportPlan } from '../../shared/entry/import-plan.ts';
import type { ChannelOutput } from '../../shared/ipc/contract.ts';
import { callsOf } from '../helpers/call-api.ts';
import { testProfile } from '../helpers/records.ts';
import { sheetsFor, workbookBytes, type SheetContent } from '../intake/make-sheet.ts';
import { makeRecord } from '../helpers/records.ts';
import { openTestApi } from '../helpers/test-api.ts';

/** The import wizard's calls on a real data folder. */

let api: Api;
let contractId: string;

const call = callsOf(() => api);

beforeEach(async () => {
  const opened = await openTestApi();
  api = opened.api;
  ({ id: contractId } = await call('contracts.create', { profile: testProfile() }));
  return opened.close;
});

const headings = ['登记日', '方式', '服务项', '工作描述', '服务后状态', '投入工时', '执行人', '天气'];
const rows = [
  headings,
  ['2024-08-05', '电话', 3, '重置口令', '完成', 0.5, '林远航', '晴'],
  ['2024-08-06', '电话', 3, '核对报表', '完成', '很久', '林远航', '晴'],
  ['2024-08-07', '微信', 1, '导出数据', '完成', 1, '林远航', '雨'],
];

async function file(content: readonly SheetContent[]): Promise<{ name: string; base64: string }> {
  return { name: '登记表.xlsx', base64: Buffer.from(await workbookBytes(content)).toString('base64') };
}

/** The columns of `headings` as a person assigns them. */
const plan: ImportPlan = { sheets: [{ name: '登记', role: 'main', headingRow: 1, columns: ['date', 'channel', 'serviceItem', 'description', 'state', 'hours', 'staff'].map((target, index) => ({ index, target })) }] };

async function finished(jobId: string): Promise<ChannelOutput<'import.outcome'>> {
  for (;;) {
    const outcome = await call('import.outcome', { jobId });
    if (outcome.state !== 'running') return outcome;
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
}

describe('importing a file with columns assigned by hand', () => {
  test('shows which headings it knows, with values under each', async () => {
    const inspected = await call('import.inspect', { contractId, kind: 'worklog', file: await file([{ name: '登记', rows }, { name: '填写说明', rows: [['说明']] }]) });
    expect(inspected.roles.map(({ role, label }) => [role, label])).toEqual([['main', '日常工作记录单']]);
    expect(inspected.sheets).toHaveLength(1);
    expect(inspected.sheets[0]).toMatchObject({ name: '登记', role: 'main', headingRow: 1, rows: 3 });
    expect(inspected.sheets[0]?.columns.map(({ letter, heading, target }) => [letter, heading, target])).toEqual([
      ['A', '登记日', undefined], ['B', '方式', undefined], ['C', '服务项', 'serviceItem'], ['D', '工作描述', 'description'], ['E', '服务后状态', 'state'], ['F', '投入工时', 'hours'], ['G', '执行人', 'staff'], ['H', '天气', undefined],
    ]);
    expect(inspected.sheets[0]?.columns[5]?.samples).toEqual(['0.5', '很久', '1']);
  });

  test('tries without storing, imports the good rows, hands out the others, and can be undone', async () => {
    const picked = await file([{ name: '登记', rows }]);
    const planned = { contractId, kind: 'worklog' as const, file: picked, plan };
    await call('entry.save', { contractId, records: [{ kind: 'worklog', body: { date: '2024-08-07', channel: '微信', serviceItem: 1, description: '导出数据', state: '完成', hours: 2, staff: '林远航' } }] });
    const trial = await call('import.try', planned);
    expect(trial).toEqual({
      counts: { good: 1, problem: 1, duplicate: 1 },
      problems: [],
      rows: [
        { sheet: '', row: 3, state: 'problem', title: '', duplicateOf: undefined, problems: [{ place: '“投入工时”（F3）', message: '“很久”不是数字' }] },
        { sheet: '', row: 4, state: 'duplicate', title: '2024-08-07 导出数据', duplicateOf: 'GZ-20240807-01', problems: [] },
      ],
      preview: { headings: ['服务日期', '服务渠道', '服务项', '工作描述', '服务后状态', '投入工时', '执行人'], rows: [['2024-08-05', '电话', '3 电话咨询、问题排查与处理', '重置口令', '完成', '0.5', '林远航'], ['2024-08-07', '微信', '1 功能模块服务', '导出数据', '完成', '1', '林远航']] },
    });
    expect((await call('records.list', { contractId, kind: 'worklog' })).total).toBe(1);

    const job = await call('import.run', { ...planned, duplicates: 'skip' });
    expect(await finished(job.id)).toEqual({ state: 'done', imported: 1, skipped: 1, left: 1, firstNumber: 'GZ-20240805-01', lastNumber: 'GZ-20240805-01', from: '2024-08-05', to: '2024-08-05', isUndone: false });

    const left = await call('import.leftRows', planned);
    expect(left.name).toBe('日常工作记录单-未导入的行.xlsx');
    const again = await call('import.inspect', { contractId, kind: 'worklog', file: left });
    expect(again.sheets[0]?.columns.map(({ heading, target, samples }) => [heading, target, samples[0]])).toContainEqual(['问题', undefined, '第 3 行 “投入工时”（F3） “很久”不是数字']);
    expect(again.sheets[0]?.columns.find(({ heading }) => heading === '工作描述')?.samples).toEqual(['核对报表']);

    expect(await call('import.undo', { jobId: job.id, reason: '撤销导入' })).toMatchObject({ imported: 1, isUndone: true });
    expect((await call('records.list', { contractId, kind: 'worklog', status: 'void' })).records.map(({ number }) => number)).toEqual(['GZ-20240805-01']);
  });

  test('imports what is there already when told to, with a number of its own', async () => {
    const record = makeRecord('worklog');
    const content = sheetsFor('worklog', [record]);
    const picked = await file(content);
    const { sheets } = await call('import.inspect', { contractId, kind: 'worklog', file: picked });
    const whole: ImportPlan = { sheets: sheets.map(({ name, headingRow, columns }) => ({ name, role: 'main', headingRow, columns: columns.flatMap(({ index, target }) => (target === undefined ? [] : [{ index, target }])) })) };
    const planned = { contractId, kind: 'worklog' as const, file: picked, plan: whole };
    await finished((await call('import.run', { ...planned, duplicates: 'skip' })).id);
    expect((await call('import.try', planned)).counts).toEqual({ good: 0, problem: 0, duplicate: 1 });
    expect(await finished((await call('import.run', { ...planned, duplicates: 'add' })).id)).toMatchObject({ imported: 1, firstNumber: 'GZ-20240805-02' });
    await expect(call('import.run', { ...planned, duplicates: 'skip' })).rejects.toThrow('没有可以导入的行');
  });

  test('keeps what is finished when it is cancelled, and undoes that too', async () => {
    const many = [headings, ...Array.from({ length: 350 }, (_, index) => ['2024-08-05', '电话', 3, `工作 ${index}`, '完成', 0.5, '林远航', ''])];
    const job = await call('import.run', { contractId, kind: 'worklog', file: await file([{ name: '登记', rows: many }]), plan, duplicates: 'skip' });
    while ((await call('import.outcome', { jobId: job.id })).imported === 0) await new Promise((resolve) => { setImmediate(resolve); });
    await call('jobs.cancel', { id: job.id });
    const outcome = await finished(job.id);
    expect(outcome).toMatchObject({ state: 'cancelled' });
    expect(outcome.imported).toBeLessThan(350);
    await call('import.undo', { jobId: job.id, reason: '撤销导入' });
    expect((await call('records.list', { contractId, kind: 'worklog', status: 'final' })).total).toBe(0);
  });

  test('reads text files', async () => {
    const text = '服务日期,服务渠道,服务项,工作描述,服务后状态,投入工时,执行人\r\n2024/8/5,电话,3,"重置口令,\n并通知",完成,1.5小时,林远航\r\n';
    const inspected = await call('import.inspect', { contractId, kind: 'worklog', file: { name: '表.csv', base64: Buffer.from(text).toString('base64') } });
    const csvPlan: ImportPlan = { sheets: inspected.sheets.map(({ name, headingRow, columns }) => ({ name, role: 'main', headingRow, columns: columns.flatMap(({ index, target }) => (target === undefined ? [] : [{ index, target }])) })) };
    const trial = await call('import.try', { contractId, kind: 'worklog', file: { name: '表.csv', base64: Buffer.from(text).toString('base64') }, plan: csvPlan });
    expect(trial.counts).toEqual({ good: 1, problem: 0, duplicate: 0 });
    expect(trial.preview.rows).toEqual([['2024-08-05', '电话', '3 电话咨询、问题排查与处理', '重置口令,\n并通知', '完成', '1.5', '林远航']]);
  });

  test('refuses a plan that names what is not in the file', async () => {
    const planned = { contractId, kind: 'worklog' as const, file: await file([{ name: '登记', rows }]) };
    await expect(call('import.try', { ...planned, plan: { sheets: [{ name: '别的', role: 'main', headingRow: 1, columns: [] }] } })).rejects.toThrow('文件里没有“别的”表');
    await expect(call('import.try', { ...planned, plan: { sheets: [{ name: '登记', role: 'main', headingRow: 1, columns: [{ index: 0, target: 'nothing' }] }] } })).rejects.toThrow('没有栏目 nothing');
    const none = await call('import.try', { ...planned, plan: { sheets: [] } });
    expect(none.problems).toEqual([{ place: '工作簿', message: '没有选择《日常工作记录单》所在的工作表' }]);
  });

  test('takes kinds with tables, and leaves out the rows of a table whose record is wrong', async () => {
    const good = makeRecord('inspection', {}, {});
    const picked = await file(sheetsFor('inspection', [good, { number: 'XJ-20240806-01', body: { ...makeRecord('inspection').body, cycle: '每时' } }]));
    const { sheets } = await call('import.inspect', { contractId, kind: 'inspection', file: picked });
    expect(sheets.map(({ role }) => role)).toEqual(['main', 'table:items']);
    const whole: ImportPlan = { sheets: sheets.map(({ name, role, headingRow, columns }) => ({ name, role: role ?? '', headingRow, columns: columns.flatMap(({ index, target }) => (target === undefined ? [] : [{ index, target }])) })) };
    const planned = { contractId, kind: 'inspection' as const, file: picked, plan: whole };
    expect((await call('import.try', planned)).counts).toEqual({ good: 1, problem: 1, duplicate: 0 });
    expect(await finished((await call('import.run', { ...planned, duplicates: 'skip' })).id)).toMatchObject({ imported: 1, left: 1 });
    const left = await call('import.inspect', { contractId, kind: 'inspection', file: await call('import.leftRows', planned) });
    expect(left.sheets.map(({ name, rows: count }) => [name, count])).toEqual([['日常巡检记录单', 1], ['巡检项目', 2]]);
  });
});
