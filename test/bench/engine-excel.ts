import ExcelJS from 'exceljs';
import { crc32, deflateRawSync } from 'node:zlib';
import { compileWorkbookTemplate } from '../../electron/documents/excel/workbook-template.ts';
import { inflateMember, readZip } from '../../electron/files/zip-reader.ts';
import { digits, printRows, timed, timedInTurn, timingOf, type BenchRow, type Timing } from './bench-row.ts';

const none: Timing = { median: Number.NaN, spread: '' };
const columns = 6;
const rowCounts = [10, 100, 1000, 10_000, 100_000] as const;

/**
 * The Excel engine: a one-page form against the limit (deflate and CRC of what changed, copying the rest) and against exceljs (load, fill,
 * save), and a list of up to 100,000 rows × 6 columns.
 */
export async function benchExcelEngine(): Promise<BenchRow[]> {
  const bytes = await formWorkbook();
  const template = compileWorkbookTemplate(bytes);
  let turn = 0;
  const next = (): Readonly<Record<string, unknown>> => formValues(turn++ % 50);
  const [ours = none, limit = none] = timedInTurn([
    { rounds: 2000, action: () => template.render(next()) },
    { rounds: 2000, action: limitOf(template.render(next())) },
  ]);
  const theirs = await timedAsync(60, 10, () => exceljsForm(bytes, formTexts(turn++ % 50)));
  const compiled = timed(100, 30, () => compileWorkbookTemplate(bytes));
  return [
    row('one-page workbook, engine', ours, `${digits(1000 / ours.median)} workbooks per second`),
    row('one-page workbook, exceljs', theirs, `load + fill + save; ${digits(theirs.median / ours.median)} × the engine`),
    row('one-page workbook, limit', limit, `engine is ${digits(ours.median / limit.median)} × the limit (deflate + CRC of the changed parts, copy of the rest)`),
    row('compile that template', compiled, 'once per template'),
    ...await listRows(),
  ];
}

async function listRows(): Promise<BenchRow[]> {
  const bytes = await listWorkbook();
  const template = compileWorkbookTemplate(bytes);
  const measured: BenchRow[] = [];
  for (const count of rowCounts) {
    const data = { 记录: Array.from({ length: count }, (_, index) => record(index)), 标题: '日常工作台账' };
    const timing = timed(count > 10_000 ? 5 : Math.max(5, Math.min(100, 20_000 / count)), 2, () => template.render(data));
    const peer = count > 10_000 ? undefined : await timedAsync(count > 1000 ? 3 : 10, 1, () => exceljsList(bytes, data.记录));
    const against = peer === undefined ? '' : `; exceljs ${digits(peer.median)} ms, ${digits(peer.median / timing.median)} ×`;
    measured.push(row(`list of ${count} rows × ${columns}`, timing, `${digits((timing.median / count) * 1000)} µs per row, ${digits(template.render(data).length / 1024)} KB${against}`));
  }
  return measured;
}

function record(index: number): Readonly<Record<string, string | number>> {
  return { 序号: index + 1, 日期: `2024-${String((index % 12) + 1).padStart(2, '0')}-15`, 系统: `系统${index % 7}`, 内容: `处理第 ${index} 项日常工作，已恢复`, 工时: (index % 16) / 2, 处理人: '周远舟' };
}

async function saved(edit: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(Date.UTC(2024, 7, 3));
  workbook.modified = workbook.created;
  edit(workbook.addWorksheet('台账', { pageSetup: { paperSize: 9, orientation: 'landscape', printTitlesRow: '1:2' } }));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function listWorkbook(): Promise<Uint8Array> {
  return saved((sheet) => {
    sheet.addRow(['{标题}']);
    sheet.addRow(['序号', '日期', '系统', '内容', '工时', '处理人']);
    sheet.addRow(['{#记录}{序号}', '{日期}', '{系统}', '{内容}', '{工时}', '{处理人}{/记录}']);
    sheet.addRow(['合计', '', '', '', { formula: 'SUM(E3:E3)', result: 0 }]);
    sheet.mergeCells('A1:F1');
    sheet.getCell('B3').numFmt = 'yyyy-mm-dd';
    sheet.getCell('E3').numFmt = '0.0';
  });
}

async function formWorkbook(): Promise<Uint8Array> {
  return saved((sheet) => {
    sheet.addRow(['{标题}']);
    for (const pair of [['编号', '日期'], ['巡检人', '系统'], ['开始', '结束'], ['处理情况', '遗留问题']]) sheet.addRow(pair.flatMap((name) => [name, `{${name}}`]));
    sheet.addRow(['序号', '检查项', '结果', '工时']);
    sheet.addRow(['{#检查项}{$序号}', '{名称}', '{结果}', '{工时}{/检查项}']);
    sheet.addRow(['合计', '', '', { formula: 'SUM(D7:D7)', result: 0 }]);
    sheet.addRow(['签字：', '', '审核：', '']);
    sheet.mergeCells('A1:D1');
  });
}

function formTexts(number: number): Readonly<Record<string, string>> {
  return { 标题: '日常巡检记录表', 编号: `XJ-${number}`, 日期: '2024年8月5日', 巡检人: '周远舟', 系统: '门户', 开始: '09:05', 结束: '10:00', 处理情况: '已处理', 遗留问题: '无' };
}

function formValues(number: number): Readonly<Record<string, unknown>> {
  return {
    ...formTexts(number),
    检查项: Array.from({ length: 8 }, (_, index) => ({ 名称: `检查项${index}`, 结果: '正常', 工时: index / 2 })),
  };
}

async function opened(bytes: Uint8Array): Promise<readonly [ExcelJS.Workbook, ExcelJS.Worksheet]> {
  const workbook = new ExcelJS.Workbook();
  const file = new ArrayBuffer(bytes.length);
  new Uint8Array(file).set(bytes);
  await workbook.xlsx.load(file);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  return [workbook, sheet];
}

/** What a program written on exceljs does: copy the row for each entry, set the values, save. */
async function exceljsList(bytes: Uint8Array, records: readonly Readonly<Record<string, string | number>>[]): Promise<void> {
  const [workbook, sheet] = await opened(bytes);
  sheet.duplicateRow(3, records.length - 1, true);
  for (const [index, values] of records.entries()) sheet.getRow(3 + index).values = Object.values(values);
  await workbook.xlsx.writeBuffer();
}

async function exceljsForm(bytes: Uint8Array, data: Readonly<Record<string, string>>): Promise<void> {
  const [workbook, sheet] = await opened(bytes);
  sheet.eachRow((line) => line.eachCell((cell) => {
    if (typeof cell.value === 'string') cell.value = cell.value.replace(/\{([^{}]*)\}/g, (_whole, name: string) => data[name] ?? '');
  }));
  sheet.duplicateRow(7, 7, true);
  await workbook.xlsx.writeBuffer();
}

async function timedAsync(rounds: number, warmUp: number, action: () => Promise<void>): Promise<Timing> {
  const times: number[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    const start = performance.now();
    await action();
    if (round >= 0) times.push(performance.now() - start);
  }
  return timingOf(times);
}

/** The least that any engine must do for this output with zlib: compress and checksum what changed, copy everything else. */
function limitOf(output: Uint8Array): () => void {
  const archive = readZip(output);
  const changed = ['xl/worksheets/sheet1.xml', 'xl/workbook.xml'].map((name) => {
    const member = archive.get(name);
    if (member === undefined) throw new Error(`no ${name}`);
    return inflateMember(member);
  });
  const rest = Buffer.concat([...archive.values()].filter(({ name }) => !name.startsWith('xl/work')).map((member) => member.raw));
  return () => {
    const parts = changed.map((content) => [deflateRawSync(content, { level: 6 }), crc32(content)] as const);
    Buffer.concat([...parts.map(([deflated]) => deflated), rest]);
  };
}

function row(name: string, timing: Timing, note: string): BenchRow {
  return { name, ...timing, unit: 'ms', note };
}

if (import.meta.main) console.log(printRows(await benchExcelEngine()));
