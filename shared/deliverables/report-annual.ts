import { reportingPeriods, type Period } from '../contract/periods.ts';
import type { ContractProfile, Deliverable } from '../contract/profile.ts';
import { evidenceByItem, reportsOn } from '../figures/breakdowns.ts';
import { kindOf, kindNames, type KindName } from '../records/kinds.ts';
import type { AnyRecord, RecordOf } from '../records/record.ts';
import { inRecordOrder, recordsIn } from '../figures/record-index.ts';
import { evenDecimals } from './even-decimals.ts';
import { formatMinutes, formatNumber } from './format-value.ts';
import { belongs } from './plan.ts';
import { formatSpan, nothing, numberedRows, textOf, valueOf, withUnit, type ReportContext } from './report-context.ts';
import { isKnownTo } from './report-facts.ts';
import type { DeliverableRow, DocumentRow, DutyRow, QuarterRow } from './report-tags.ts';

/** @param figures corrected ones, where the row is about the report's own period */
export function quarterRow(context: ReportContext, period: Period, name: string, figures: ReportContext['report']['body']['figures'] = []): QuarterRow {
  const own: ReportContext = { ...context, input: { ...context.input, period }, report: { ...context.report, body: { ...context.report.body, figures } } };
  const text = (id: string) => textOf(own, id);
  return {
    季度: name, 起止: formatSpan(period), 应检天数: text('inspection.due'), 已检天数: text('inspection.done'), 覆盖率: withUnit(own, 'inspection.coverage'),
    异常项数: text('inspection.abnormal'), 工作记录: text('work.count'), 工时: text('effort.hours'), 需求: text('request.count'), 人日: text('request.personDays'),
    故障: text('incident.count'), 应答达标率: withUnit(own, 'incident.answerRate'), 恢复达标率: withUnit(own, 'incident.restoreRate'),
    备份成功率: withUnit(own, 'backup.rate'), 变更: String(recordsIn(own.input, 'change').length), 培训: text('training.count'), 走访: text('visit.count'),
    满意度平均分: text('survey.averageScore'), 满意率: withUnit(own, 'survey.satisfactionRate'), 投诉: text('complaint.count'),
  };
}

/** Periods beside each other: the numbers of each column alike. */
export function comparedRows(rows: readonly QuarterRow[]): QuarterRow[] {
  return rows.map(evenDecimals(rows, ['覆盖率', '工时', '人日', '应答达标率', '恢复达标率', '备份成功率', '满意度平均分', '满意率']));
}

/** 四季对比: one row per reporting period, the whole service period last. */
export function quarterComparison(context: ReportContext): QuarterRow[] {
  return comparedRows([
    ...reportingPeriods(context.profile).map((period) => quarterRow(context, period, period.label)),
    quarterRow(context, context.input.period, '全年'),
  ]);
}

/** The contract's own sentence for a part of the profile, where the intake kept it. */
function clause(context: ReportContext, path: string): string {
  const { sources } = context.profile;
  const key = Object.keys(sources).find((candidate) => candidate === path || candidate.startsWith(`${path}.`));
  const source = key === undefined ? undefined : sources[key];
  // The source of the priced items is the heading of their table: as a clause it reads as nonsense.
  if (source === undefined || /^序号\s/.test(source)) return path === 'serviceItems' ? '合同附件服务项表' : '合同约定';
  return source;
}

type Duty = Omit<DutyRow, '序号'>;

function conclusion(met: boolean): string {
  return met ? '已履行' : '部分履行';
}

function titleOf(kind: KindName): string {
  return kindOf(kind).title;
}

/** 合同义务履行对照: what the contract asks for, and with which numbers it was met. */
export function dutyTable(context: ReportContext): DutyRow[] {
  const { profile, input } = context;
  const figure = (id: string) => withUnit(context, id);
  const items = evidenceByItem(input);
  const proven = items.filter(({ records }) => records.length > 0).length;
  const periods = reportingPeriods(profile);
  const reports = reportsOn(input).filter((report) => report.body.reportType === '季度');
  const passed = reports.filter((report) => report.body.reviewState === '已通过' || report.body.reviewState === '默认通过').length;
  const security = recordsIn(input, 'training').filter((record) => record.body.trainingType?.includes('保密') === true).length;
  const measured = valueOf(context, 'incident.measured');
  const duties: Duty[] = [
    {
      义务: '服务期内提供运行维护服务，工作日例行巡检', 条款: clause(context, 'service'),
      履行情况: `应巡检 ${figure('inspection.due')}，实际巡检 ${figure('inspection.done')}，覆盖率 ${figure('inspection.coverage')}`,
      佐证: `${titleOf('inspection')} ${figure('inspection.count')}`, 结论: conclusion(valueOf(context, 'inspection.done') >= valueOf(context, 'inspection.due')),
    },
    {
      义务: `完成 ${items.length} 个计价服务项`, 条款: clause(context, 'serviceItems'),
      履行情况: `${items.length} 个服务项中 ${proven} 个有单据佐证，投入工时合计 ${figure('effort.hours')}`,
      佐证: '服务项逐项完成情况表', 结论: conclusion(proven === items.length),
    },
    {
      义务: `每 ${profile.reporting.everyMonths} 个月提交季度服务工作总结报告`, 条款: clause(context, 'reporting'),
      履行情况: `应提交 ${periods.length} 份，已编制 ${reports.length} 份，已通过 ${passed} 份`,
      佐证: reports.length === 0 ? nothing : reports.map((report) => report.number).join('\n'), 结论: conclusion(reports.length >= periods.length),
    },
    {
      义务: `${formatMinutes(profile.serviceLevel.answerMinutes)}应答、${formatMinutes(profile.serviceLevel.restoreMinutes)}恢复`, 条款: clause(context, 'serviceLevel'),
      履行情况: measured === 0 ? '没有纳入时限考核的故障' : `纳入考核 ${figure('incident.measured')}，应答达标率 ${figure('incident.answerRate')}，恢复达标率 ${figure('incident.restoreRate')}`,
      佐证: `${titleOf('incident')} ${recordsIn(input, 'incident').length} 份`,
      结论: conclusion(valueOf(context, 'incident.answeredInTime') === measured && valueOf(context, 'incident.restoredInTime') === measured),
    },
    {
      义务: `累计 ${formatNumber(profile.changeQuota.personDays, 2)} 人日以内的需求变化免费`, 条款: clause(context, 'changeQuota'),
      履行情况: `收到需求 ${figure('request.count')}，上线 ${figure('request.released')}，累计使用 ${figure('request.personDaysUsed')}`,
      佐证: `${titleOf('request')} ${recordsIn(input, 'request').length} 份`, 结论: '已履行',
    },
    {
      义务: '建立接诉即办机制，快速响应、高效办理、及时反馈', 条款: clause(context, 'complaintTypes'),
      履行情况: valueOf(context, 'complaint.count') === 0 ? '服务期内未收到诉求' : `受理 ${figure('complaint.count')}，响应率 ${figure('complaint.responseRate')}，解决率 ${figure('complaint.resolutionRate')}`,
      佐证: valueOf(context, 'complaint.count') === 0 ? '无诉求说明' : `${titleOf('complaint')} ${figure('complaint.count')}`,
      结论: conclusion(valueOf(context, 'complaint.responded') === valueOf(context, 'complaint.count')),
    },
    {
      义务: '数据备份、安全加固与补丁', 条款: clause(context, 'serviceItems'),
      履行情况: `备份 ${figure('backup.count')}，成功率 ${figure('backup.rate')}；安全加固 ${figure('change.hardening')}，软件补丁 ${figure('change.patches')}`,
      佐证: `${titleOf('backup-run')}、${titleOf('change')}`, 结论: conclusion(valueOf(context, 'backup.count') > 0),
    },
    {
      义务: '用户培训、走访与满意度调查', 条款: clause(context, 'serviceItems'),
      履行情况: `培训 ${figure('training.count')}（${figure('training.attendees')}），走访 ${figure('visit.count')}，调查表 ${figure('survey.count')}，满意率 ${figure('survey.satisfactionRate')}`,
      佐证: `${titleOf('training')}、${titleOf('visit')}、${titleOf('survey')}`, 结论: conclusion(valueOf(context, 'training.count') > 0 && valueOf(context, 'survey.count') > 0),
    },
    {
      义务: `保密${profile.confidentiality.term === '' ? '' : `（期限：${profile.confidentiality.term}）`}与人员教育`, 条款: clause(context, 'confidentiality'),
      履行情况: security === 0 ? '服务期内未登记保密教育记录' : `组织安全保密教育 ${security} 场`, 佐证: security === 0 ? nothing : titleOf('training'), 结论: conclusion(security > 0),
    },
    {
      义务: `交付文档 ${profile.delivery.copies} 份（${profile.delivery.forms.join('、')}）`, 条款: clause(context, 'delivery'),
      履行情况: '按交付文档清单移交', 佐证: '交付文档清单', 结论: '验收时移交',
    },
  ];
  return numberedRows(duties, (duty) => duty);
}

/**
 * How many records each enabled deliverable of the contract is made of, as a report knows them. A deliverable may choose its records by any of their
 * fields, also by such that no report tells otherwise.
 */
export function documentCounts(profile: ContractProfile, report: RecordOf<'report'>, records: readonly AnyRecord[]): readonly { readonly deliverable: Deliverable; readonly count: number }[] {
  const known = Map.groupBy(records.filter((record) => isKnownTo(report, record)), ({ kind }) => kind);
  return profile.deliverables.filter(({ enabled }) => enabled).map((deliverable) => {
    const ofKind = known.get(deliverable.kind) ?? [];
    // Most take all records of their kind, of which there may be thousands.
    return { deliverable, count: Object.keys(deliverable.where).length === 0 ? ofKind.length : ofKind.filter((record) => belongs(deliverable, record)).length };
  });
}

/** 交付文档清单: every deliverable of the contract with the records it is made of. */
export function deliverableTable({ profile, report, input }: ReportContext): DeliverableRow[] {
  return numberedRows(documentCounts(profile, report, input.records), ({ deliverable, count }) => {
    return {
      名称: deliverable.title, 载体: profile.delivery.forms.join('、') || nothing, 份数: String(profile.delivery.copies),
      单据数: String(count),
      说明: deliverable.fromContract ? '合同约定' : '乙方补充',
    };
  });
}

/** Appendix: the documents of the period by kind, with the range of their numbers; void forms keep their number. */
export function documentTable({ input }: ReportContext): DocumentRow[] {
  const { from, to } = input.period;
  const own = input.records
    .filter((record) => record.status !== 'draft')
    .filter((record) => (record.kind === 'report' ? record.body.periodFrom >= from && record.body.periodTo <= to : record.date >= from && record.date <= to))
    .toSorted(inRecordOrder);
  const kinds = kindNames.flatMap((kind) => {
    const records = own.filter((record) => record.kind === kind);
    return records.length === 0 ? [] : [{ kind, records }];
  });
  return numberedRows(kinds, ({ kind, records }) => {
    const [first] = records;
    const last = records.at(-1);
    const voided = records.filter((record) => record.status === 'void').length;
    return {
      文种: titleOf(kind),
      编号范围: first === undefined || last === undefined ? nothing : first.number === last.number ? first.number : `${first.number} 至 ${last.number}`,
      份数: String(records.length - voided), 作废: String(voided), 说明: voided === 0 ? '' : '作废单据留号',
    };
  });
}
