import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileTemplate, formOptions } from '../../electron/documents/template.ts';
import { memberText, readZip } from '../../electron/files/zip-reader.ts';
import { readContract } from '../../electron/intake/read-contract.ts';
import { sampleYear } from '../../electron/sample/sample-year.ts';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import { recordData } from '../../shared/deliverables/record-data.ts';
import { reportData } from '../../shared/deliverables/report-data.ts';
import { recordsOf, type AnyRecord, type RecordOf } from '../../shared/records/record.ts';
import { chartParts, readChart } from '../helpers/chart-reading.ts';
import { paragraphTexts } from '../helpers/ooxml-lint.ts';
import { descendants, elements, parseXml, textOf } from '../helpers/ooxml-xml.ts';
import { exported, type PlainYear, type Span } from '../helpers/recount/plain-records.ts';
import { recountFigures } from '../helpers/recount/recount-figures.ts';
import { comparisonTable, deliverableTable, documentTable, inspectionTables, itemTable, onPaper, peopleTables, provenKinds, quarterTables, serviceTables, shown, workTables, type Table } from '../helpers/recount/recount-tables.ts';
import { chapterSentences, charts, comparisonSentences, dutyNumbers, numbersIn, overviewNumbers } from '../helpers/recount/recount-texts.ts';
import { quartersOf } from '../helpers/recount/work-days.ts';
import { shipped } from '../templates/shipped-files.ts';
import { stored } from './contracts.ts';

/*
 * The reports of a sample year as the customer gets them, counted again from exported JSON by code that knows none of the program's
 * definitions. Whatever differs is a wrong number on paper.
 */

type Made = { readonly profile: ContractProfile; readonly records: readonly AnyRecord[]; readonly reports: readonly RecordOf<'report'>[]; readonly plain: PlainYear; readonly quarters: readonly Span[] };

function made(gaps: boolean): Made {
  const { profile: read } = readContract(readFileSync(new URL('../../templates/sample/demo-contract.txt', import.meta.url)), 'demo-contract.txt');
  const year = sampleYear(read, { seed: 7, gaps });
  const profile = { ...read, people: [...year.people] };
  const records = stored(profile, year.records);
  const reports = recordsOf(records, 'report').filter(({ status }) => status === 'final');
  return { profile, records, reports, plain: exported(profile, records), quarters: quartersOf(profile.service) };
}

const annual = compileTemplate(shipped('annual-report.docx'), formOptions);
const quarterly = compileTemplate(shipped('quarterly-report.docx'), formOptions);

function rendered({ profile, records }: Made, report: RecordOf<'report'>): Uint8Array {
  const { bytes, problems } = (report.body.reportType === '年度' ? annual : quarterly).renderReported({ ...recordData(profile, report, records), ...reportData(profile, report, records) });
  expect(problems).toEqual([]);
  return bytes;
}

/** The printed tables, each with its heading row first. */
function tablesOf(bytes: Uint8Array): string[][][] {
  const root = parseXml(memberText(readZip(bytes), 'word/document.xml') ?? '');
  const named = (node: typeof root, name: string) => elements(node).filter((child) => child.name === name);
  return descendants(root, 'w:tbl').map((table) => named(table, 'w:tr').map((row) => named(row, 'w:tc').map((cell) => descendants(cell, 'w:t').map(textOf).join(''))));
}

/** The rows of the one table that has these columns, cut to them; undefined when there is none. */
function printed(tables: readonly string[][][], columns: readonly string[]): string[][] | undefined {
  const found = tables.filter(([heading]) => columns.every((column) => heading?.includes(column)));
  if (found.length > 1) throw new Error(`several tables with ${columns.join()}`);
  const [heading, ...rows] = found[0] ?? [];
  return heading === undefined ? undefined : rows.map((row) => columns.map((column) => row[heading.indexOf(column)] ?? ''));
}

function expectTables(bytes: Uint8Array, expected: readonly Table[]): void {
  const tables = tablesOf(bytes);
  const actual = expected.map(({ columns }) => [columns, printed(tables, columns) ?? []]);
  // Only the first table has figures of many units below each other.
  expect(actual).toEqual(expected.map((table) => (table.columns.includes('数值') ? table : onPaper(table))).map(({ columns, rows }) => [columns, rows]));
}

/** 主要数字: what is printed under which name. */
const summary: readonly (readonly [label: string, figure: string])[] = [
  ['应巡检天数', 'inspection.due'], ['实际巡检天数', 'inspection.done'], ['巡检覆盖率', 'inspection.coverage'], ['调休上班日已巡检天数', 'inspection.makeUpDone'], ['巡检异常项数', 'inspection.abnormal'], ['异常已处理项数', 'inspection.closed'],
  ['日常工作记录', 'work.count'], ['已完成工作', 'work.finished'], ['投入工时合计', 'effort.hours'], ['折合人月', 'effort.personMonths'],
  ['用户需求申请', 'request.count'], ['上线需求', 'request.released'], ['本期免费需求工作量', 'request.personDays'], ['累计已用免费人日', 'request.personDaysUsed'], ['剩余免费人日', 'request.personDaysLeft'],
  ['故障与应急事件', 'incident.count'], ['纳入时限考核的故障', 'incident.measured'], ['应答达标率', 'incident.answerRate'], ['恢复达标率', 'incident.restoreRate'], ['应急演练', 'incident.drills'],
  ['备份次数', 'backup.count'], ['备份成功率', 'backup.rate'], ['恢复测试次数', 'backup.restoreTests'], ['软件补丁', 'change.patches'], ['安全加固', 'change.hardening'], ['性能调优', 'change.tuning'],
  ['培训场次', 'training.count'], ['参训人次', 'training.attendees'], ['走访次数', 'visit.count'], ['满意度调查表', 'survey.count'], ['满意度平均分', 'survey.averageScore'], ['满意率', 'survey.satisfactionRate'],
  ['受理诉求', 'complaint.count'], ['诉求响应率', 'complaint.responseRate'], ['诉求解决率', 'complaint.resolutionRate'], ['诉求满意率', 'complaint.satisfactionRate'],
];

const clean = made(false);

describe.each([['a clean year', clean], ['a year with gaps', made(true)]])('the reports of %s', (_, year) => {
  const { plain, quarters, reports } = year;

  test.each(reports.map((report) => [`${report.body.reportType}${report.body.ordinal ?? ''}`, report] as const))('%s says what the exported records give', async (__, report) => {
    const isAnnual = report.body.reportType === '年度';
    const span = { from: report.body.periodFrom, to: report.body.periodTo };
    // What happens after the day of writing is not known to the report.
    const asOf = report.date > span.to ? report.date : span.to;
    const counted = recountFigures(plain, span, asOf);
    const bytes = rendered(year, report);

    const texts = paragraphTexts(bytes);
    const sentences = [...chapterSentences(plain, span, asOf, isAnnual ? '本服务年度' : '本季度'), ...(isAnnual ? [] : comparisonSentences(plain, quarters, span, asOf))];
    expect(sentences.map(({ begins }) => [begins, texts.filter((text) => text.startsWith(begins)).map(numbersIn)])).toEqual(sentences.map(({ begins, numbers }) => [begins, [numbers]]));

    expectTables(bytes, [
      { columns: ['指标', '数值'], rows: summary.map(([label, id]) => [label, shown(counted[id])]) },
      ...inspectionTables(plain, span, asOf), itemTable(plain, span, isAnnual), ...workTables(plain, span, asOf), ...serviceTables(plain, span, asOf), ...peopleTables(plain, span, asOf), documentTable(plain, span),
      ...(isAnnual ? [...quarterTables(plain, quarters, asOf), provenKinds(plain, span), deliverableTable(plain)] : [comparisonTable(plain, quarters, span, asOf)]),
    ]);
    expect(printed(tablesOf(bytes), ['合同义务', '履行情况'])?.map(([, text]) => numbersIn(text ?? ''))).toEqual(isAnnual ? dutyNumbers(plain, quarters, asOf) : undefined);

    const drawn = charts(plain, span, asOf, quarters, isAnnual);
    const read = await Promise.all(chartParts(bytes).map((part) => readChart(bytes, part)));
    expect(texts.filter((text) => /^图 \d/.test(text))).toEqual(drawn.map(({ caption }, index) => `图 ${index + 1}　${caption}`));
    const wanted = drawn.map(({ categories, series }) => series.map((one) => ({ name: one.name, categories, values: one.values })));
    expect(read.map(({ series }) => series.map(({ name, categories, values }) => ({ name, categories, values })))).toEqual(wanted);
    expect(read.map(({ fromWorkbook }) => fromWorkbook)).toEqual(wanted);
  });
});

test('a monthly report has the same parts, with the numbers of its month, and plans the next month', () => {
  const [quarter] = clean.reports;
  if (quarter === undefined) throw new Error('no report');
  const span = { from: '2024-09-01', to: '2024-09-30' };
  const asOf = '2024-10-08';
  const { overview: _overview, plan: _plan, problems: _problems, ...body } = quarter.body;
  const monthly: RecordOf<'report'> = { ...quarter, date: asOf, body: { ...body, date: asOf, reportType: '月度', ordinal: 2, periodFrom: span.from, periodTo: span.to, figures: [] } };
  const { plain } = clean;
  const bytes = rendered(clean, monthly);
  const texts = paragraphTexts(bytes);
  const sentences = chapterSentences(plain, span, asOf, '本月');
  expect(sentences.map(({ begins }) => [begins, texts.filter((text) => text.startsWith(begins)).map(numbersIn)])).toEqual(sentences.map(({ begins, numbers }) => [begins, [numbers]]));
  expectTables(bytes, [...inspectionTables(plain, span, asOf), itemTable(plain, span, false), ...workTables(plain, span, asOf), ...serviceTables(plain, span, asOf), ...peopleTables(plain, span, asOf), documentTable(plain, span)]);
  expect(printed(tablesOf(bytes), ['期间', '覆盖率'])?.map(([name]) => name)).toEqual(['2024年8月', '2024年9月', '累计']);
  expect(texts.filter((text) => /^(2024年9月服务工作总结报告$|与2024年8月相比|1\. 2024年10月)/.test(text)).map((text) => text.slice(0, 42))).toEqual([
    '2024年9月服务工作总结报告', '2024年9月服务工作总结报告', expect.stringMatching(/^与2024年8月相比：日常工作记录 \d+条/), '1. 2024年10月1日至2024年10月31日按工作日开展日常巡检，应巡检 19',
  ]);
});

test('what the manager adds to a chapter stands under its figures and changes none of them', () => {
  const [report] = clean.reports;
  if (report === undefined) throw new Error('no report');
  const texts = paragraphTexts(rendered(clean, { ...report, body: { ...report.body, incidentNote: '夜间值守由两人轮流。\n节前已演练。' } }));
  const position = texts.findIndex((text) => text.startsWith('本季度发生故障与应急事件'));
  expect(texts.slice(position + 1, position + 3)).toEqual(['夜间值守由两人轮流。', '节前已演练。']);
  expect(texts.filter((text) => text !== '夜间值守由两人轮流。' && text !== '节前已演练。')).toEqual(paragraphTexts(rendered(clean, report)));
});

describe('the kept figures and the drafted text', () => {
  test.each(clean.reports.map((report) => [`${report.body.reportType}${report.body.ordinal ?? ''}`, report] as const))('%s', (_, report) => {
    const span = { from: report.body.periodFrom, to: report.body.periodTo };
    const counted = recountFigures(clean.plain, span, report.date);
    expect(Object.fromEntries(report.body.figures.map(({ figure, value }) => [figure, value]))).toEqual(Object.fromEntries(Object.entries(counted).filter(([, value]) => value !== null)));

    const { overview: _overview, ...body } = report.body;
    const { 工作综述: drafted } = reportData(clean.profile, { ...report, body }, clean.records);
    expect(numbersIn(drafted)).toEqual(overviewNumbers(clean.plain, span, report.date));
  });
});
