import type { RecordOf } from '../records/record.ts';
import { findFigure, formatFigure } from '../figures/figures.ts';
import { defineRule, type Observation } from './define-rule.ts';
import type { RuleInput } from './finding.ts';
import { agedRecords, nameOf } from './rule-records.ts';
import { comparedRow } from './stated-figure.ts';

type Report = RecordOf<'report'>;

/** Rows compared before others are let in: each may count all records of a year. */
const rowsAtOnce = 2;

/** The rows of a report that say another number than the records and give no reason, in words. */
function* differences(input: RuleInput, report: Report): Generator<string | undefined> {
  for (const [index, row] of report.body.figures.entries()) {
    if (index % rowsAtOnce === rowsAtOnce - 1) yield undefined;
    const compared = row.reason === undefined ? comparedRow(input, report, row) : undefined;
    if (compared === undefined || compared.agrees) continue;
    yield `${row.label}报告写 ${row.value}，记录算得 ${formatFigure(compared.figure, compared.computed)}`;
  }
}

/** 报告数字 ≠ 单据张数: every figure is computed again; one that a person changed must say why. */
export const reportFiguresDiffer = defineRule({
  id: 'report-figures-differ',
  title: '报告数字与记录不符',
  severity: 'error',
  observe: function* (input): Generator<Observation | undefined> {
    for (const report of agedRecords(input, 'report')) {
      const found: string[] = [];
      for (const difference of differences(input, report)) {
        if (difference === undefined) yield undefined;
        else found.push(difference);
      }
      yield* observeReport(report, found);
    }
  },
});

function observeReport(report: Report, found: readonly string[]): Observation[] {
  if (report.body.figures.length === 0) {
    return [{ severity: 'warning', message: `${nameOf(report)} 没有登记报告数字，无法与记录核对。`, advice: '打开报告，重新生成报告数字。', recordIds: [report.id], date: report.date }];
  }
  const unknown = report.body.figures.filter((row) => findFigure(row.figure) === undefined);
  return [
    ...(found.length === 0 ? [] : [{
      message: `${nameOf(report)} 有 ${found.length} 个数字与记录不符：${found.slice(0, 3).join('；')}${found.length > 3 ? '；等' : ''}。`,
      advice: '重新生成报告数字；确需人工调整的，逐项写明调整原因。',
      recordIds: [report.id],
      date: report.date,
    }]),
    ...(unknown.length === 0 ? [] : [{
      severity: 'notice' as const,
      message: `${nameOf(report)} 有 ${unknown.length} 个指标不在指标目录里，没有核对：${unknown.slice(0, 3).map((row) => row.label).join('、')}。`,
      advice: '自行确认这些数字的出处。',
      recordIds: [report.id],
      date: report.date,
    }]),
  ];
}
