import { describe, expect, it } from 'vitest';
import { kindNames } from '../../shared/records/kinds.ts';
import { readSheet } from '../../electron/intake/import-sheet.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';
import { sheetsFor, workbookBytes, type SheetValue } from './make-sheet.ts';

const profile = testProfile();
const headings = ['服务日期', '服务渠道', '服务项', '工作描述', '服务后状态', '投入工时', '执行人'];
const good = [new Date('2024-08-05T00:00:00Z'), '电话', 3, '重置口令', '完成', 0.5, '林远航'];

async function readWorklog(rows: Parameters<typeof workbookBytes>[0][number]['rows'], useProfile = profile): Promise<ReturnType<typeof readSheet>> {
  return readSheet(await workbookBytes([{ name: 'Sheet1', rows }]), 'worklog', useProfile);
}

describe('reading records from a workbook', () => {
  it.each(kindNames)('%s: what was written comes back', async (kind) => {
    const records = [makeRecord(kind), makeRecord(kind, {}, { sequence: 2 })];
    const read = readSheet(await workbookBytes(sheetsFor(kind, records)), kind, profile);
    expect(read).toEqual({ records: records.map(({ body, number, signOff }) => ({ kind, body, number, signOff })), problems: [] });
  });

  it('takes columns in any order, with units, marks, English names, notes above, and blank rows', async () => {
    const read = await readWorklog([
      ['八月份运维工作登记表'],
      [],
      ['序号', 'staff', '投入工时（人时）*', '服务后状态（必填）', '工作描述 *', '服 务 项', '服务渠道', '服务日期*', '备注'],
      [1, '林远航', '１２０.5', '完成', '第一行\r\n第二行', '电话咨询、问题排查与处理', '电话', '2024年8月5日', null],
      [2, null, null, null, null, null, null, null, null],
      [],
      [3, '林远航', '2人时', '完成', '导出报表', '1 功能模块服务', '邮件', '2024/8/6', 13_800_001_234],
    ]);
    expect(read).toEqual({
      problems: [],
      records: [
        { kind: 'worklog', body: { staff: '林远航', hours: 120.5, state: '完成', description: '第一行\n第二行', serviceItem: 3, channel: '电话', date: '2024-08-05' } },
        { kind: 'worklog', body: { staff: '林远航', hours: 2, state: '完成', description: '导出报表', serviceItem: 1, channel: '邮件', date: '2024-08-06', remark: '13800001234' } },
      ],
    });
  });

  it('takes the results of formulas, rich text and links, and reports errors and formulas without a result', async () => {
    const row = (values: Readonly<Record<string, SheetValue>>): SheetValue[] => headings.map((heading, index) => values[heading] ?? good[index] ?? null);
    const read = await readWorklog([headings, row({ 投入工时: { formula: '0.1+0.2', result: 0.1 + 0.2 }, 工作描述: { richText: [{ text: '重置' }, { text: '口令' }] }, 执行人: { text: '林远航', hyperlink: 'mailto:a@example.com' } })]);
    expect(read.records[0]?.body).toMatchObject({ hours: 0.3, description: '重置口令', staff: '林远航' });
    const faulty = await readWorklog([headings, row({ 投入工时: { error: '#REF!' }, 工作描述: { formula: 'A1' } })]);
    expect(faulty.problems).toEqual([
      { place: '第 2 行 “工作描述”（D2）', message: '公式还没有计算结果，请在 Excel 或 WPS 中打开、保存后再导入' },
      { place: '第 2 行 “投入工时”（F2）', message: '单元格是错误值 #REF!，请改正公式' },
    ]);
  });

  it('reads workbooks whose days count from 1904', async () => {
    const bytes = await workbookBytes([{ name: '表', rows: [headings, good] }], true);
    expect(readSheet(bytes, 'worklog', profile).records[0]?.body).toMatchObject({ date: '2024-08-05' });
  });

  it('reads the contract\'s own fields, signatures, numbers, state and the reason for late entry', async () => {
    const own = testProfile({ extraFields: { worklog: [{ name: 'ticket', label: '工单来源', type: 'choice', options: ['平台', '人工'], required: true }, { name: 'urgent', label: '是否加急', type: 'flag' }, { name: 'due', label: '要求日期', type: 'date' }] } });
    const rows = [[...headings, '工单来源', '是否加急', '要求日期', '编号', '乙方执行人', '乙方执行日期', '记录状态', '补录原因'], [...good, '平台', '√', '2024-8-9', 'GZ-20240805-01', '林远航', '2024/8/5', '正式', '当日停电']];
    expect(await readWorklog(rows, own)).toEqual({
      problems: [],
      records: [{
        kind: 'worklog', number: 'GZ-20240805-01', status: 'final', lateReason: '当日停电', extra: { ticket: '平台', urgent: true, due: '2024-08-09' }, signOff: { executor: '林远航', executedOn: '2024-08-05' },
        body: { date: '2024-08-05', channel: '电话', serviceItem: 3, description: '重置口令', state: '完成', hours: 0.5, staff: '林远航' },
      }],
    });
    expect((await readWorklog([rows[0] ?? [], [...good, null, '也许', '8月9日', 'GZ-20240805-01', null, null, '作废']], own)).problems).toEqual([
      { place: '第 2 行 “是否加急”（I2）', message: '“也许”应填“是”或“否”' },
      { place: '第 2 行 “要求日期”（J2）', message: '“8月9日”缺少年份，应写作 2024-08-05' },
      { place: '第 2 行 “记录状态”（N2）', message: '作废的记录不能直接导入，请先导入，再在软件里写明原因作废' },
      { place: '第 2 行 “工单来源”（H2）', message: '必填' },
    ]);
  });

  it('tells headings apart that differ only in brackets', async () => {
    const own = testProfile({ extraFields: { worklog: [{ name: 'yuan', label: '金额（元）', type: 'number' }, { name: 'wan', label: '金额（万元）', type: 'number' }] } });
    expect((await readWorklog([[...headings, '金额(万元)', '金额（元）'], [...good, 2, 1]], own)).records[0]?.extra).toEqual({ yuan: 1, wan: 2 });
  });

  it('lets drafts stay incomplete', async () => {
    expect(await readWorklog([[...headings, '状态'], [...good.slice(0, 2), null, '半截', null, null, null, '草稿']])).toEqual({ problems: [], records: [{ kind: 'worklog', status: 'draft', body: { date: '2024-08-05', channel: '电话', description: '半截' } }] });
  });

  it('reads several worksheets of the same kind and leaves hidden ones and notes alone', async () => {
    const rows = [headings, good];
    const bytes = await workbookBytes([{ name: '8月', rows }, { name: '9月', rows }, { name: '填写说明', rows: [['随便写的']] }, { name: '旧', rows: [['别的']], hidden: true }, { name: '空', rows: [[' ']] }]);
    expect(readSheet(bytes, 'worklog', profile).records).toHaveLength(2);
  });
});

describe('problems in a workbook', () => {
  it('are all reported at once, by row and cell, and nothing is imported', async () => {
    const read = await readWorklog([
      headings,
      good,
      ['2024-02-30', '鸽子', 99, null, '完成', '很久', '林远航'],
      [new Date('2024-08-05T09:30:00Z'), '电话', '没有的服务', '说明', '做完', -1, '林远航'],
      [null, '电话', 3, '说明', '完成', 1, null],
    ]);
    expect(read).toEqual({
      records: [],
      problems: [
        { place: '第 3 行 “服务日期”（A3）', message: '“2024-02-30”不是存在的日期' },
        { place: '第 3 行 “服务渠道”（B3）', message: '“鸽子”不在选项里，只能是：电话 / 邮件 / 微信 / 现场 / 远程 / 热线传真' },
        { place: '第 3 行 “服务项”（C3）', message: '合同没有服务项“99”，请填附件里的序号或名称' },
        { place: '第 3 行 “投入工时”（F3）', message: '“很久”不是数字' },
        { place: '第 4 行 “服务日期”（A4）', message: '这一栏只填日期，不填时间' },
        { place: '第 4 行 “服务项”（C4）', message: '合同没有服务项“没有的服务”，请填附件里的序号或名称' },
        { place: '第 4 行 “服务后状态”（E4）', message: '“做完”不在选项里，只能是：完成 / 未完成' },
        { place: '第 3 行 “工作描述”（D3）', message: '必填' },
        { place: '第 4 行 “投入工时”（F4）', message: '不能小于 0' },
        { place: '第 5 行 “服务日期”（A5）', message: '必填' },
        { place: '第 5 行 “执行人”（G5）', message: '必填' },
      ],
    });
  });

  it('between the fields of one record point at the field', async () => {
    const read = await readWorklog([[...headings, '开始时间', '结束时间'], [...good, '11:00', '10:00']]);
    expect(read.problems).toEqual([{ place: '第 2 行 “结束时间”（I2）', message: '结束时间早于开始时间' }]);
  });

  it('in headings: unknown, double, missing, and columns without one', async () => {
    const read = await readWorklog([['服务日期', '服务渠道', '服务渠道', '心情', null, '空列'], ['2024-08-05', '电话', null, '好', 'x', null]]);
    expect(read.problems.slice(0, 4)).toEqual([
      { place: '“Sheet1”表 第 1 行 “服务渠道”（C1）', message: '这个栏目出现了两次，请删去一列' },
      { place: '“Sheet1”表 第 1 行 “心情”（D1）', message: '没有这个栏目，请改成模板里的栏目名，或删除这一列' },
      { place: '“Sheet1”表 E 列', message: '这一列有内容，没有栏目名' },
      { place: '“Sheet1”表 第 1 行', message: '缺少必填的栏目：服务项、工作描述、服务后状态、投入工时、执行人' },
    ]);
  });

  it('when a worksheet cannot be recognised, or nothing is filled in', async () => {
    expect(readSheet(await workbookBytes([{ name: '杂项', rows: [['一', '二'], ['三', '四']] }]), 'worklog', profile).problems).toEqual([{ place: '“杂项”表', message: '没有认出标题行（应有服务日期、服务渠道、服务项、工作描述等栏目）；不需要导入的工作表请删除或隐藏' }]);
    expect((await readWorklog([headings])).problems).toEqual([{ place: '工作簿', message: '标题行下面没有填写任何记录' }]);
    expect(readSheet(await workbookBytes([{ name: '空', rows: [] }]), 'worklog', profile).problems).toEqual([{ place: '工作簿', message: '里面没有要导入的内容' }]);
  });

  it('are cut off after 500, saying how many are left', async () => {
    const { problems } = await readWorklog([headings, ...Array.from({ length: 600 }, () => [...good.slice(0, 6), null])]);
    expect([problems.length, problems.at(-1)]).toEqual([500, { place: '其余', message: '还有 101 处问题没有列出，请先改正以上各处再导入' }]);
  });
});

describe('table fields on worksheets of their own', () => {
  const main = ['序号', '编号', '巡检日期', '巡检类型', '巡检人', '总体结论'];
  const items = ['序号', '巡检类别', '巡检项目', '检查结果', '整改完成日期'];
  const inspection = (number: number): (string | number | null)[] => [number, null, '2024-08-05', '日检', '林远航', '正常'];
  async function read(mainRows: readonly (readonly (string | number | null)[])[], itemRows: readonly (readonly (string | number | null)[])[], sheetName = '巡检项目', itemHeadings = items): Promise<ReturnType<typeof readSheet>> {
    return readSheet(await workbookBytes([{ name: '日常巡检记录单', rows: [main, ...mainRows] }, { name: sheetName, rows: [itemHeadings, ...itemRows] }]), 'inspection', profile);
  }

  it('belong to the record with their 序号, in the order of their rows', async () => {
    const { records, problems } = await read([inspection(1), inspection(2)], [[2, '数据库', '表空间', '正常', null], [1, '服务器', '内存', '正常', null], [2, '网络', '连通性', '正常', null]]);
    expect([problems, records.map((record) => record.body['items'])]).toEqual([[], [
      [{ category: '服务器', item: '内存', result: '正常' }],
      [{ category: '数据库', item: '表空间', result: '正常' }, { category: '网络', item: '连通性', result: '正常' }],
    ]]);
  });

  it('may name their record by its number, on a worksheet of any name', async () => {
    const { records, problems } = await read([[1, 'XJ-20240805-01', '2024-08-05', '日检', '林远航', '正常']], [['XJ-20240805-01', '服务器', '内存', '正常', null]], '明细', ['编号', ...items.slice(1)]);
    expect([problems, records.map((record) => [record.number, record.body['items']])]).toEqual([[], [['XJ-20240805-01', [{ category: '服务器', item: '内存', result: '正常' }]]]]);
  });

  it('are reported when they belong to nothing, are missing, or are wrong', async () => {
    const { records, problems } = await read([inspection(1), inspection(1), inspection(3)], [
      [1, '服务器', '内存', '还行', null], [9, '服务器', '内存', '正常', null], [null, '服务器', '磁盘', '正常', null], [1, '服务器', null, '正常', '2024-08-01'],
    ]);
    expect([records, problems]).toEqual([[], [
      { place: '第 3 行 “序号”（A3）', message: '序号“1”与第 2 行重复' },
      { place: '“巡检项目”表 第 2 行 “检查结果”（D2）', message: '“还行”不在选项里，只能是：正常 / 异常 / 待处理 / 不适用' },
      { place: '“巡检项目”表 第 3 行 “序号”', message: '主表里没有序号或编号“9”' },
      { place: '“巡检项目”表 第 4 行 “序号”', message: '必填：这一行属于主表的哪一条' },
      { place: '第 2 行 “巡检项目”', message: '至少要有一个巡检项目；填在“巡检项目”工作表里，“序号”一栏填 1' },
      { place: '“巡检项目”表 第 5 行 “巡检项目”（C5）', message: '必填' },
      { place: '第 4 行 “巡检项目”', message: '至少要有一个巡检项目；填在“巡检项目”工作表里，“序号”一栏填 3' },
    ]]);
  });

  it('point at the cell when a rule between fields is broken', async () => {
    const { problems } = await read([inspection(1)], [[1, '服务器', '内存', '正常', '2024-08-01']]);
    expect(problems).toEqual([{ place: '“巡检项目”表 第 2 行 “整改完成日期”（E2）', message: '第 1 项整改完成日期早于巡检日期' }]);
  });
});
