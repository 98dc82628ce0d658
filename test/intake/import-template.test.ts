import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { defaultChecklist } from '../../shared/contract/default-checklist.ts';
import { kindNames, kindOf } from '../../shared/records/kinds.ts';
import { importTemplate, readSheet } from '../../electron/intake/import-sheet.ts';
import { mainColumns, tableSheets } from '../../shared/entry/sheet-columns.ts';
import { readWorkbook } from '../../electron/intake/sheet/read-workbook.ts';
import { officeErrors } from '../helpers/ooxml-validate.ts';
import { testProfile } from '../helpers/records.ts';

const profile = testProfile({
  people: [{ name: '林远航', side: 'vendor' }],
  checklist: [...defaultChecklist],
  extraFields: { worklog: [{ name: 'ticket', label: '工单来源 <内部> & "外部"', type: 'choice', options: ['平台', '人工'], required: true }] },
});

async function opened(kind: Parameters<typeof importTemplate>[0]): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = importTemplate(kind, profile);
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  await workbook.xlsx.load(copy);
  return workbook;
}

function headings(workbook: ExcelJS.Workbook, sheet: string): string[] {
  const row = workbook.getWorksheet(sheet)?.getRow(2);
  const found: string[] = [];
  row?.eachCell((cell) => found.push(cell.text));
  return found;
}

/** Fills a row by heading, the way a person does. */
function fill(workbook: ExcelJS.Workbook, sheet: string, rowNumber: number, values: Readonly<Record<string, ExcelJS.CellValue>>): void {
  const worksheet = workbook.getWorksheet(sheet);
  const names = headings(workbook, sheet);
  for (const [name, value] of Object.entries(values)) {
    const column = names.findIndex((heading) => heading.replace('*', '') === name);
    if (worksheet && column !== -1) worksheet.getCell(rowNumber, column + 1).value = value;
  }
}

describe('the empty import workbook', () => {
  it('is read as empty when nothing is filled in, for every kind', () => {
    for (const kind of kindNames) expect([kind, readSheet(importTemplate(kind, profile), kind, profile).problems]).toEqual([kind, [{ place: '工作簿', message: '标题行下面没有填写任何记录' }]]);
  });

  it('is the same byte for byte every time', () => {
    expect(Buffer.from(importTemplate('worklog', profile)).equals(Buffer.from(importTemplate('worklog', profile)))).toBe(true);
  });

  it.each(['inspection', 'worklog', 'incident'] as const)('%s passes the Open XML validator', async (kind) => {
    expect(await officeErrors(importTemplate(kind, profile), 'xlsx')).toEqual([]);
  });

  it('has the headings of the kind, required ones marked, and a list for every closed choice', async () => {
    const workbook = await opened('worklog');
    expect(workbook.worksheets.map((sheet) => [sheet.name, sheet.state])).toEqual([['日常工作记录单', 'visible'], ['填写说明', 'visible'], ['选项', 'veryHidden']]);
    expect(headings(workbook, '日常工作记录单').slice(0, 7)).toEqual(['编号', '服务日期*', '开始时间', '结束时间', '服务渠道*', '服务项*', '服务类型']);
    expect(headings(workbook, '日常工作记录单')).toContain('工单来源 <内部> & "外部"*');
    const sheet = workbook.getWorksheet('日常工作记录单');
    const list = (address: string): unknown => sheet?.getCell(address).dataValidation;
    expect(list('F3')).toMatchObject({ type: 'list', formulae: ["'选项'!$B$2:$B$6"], promptTitle: '服务项', prompt: '必填。从列表选择，或只填附件里的序号' });
    expect(['B2', 'B3', 'B6'].map((address) => workbook.getWorksheet('选项')?.getCell(address).text)).toEqual(['1 功能模块服务', '2 数据备份服务', '5 定期走访调查']);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 2 });
    expect([sheet?.getColumn(2).numFmt, sheet?.getColumn(3).numFmt, sheet?.getColumn(1).numFmt]).toEqual(['yyyy-mm-dd', 'hh:mm', '@']);
  });

  it('filled in and saved by another program, gives the records', async () => {
    const workbook = await opened('inspection');
    fill(workbook, '日常巡检记录单', 3, { 序号: 1, 巡检日期: new Date('2024-08-05T00:00:00Z'), 巡检类型: '日检', 开始时间: new Date('1899-12-30T09:00:00Z'), 巡检人: '林远航', 总体结论: '正常', 乙方执行人: '林远航', 乙方执行日期: '2024/8/5' });
    fill(workbook, '巡检项目', 3, { 序号: 1, 巡检类别: '服务器', 巡检项目: 'CPU 使用率', 检查结果: '正常', 实测值: '36%' });
    fill(workbook, '巡检项目', 4, { 序号: '1', 巡检类别: '数据库', 巡检项目: '表空间', 检查结果: '正常' });
    const filled = Buffer.from(await workbook.xlsx.writeBuffer());
    expect(readSheet(filled, 'inspection', profile)).toEqual({
      problems: [],
      records: [{
        kind: 'inspection', signOff: { executor: '林远航', executedOn: '2024-08-05' },
        body: {
          date: '2024-08-05', cycle: '日检', startTime: '09:00', inspector: '林远航', conclusion: '正常',
          items: [{ category: '服务器', item: 'CPU 使用率', result: '正常', measured: '36%' }, { category: '数据库', item: '表空间', result: '正常' }],
        },
      }],
    });
  });

  it('offers the contract\'s checklist in the columns of the table, to be copied', () => {
    const sheet = readWorkbook(importTemplate('inspection', profile)).sheets.find((entry) => entry.name === '清单样例');
    expect(sheet?.rows.length).toBe(2 + defaultChecklist.length);
    expect([...(sheet?.rows[2]?.cells.values() ?? [])]).toEqual([defaultChecklist[0]?.category, defaultChecklist[0]?.item, defaultChecklist[0]?.method, defaultChecklist[0]?.standard].map((text) => ({ type: 'text', text })));
  });

  it('never has one heading for two columns, whatever the kind', () => {
    for (const kind of kindNames) {
      for (const columns of [mainColumns(kind, profile), ...tableSheets(kind).map((table) => table.columns)]) {
        const labels = columns.map((column) => column.label);
        expect([kind, labels.filter((label, index) => labels.indexOf(label) !== index)]).toEqual([kind, []]);
      }
      expect(tableSheets(kind).map((table) => table.label)).not.toContain(kindOf(kind).title);
    }
  });
});
