import { describe, expect, test } from 'vitest';
import { compileTemplate, formOptions } from '../../electron/documents/template.ts';
import { memberText, readZip } from '../../electron/files/zip-reader.ts';
import { recordData } from '../../shared/deliverables/record-data.ts';
import { reportData } from '../../shared/deliverables/report-data.ts';
import type { AnyRecord, RecordOf } from '../../shared/records/record.ts';
import { chartParts, readChart } from '../helpers/chart-reading.ts';
import { newLintFaults, paragraphTexts } from '../helpers/ooxml-lint.ts';
import { newOfficeErrors } from '../helpers/ooxml-validate.ts';
import { testProfile } from '../helpers/records.ts';
import { serviceYear } from '../helpers/service-year.ts';
import { shipped } from './shipped-files.ts';

const profile = testProfile();
const year = serviceYear(profile);
const reports = year.filter((record): record is RecordOf<'report'> => record.kind === 'report');

function reportOf(type: '季度' | '年度'): RecordOf<'report'> {
  const report = reports.find(({ body }) => body.reportType === type);
  if (report === undefined) throw new Error('no such report');
  return report;
}

function rendered(name: string, report: RecordOf<'report'>, records: readonly AnyRecord[]) {
  const data = reportData(profile, report, records);
  return { data, ...compileTemplate(shipped(name), formOptions).renderReported({ ...recordData(profile, report, records), ...data }) };
}

function captions(bytes: Uint8Array): readonly string[] {
  return paragraphTexts(bytes).filter((text) => /^图 \d/.test(text));
}

describe('charts of the reports', () => {
  test.each([
    ['quarterly-report.docx', '季度', ['图 1　各月巡检情况', '图 2　各服务项投入工时（人时）', '图 3　各月工作单工时（人时）']],
    ['annual-report.docx', '年度', ['图 1　各季度服务量对比', '图 2　各月巡检情况', '图 3　各服务项投入工时（人时）', '图 4　各月工作单工时（人时）']],
  ] as const)('%s: drawn with the numbers of its tables, captions in order', async (name, type, expected) => {
    const { data, bytes, problems } = rendered(name, reportOf(type), year);
    expect(problems).toEqual([]);
    expect(captions(bytes)).toEqual(expected);
    const charts = await Promise.all(chartParts(bytes).map((part) => readChart(bytes, part)));
    const tags = Object.values(data.图表);
    expect(charts.map(({ fromWorkbook }) => fromWorkbook)).toEqual(tags.map(({ 类别, 系列 }) => 系列.map((series) => ({ name: series.名称, categories: 类别, values: series.值.map(Number) }))));
    expect(charts.map(({ series }) => series.map(({ name: shown, values }) => [shown, values]))).toEqual(charts.map(({ fromWorkbook }) => fromWorkbook.map(({ name: shown, values }) => [shown, values])));
    expect(await newOfficeErrors(shipped(name), bytes, 'docx')).toEqual([]);
    expect(newLintFaults(shipped(name), bytes)).toEqual([]);
  });

  test('are left out of a quarter in which nothing was done, with their captions and figures', () => {
    const { bytes, problems } = rendered('quarterly-report.docx', reportOf('季度'), []);
    expect([problems, captions(bytes)]).toEqual([[], []]);
    expect([...readZip(bytes).keys()].filter((name) => /chart|embed/.test(name))).toEqual([]);
    expect(memberText(readZip(bytes), '[Content_Types].xml')).not.toContain('chart');
  });
});
